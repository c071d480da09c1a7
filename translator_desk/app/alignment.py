"""Pairs a Chinese text with its English: paragraphs first where they correspond, then the sentences inside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from translator_desk.app.anchors import find_anchors
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.segment import Place
from translator_desk.text.align import Bead, align
from translator_desk.text.segmenter import split_chinese, split_english

_UNSURE = 0.3
# Paragraph by paragraph only where nearly every paragraph has a partner of its own; else a paragraph that was cut in
# two, or a text set as one block, would keep its sentences from theirs.
_LEAST_PAIRED = 0.8


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and where each of its code points stands: ``places[k]`` for offset k, at least one of them."""

    text: str
    places: tuple[Place, ...]

    def place(self, offset: int) -> Place:
        """Return the place of a code point; past the places known, counted on from the last one."""
        if offset < len(self.places):
            return self.places[offset]
        last = self.places[-1]
        return Place(last.line, last.column + offset - len(self.places) + 1)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a side with what stands after it."""

    text: str
    separator: str
    paragraph: int
    place: Place


@dataclass(frozen=True, slots=True)
class Pair:
    """What becomes a segment.

    Attributes:
        source: The Chinese sentences, joined; "" for an addition.
        target: The English sentences, joined; "" for an omission.
        source_separator: What follows in the source.
        separator: What follows in the target.
        paragraph: Index of the target paragraph; None where the translation has no paragraph for it.
        source_paragraph: Index of the source paragraph, or None.
        source_place: Where the source begins, or None.
        target_place: Where the target begins, or None.
        targets: Indices of the target units it was made of.
        confidence: 0 to 1.
    """

    source: str
    target: str
    source_separator: str
    separator: str
    paragraph: int | None
    source_paragraph: int | None
    source_place: Place | None
    target_place: Place | None
    targets: tuple[int, ...]
    confidence: float


def chinese_sentences(paragraphs: Sequence[Paragraph]) -> list[Sentence]:
    """Return the sentences of a Chinese text in order."""
    return [
        sentence
        for index, paragraph in enumerate(paragraphs)
        for sentence in _sentences(index, paragraph, split_chinese(paragraph.text))
    ]


def english_sentences(paragraphs: Sequence[Paragraph]) -> list[Sentence]:
    """Return the sentences of an English text in order; an empty paragraph is one empty sentence."""
    return [
        sentence
        for index, paragraph in enumerate(paragraphs)
        for sentence in _sentences(index, paragraph, split_english(paragraph.text))
    ]


def align_texts(source: Sequence[Sentence], target: Sequence[Sentence], term_base: TermBase) -> list[Pair]:
    """Return the pairs in reading order; joined again, targets and separators are the target text.

    A pair never spans two target paragraphs: what would, is cut there, and its source stays with the longer part.
    """
    source_keys, target_keys = find_anchors([one.text for one in source], [one.text for one in target], term_base)
    pairs: list[Pair] = []
    for source_block, target_block in _blocks(source, target, source_keys, target_keys):
        beads = align(
            [source[i].text for i in source_block],
            [target[i].text for i in target_block],
            [source_keys[i] for i in source_block],
            [target_keys[i] for i in target_block],
        )
        for bead in beads:
            pairs += _pairs(_shifted(bead, source_block, target_block), source, target)
    return _placed(pairs)


def _sentences(index: int, paragraph: Paragraph, parts: Sequence[tuple[str, str]]) -> list[Sentence]:
    found: list[Sentence] = []
    at = 0
    for text, separator in parts or [("", "")]:
        found.append(Sentence(text, separator, index, paragraph.place(at)))
        at += len(text) + len(separator)
    return found


def _blocks(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    source_keys: Sequence[frozenset[str]],
    target_keys: Sequence[frozenset[str]],
) -> list[tuple[range, range]]:
    """Return stretches of sentences that belong together, by paragraphs or as one."""
    whole = [(range(len(source)), range(len(target)))]
    source_ranges, target_ranges = _paragraph_ranges(source), _paragraph_ranges(target)
    if len(source_ranges) < 2 or len(target_ranges) < 2:
        return whole
    beads = align(
        ["".join(source[i].text for i in one) for one in source_ranges],
        ["".join(target[i].text + target[i].separator for i in one) for one in target_ranges],
        [frozenset().union(*(source_keys[i] for i in one)) for one in source_ranges],
        [frozenset().union(*(target_keys[i] for i in one)) for one in target_ranges],
    )
    paired = sum(len(bead.source) == 1 == len(bead.target) for bead in beads)
    if paired < _LEAST_PAIRED * max(len(source_ranges), len(target_ranges)):
        return whole
    blocks: list[tuple[range, range]] = []
    source_at = target_at = 0
    for bead in beads:
        source_end = source_ranges[bead.source[-1]].stop if bead.source else source_at
        target_end = target_ranges[bead.target[-1]].stop if bead.target else target_at
        blocks.append((range(source_at, source_end), range(target_at, target_end)))
        source_at, target_at = source_end, target_end
    return blocks


def _paragraph_ranges(sentences: Sequence[Sentence]) -> list[range]:
    starts = [i for i, one in enumerate(sentences) if i == 0 or one.paragraph != sentences[i - 1].paragraph]
    return [range(start, end) for start, end in pairwise([*starts, len(sentences)])]


def _shifted(bead: Bead, source: range, target: range) -> Bead:
    return Bead(
        tuple(i + source.start for i in bead.source), tuple(i + target.start for i in bead.target), bead.confidence
    )


def _pairs(bead: Bead, source: Sequence[Sentence], target: Sequence[Sentence]) -> list[Pair]:
    """Return the pairs of one bead: one, or one a target paragraph."""
    groups: list[list[int]] = []
    for index in bead.target:
        if groups and target[groups[-1][0]].paragraph == target[index].paragraph:
            groups[-1].append(index)
        else:
            groups.append([index])
    if len(groups) <= 1:
        return [_pair(bead.source, bead.target, bead.confidence, source, target)]
    longest = max(groups, key=lambda group: sum(len(target[i].text) for i in group))
    unsure = min(_UNSURE, bead.confidence)
    return [_pair(bead.source if group is longest else (), group, unsure, source, target) for group in groups]


def _pair(
    source_ids: Sequence[int],
    target_ids: Sequence[int],
    confidence: float,
    source: Sequence[Sentence],
    target: Sequence[Sentence],
) -> Pair:
    chinese, after_chinese = _joined([source[i] for i in source_ids], " ")
    english, after_english = _joined([target[i] for i in target_ids], "")
    return Pair(
        chinese,
        english,
        after_chinese,
        after_english,
        target[target_ids[0]].paragraph if target_ids else None,
        source[source_ids[0]].paragraph if source_ids else None,
        source[source_ids[0]].place if source_ids else None,
        target[target_ids[0]].place if target_ids else None,
        tuple(target_ids),
        confidence,
    )


def _joined(sentences: Sequence[Sentence], paragraph_break: str) -> tuple[str, str]:
    """Return the sentences as one text, and what follows it."""
    out: list[str] = []
    for one, following in pairwise(sentences):
        out += [one.text, one.separator if one.paragraph == following.paragraph else paragraph_break]
    if not sentences:
        return "", ""
    return "".join(out) + sentences[-1].text, sentences[-1].separator


def _placed(pairs: Sequence[Pair]) -> list[Pair]:
    """Give omissions the paragraph of their neighbours; a paragraph that is missing whole keeps None."""
    rendered = {pair.source_paragraph for pair in pairs if pair.paragraph is not None}
    first = next((pair.paragraph for pair in pairs if pair.paragraph is not None), None)
    placed: list[Pair] = []
    paragraph = first
    for pair in pairs:
        if pair.paragraph is not None:
            paragraph = pair.paragraph
        elif pair.source_paragraph in rendered:
            placed.append(replace(pair, paragraph=paragraph))
            continue
        placed.append(pair)
    return placed
