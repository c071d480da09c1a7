"""Proposals for entries: what a project uses again and again, and what its reviewers keep changing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from translator_desk.app.state import ProjectState
from translator_desk.glossary.mining import Candidate, mine
from translator_desk.glossary.mining_text import stop_words
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import SegmentId
from translator_desk.review.diff import DiffKind, word_diff
from translator_desk.text.scripts import HAN_RUN, simplify

_LONGEST_CHANGE = 6
_FEWEST = 2
_SHORTEST_TERM = 2


@dataclass(frozen=True, slots=True)
class WordingChange:
    """Words that reviewers keep changing into others.

    Attributes:
        old: The words that went.
        new: The words that came.
        segments: Where, each once.
        zh: The longest Chinese words that all these segments share and that no entry has; "" where there are none.
    """

    old: str
    new: str
    segments: tuple[SegmentId, ...]
    zh: str


def mined_terms(
    state: ProjectState, term_base: TermBase, most: int = 200, stopped: Callable[[], bool] = lambda: False
) -> tuple[Candidate, ...]:
    """Return the terms of an open project that have no entry, with the renderings met; for the compute lane."""
    rows = ((key, state.segments[key].source, state.segments[key].target) for key in state.reading_order())
    return mine(rows, term_base, most, stopped)


def wordings_changed(
    changes: Iterable[tuple[SegmentId, str, str, str]], term_base: TermBase
) -> tuple[WordingChange, ...]:
    """Return the changes of words made twice or more, the commonest first.

    Args:
        changes: Segment, its Chinese, its English before and after, one for each revision.
        term_base: Terms known already; a change that an entry explains is left out.
    """
    places: defaultdict[tuple[str, str], dict[SegmentId, str]] = defaultdict(dict)
    for segment, zh, before, after in changes:
        for old, new in _changed_words(before, after):
            places[old, new][segment] = simplify(zh)
    known = {form.lower() for entry in term_base.entries for form in entry.accepted}
    found = [
        WordingChange(old, new, tuple(where), _shared(list(where.values()), term_base))
        for (old, new), where in places.items()
        if len(where) >= _FEWEST and new.lower() not in known
    ]
    return tuple(sorted(found, key=lambda one: -len(one.segments)))


def _changed_words(before: str, after: str) -> Iterable[tuple[str, str]]:
    """Yield what was put in the place of what, with the word behind it where that makes it a phrase."""
    runs = word_diff(before, after)
    for at, run in enumerate(runs[:-1]):
        following = runs[at + 1]
        if run.kind is not DiffKind.REMOVED or following.kind is not DiffKind.INSERTED:
            continue
        old, new = run.text.strip(), following.text.strip()
        if not (any(ch.isalpha() for ch in old) and any(ch.isalpha() for ch in new)):
            continue
        tail = runs[at + 2].text.split() if at + 2 < len(runs) and runs[at + 2].kind is DiffKind.SAME else []
        head = tail[0] if tail and tail[0].isalpha() and tail[0].lower() not in stop_words() else ""
        if head and runs[at + 2].text[:1].isspace():
            old, new = f"{old} {head}", f"{new} {head}"
        if len(old.split()) <= _LONGEST_CHANGE and len(new.split()) <= _LONGEST_CHANGE:
            yield old, new


def _shared(texts: Sequence[str], term_base: TermBase) -> str:
    """Return the longest Han string that all texts hold and no entry has, "" where there is none of two characters."""
    first, *others = sorted(texts, key=len)
    known = Counter(form for entry in term_base.entries for form in entry.zh)
    best = ""
    for run in HAN_RUN.findall(first):
        for start in range(len(run)):
            end = start + max(len(best) + 1, _SHORTEST_TERM)
            while end <= len(run) and all(run[start:end] in text for text in others):
                if run[start:end] not in known:
                    best = run[start:end]
                end += 1
    return best
