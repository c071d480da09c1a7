"""Entries a project could do with: what reviewers keep changing, names and terms used again and again."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from translator_desk.app.snapshot import Snapshot
from translator_desk.glossary.mining import Candidate, mine
from translator_desk.glossary.mining_names import mine_names
from translator_desk.glossary.mining_text import stop_words
from translator_desk.glossary.source_index import source_forms
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import SegmentId
from translator_desk.model.revision import Revision, RevisionKind
from translator_desk.review.diff import DiffKind, word_diff
from translator_desk.text.scripts import HAN_RUN, simplify

_LONGEST_CHANGE = 6
_MOST_AROUND = 2
"""Words on each side of a change that may belong to the phrase."""
_FEWEST = 2
_SHORTEST_TERM = 2
_ARTICLE = re.compile(r"(?:an?|the)\s+(?=\S)", re.IGNORECASE)
_ENDS = ".,;:!?)’”'\""
_DEEDS = frozenset({RevisionKind.EDIT, RevisionKind.FIX, RevisionKind.AMEND})
"""Revisions in which somebody wrote other words at one place; what is done everywhere at once is one wish, not many."""


class FindKind(StrEnum):
    """Why an entry is worth having."""

    CHANGED = "changed"
    NAME = "name"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Find:
    """An entry worth having.

    Attributes:
        kind: Why.
        zh: The Chinese, "" where the texts have none.
        renderings: English with how often it stands, the best first.
        segments: Where, each once.
        instead_of: The words that reviewers changed, "" where it is no change.
        entry: Id of the entry that has this Chinese in other English, "" where none has.
    """

    kind: FindKind
    zh: str
    renderings: tuple[tuple[str, int], ...]
    segments: tuple[SegmentId, ...]
    instead_of: str = ""
    entry: str = ""

    @property
    def key(self) -> str:
        """What tells it from other finds, also in a later search."""
        return "\t".join((self.kind.value, self.zh or self.renderings[0][0], self.instead_of))


def mined(
    texts: Snapshot,
    revisions: Sequence[Revision],
    term_base: TermBase,
    dismissed: Collection[str] = (),
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[Find, ...]:
    """Return the entries worth having, changes first, then names, then terms; for the compute lane.

    Args:
        texts: The project.
        revisions: Its history, in the order of the store.
        term_base: Terms known already.
        dismissed: Keys of finds that nobody wants to see again.
        stopped: Asked now and then; where it says yes what was found so far is returned.
    """
    finds = [
        Find(FindKind.CHANGED, one.zh, ((one.new, len(one.segments)),), one.segments, one.old, one.entry)
        for one in wordings_changed(reviewed(revisions, texts), term_base)
    ]
    rows = [(segment.id, segment.source, segment.target) for _, segment in texts.rows()]
    seen = {one.zh for one in finds if one.zh}
    for kind, look in ((FindKind.NAME, mine_names), (FindKind.TERM, _terms)):
        if stopped():
            break
        for candidate in look(rows, term_base, stopped):
            if not candidate.zh or candidate.zh not in seen:
                finds.append(_found(kind, candidate))
                seen.add(candidate.zh)
    return tuple(one for one in finds if one.key not in dismissed)


def _terms(
    rows: Iterable[tuple[SegmentId, str, str]], term_base: TermBase, stopped: Callable[[], bool]
) -> tuple[Candidate, ...]:
    """Return the terms that are rendered alike in half of their segments at least, and not by chance."""
    return tuple(
        one
        for one in mine(rows, term_base, stopped=stopped)
        if len(one.renderings[0].segments) >= max(_FEWEST, len(one.segments) / 2)
    )


def _found(kind: FindKind, candidate: Candidate) -> Find:
    renderings = tuple((one.en, len(one.segments)) for one in candidate.renderings)
    return Find(kind, candidate.zh, renderings, tuple(SegmentId(int(str(key))) for key in candidate.segments))


def reviewed(revisions: Sequence[Revision], texts: Snapshot) -> Iterator[tuple[SegmentId, str, str, str]]:
    """Yield what people wrote instead of what: segment, its Chinese, its English before and after.

    Counted are edits, fixes and amendments of a text that was there already.
    """
    before: dict[SegmentId, str] = {}
    for revision in revisions:
        old = before.get(revision.segment, "")
        segment = texts.segments.get(revision.segment)
        if old and segment is not None and revision.kind in _DEEDS and old != revision.target:
            yield revision.segment, segment.source, old, revision.target
        before[revision.segment] = revision.target


@dataclass(frozen=True, slots=True)
class WordingChange:
    """Words that reviewers keep changing into others.

    Attributes:
        old: The words that went.
        new: The words that came.
        segments: Where, each once.
        zh: The longest Chinese words that all these segments share; "" where there are none.
        entry: Id of the entry that has this Chinese, "" where none has.
    """

    old: str
    new: str
    segments: tuple[SegmentId, ...]
    zh: str
    entry: str = ""


def wordings_changed(
    changes: Iterable[tuple[SegmentId, str, str, str]], term_base: TermBase
) -> tuple[WordingChange, ...]:
    """Return the changes of words made twice or more, the commonest first.

    Args:
        changes: Segment, its Chinese, its English before and after, one for each revision.
        term_base: Terms known already; a change that an entry explains is left out.
    """
    places: defaultdict[tuple[str, str], list[_Change]] = defaultdict(list)
    for segment, zh, before, after in changes:
        for old, new, left, right in _changed_words(before, after):
            places[old, new].append(_Change(segment, simplify(zh), left, right))
    known = {form.lower() for entry in term_base.entries for form in entry.accepted}
    owners = {form: entry.id for entry in term_base.entries for form in source_forms(entry)}
    found = []
    for (old, new), where in places.items():
        segments = {one.segment: one.zh for one in where}
        left = _common([one.left[::-1] for one in where])[::-1]
        right = _common([one.right for one in where])
        whole, now = (" ".join((*left, words, *right)) for words in (old, new))
        if len(segments) >= _FEWEST and not {new.lower(), now.lower()} & known:
            shared = _shared(list(segments.values()))
            found.append(WordingChange(whole, now, tuple(segments), shared, owners.get(shared, "")))
    return tuple(sorted(found, key=lambda one: -len(one.segments)))


class _Change(NamedTuple):
    """One place of a change, with the words around it that may belong to the phrase."""

    segment: SegmentId
    zh: str
    left: tuple[str, ...]
    right: tuple[str, ...]


def _changed_words(before: str, after: str) -> Iterator[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    """Yield what was put in the place of what, with the words before and behind it."""
    runs = word_diff(before, after)
    for at, run in enumerate(runs[:-1]):
        following = runs[at + 1]
        if run.kind is not DiffKind.REMOVED or following.kind is not DiffKind.INSERTED:
            continue
        old, new = run.text.strip(), following.text.strip()
        if not (any(ch.isalpha() for ch in old) and any(ch.isalpha() for ch in new)):
            continue
        if _ARTICLE.match(old) and _ARTICLE.match(new):
            old, new = _ARTICLE.sub("", old), _ARTICLE.sub("", new)  # "an" went with the word behind it
        if max(len(old.split()), len(new.split())) > _LONGEST_CHANGE:
            continue
        before_it = runs[at - 1].text if at and runs[at - 1].kind is DiffKind.SAME else ""
        behind = runs[at + 2].text if at + 2 < len(runs) and runs[at + 2].kind is DiffKind.SAME else ""
        left = tuple(_phrase(reversed(before_it.split())))[::-1] if before_it[-1:].isspace() else ()
        yield old, new, left, tuple(_phrase(behind.split())) if behind[:1].isspace() else ()


def _phrase(words: Iterable[str]) -> Iterator[str]:
    """Yield the words of a phrase, outwards from the change, to the first small word or sign."""
    for word in words:
        bare = word.rstrip(_ENDS)
        if not bare.isalpha() or bare.lower() in stop_words():
            return
        yield bare
        if bare != word:
            return


def _common(rows: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the words with which all rows begin."""
    found = itertools.takewhile(lambda words: len(set(words)) == 1, zip(*rows, strict=False))
    return tuple(words[0] for words in itertools.islice(found, _MOST_AROUND))


def _shared(texts: Sequence[str]) -> str:
    """Return the longest Han string that all texts hold, "" where there is none of two characters."""
    first, *others = sorted(texts, key=len)
    best = ""
    for run in HAN_RUN.findall(first):
        for start in range(len(run)):
            end = start + max(len(best) + 1, _SHORTEST_TERM)
            while end <= len(run) and all(run[start:end] in text for text in others):
                best = run[start:end]
                end += 1
    return best
