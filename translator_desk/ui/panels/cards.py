"""A list of cards: a few lines each, painted as plain text, chosen by keys or mouse."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from translator_desk.ui.context import DeskContext
from translator_desk.ui.icons import pixmap
from translator_desk.ui.laid_lines import lay_lines
from translator_desk.ui.later import later
from translator_desk.ui.model_index import ROOT, Index
from translator_desk.ui.theme import Theme, Themes
from translator_desk.ui.utf16 import UtfMap

_AFTER_BADGE = 10
PADDING = 8
GAP = 3
_KEPT, _KEPT_HEIGHTS = 400, 20_000
_FLAT = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\u2028": " ", "\u2029": " "})


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a line.

    Attributes:
        text: The words.
        colour: Name of a colour of the theme.
        bold: Whether they are bold.
        ground: Name of the colour behind them, or "".
        struck: Whether they are struck out.
        underlined: Whether they are underlined.
    """

    text: str
    colour: str = "text"
    bold: bool = False
    ground: str = ""
    struck: bool = False
    underlined: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """An icon with a figure behind it."""

    icon: str
    colour: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a card, wrapped where it is too long.

    Attributes:
        runs: Its words.
        badges: Icons after which the words begin.
        small: Whether the letters are a little smaller.
    """

    runs: tuple[Run, ...] = ()
    badges: tuple[Badge, ...] = ()
    small: bool = False

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Card:
    """One entry of the list.

    Attributes:
        key: What it stands for; tells it from the others.
        lines: What is shown.
        spoken: What a screen reader says, or "" for the words of the lines.
    """

    key: object
    lines: tuple[Line, ...]
    spoken: str = ""


def plain(text: str, colour: str = "muted") -> Line:
    """Return a small line of one colour."""
    return Line((Run(text, colour),), small=True)


class CardModel(QAbstractListModel):
    """The cards by row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: tuple[Card, ...] = ()

    def show(self, cards: Sequence[Card]) -> None:
        """Show these cards; where only words differ, no row is moved."""
        cards = tuple(cards)
        if [card.key for card in cards] != [card.key for card in self.cards]:
            self.beginResetModel()
            self.cards = cards
            self.endResetModel()
            return
        before, self.cards = self.cards, cards
        for row, (old, new) in enumerate(zip(before, cards, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, key: object) -> int | None:
        """Return the row of the card that stands for ``key``."""
        return next((row for row, card in enumerate(self.cards) if card.key == key), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of cards."""
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a card."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        card = self.cards[index.row()]
        if card.spoken and role == Qt.ItemDataRole.AccessibleTextRole:
            return card.spoken
        badges = (badge.text for line in card.lines for badge in line.badges)
        return ", ".join(part for part in (*(line.text for line in card.lines), *badges) if part)


class _Painter(QStyledItemDelegate):
    """Paints the cards."""

    def __init__(self, view: CardView, themes: Themes) -> None:
        super().__init__(view)
        self._view = view
        self._themes = themes
        self._kept: OrderedDict[Line, tuple[QTextLayout, float]] = OrderedDict()
        # Heights are asked of every card, layouts of those in sight only. A card is known by being the same one:
        # going through its words for their hash took most of the time.
        self._heights: dict[int, tuple[Card, int]] = {}

    def forget(self) -> None:
        """Lay out anew: width, colours or letters are others now."""
        self._kept.clear()
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a card at the view's width."""
        card = self._view.rows.cards[index.row()]
        known = self._heights.get(id(card))
        if known is None or known[0] is not card:
            height = sum(self._height(line) + GAP for line in card.lines) - GAP
            if len(self._heights) >= _KEPT_HEIGHTS:
                self._heights.clear()
            known = self._heights[id(card)] = card, int(height) + 2 * PADDING + 1
        return QSize(self._view.viewport().width(), known[1])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a card."""
        theme = self._themes.current
        rect = option.rect
        current = self._view.currentIndex().row() == index.row()
        painter.save()
        painter.setClipRect(rect)
        if current:
            painter.fillRect(rect, theme.colour("selection" if self._view.hasFocus() else "current_row"))
        painter.setPen(theme.colour("header_row"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        top = float(rect.top() + PADDING)
        for line in self._view.rows.cards[index.row()].lines:
            left = self._paint_badges(painter, line, rect.left() + PADDING, top)
            if line.runs:
                layout, _ = self._laid(line)
                painter.setPen(theme.colour("text"))
                layout.draw(painter, QPointF(left, top))
            top += self._height(line) + GAP
        if current and self._view.hasFocus():
            painter.setPen(theme.colour("ring"))
            painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -1.5))
        painter.restore()

    def _paint_badges(self, painter: QPainter, line: Line, left: int, top: float) -> int:
        theme = self._themes.current
        font = self._font(line)
        metrics = QFontMetrics(font)
        edge = _edge(metrics)
        painter.setFont(font)
        for badge in line.badges:
            colour = theme.colour(badge.colour)
            sign = pixmap(badge.icon, colour.name(), edge, self._view.devicePixelRatioF())
            painter.drawPixmap(QPointF(left, top + (metrics.height() - edge) / 2), sign)
            left += edge + 4
            if badge.text:
                painter.setPen(colour)
                painter.drawText(QPointF(left, top + metrics.ascent()), badge.text)
                left += metrics.horizontalAdvance(badge.text) + _AFTER_BADGE
        return left

    def badge_width(self, line: Line) -> int:
        metrics = QFontMetrics(self._font(line))
        return sum(
            _edge(metrics) + 4 + (metrics.horizontalAdvance(badge.text) + _AFTER_BADGE if badge.text else 0)
            for badge in line.badges
        )

    def _height(self, line: Line) -> float:
        return self._laid(line)[1] if line.runs else QFontMetrics(self._font(line)).height()

    def _laid(self, line: Line) -> tuple[QTextLayout, float]:
        if (known := self._kept.get(line)) is not None:
            return known
        layout = QTextLayout(flat(line.text), self._font(line))
        layout.setFormats(formats(line.runs, self._themes.current))
        width = max(40.0, self._view.viewport().width() - 2 * PADDING - self.badge_width(line))
        height = lay_lines(layout, width)
        self._kept[line] = layout, height
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return layout, height

    def _font(self, line: Line) -> QFont:
        font = QFont(self._view.font())
        if line.small:
            font.setPointSizeF(max(font.pointSizeF() * 0.92, 7))
        return font


class CardView(QListView):
    """The list.

    Signals:
        chosen(object): The key of the card that was activated (Enter, double click).
        current_changed(object): The key of the card that is current now, or None.
        deleted(object): Delete was pressed on the card of that key.

    Attributes:
        rows: The cards.
    """

    chosen = Signal(object)
    current_changed = Signal(object)
    deleted = Signal(object)

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = CardModel(self)
        self._painter = _Painter(self, themes)
        self._themes = themes
        self._width = 0
        self.setModel(self.rows)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, or its coming changes the width and with it every height.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(24)
        self._later = later(self, 0, self._lay_out)
        self.activated.connect(lambda index: self.chosen.emit(self.rows.cards[index.row()].key))
        self.rows.dataChanged.connect(lambda *_: self.scheduleDelayedItemsLayout())
        themes.changed.connect(self._restyle)

    @property
    def current(self) -> object | None:
        """The key of the current card, or None."""
        row = self.currentIndex().row()
        return self.rows.cards[row].key if 0 <= row < len(self.rows.cards) else None

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show these cards; the current one stays current where it is still there."""
        key = self.current
        self.rows.show(cards)
        if self.current is None and cards:
            row = self.rows.row_of(key) if key is not None else None
            self.setCurrentIndex(self.rows.index(row or 0))

    def fits(self, line: Line) -> bool:
        """Return whether the badges of a line have room beside one another."""
        return self._painter.badge_width(line) - _AFTER_BADGE <= self.viewport().width() - 2 * PADDING

    def set_current(self, key: object) -> None:
        """Make the card that stands for ``key`` current, if there is one; none with None."""
        if key is None:
            self.setCurrentIndex(QModelIndex())
            return
        row = self.rows.row_of(key)
        if row is not None and row != self.currentIndex().row():
            self.setCurrentIndex(self.rows.index(row))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which card is current."""
        super().currentChanged(current, previous)
        self.viewport().update()
        self.current_changed.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, Delete takes away."""
        key = self.current
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and key is not None:
            self.chosen.emit(key)
        elif event.key() == Qt.Key.Key_Delete and key is not None:
            self.deleted.emit(key)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters belong to no list here, an input method may be composing them."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew where the width is another."""
        super().resizeEvent(event)
        if self.viewport().width() != self._width:
            self._width = self.viewport().width()
            self._later.start()

    def _lay_out(self) -> None:
        self._painter.forget()
        self.scheduleDelayedItemsLayout()

    def _restyle(self) -> None:
        self._painter.forget()
        self.viewport().update()


def _edge(metrics: QFontMetrics) -> int:
    return max(12, metrics.height() - 3)


def flat(text: str) -> str:
    """Return a text on one line, sign for sign."""
    return text.translate(_FLAT)


def formats(runs: Sequence[Run], theme: Theme) -> list[QTextLayout.FormatRange]:
    """Return the looks of runs that follow one another, as Qt's layouts take them."""
    places = UtfMap("".join(run.text for run in runs))
    ranges = []
    at = 0
    for run in runs:
        made = QTextCharFormat()
        made.setForeground(theme.colour(run.colour))
        if run.bold:
            made.setFontWeight(QFont.Weight.Bold)
        if run.ground:
            made.setBackground(theme.colour(run.ground))
        made.setFontStrikeOut(run.struck)
        made.setFontUnderline(run.underlined)
        one = QTextLayout.FormatRange()
        one.start = places.to_qt(at)
        one.length = places.to_qt(at + len(run.text)) - one.start
        one.format = made
        ranges.append(one)
        at += len(run.text)
    return ranges


def to_grid(context: DeskContext) -> None:
    """Give the keyboard back to the grid."""
    if isinstance(context.grid, QWidget):
        context.grid.setFocus(Qt.FocusReason.OtherFocusReason)
