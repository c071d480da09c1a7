"""A copy's segments found in ours, whatever either side has split and joined; no word is lost or doubled."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.store import values
from translator_desk.model.ids import SegmentId
from translator_desk.model.revision import RevisionKind
from translator_desk.review.matching import fork_of, match

SENTENCES = (
    ("市长首先讲话。", "The mayor spoke first."),
    ("他感谢了来宾。", "He thanked the guests."),
    ("会议中午结束。", "The meeting ended at noon."),
    ("大家回家。", "All went home."),
    ("下雨了。", "It rained in the afternoon."),
)


class Side:
    """One desk: its segments and its history."""

    def __init__(self, segments, history):
        self.segments, self.history = list(segments), list(history)

    def _keep(self, kind, *segments):
        self.history += [values.revision(one, kind) for one in segments]

    def edit(self, at, words):
        at %= len(self.segments)
        now = self.segments[at] = values.edited(self.segments[at], words)
        self._keep(RevisionKind.EDIT, now)

    def split(self, at):
        at %= len(self.segments)
        one = self.segments[at]
        words = one.target.split(" ")
        if len(words) < 2:
            return
        half = len(one.source) // 2
        new = 1 + max(revision.segment for revision in self.history)
        first = values.edited(replace(one, source=one.source[:half], separator=" "), " ".join(words[:1]))
        second = replace(one, id=SegmentId(new), source=one.source[half:], target=" ".join(words[1:]))
        self.segments[at : at + 1] = [first, second]
        self._keep(RevisionKind.SPLIT, first, second)

    def join(self, at):
        at %= len(self.segments)
        if at + 1 == len(self.segments):
            return
        one, other = self.segments[at : at + 2]
        whole = values.edited(
            replace(one, source=one.source + other.source, separator=other.separator), f"{one.target} {other.target}"
        )
        self.segments[at : at + 2] = [whole]
        self._keep(RevisionKind.JOIN, whole)


def begin(*, chinese=True):
    segments = [
        values.segment(number, source=zh if chinese else "", target=en) for number, (zh, en) in enumerate(SENTENCES, 1)
    ]
    return Side(segments, [values.revision(one, RevisionKind.IMPORT, key=f"r{one.id}") for one in segments])


def copies(chinese=True):
    first = begin(chinese=chinese)
    return first, Side(first.segments, first.history)


def found(ours, theirs):
    fork = fork_of(ours.history, theirs.history)
    lost = fork.texts.keys() - {one.id for one in (*ours.segments, *theirs.segments)}
    return match(fork, ours.segments, theirs.segments, lost)


def bare(texts):
    return "".join("".join(texts).split())


def test_untouched_segments_are_themselves():
    ours, theirs = copies()
    theirs.edit(1, "He greeted everyone.")
    said = found(ours, theirs)
    assert said.theirs == {one.id: one.target for one in theirs.segments}
    assert said.base == {one.id: one.target for one in ours.segments}
    assert said.places == {one.id: (one.id,) for one in ours.segments}


def test_what_they_split_and_joined_comes_to_our_segments():
    ours, theirs = copies()
    theirs.split(0)
    theirs.join(3)
    theirs.edit(3, "The meeting ended at midday. All went home.")
    said = found(ours, theirs)
    assert [said.theirs[SegmentId(number)] for number in range(1, 6)] == [
        "The mayor spoke first.",
        "He thanked the guests.",
        "The meeting ended at midday.",
        "All went home.",
        "It rained in the afternoon.",
    ]
    assert list(said.base.values()) == [english for _, english in SENTENCES]
    # The number both sides have given since is not the same segment.
    ours.split(4)
    assert found(ours, theirs).places[SegmentId(6)] == (1,)


def test_what_both_joined_began_from_both():
    ours, theirs = copies()
    for side, words in ((ours, "All left."), (theirs, "Everybody left.")):
        side.join(2)
        side.edit(2, f"The meeting ended at noon. {words}")
    assert found(ours, theirs).base[SegmentId(3)] == "The meeting ended at noon. All went home."


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("split"), st.integers(0, 7)),
        st.tuples(st.just("join"), st.integers(0, 7)),
        st.tuples(st.just("edit"), st.integers(0, 7), st.sampled_from(["", "So it was.", "He thanked all the guests"])),
    ),
    max_size=5,
)


def work(side, steps):
    for name, *values_ in steps:
        getattr(side, name)(*values_)


@given(STEPS, STEPS, st.booleans())
def test_every_word_of_theirs_and_of_the_base_is_with_one_of_our_segments(ours_did, theirs_did, chinese):
    ours, theirs = copies(chinese)
    work(ours, ours_did)
    work(theirs, theirs_did)
    said = found(ours, theirs)
    assert list(said.theirs) == [one.id for one in ours.segments]
    assert bare(said.theirs.values()) == bare(one.target for one in theirs.segments)
    assert set(said.places) == {one.id for one in theirs.segments}


@given(STEPS)
def test_what_only_we_did_is_no_change_of_theirs(ours_did):
    ours, theirs = copies()
    work(ours, ours_did)
    said = found(ours, theirs)
    assert said.theirs == said.base
