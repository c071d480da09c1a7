"""Joining two segments and splitting one; the paragraph stays byte for byte what it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from translator_desk.app.commands.base import Doing, refuse_final, segment_of
from translator_desk.app.state import Delta, ProjectState, Step
from translator_desk.errors import RefusedError
from translator_desk.model.comment import Comment
from translator_desk.model.ids import SegmentId
from translator_desk.model.redline import Redline
from translator_desk.model.revision import RevisionKind
from translator_desk.model.state import SegmentState
from translator_desk.review.decisions import pending
from translator_desk.review.four_eyes import hands_of_both
from translator_desk.review.tracked import with_redline
from translator_desk.wording import Message, say


@dataclass(frozen=True, slots=True)
class JoinWithNext:
    """The segment and the one after it become one, in source and target."""

    segment: SegmentId
    typing: bool = False

    @property
    def focus(self) -> SegmentId:
        """The joined segment."""
        return self.segment

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("joining segments", "合并句段")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the first segment with both texts, and the second gone.

        Raises:
            RefusedError: There is no next segment, or it belongs to another paragraph.
        """
        first = segment_of(state, self.segment)
        order = state.order[first.document]
        at = state.position(first.id)
        if at + 1 >= len(order):
            raise RefusedError(say("There is no next segment to join with.", "后面没有可合并的句段。"))
        second = state.segments[order[at + 1]]
        if second.paragraph != first.paragraph:
            raise RefusedError(
                say(
                    "The next segment begins a new paragraph; only segments of one paragraph can be joined.",
                    "下一句段属于另一段落；只能合并同一段落内的句段。",
                )
            )
        refuse_final(state, first)
        redline = first.as_redline + Redline.of(first.separator) + second.as_redline
        joined = replace(
            with_redline(first, redline),
            state=_unsettled(first.state),
            hands=hands_of_both(first.hands, second.hands),
            asked_back=first.asked_back or second.asked_back,
            source=first.source + first.source_separator + second.source,
            separator=second.separator,
            source_separator=second.source_separator,
            imported_target=first.imported_target + first.separator + second.imported_target,
            confidence=None,
        )
        return Step(
            Delta(
                segments={first.id: (first, joined), second.id: (second, None)},
                order={first.document: (order, order[: at + 1] + order[at + 2 :])},
                comments=_moved(state.remarks(second.id), first.id, len(first.target) + len(first.separator)),
            ),
            RevisionKind.JOIN,
        )


@dataclass(frozen=True, slots=True)
class SplitSegment:
    """The segment becomes two at the given places; white space at the cut becomes the separator.

    Attributes:
        segment: The segment.
        target_at: Where the target is cut, in code points.
        source_at: Where the source is cut; its length leaves all of it with the first part.
    """

    segment: SegmentId
    target_at: int
    source_at: int
    typing: bool = False

    @property
    def focus(self) -> SegmentId:
        """The first part."""
        return self.segment

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("splitting a segment", "拆分句段")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the two parts.

        Raises:
            RefusedError: The cut stands at an end of the text.
        """
        whole = segment_of(state, self.segment)
        first_target, gap, second_target = _cut(whole.target, self.target_at)
        first_source, source_gap, second_source = _cut(whole.source, self.source_at)
        if not (first_target and second_target):
            raise RefusedError(
                say(
                    "Put the caret between the words where the segment shall be split.",
                    "请把光标放在要拆分处的文字之间。",
                )
            )
        refuse_final(state, whole)
        left, rest = whole.as_redline.cut(len(first_target))
        between, right = rest.cut(len(gap))
        # What is struck at the cut goes with the second part: nothing pending is lost with the white space.
        right = Redline.joined((*(piece for piece in between.pieces if not piece.stands), *right.pieces))
        before = with_redline(whole, left)
        first = replace(
            before,
            source=first_source,
            separator=gap,
            source_separator=source_gap if second_source else whole.source_separator,
            imported_target="",
            state=_unsettled(whole.state),
            confidence=None,
        )
        second = replace(
            first,
            id=state.new_segment_id(),
            source=second_source,
            target=second_target,
            redline=pending(right),
            separator=whole.separator,
            source_separator=whole.source_separator,
            version=0,
            source_place=None,
            target_place=None,
        )
        # Which part of the imported words belongs to which half is known only while they are untouched.
        if not whole.edited:
            first = replace(first, imported_target=first_target)
            second = replace(second, imported_target=second_target)
        else:
            first = replace(first, imported_target=whole.imported_target)
        order = state.order[whole.document]
        at = state.position(whole.id)
        cut = len(first_target) + len(gap)
        return Step(
            Delta(
                segments={whole.id: (whole, first), second.id: (None, second)},
                order={whole.document: (order, (*order[: at + 1], second.id, *order[at + 1 :]))},
                comments=_moved(_in_second(state.remarks(whole.id), cut), second.id, -cut),
            ),
            RevisionKind.SPLIT,
        )


def _unsettled(state: SegmentState) -> SegmentState:
    """Return the state of a segment whose words were put together anew."""
    return state if state is SegmentState.INITIAL else SegmentState.TRANSLATED


def _in_second(comments: Sequence[Comment], cut: int) -> list[Comment]:
    """Return the threads on words of the second part, answers included."""
    first = {one.id for one in comments if not one.answers and one.span is not None and one.span.start >= cut}
    return [one for one in comments if one.id in first or one.answers in first]


def _moved(
    comments: Sequence[Comment], segment: SegmentId, by: int
) -> dict[str, tuple[Comment | None, Comment | None]]:
    """Return the comments hung on another segment, their words ``by`` code points further on."""
    return {
        one.id: (one, replace(one, segment=segment, span=None if one.span is None else one.span.shifted(by)))
        for one in comments
    }


def _cut(text: str, at: int) -> tuple[str, str, str]:
    """Return what stands before the white space at ``at``, that white space, and what stands after."""
    at = max(0, min(at, len(text)))
    left, right = text[:at], text[at:]
    first, second = left.rstrip(), right.lstrip()
    return first, text[len(first) : len(text) - len(second)], second
