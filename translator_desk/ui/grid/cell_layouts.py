"""Texts of the grid laid out once and kept: fonts, widths, wrapped lines, marks."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import ceil

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from translator_desk.model.ids import SegmentId
from translator_desk.model.segment import Segment
from translator_desk.ui.authors import Authors
from translator_desk.ui.grid.issue_marks import Mark, format_ranges
from translator_desk.ui.grid.redline_painter import Showing, ShownTarget, change_ranges, shown_baseline, shown_target
from translator_desk.ui.laid_lines import lay_lines
from translator_desk.ui.theme import Theme
from translator_desk.ui.utf16 import BLOCK, shown

PADDING = 6
"""Space around the text of a cell, in device-independent pixels."""
KEPT_ROWS = 400
LONGEST = 20_000
"""Code points of a text that the grid lays out; the editor shows the rest."""
SMALLEST_POINTS, LARGEST_POINTS = 6.0, 40.0

# Han first for the Chinese column, so that curly quotes come out full width; always the simplified face.
_HAN = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "SimSun",
)
_LATIN = ("Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans")

Marks = tuple[tuple[Mark, ...], tuple[Mark, ...]]
"""Marks of source and target."""


@dataclass(frozen=True, slots=True)
class Style:
    """Everything that changes how a text looks, beside the text.

    Attributes:
        source_font: Letters of the source column.
        target_font: Letters of the target column.
        source_width: Width of the source's text in pixels; 0 where the column is hidden.
        target_width: Width of the target's text in pixels.
        theme: Colours.
        showing: Which side of pending changes is in sight.
        authors: Colours and initials of the people whose changes are shown; None where no project is open.
        baseline_width: Width of the text as last agreed in pixels; 0 where it does not stand beside the target.
    """

    source_font: QFont
    target_font: QFont
    source_width: int
    target_width: int
    theme: Theme
    showing: Showing = Showing.MARKUP
    authors: Authors | None = None
    baseline_width: int = 0


@dataclass(slots=True)
class RowLayout:
    """One row, ready to be drawn."""

    version: int
    source: QTextLayout | None
    target: QTextLayout
    height: int
    source_text: str
    target_text: str
    shown_target: ShownTarget
    marks: Marks = field(default=((), ()))
    baseline: QTextLayout | None = None
    baseline_text: str = ""


def fonts(zoom: int) -> tuple[QFont, QFont]:
    """Return the letters of source and target at a zoom in percent."""
    base = QApplication.font()
    points = min(
        max((base.pointSizeF() if base.pointSizeF() > 0 else 10.0) * 1.1 * zoom / 100, SMALLEST_POINTS), LARGEST_POINTS
    )
    made = []
    for families in ((*_HAN, *_LATIN), (*_LATIN, base.family(), *_HAN)):
        font = QFont(base)
        font.setFamilies(list(families))
        font.setPointSizeF(points)
        font.setWeight(QFont.Weight.Normal)
        made.append(font)
    return made[0], made[1]


class CellLayouts:
    """Laid-out rows by segment, the latest used kept."""

    def __init__(self, style: Style, marks: Callable[[Segment], Marks]) -> None:
        self._marks = marks
        self._rows: OrderedDict[SegmentId, RowLayout] = OrderedDict()
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.style = style
        self._measure_style()

    def use(self, style: Style) -> None:
        """Lay everything out anew in another style."""
        self.style = style
        self._rows.clear()
        self._measure_style()

    def forget(self, segments: Sequence[SegmentId] | frozenset[SegmentId]) -> None:
        """Lay these out anew when they are next drawn: marks or texts have changed."""
        for key in segments:
            self._rows.pop(key, None)

    def forget_all(self) -> None:
        """Lay everything out anew."""
        self._rows.clear()

    def row(self, segment: Segment) -> RowLayout:
        """Return a segment laid out in the present style."""
        kept = self._rows.get(segment.id)
        if kept is not None and kept.version == segment.version:
            self._rows.move_to_end(segment.id)
            return kept
        marks = self._marks(segment)
        style = self.style
        drawn = shown_target(segment, style.showing, style.authors)
        source_text, target_text = _drawable(segment.source), _drawable(drawn.text)
        target_marks = (
            tuple(Mark(drawn.to_shown(one.span), one.kind) for one in marks[1]) if drawn.changed else marks[1]
        )
        source, source_height = None, 0.0
        if style.source_width:
            source, source_height = self._laid_out(source_text, style.source_font, style.source_width, marks[0])
        target, target_height = self._laid_out(target_text, style.target_font, style.target_width, target_marks, drawn)
        baseline, baseline_text, baseline_height = None, "", 0.0
        if style.baseline_width:
            before = shown_baseline(segment)
            baseline_text = _drawable(before.text)
            baseline, baseline_height = self._laid_out(
                baseline_text, style.target_font, style.baseline_width, (), before
            )
        made = RowLayout(
            segment.version,
            source,
            target,
            self._row_height(source_height, max(target_height, baseline_height)),
            source_text,
            target_text,
            drawn,
            marks,
            baseline,
            baseline_text,
        )
        self._rows[segment.id] = made
        if len(self._rows) > KEPT_ROWS:
            self._rows.popitem(last=False)
        return made

    def estimate(self, segment: Segment) -> int:
        """Return about how high a segment's row is, without laying it out."""
        style = self.style
        lines = 1 + int(len(segment.target) * self._latin_advance / style.target_width)
        if "\n" in segment.target:
            lines += segment.target.count("\n")
        source_height = 0.0
        if style.source_width:
            source_height = (1 + int(len(segment.source) * self._han_advance / style.source_width)) * self._source_line
        return self._row_height(source_height, lines * self._target_line)

    def _row_height(self, source: float, target: float) -> int:
        return max(self.smallest, ceil(max(source + self.source_drop, target + self.target_drop)) + 2 * PADDING)

    def _measure_style(self) -> None:
        source, target = QFontMetricsF(self.style.source_font), QFontMetricsF(self.style.target_font)
        self._han_advance = source.horizontalAdvance("中文国家卫生城市") / 8
        sample = "The municipal government held a meeting on the plan. "
        self._latin_advance = target.horizontalAdvance(sample) / len(sample) * 1.03
        # Both columns stand on one line: Chinese letters reach higher than Latin ones.
        higher = source.ascent() - target.ascent() if self.style.source_width else 0.0
        self.source_drop, self.target_drop = ceil(max(-higher, 0.0)), ceil(max(higher, 0.0))
        self._source_line = max(source.lineSpacing(), 1.0)
        self._target_line = max(target.lineSpacing(), 1.0)
        lines = max(self._source_line + self.source_drop, self._target_line + self.target_drop)
        self.smallest = ceil(lines) + 2 * PADDING
        self.baseline = PADDING + self.target_drop + target.ascent()

    def _laid_out(
        self, text: str, font: QFont, width: int, marks: Sequence[Mark], drawn: ShownTarget | None = None
    ) -> tuple[QTextLayout, float]:
        layout = QTextLayout(text, font)
        layout.setTextOption(self._option)
        layout.setCacheEnabled(True)
        changes = change_ranges(text, drawn, self.style.theme, self.style.authors) if drawn is not None else []
        layout.setFormats([*changes, *format_ranges(text, marks, self.style.theme)])
        return layout, lay_lines(layout, width)


def _drawable(text: str) -> str:
    """Return a text as a layout of lines takes it; a very long one is cut."""
    if len(text) > LONGEST:
        text = text[:LONGEST] + "…"
    return shown(text).replace(BLOCK, "\u2028")
