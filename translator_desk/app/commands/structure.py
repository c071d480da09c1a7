"""Joining two segments and splitting one; the paragraph stays byte for byte what it was."""

from __future__ import annotations

from dataclasses import dataclass, replace

from translator_desk.app.commands.base import Doing, segment_of, with_target
from translator_desk.app.state import Delta, ProjectState, Step
from translator_desk.errors import RefusedError
from translator_desk.model.ids import SegmentId
from translator_desk.model.revision import RevisionKind
from translator_desk.model.state import SegmentState
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
        joined = replace(
            with_target(first, first.target + first.separator + second.target),
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
        before = with_target(whole, first_target)
        first = replace(
            before,
            source=first_source,
            separator=gap,
            source_separator=source_gap if second_source else whole.source_separator,
            imported_target="",
            state=SegmentState.INITIAL if whole.state is SegmentState.INITIAL else before.state,
            confidence=None,
        )
        second = replace(
            first,
            id=state.new_segment_id(),
            source=second_source,
            target=second_target,
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
        return Step(
            Delta(
                segments={whole.id: (whole, first), second.id: (None, second)},
                order={whole.document: (order, (*order[: at + 1], second.id, *order[at + 1 :]))},
            ),
            RevisionKind.SPLIT,
        )


def _cut(text: str, at: int) -> tuple[str, str, str]:
    """Return what stands before the white space at ``at``, that white space, and what stands after."""
    at = max(0, min(at, len(text)))
    left, right = text[:at], text[at:]
    first, second = left.rstrip(), right.lstrip()
    return first, text[len(first) : len(text) - len(second)], second
