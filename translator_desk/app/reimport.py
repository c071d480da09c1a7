"""A document read anew, or given its Chinese: what people did to it stays where its text still matches."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from rapidfuzz.fuzz import ratio

from translator_desk.app.alignment import Pair, Sentence, align_texts, chinese_sentences
from translator_desk.app.documents import make_document, paragraphs_of, segment_of, with_missing_paragraphs
from translator_desk.formats.base import TableFile, TextFile
from translator_desk.formats.furniture import set_aside
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.document import Document
from translator_desk.model.ids import SegmentId
from translator_desk.model.project import ImportedDocument
from translator_desk.model.segment import Place, Segment
from translator_desk.model.state import SegmentState

_ALIKE = 60.0
"""How alike, of 100, two sentences must be to be versions of one."""
_BAND = 40
"""How many segments from its usual place a version of a segment is looked for, in a stretch that changed."""


@dataclass(frozen=True, slots=True)
class Reimport:
    """A document read anew, with the ids of its segments by what happened to them.

    Attributes:
        document: With the layout of the new file.
        segments: In reading order.
        kept: The file holds them as before; edits, state and source side stay.
        changed: The file words them anew.
        conflicts: Changed in the file and by a person; the person's words stand, and count as edited.
        added: New in the file.
        removed: No longer in the file; they are not among ``segments``.
    """

    document: Document
    segments: tuple[Segment, ...]
    kept: tuple[SegmentId, ...] = ()
    changed: tuple[SegmentId, ...] = ()
    conflicts: tuple[SegmentId, ...] = ()
    added: tuple[SegmentId, ...] = ()
    removed: tuple[SegmentId, ...] = ()


def attach_source(
    document: Document,
    segments: Sequence[Segment],
    source: TextFile,
    term_base: TermBase,
    *,
    next_id: SegmentId,
    keep: Collection[SegmentId] = frozenset(),
) -> ImportedDocument:
    """Return a target-only document with its Chinese beside it.

    Targets, their ids and the layout of the file stay. Where one Chinese sentence is two English ones, the two become
    one segment unless somebody has worked on them; Chinese without English becomes segments of their own.

    Args:
        document: The document.
        segments: Its segments as they are now.
        source: The Chinese.
        term_base: Terms that help to pair sentences.
        next_id: First id that no segment of the project has.
        keep: Segments that must not be joined (they have comments or dismissed findings).
    """
    chinese = set_aside(source)
    units = [Sentence(one.target, one.separator, one.paragraph, one.target_place or Place(1, 1)) for one in segments]
    pairs = align_texts(chinese_sentences(paragraphs_of(chinese)), units, term_base)
    layout, pairs = with_missing_paragraphs(document.layout, pairs)
    made: list[Segment] = []
    number = int(next_id)
    for pair in pairs:
        old = [segments[index] for index in pair.targets]
        if not old:
            made.append(replace(segment_of(pair, document.id), id=SegmentId(number)))
            number += 1
        elif len(old) == 1 or (not old[0].redline and all(_untouched(one) and one.id not in keep for one in old[1:])):
            made.append(_with_source(old, pair))
        else:
            made.append(_with_source(old[:1], pair))
            made += [_with_source([one], None, pair.paragraph) for one in old[1:]]
    date = document.date or chinese.byline.published
    changed = replace(document, layout=layout, source_path=source.path or None, has_source=True, date=date)
    return ImportedDocument(changed, tuple(made))


def reimport(
    document: Document,
    segments: Sequence[Segment],
    target: TextFile | TableFile,
    source: TextFile | None,
    term_base: TermBase,
    *,
    next_id: SegmentId,
    furniture: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset()),
    cut_anew: bool = False,
) -> Reimport:
    """Return the document as its changed file has it, with all that people did where the text still matches.

    Args:
        document: The document as it is.
        segments: Its segments as they are.
        target: The file read anew.
        source: The Chinese read anew, or None; then the Chinese at hand stays beside the sentences that match.
        term_base: Terms that help to pair sentences.
        next_id: First id that no segment of the project has.
        furniture: Lines shared by the files of the import, English and Chinese.
        cut_anew: Take over where the file now cuts the same words, as long as nobody has worked on them.

    Raises:
        InputError: The files are read line by line and have not as many lines.
    """
    separators = _imported_separators(document, segments)
    fresh = make_document(target, source, document.id, term_base, date=document.date, furniture=furniture)
    new = list(fresh.segments)
    is_pair = fresh.document.has_source
    merged: list[Segment] = []
    outcome: dict[str, list[SegmentId]] = {name: [] for name in ("kept", "changed", "conflicts", "added", "removed")}
    number = int(next_id)
    for old_block, new_block in _blocks(segments, new, with_source=is_pair):
        if _same_text(old_block, new_block) and not (cut_anew and all(map(_untouched, old_block))):
            merged += _regrouped(old_block, new_block, separators)
            outcome["kept"] += [one.id for one in old_block]
            continue
        partners = _partners(old_block, new_block)
        if cut_anew and not partners:
            partners = dict(enumerate(old_block[: len(new_block)]))
        for index, one in enumerate(new_block):
            old = partners.get(index)
            if old is None:
                merged.append(replace(one, id=SegmentId(number)))
                outcome["added"].append(SegmentId(number))
                number += 1
            elif old.imported_target == one.target and (old.source == one.source or not is_pair):
                merged.append(_kept(old, one, separators, is_pair=is_pair))
                outcome["kept"].append(old.id)
            else:
                merged.append(_changed(old, one, separators, is_pair=is_pair))
                in_conflict = old.edited and one.target not in (old.target, old.imported_target)
                outcome["conflicts" if in_conflict else "changed"].append(old.id)
        used = {old.id for old in partners.values()}
        outcome["removed"] += [one.id for one in old_block if one.id not in used]
    has_source = is_pair or document.has_source
    result = replace(
        fresh.document,
        has_source=has_source,
        source_path=fresh.document.source_path if is_pair else document.source_path,
        date=document.date or fresh.document.date,
        handling=document.handling,
    )
    return Reimport(result, tuple(merged), **{name: tuple(ids) for name, ids in outcome.items()})


def _untouched(segment: Segment) -> bool:
    return not segment.edited and segment.redline is None and segment.state is SegmentState.INITIAL


def _with_source(old: Sequence[Segment], pair: Pair | None, paragraph: int | None = None) -> Segment:
    """Return the segments as one, beside the Chinese of ``pair``."""
    first = old[0]
    inner = [(one.target + one.separator, one.imported_target + one.separator) for one in old[:-1]]
    target = "".join(text for text, _ in inner) + old[-1].target
    imported = "".join(text for _, text in inner) + old[-1].imported_target
    place = pair.paragraph if pair is not None else paragraph
    return replace(
        first,
        paragraph=first.paragraph if place is None else place,
        source=pair.source if pair is not None else "",
        source_separator=pair.source_separator if pair is not None else "",
        source_place=pair.source_place if pair is not None else None,
        target=target,
        imported_target=imported,
        separator=old[-1].separator,
        confidence=pair.confidence if pair is not None else 0.0,
        version=first.version + 1,
    )


def _blocks(
    old: Sequence[Segment], new: Sequence[Segment], *, with_source: bool
) -> list[tuple[list[Segment], list[Segment]]]:
    """Return stretches of both that belong together: equal ones segment by segment, others as a whole."""

    def key(one: Segment, imported: str) -> tuple[str, str]:
        return imported, one.source if with_source else ""

    matcher = SequenceMatcher(
        None, [key(one, one.imported_target) for one in old], [key(one, one.target) for one in new], autojunk=False
    )
    blocks: list[tuple[list[Segment], list[Segment]]] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            blocks += [([old[a + k]], [new[c + k]]) for k in range(b - a)]
        else:
            blocks += _cut_at_regrouped(list(old[a:b]), list(new[c:d]))
    return blocks


def _cut_at_regrouped(old: list[Segment], new: list[Segment]) -> list[tuple[list[Segment], list[Segment]]]:
    """Return the stretches before, between and after sentences that a person joined or split and the file left."""
    was, now = ([_compact(text) for text in texts] for texts in (_imported(old), [one.target for one in new]))
    blocks: list[tuple[list[Segment], list[Segment]]] = []
    i = j = 0
    while i < len(old):
        found = next((ends for at in range(j, len(new)) if (ends := _run(was, i, now, at))), None)
        if found is None or len({one.paragraph for one in new[found[2] : found[3]]}) > 1:
            i += 1
            continue
        done_old, done_new = sum(len(one) for one, _ in blocks), sum(len(one) for _, one in blocks)
        blocks += [
            (old[done_old : found[0]], new[done_new : found[2]]),
            (old[found[0] : found[1]], new[found[2] : found[3]]),
        ]
        i, j = found[1], found[3]
    done_old, done_new = sum(len(one) for one, _ in blocks), sum(len(one) for _, one in blocks)
    blocks.append((old[done_old:], new[done_new:]))
    return [block for block in blocks if block[0] or block[1]]


def _run(was: Sequence[str], i: int, now: Sequence[str], j: int) -> tuple[int, int, int, int] | None:
    """Return the shortest runs from ``i`` and ``j`` that hold the same words cut otherwise, or None."""
    left, right, end, stop = was[i], now[j], i + 1, j + 1
    while left and right:
        if left == right:
            return (i, end, j, stop) if (end, stop) != (i + 1, j + 1) else None
        if left.startswith(right) and stop < len(now):
            right, stop = right + now[stop], stop + 1
        elif right.startswith(left) and end < len(was):
            left, end = left + was[end], end + 1
        else:
            return None
    return None


def _imported(segments: Sequence[Segment]) -> list[str]:
    return [one.imported_target for one in segments]


def _compact(text: str) -> str:
    return "".join(text.split())


def _regrouped(old: Sequence[Segment], new: Sequence[Segment], separators: Mapping[SegmentId, str]) -> list[Segment]:
    """Return sentences cut as the person cut them, at their place in the new file."""
    placed = [replace(one, paragraph=new[0].paragraph, target_place=None) for one in old]
    last = placed[-1]
    if last.separator == separators.get(last.id, last.separator):
        placed[-1] = replace(last, separator=new[-1].separator)
    return placed


def _same_text(old: Sequence[Segment], new: Sequence[Segment]) -> bool:
    """Return whether the file only looks different because a person joined or split the sentences of a paragraph."""
    if len(old) == len(new) or not old or not new or len({one.paragraph for one in new}) > 1:
        return False
    before = "".join(map(_compact, _imported(old)))
    return bool(before) and before == "".join(_compact(one.target) for one in new)


def _partners(old: Sequence[Segment], new: Sequence[Segment]) -> dict[int, Segment]:
    """Return, by index of the new segment, the old one it is a version of; order is kept."""
    best: list[list[tuple[float, int, int]]] = [[(0.0, 0, 0)] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            options = [(best[i + 1][j][0], 1, 0), (best[i][j + 1][0], 0, 1)]
            near = abs(i * len(new) - j * len(old)) <= _BAND * max(len(old), len(new))
            alike = _likeness(old[i], new[j]) if near else 0.0
            if alike >= _ALIKE:
                options.append((best[i + 1][j + 1][0] + alike, 1, 1))
            best[i][j] = max(options)
    found: dict[int, Segment] = {}
    i = j = 0
    while i < len(old) and j < len(new):
        _, down, right = best[i][j]
        if down and right:
            found[j] = old[i]
        i, j = i + down, j + right
    return found


def _likeness(old: Segment, new: Segment) -> float:
    """Return 0 to 100: how alike two versions are, by the English and by the Chinese where both have it."""
    english = max(ratio(old.imported_target, new.target), ratio(old.target, new.target))
    if old.source and new.source:
        return max(english, ratio(old.source, new.source))
    return english


def _kept(old: Segment, new: Segment, separators: Mapping[SegmentId, str], *, is_pair: bool) -> Segment:
    """Return the old segment at its place in the new file; a separator that a person mended stays mended."""
    mended = old.separator != separators.get(old.id, old.separator) and new.separator == separators.get(old.id)
    placed = replace(
        old,
        paragraph=new.paragraph,
        target_place=new.target_place,
        separator=old.separator if mended else new.separator,
    )
    if not is_pair:
        return placed
    return replace(
        placed,
        source=new.source,
        source_separator=new.source_separator,
        source_place=new.source_place,
        confidence=new.confidence,
        version=old.version + (new.source != old.source),
    )


def _changed(old: Segment, new: Segment, separators: Mapping[SegmentId, str], *, is_pair: bool) -> Segment:
    """Return the old segment with what the new file says; a person's own wording stands against the file's."""
    placed = _kept(old, new, separators, is_pair=is_pair)
    if old.edited or old.redline is not None:
        return replace(placed, imported_target=new.target, version=old.version + 1)
    state = SegmentState.INITIAL if old.state is SegmentState.INITIAL else SegmentState.TRANSLATED
    # Nobody at the desk answers for words that came with a file.
    return replace(
        placed, target=new.target, imported_target=new.target, hands=(), state=state, version=old.version + 1
    )


def _imported_separators(document: Document, segments: Sequence[Segment]) -> dict[SegmentId, str]:
    """Return what stood after each segment in the file, where its words can still be told there."""
    found: dict[SegmentId, str] = {}
    for paragraph, group in groupby(segments, key=lambda one: one.paragraph):
        text = document.layout.paragraphs[paragraph].text
        at = 0
        last: SegmentId | None = None
        for segment in group:
            start = text.find(segment.imported_target, at)
            if start < 0 or not segment.imported_target:
                last = None
                continue
            if last is not None:
                found[last] = text[at:start]
            last, at = segment.id, start + len(segment.imported_target)
        if last is not None:
            found[last] = text[at:]
    return found
