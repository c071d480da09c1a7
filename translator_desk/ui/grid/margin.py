"""What stands in the margin beside a segment's number: that people talk about it, and whose changes wait."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QTableView

from translator_desk.app.changes import Changes
from translator_desk.model.comment import Comment
from translator_desk.model.redline import Redline
from translator_desk.model.segment import Segment
from translator_desk.review.anchors import Anchor, Hold, locate
from translator_desk.ui.context import DeskContext
from translator_desk.ui.icons import pixmap

_GAP = 2
_SMALL = 0.8
"""Size of the letters that stand for a person, beside that of the window's."""
_LONGEST = 240
"""Code points of a remark that a hint shows."""


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon in the margin, and the name of its colour."""

    icon: str
    colour: str


def comment_sign(context: DeskContext, segment: Segment) -> Sign | None:
    """Return the sign of a segment's threads: resolved, open, or open with words that are there no more."""
    threads = _threads(context, segment)
    if not threads:
        return None
    waiting = [one for one in threads if not one.resolved]
    if not waiting:
        return Sign("comment-resolved", "muted")
    if any(is_loose(locate(one, segment.target)) for one in waiting):
        return Sign("comment-loose", "warning")
    return Sign("comment", "accent")


def is_loose(anchor: Anchor) -> bool:
    """Return whether the words that a comment was made on stand there no more."""
    return anchor.hold in (Hold.CHANGED, Hold.LOST)


def anchor_words(comment: Comment, segment: Segment) -> str:
    """Return how a comment holds to its words, in the window's language; "" where it holds as it was made."""
    anchor = locate(comment, segment.target)
    if anchor.hold is Hold.CONTEXT:
        return QCoreApplication.translate("Comments", "The words stand elsewhere now.")
    if anchor.hold is Hold.LOST:
        return QCoreApplication.translate("Comments", "The words are gone.")
    if anchor.hold is not Hold.CHANGED or anchor.span is None:
        return ""
    if not len(anchor.span):
        return QCoreApplication.translate("Comments", "The words were taken out.")
    now = anchor.span.of(segment.target)
    return QCoreApplication.translate("Comments", "Other words stand there now: “%1”").replace("%1", now)


def comment_hint(context: DeskContext, segment: Segment) -> str:
    """Return the open threads of a segment as a hint, line by line; "" where there are none."""
    remarks = context.session.state.remarks(segment.id)
    lines: list[str] = []
    for first in _threads(context, segment):
        if first.resolved:
            continue
        if first.quote:
            lines.append(f"“{first.quote}”")
        lines.extend(filter(None, (anchor_words(first, segment),)))
        said = (first, *(one for one in remarks if one.answers == first.id))
        lines.extend(f"{one.author}: {_short(one.text)}" for one in said)
    return "\n".join(lines)


class Margin:
    """Paints the signs left of the numbers."""

    def __init__(self, view: QTableView, context: DeskContext) -> None:
        self._view = view
        self._context = context
        context.bridge.changed.connect(self._apply)

    def width(self, edge: int) -> int:
        """Return the room the signs take."""
        letters = self._view.fontMetrics().horizontalAdvance("MM") * _SMALL
        return max(edge, round(letters)) + 2 * _GAP

    def paint(self, painter: QPainter, left: int, top: int, bottom: int, edge: int, segment: Segment) -> None:
        """Paint the signs of a segment, one below the other from ``top``."""
        sign = comment_sign(self._context, segment)
        if sign is not None:
            colour = self._context.themes.current.colour(sign.colour).name()
            painter.drawPixmap(left, top, pixmap(sign.icon, colour, edge, self._view.devicePixelRatioF()))
            top += edge + _GAP
        if segment.redline is not None and top + edge <= bottom:
            self._paint_authors(painter, left, top, bottom, segment.redline)

    def _paint_authors(self, painter: QPainter, left: int, top: int, bottom: int, redline: Redline) -> None:
        """Paint the letters of everybody whose changes wait in a segment, as far as there is room."""
        authors = self._context.review.authors
        font = QFont(self._view.font())
        font.setPointSizeF(max(font.pointSizeF() * _SMALL, 6.0))
        font.setBold(True)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        for name in sorted(redline.authors):
            if top + metrics.height() > bottom:
                return
            painter.setPen(self._context.themes.current.colour(authors.colour(name)))
            painter.drawText(left, top + metrics.ascent(), authors.initials(name))
            top += metrics.height()

    def _apply(self, changes: Changes) -> None:
        if changes.comments:
            self._view.viewport().update()


def _threads(context: DeskContext, segment: Segment) -> list[Comment]:
    return [one for one in context.session.state.remarks(segment.id) if not one.answers]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
