"""Puts a report on paper: segments whole on one page, every page with the document, the day and the record's head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import accumulate

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
    QTextDocument,
    QTextOption,
)

from translator_desk.app.html_page import FONTS
from translator_desk.app.redline_report import Report

_STYLE = """
del { text-decoration: line-through; color: #7a3300; }
ins { text-decoration: underline; font-weight: 600; color: #0a3f8a; }
.said { font-size: 8pt; color: #444444; }
"""
_POINTS, _SMALL, _LARGE = 10.0, 8.0, 14.0
_MARGINS = QMarginsF(15, 15, 15, 15)
_GAP = 6.0
"""Points between two columns, and above and below a row."""
_LINE = QColor("#999999")


def a4() -> QPageLayout:
    """Return the page that is printed on where nobody chose another one."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, _MARGINS, QPageLayout.Unit.Millimeter)


@dataclass(frozen=True)
class _Strip:
    """Part of a row on a page: from where to where of each of its cells is shown, and how high that is."""

    cells: tuple[QTextDocument, ...]
    begin: tuple[float, ...]
    end: tuple[float, ...]

    @property
    def height(self) -> float:
        return max(end - begin for begin, end in zip(self.begin, self.end, strict=True))


class Paper:
    """A report laid out for one device.

    Attributes:
        pages: What stands on each page, from top to bottom.
    """

    def __init__(self, report: Report, device: QPagedPaintDevice) -> None:
        self._report = report
        self._device = device
        self._point = device.logicalDpiY() / 72
        area = device.pageLayout().paintRectPixels(device.logicalDpiX())
        self._width, self._height = float(area.width()), float(area.height())
        self._gap = _GAP * self._point
        self._small = QFontMetricsF(_font(_SMALL), device)
        self._top = self._title()
        self._heads = tuple(
            self._cell(f"<b>{escape(head)}</b>", width)
            for head, width in zip(report.heads, self._widths(), strict=True)
        )
        self.pages: tuple[tuple[_Strip, ...], ...] = tuple(self._paginated())

    def paint(self, painter: QPainter) -> None:
        """Paint all pages."""
        for number, page in enumerate(self.pages, 1):
            if number > 1:
                self._device.newPage()
            self._edges(painter, number)
            at = self._header
            if number == 1:
                _paint(painter, self._top, 0, at, 0, self._top.size().height())
                at += self._top.size().height() + self._gap
            if not page:
                continue
            for strip in (_whole(self._heads), *page):
                self._row(painter, strip, at)
                at += strip.height + self._gap

    def page_text(self, number: int) -> str:
        """Return the words of the rows of a page, from 1; a row that goes over two pages counts where it begins."""
        page = self.pages[number - 1]
        return "\n".join(cell.toPlainText() for strip in page if not any(strip.begin) for cell in strip.cells)

    # Layout

    @property
    def _header(self) -> float:
        """Height of the line over every page, with what is free below it."""
        return self._small.height() + self._gap * 1.5

    @property
    def _room(self) -> float:
        """Height between the lines over and under a page."""
        return self._height - 2 * self._header

    def _widths(self) -> list[float]:
        free = self._width - self._gap * (len(self._report.widths) - 1)
        return [free * width / sum(self._report.widths) for width in self._report.widths]

    def _title(self) -> QTextDocument:
        facts = "<br>".join(map(escape, self._report.facts))
        nothing = "" if self._report.rows else f"<p>{escape(self._report.nothing)}</p>"
        title = f'<div style="font-size: {_LARGE}pt; font-weight: 600">{escape(self._report.title)}</div>'
        return self._cell(f'{title}<div class="said">{facts}</div>{nothing}', self._width)

    def _cell(self, html: str, width: float) -> QTextDocument:
        cell = QTextDocument()
        cell.setDocumentMargin(0)
        cell.documentLayout().setPaintDevice(self._device)
        cell.setDefaultFont(_font(_POINTS))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        cell.setDefaultTextOption(option)
        cell.setDefaultStyleSheet(_STYLE)
        cell.setHtml(f'<div style="white-space: pre-wrap; line-height: 120%">{html}</div>')
        cell.setTextWidth(width)
        return cell

    def _paginated(self) -> Iterator[tuple[_Strip, ...]]:
        over = _whole(self._heads).height + self._gap
        left = self._room - self._top.size().height() - self._gap - over
        page: list[_Strip] = []
        widths = self._widths()
        for row in self._report.rows:
            rest = _whole(tuple(self._cell(html, width) for html, width in zip(row, widths, strict=True)))
            if rest.height + self._gap > left and page:
                yield tuple(page)
                page, left = [], self._room - over
            # Only a row that is higher than a page goes on over the next one.
            while rest.height + self._gap > left:
                first, rest = _cut(rest, left - self._gap)
                yield (*page, first)
                page, left = [], self._room - over
            page.append(rest)
            left -= rest.height + self._gap
        yield tuple(page)

    # Painting

    def _row(self, painter: QPainter, strip: _Strip, at: float) -> None:
        widths = self._widths()
        places = [0.0, *accumulate(width + self._gap for width in widths[:-1])]
        for cell, left, begin, end in zip(strip.cells, places, strip.begin, strip.end, strict=True):
            _paint(painter, cell, left, at, begin, end)
        painter.setPen(QPen(_LINE, 0.5 * self._point))
        line = at + strip.height + self._gap / 2
        painter.drawLine(0, round(line), round(self._width), round(line))

    def _edges(self, painter: QPainter, number: int) -> None:
        """Paint what stands over and under every page."""
        imprint = self._report.imprint
        painter.setFont(_font(_SMALL))
        painter.setPen(QColor("#333333"))
        day = imprint.time.date().isoformat()
        free = self._width - self._small.horizontalAdvance(day) - 2 * self._gap
        ascent = self._small.ascent()
        painter.drawText(0, round(ascent), _elided(self._small, self._report.title, free))
        painter.drawText(round(self._width - self._small.horizontalAdvance(day)), round(ascent), day)
        line = round(self._small.height() + self._gap / 4)
        bottom = self._height - self._small.height()
        of_all = (
            QCoreApplication.translate("Paper", "Page %1 of %2")
            .replace("%1", str(number))
            .replace("%2", str(len(self.pages)))
        )
        painter.drawText(0, round(bottom + ascent), imprint.head)
        painter.drawText(round(self._width - self._small.horizontalAdvance(of_all)), round(bottom + ascent), of_all)
        painter.setPen(QPen(_LINE, 0.5 * self._point))
        painter.drawLine(0, line, round(self._width), line)
        painter.drawLine(0, round(bottom - self._gap / 4), round(self._width), round(bottom - self._gap / 4))


def paint_report(report: Report, device: QPagedPaintDevice) -> int:
    """Paint a report on a printer or into a file, and return the number of pages."""
    paper = Paper(report, device)
    painter = QPainter(device)
    try:
        paper.paint(painter)
    finally:
        painter.end()
    return len(paper.pages)


def as_pdf(report: Report) -> bytes:
    """Return the report as a PDF file of A4 pages."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(a4())
    writer.setTitle(report.title)
    writer.setCreator("translator_desk")
    paint_report(report, writer)
    buffer.close()
    return bytes(content.data())


def _font(points: float) -> QFont:
    font = QFont(QGuiApplication.font())
    font.setFamilies(FONTS)
    font.setPointSizeF(points)
    return font


def _elided(metrics: QFontMetricsF, text: str, width: float) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _whole(cells: tuple[QTextDocument, ...]) -> _Strip:
    return _Strip(cells, (0.0,) * len(cells), tuple(cell.size().height() for cell in cells))


def _cut(strip: _Strip, height: float) -> tuple[_Strip, _Strip]:
    """Return as much of a row as has room, line by line, and the rest."""
    at = tuple(
        _last_line(cell, begin, min(begin + height, end))
        for cell, begin, end in zip(strip.cells, strip.begin, strip.end, strict=True)
    )
    return _Strip(strip.cells, strip.begin, at), _Strip(strip.cells, at, strip.end)


def _last_line(cell: QTextDocument, begin: float, limit: float) -> float:
    """Return where the last line ends that ends before ``limit``; ``limit`` where not even one line has room."""
    ends = [end for end in _line_ends(cell) if begin < end <= limit]
    return max(ends, default=limit)


def _line_ends(cell: QTextDocument) -> Iterator[float]:
    layout = cell.documentLayout()
    block = cell.begin()
    while block.isValid():
        top = layout.blockBoundingRect(block).top()
        lines = block.layout()
        for number in range(lines.lineCount()):
            line = lines.lineAt(number)
            yield top + line.y() + line.height()
        block = block.next()
    yield cell.size().height()


def _paint(painter: QPainter, cell: QTextDocument, left: float, at: float, begin: float, end: float) -> None:
    """Paint what lies between two heights of a cell at a place of the page."""
    painter.save()
    painter.translate(left, at - begin)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = QRectF(0, begin, cell.textWidth(), end - begin)
    painter.setClipRect(context.clip)
    # The window may be dark; paper is not.
    context.palette.setColor(QPalette.ColorRole.Text, QColor("black"))
    cell.documentLayout().draw(painter, context)
    painter.restore()
