"""Terms of office on a scale of years: what is certain, what the dates leave open, gaps and overlaps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from translator_desk.glossary.office_timeline import Term, Timeline
from translator_desk.ui.theme import Themes

Naming = Callable[[Term], str]
_MARGIN = 8
_NAME_SHARE = 0.45
_LEAST_YEARS = 2
_STEPS = (1, 2, 5, 10, 20, 50, 100)


class OfficeTimeline(QWidget):
    """One row a term; Up and Down walk, Enter chooses.

    A full bar is a time for certain, a pale one may belong to it, an open end is unknown. Hatched years between two
    bars are a gap; a red frame is a time of two holders, or of one post twice.

    Signals:
        chosen(str): Id of the person whose term was chosen.
    """

    chosen = Signal(str)

    def __init__(self, themes: Themes, today: Callable[[], dt.date], parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._today = today
        self._timeline = Timeline((), (), ())
        self._name: Naming = lambda term: term.office.post
        self._tell: Naming = self._name
        self._row = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    @property
    def timeline(self) -> Timeline:
        """What is shown."""
        return self._timeline

    @property
    def row(self) -> int:
        """The row the keyboard is on, -1 before it has been on any."""
        return self._row

    def show_terms(self, timeline: Timeline, name: Naming, tell: Naming) -> None:
        """Show terms.

        Args:
            timeline: What to show.
            name: What stands to the left of a bar.
            tell: The whole of what is known of a term, for the tooltip and for screen readers.
        """
        self._timeline, self._name, self._tell = timeline, name, tell
        self._row = min(self._row, len(timeline.terms) - 1)
        self.setAccessibleDescription("\n".join(map(tell, timeline.terms)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for every row and the years below."""
        return QSize(260, self._line() * (len(self._timeline.terms) + 1) + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same height; names and bars are cut in width."""
        return QSize(160, self.sizeHint().height())

    def span(self) -> tuple[dt.date, dt.date]:
        """Return the first and the last day of the scale."""
        today = self._today()
        firsts = [one.first for one in self._timeline.terms if one.first is not None]
        lasts = [one.last for one in self._timeline.terms if one.last is not None]
        first = min([*firsts, *lasts], default=today)
        last = max([*firsts, *lasts], default=today)
        if any(one.office.present or one.last is None for one in self._timeline.terms):
            last = max(last, today)
        first = dt.date(first.year, 1, 1)
        return first, dt.date(max(last.year + 1, first.year + _LEAST_YEARS), 1, 1)

    def x_of(self, day: dt.date) -> float:
        """Return where a day stands."""
        first, last = self.span()
        left, right = self._names_width() + _MARGIN, self.width() - _MARGIN
        return left + (right - left) * (day - first).days / (last - first).days

    def bars(self, term: Term) -> tuple[QRectF, QRectF]:
        """Return where a term may have lasted, and where it lasted for certain (empty where nothing is)."""
        row = self._timeline.terms.index(term)
        _, end = self.span()
        office = term.office
        first = term.first or self.span()[0]
        last = min(self._today(), end) if office.present or term.last is None else term.last
        certain = [one.latest for one in (office.start, *office.seen) if one is not None]
        until = [one.earliest for one in (office.end, *office.seen) if one is not None]
        if office.present:
            until.append(last)
        top, height = row * self._line() + 4.0, self._line() - 8.0
        possible = QRectF(self.x_of(first), top, max(self.x_of(last) - self.x_of(first), 3.0), height)
        if not certain or not until or min(certain) > max(until):
            return possible, QRectF()
        begin, close = self.x_of(min(certain)), self.x_of(max(until))
        return possible, QRectF(begin, top, max(close - begin, 3.0), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint gaps, overlaps, bars, names and years."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_years(painter)
        theme = self._themes.current
        muted, accent = theme.colour("muted"), theme.colour("accent")
        for gap in self._timeline.gaps:
            rows = [self._timeline.terms.index(one) for one in (gap.after, gap.before)]
            brush = QBrush(muted, Qt.BrushStyle.BDiagPattern)
            painter.fillRect(self._band(gap.first, gap.last, rows), brush)
        for row, term in enumerate(self._timeline.terms):
            if row == self._row and self.hasFocus():
                ground = QRectF(0, row * self._line(), self.width(), self._line())
                painter.fillRect(ground, self.palette().color(QPalette.ColorRole.Highlight))
            possible, certain = self.bars(term)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_pale(accent))
            painter.drawRoundedRect(possible, 3, 3)
            painter.setBrush(accent)
            painter.drawRoundedRect(certain, 3, 3)
            if not term.ended:
                self._paint_open_end(painter, possible, accent)
            self._paint_name(painter, row, term)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("error"), 1.5))
        for overlap in self._timeline.overlaps:
            rows = [self._timeline.terms.index(one) for one in (overlap.one, overlap.other)]
            painter.drawRect(self._band(overlap.first, overlap.last or self._today(), rows))

    def event(self, event: QEvent) -> bool:
        """Tell all that is known of the term under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = event.pos().y() // self._line()
            said = self._tell(self._timeline.terms[row]) if 0 <= row < len(self._timeline.terms) else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by rows; Enter chooses."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        terms = self._timeline.terms
        if key in steps and 0 <= self._row + steps[key] < len(terms):
            self._row += steps[key]
            self.setAccessibleName(self._tell(terms[self._row]))
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._row < len(terms):
            self.chosen.emit(terms[self._row].person.id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row."""
        self._row = max(self._row, 0)
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand on the row under the mouse."""
        row = int(event.position().y()) // self._line()
        if 0 <= row < len(self._timeline.terms):
            self._row = row
            self.update()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the mouse."""
        if 0 <= self._row < len(self._timeline.terms):
            self.chosen.emit(self._timeline.terms[self._row].person.id)

    def _line(self) -> int:
        return self.fontMetrics().lineSpacing() + 8

    def _names_width(self) -> int:
        if not self._timeline.terms:
            return 0
        widest = max(self.fontMetrics().horizontalAdvance(self._name(one)) for one in self._timeline.terms)
        return min(widest + _MARGIN, int(self.width() * _NAME_SHARE))

    def _band(self, first: dt.date, last: dt.date, rows: Sequence[int]) -> QRectF:
        left, right = self.x_of(first), self.x_of(last)
        top, bottom = min(rows) * self._line() + 2, (max(rows) + 1) * self._line() - 2
        return QRectF(left, top, max(right - left, 3.0), bottom - top)

    def _paint_name(self, painter: QPainter, row: int, term: Term) -> None:
        role = QPalette.ColorRole.HighlightedText if row == self._row and self.hasFocus() else QPalette.ColorRole.Text
        painter.setPen(self.palette().color(role))
        room = QRectF(2, row * self._line(), self._names_width() - 2, self._line())
        words = self.fontMetrics().elidedText(self._name(term), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_open_end(self, painter: QPainter, bar: QRectF, accent: QColor) -> None:
        """Dots behind a bar: nothing is known of its end."""
        painter.setBrush(_pale(accent))
        for number in range(1, 4):
            painter.drawEllipse(QPointF(bar.right() + 5 * number, bar.center().y()), 1.5, 1.5)

    def _paint_years(self, painter: QPainter) -> None:
        if not self._timeline.terms:
            return
        first, last = self.span()
        room = self.width() - self._names_width() - 2 * _MARGIN
        each = self.fontMetrics().horizontalAdvance("2000") + 12
        years = last.year - first.year
        step = next((one for one in _STEPS if years / one * each <= max(room, 1)), _STEPS[-1])
        bottom = len(self._timeline.terms) * self._line()
        theme = self._themes.current
        for year in range(first.year, last.year + 1):
            if year % step and years > 1:
                continue
            x = self.x_of(dt.date(year, 1, 1))
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, bottom))
            painter.setPen(theme.colour("muted"))
            if x + each <= self.width() + _MARGIN:
                painter.drawText(QRectF(x + 2, bottom, each, self._line()), Qt.AlignmentFlag.AlignVCenter, str(year))


def _pale(colour: QColor) -> QColor:
    pale = QColor(colour)
    pale.setAlphaF(0.35)
    return pale
