"""Changing words: typing, a quick fix, replacing in many places."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from translator_desk.app.commands.base import Doing, refuse_final, segment_of, with_target, with_words
from translator_desk.app.state import Delta, ProjectState, Step
from translator_desk.errors import RefusedError
from translator_desk.model.ids import SegmentId
from translator_desk.model.issue import Fix, FixPart
from translator_desk.model.revision import RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.model.state import SegmentState
from translator_desk.model.workflow import Handling
from translator_desk.text.span import Span
from translator_desk.wording import Message, say


@dataclass(frozen=True, slots=True)
class EditTarget:
    """Words typed, pasted or deleted in the editor: ``words`` over ``span`` of the target."""

    segment: SegmentId
    span: Span
    words: str
    typing: bool = True

    @property
    def focus(self) -> SegmentId:
        """The segment typed in."""
        return self.segment

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("typing", "输入")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the segment with the words written over the span.

        Raises:
            RefusedError: The text is shorter meanwhile, or the document is final.
        """
        segment = segment_of(state, self.segment)
        if self.span.end > len(segment.target):
            raise RefusedError(say("The text has changed meanwhile; try again.", "文本已变动，请重试。"))
        return _one(segment, with_words(state, segment, self.span, self.words, doing), RevisionKind.EDIT)


@dataclass(frozen=True, slots=True)
class SetTarget:
    """A whole target written at once (source copied over, text restored)."""

    segment: SegmentId
    target: str
    label: Message
    typing: bool = False

    @property
    def focus(self) -> SegmentId:
        """The segment written."""
        return self.segment

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the segment with the new target."""
        segment = segment_of(state, self.segment)
        return _one(segment, with_target(state, segment, self.target, doing), RevisionKind.EDIT)


@dataclass(frozen=True, slots=True)
class EditSource:
    """The Chinese corrected (a typing slip of the source, a wrong attachment)."""

    segment: SegmentId
    source: str
    typing: bool = False

    @property
    def focus(self) -> SegmentId:
        """The segment corrected."""
        return self.segment

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("change of the source", "修改原文")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the segment with the new source; what was approved beside the old one goes back to translated.

        The record keeps the old one.

        Raises:
            RefusedError: The document is final.
        """
        segment = segment_of(state, self.segment)
        refuse_final(state, segment)
        if self.source == segment.source:
            return Step(Delta(), RevisionKind.SOURCE)
        approved = segment.state is SegmentState.REVIEWED
        stage = SegmentState.TRANSLATED if approved else segment.state
        changed = replace(segment, source=self.source, state=stage, version=segment.version + 1)
        return _one(segment, changed, RevisionKind.SOURCE, f"← {segment.source}")


@dataclass(frozen=True, slots=True)
class ApplyFix:
    """One quick fix of an issue; ``words`` is what must still stand under the fix's span."""

    segment: SegmentId
    fix: Fix
    words: str
    typing: bool = False

    @property
    def focus(self) -> SegmentId:
        """The segment mended."""
        return self.segment

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("quick fix “{words}”", "快速修正“{words}”", words=self.fix.replacement)

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the segment with the fix written in.

        Raises:
            RefusedError: Other words stand there meanwhile, or the document is final.
        """
        segment = segment_of(state, self.segment)
        text = segment.target if self.fix.part is FixPart.TARGET else segment.separator
        if self.fix.span.of(text) != self.words or self.fix.span.end > len(text):
            raise RefusedError(say("The words have changed meanwhile; check again.", "相关文字已变动，请重新检查。"))
        if self.fix.part is FixPart.TARGET:
            after = with_words(state, segment, self.fix.span, self.fix.replacement, doing)
        else:
            refuse_final(state, segment)
            mended = text[: self.fix.span.start] + self.fix.replacement + text[self.fix.span.end :]
            after = replace(segment, separator=mended, version=segment.version + 1)
        return _one(segment, after, RevisionKind.FIX, self.fix.replacement)


@dataclass(frozen=True, slots=True)
class Replacement:
    """One place of a replacement: ``words`` over ``span`` of the target (or of the source), where ``old`` stands."""

    segment: SegmentId
    span: Span
    old: str
    words: str
    in_source: bool = False


@dataclass(frozen=True, slots=True)
class _Written:
    """A segment before and after, and how its document was handled."""

    before: Segment
    handling: Handling
    after: Segment


@dataclass(frozen=True, slots=True)
class ReplaceMany:
    """Words replaced in many places, chosen one by one by the person; one step to undo.

    Attributes:
        places: The places.
        pending: Whether the changes wait for a decision even where the document is not tracked.
        made: What was worked out beforehand, by segment.
    """

    places: tuple[Replacement, ...]
    pending: bool = False
    typing: bool = False
    made: Mapping[SegmentId, _Written] = field(default_factory=dict, compare=False, repr=False)

    @property
    def focus(self) -> SegmentId | None:
        """The first place."""
        return self.places[0].segment if self.places else None

    @property
    def label(self) -> Message:
        """Name of the step."""
        if len(self.places) == 1:
            return say("replacement in one place", "替换 1 处")
        return say("replacement in {count} places", "替换 {count} 处", count=len(self.places))

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return all segments rewritten.

        Raises:
            RefusedError: The words of a place have changed, or a document is final; nothing is rewritten.
        """
        pairs: dict[SegmentId, tuple[Segment | None, Segment | None]] = {}
        for segment_id, places in self._by_segment().items():
            segment = segment_of(state, segment_id)
            made = self.made.get(segment_id)
            if made is None or made.before is not segment or made.handling != state.handling(segment):
                made = self._written(state, segment, places, doing)
            pairs[segment_id] = (segment, made.after)
        old = self.places[0].old if self.places else ""
        return Step(Delta(segments=pairs), RevisionKind.REPLACE, old)

    def worked_out(self, state: ProjectState, doing: Doing) -> ReplaceMany:
        """Return the same command with its segments written already, so that running it takes no time.

        May be called beside the window: what people change meanwhile is written anew when the command runs.
        """
        made = {}
        for segment_id, places in self._by_segment().items():
            with contextlib.suppress(RefusedError):  # said when it runs
                made[segment_id] = self._written(state, segment_of(state, segment_id), places, doing)
        return replace(self, made=made)

    def _by_segment(self) -> dict[SegmentId, list[Replacement]]:
        found: dict[SegmentId, list[Replacement]] = {}
        for place in self.places:
            found.setdefault(place.segment, []).append(place)
        return found

    def _written(self, state: ProjectState, segment: Segment, places: Iterable[Replacement], doing: Doing) -> _Written:
        written = segment
        # From the end, so that the spans before keep their places.
        for place in sorted(places, key=lambda one: one.span, reverse=True):
            if place.span.of(segment.source if place.in_source else segment.target) != place.old:
                raise RefusedError(
                    say("The words have changed meanwhile; preview again.", "相关文字已变动，请重新预览。")
                )
            if place.in_source:
                source = written.source[: place.span.start] + place.words + written.source[place.span.end :]
                written = replace(written, source=source)
            else:
                written = with_words(state, written, place.span, place.words, doing, pending=self.pending)
        return _Written(segment, state.handling(segment), replace(written, version=segment.version + 1))


def _one(before: Segment, after: Segment, kind: RevisionKind, note: str = "") -> Step:
    return Step(Delta(segments={before.id: (before, after)}), kind, note)
