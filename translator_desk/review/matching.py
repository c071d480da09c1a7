"""Which of our segments a copy's segments are, where either side has split or joined some since the copy was made.

A segment that neither side split or joined is the same on both sides. What stands between two such segments is
compared as one text, and cut where our segments begin.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from translator_desk.model.ids import WHOLE_PROJECT, SegmentId
from translator_desk.model.revision import Revision, RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.review.diff import DiffKind, word_diff

_RESHAPES = (RevisionKind.SPLIT, RevisionKind.JOIN)


@dataclass(frozen=True, slots=True)
class Fork:
    """Where two histories of one project part.

    Attributes:
        texts: What each segment said there, in the order in which the segments first came up.
        reshaped: Segments that either side has split or joined since.
        ours: What we have done since.
        theirs: What they have done since.
    """

    texts: Mapping[SegmentId, str]
    reshaped: Set[SegmentId]
    ours: Sequence[Revision] = ()
    theirs: Sequence[Revision] = ()


@dataclass(frozen=True, slots=True)
class Versions:
    """What a copy says of our segments.

    Attributes:
        base: What both began from, by our segments.
        theirs: Their texts, by our segments.
        places: Our segments that hold the words of each of theirs.
    """

    base: dict[SegmentId, str] = field(default_factory=dict)
    theirs: dict[SegmentId, str] = field(default_factory=dict)
    places: dict[SegmentId, tuple[SegmentId, ...]] = field(default_factory=dict)


def fork_of(ours: Sequence[Revision], theirs: Sequence[Revision]) -> Fork:
    """Return where two histories part, each in the order of its store."""
    shared = next(
        (at for at, (our, their) in enumerate(zip(ours, theirs, strict=False)) if our.id != their.id),
        min(len(ours), len(theirs)),
    )
    texts = {one.segment: one.target for one in ours[:shared] if one.segment != WHOLE_PROJECT}
    our_part, their_part = ours[shared:], theirs[shared:]
    reshaped = frozenset(one.segment for one in (*our_part, *their_part) if one.kind in _RESHAPES)
    return Fork(texts, reshaped, our_part, their_part)


def match(fork: Fork, ours: Sequence[Segment], theirs: Sequence[Segment], lost: Set[SegmentId]) -> Versions:
    """Return what the copy of a document says of our segments of it.

    Args:
        fork: Where the two histories part.
        ours: Our segments of the document, in reading order.
        theirs: The copy's.
        lost: Segments of the fork that neither project has any more, in any document.
    """
    found = Versions()
    for our_run, their_run in _runs(fork, ours, theirs):
        base = _cut(our_run, _joined_base(fork, our_run, their_run, lost))
        for one, old, new in zip(our_run, base, _cut(our_run, _joined(their_run)), strict=True):
            if len(our_run) + len(their_run) > 2 and old.split() == new.split():
                # Where segments were joined, the space between them is nobody's change.
                new = old
            found.base[one.id], found.theirs[one.id] = old, new
        found.places.update((one.id, tuple(our.id for our in our_run)) for one in their_run)
    return found


_Run = tuple[list[Segment], list[Segment]]


def _runs(fork: Fork, ours: Sequence[Segment], theirs: Sequence[Segment]) -> list[_Run]:
    """Return what belongs together: one segment a side, or what was split or joined and all its parts.

    What only the copy has stands with the segment before it, or with the first.
    """
    known = {one.id: one for one in theirs}
    runs: list[_Run] = []
    rest = iter(theirs)
    open_run: _Run = ([], [])
    for one in ours:
        if not _is_same(fork, one, known.get(one.id)):
            open_run[0].append(one)
            continue
        for other in rest:
            if other.id == one.id:
                break
            open_run[1].append(other)
        same: _Run = ([one], [known[one.id]])
        if open_run[0]:
            runs += _split_by_source(open_run)
        elif runs:
            runs[-1][1].extend(open_run[1])
        else:
            same[1][:0] = open_run[1]
        runs.append(same)
        open_run = ([], [])
    open_run[1].extend(rest)
    if open_run[0]:
        runs += _split_by_source(open_run)
    elif runs:
        runs[-1][1].extend(open_run[1])
    return runs


def _is_same(fork: Fork, one: Segment, other: Segment | None) -> bool:
    return other is not None and one.source == other.source and one.id in fork.texts and one.id not in fork.reshaped


def _split_by_source(run: _Run) -> Iterator[_Run]:
    """Yield the run in parts where the Chinese of both sides ends at the same place; whole where it tells nothing."""
    ours, theirs = run
    if not theirs or _source(ours) != _source(theirs) or not _source(ours):
        yield run
        return
    left = list(theirs)
    part: _Run = ([], [])
    for one in ours:
        part[0].append(one)
        while left and len(_source(part[1])) < len(_source(part[0])):
            part[1].append(left.pop(0))
        if len(_source(part[0])) == len(_source(part[1])):
            while left and not _source(left[:1]):
                part[1].append(left.pop(0))
            yield part
            part = ([], [])
    if part[0]:
        yield part


def _source(segments: Sequence[Segment]) -> str:
    return "".join("".join(one.source for one in segments).split())


def _joined(segments: Sequence[Segment]) -> str:
    return "".join(one.target + (one.separator or " ") * (at + 1 < len(segments)) for at, one in enumerate(segments))


def _joined_base(fork: Fork, ours: Sequence[Segment], theirs: Sequence[Segment], lost: Set[SegmentId]) -> str:
    """Return what the segments of a run said at the fork, those that both sides have joined away included."""
    here = {one.id for one in (*ours, *theirs)}
    if len(ours) == len(theirs) == 1 and ours[0].id not in fork.reshaped:
        return fork.texts.get(ours[0].id, "")
    texts: list[str] = []
    inside = False
    for key, text in fork.texts.items():
        inside = key in here or (inside and key in lost)
        if inside and text:
            texts.append(text)
    return " ".join(texts)


def _cut(ours: Sequence[Segment], text: str) -> list[str]:
    """Return another version of the text of our segments, cut where ours begin."""
    if len(ours) == 1:
        return [text]
    at = 0
    begins = [0]
    for one in ours[:-1]:
        at += len(one.target) + len(one.separator or " ")
        begins.append(at)
    cuts = [0, *_moved(begins[1:], _joined(ours), text), len(text)]
    parts = [text[begin:end] for begin, end in pairwise(cuts)]
    return [*(part.rstrip() for part in parts[:-1]), parts[-1]]


def _moved(places: Sequence[int], old: str, new: str) -> list[int]:
    """Return where places of one text lie in another; one among changed words lies behind what stands there now."""
    moved: list[int] = []
    before = after = 0
    runs = word_diff(old, new)
    for number, run in enumerate(runs):
        if run.kind is DiffKind.INSERTED:
            after += len(run.text)
            continue
        follows = runs[number + 1] if number + 1 < len(runs) else None
        put_in = len(follows.text) if follows is not None and follows.kind is DiffKind.INSERTED else 0
        stays = run.kind is DiffKind.SAME
        while len(moved) < len(places) and places[len(moved)] < before + len(run.text):
            moved.append(after + (places[len(moved)] - before if stays else put_in))
        before += len(run.text)
        after += len(run.text) if stays else 0
    return [*moved, *[len(new)] * (len(places) - len(moved))]
