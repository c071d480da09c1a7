"""What is being looked for, and where it was found: shared by the search panel and the commands."""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from translator_desk.app.changes import Changes
from translator_desk.app.search import Hit, Query, Side, finder
from translator_desk.errors import RefusedError
from translator_desk.model.ids import SegmentId
from translator_desk.model.segment import Segment
from translator_desk.ui.context import DeskContext
from translator_desk.ui.later import later
from translator_desk.wording import Message

PHRASE = "phrase"
"""Property of a list that names the phrase its current entry is about, for the concordance."""
_SLICE = 200
_SLICE_SECONDS = 0.006
_TOLD_SECONDS = 0.05
"""So seldom are the hits after the first ones told: each time the list is painted anew."""
_AGAIN_MS = 300
_FEW = 50
"""More changed segments than that are found anew with all the others."""


@dataclass(frozen=True, slots=True)
class SearchWish:
    """A wish to search, from a command.

    Attributes:
        text: What to look for, or "" to leave what stands there.
        replacing: Whether the keyboard goes to the words to put instead.
        at_once: Whether to search both sides of the project for exactly this, at once (concordance).
    """

    text: str = ""
    replacing: bool = False
    at_once: bool = False


class Searching(QObject):
    """One search at a time in a window; it looks in slices, so that a large project does not hold the window up.

    Signals:
        asked(): ``wish`` is there to be taken by the panel.
        began(): A search begins anew; the hits are gone.
        found(int): So many more hits are at the end of ``hits``.
        finished(): The whole scope has been searched.
        moved(int): Another hit is the current one.

    Attributes:
        query: What is looked for, or None.
        refusal: Why it cannot be looked for, or None.
        hits: What was found so far.
        at: Index of the current hit, or -1.
        wish: What a command asked for last, until the panel takes it.
    """

    asked = Signal()
    began = Signal()
    found = Signal(int)
    finished = Signal()
    moved = Signal(int)

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._context = context
        self.query: Query | None = None
        self.refusal: Message | None = None
        self.hits: list[Hit] = []
        self.at = -1
        self.wish: SearchWish | None = None
        self._finder: Callable[[Segment], list[Hit]] | None = None
        self._to_search: Iterator[SegmentId] = iter(())
        self._changed_segments: frozenset[SegmentId] = frozenset()
        self._stale = False
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._on)
        self._again = later(self, _AGAIN_MS, self._repeat)
        self._told = 0
        self._told_at = 0.0
        context.bridge.changed.connect(self._changed)
        context.project_changed.connect(self._forget)

    @property
    def running(self) -> bool:
        """Whether the search is still on its way."""
        return self._slices.isActive()

    def ask(self, wish: SearchWish) -> None:
        """Ask the panel to search."""
        self.wish = wish
        self.asked.emit()

    def take_wish(self) -> SearchWish | None:
        """Return what was asked for, once."""
        wish, self.wish = self.wish, None
        return wish

    def begin(self, query: Query | None) -> None:
        """Search anew; None ends the search."""
        self._again.stop()
        self._changed_segments, self._stale = frozenset(), False
        self.query, self.refusal, self.at = query, None, -1
        self.hits = []
        self._told = 0
        self.began.emit()
        if query is None or not self._context.is_open:
            self._slices.stop()
            self.finished.emit()
            return
        state = self._context.session.state
        try:
            self._finder = finder(query)
        except RefusedError as refused:
            self.refusal = refused.message
            self._slices.stop()
            self.finished.emit()
            return
        document = query.document
        self._to_search = state.reading_order() if document is None else iter(state.order.get(document, ()))
        self._slices.start()
        self._on()

    def step(self, by: int) -> bool:
        """Go to the next or previous hit, round the end.

        Returns:
            Whether there is one.
        """
        if not self.hits:
            return False
        self.go((self.at + by) % len(self.hits) if self.at >= 0 else self.nearest(by))
        return True

    def go(self, at: int, *, edit: bool | None = None) -> None:
        """Make a hit the current one and show it; where it stands in the target its words are selected."""
        self._tell_hits()
        self.at = at
        hit = self.hits[at]
        in_target = hit.side is Side.TARGET
        edit = in_target if edit is None else edit and in_target
        self._context.focus.go_to(hit.segment, hit.span if in_target else None, edit=edit and self._context.writable)
        self.moved.emit(at)

    def renew(self, segments: Iterable[SegmentId]) -> None:
        """Look again in a few segments whose words have changed; the current hit keeps its place in the list."""
        if self._finder is None or not self._context.is_open:
            return
        place = self._places()
        state = self._context.session.state
        for key in segments:
            if key not in state.segments:
                continue
            start = end = bisect_left(self.hits, place(key), key=lambda hit: place(hit.segment))
            while end < len(self.hits) and self.hits[end].segment == key:
                end += 1
            fresh = self._finder(state.segments[key]) if self._in_scope(key) else []
            self.hits[start:end] = fresh
        self.at = min(self.at, len(self.hits) - 1)
        self._told = 0
        self.began.emit()
        self._tell_hits()
        if self.at >= 0:
            self.moved.emit(self.at)
        self.finished.emit()

    def _in_scope(self, key: SegmentId) -> bool:
        document = self.query.document if self.query is not None else None
        return document in (None, self._context.session.state.segments[key].document)

    def _places(self) -> Callable[[SegmentId], tuple[int, int]]:
        """Return the call that says where a segment stands in reading order."""
        state = self._context.session.state
        order = {document: number for number, document in enumerate(state.document_order)}
        return lambda key: (order[state.segments[key].document], state.position(key))

    def nearest(self, by: int = 1) -> int:
        """Return the index of the hit to begin with: the next one from where the person is, or the one before."""
        here = self._context.focus.segment
        if here is None or not self.hits:
            return 0 if by > 0 else len(self.hits) - 1
        place = self._places()
        now = place(here)
        if by > 0:
            at = bisect_left(self.hits, now, key=lambda hit: place(hit.segment))
            return at if at < len(self.hits) else 0
        return bisect_right(self.hits, now, key=lambda hit: place(hit.segment)) - 1

    def _on(self) -> None:
        """Look on for a few milliseconds."""
        segments = self._context.session.state.segments
        until = time.perf_counter() + _SLICE_SECONDS
        while self._finder is not None and time.perf_counter() < until:
            some = list(islice(self._to_search, _SLICE))
            for key in some:
                if key in segments:
                    self.hits += self._finder(segments[key])
            if len(some) < _SLICE:
                self._slices.stop()
                break
        if not self._told or not self.running or time.perf_counter() - self._told_at > _TOLD_SECONDS:
            self._tell_hits()
        if not self.running:
            self.finished.emit()

    def _tell_hits(self) -> None:
        """Tell of the hits that were not told yet."""
        more = len(self.hits) - self._told
        if more > 0:
            self._told, self._told_at = len(self.hits), time.perf_counter()
            self.found.emit(more)

    def _changed(self, changes: Changes) -> None:
        if self.query is None or not (changes.segments or changes.structure):
            return
        self._changed_segments |= changes.segments
        self._stale = self._stale or bool(changes.structure) or len(self._changed_segments) > _FEW
        if changes.structure:
            # At once: hits of segments that are gone must not be asked for their place.
            self._repeat()
        else:
            self._again.start()

    def _repeat(self) -> None:
        """Look again where words have changed."""
        segments, self._changed_segments = self._changed_segments, frozenset()
        if self.query is None or not self._context.is_open:
            return
        if self._stale or self.running:
            self.begin(self.query)
        else:
            self.renew(segments)

    def _forget(self) -> None:
        self._slices.stop()
        self._again.stop()
        self._finder, self._to_search = None, iter(())
        self.query, self.hits, self.at, self._told = None, [], -1, 0


def searching(context: DeskContext) -> Searching:
    """Return the search of a window; it is made when it is first asked for."""
    found = context.findChild(Searching, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if found is not None else Searching(context)
