"""Bilingual tables: one pair a row, tab or comma between the columns, quotes where the file has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from translator_desk.errors import InputError
from translator_desk.formats.base import FileWarning, Handler, TableFile, TableRow, TextFile
from translator_desk.formats.encoding import decode
from translator_desk.formats.text_gate import admit
from translator_desk.model.document import Layout, LayoutParagraph
from translator_desk.model.segment import Place
from translator_desk.text.scripts import has_han
from translator_desk.wording import Wording, say

_SOURCE_NAMES = ("zh", "source", "src", "chinese", "原文", "中文")
_TARGET_NAMES = ("en", "target", "tgt", "english", "译文", "英文")
_ID_NAMES = ("id", "no", "number", "编号", "序号")


class _Cell(NamedTuple):
    start: int
    end: int
    text: str
    line: int
    column: int


class CsvTable(Handler):
    """Tables of two or more columns; the header names them, or the one with Han is the source."""

    id = "csv-table"
    title = Wording("Bilingual table", "双语表格")
    extensions = (".tsv", ".csv", ".tab")

    def sniff(self, data: bytes) -> bool:
        """Return False: a table is told by its name."""
        return False

    def read(self, data: bytes, path: str, *, by_line: bool = False) -> TextFile | TableFile:
        """Return the rows; blank lines belong to the layout.

        Raises:
            InputError: A row has too few columns, a quote never closes, or no column holds Chinese.
        """
        decoded = decode(data, path)
        warnings = admit(decoded.text, path)
        if decoded.remark is not None:
            warnings = (FileWarning(decoded.remark), *warnings)
        text = decoded.text
        delimiter = "\t" if "\t" in text.split("\n", 1)[0] or path.endswith((".tsv", ".tab")) else ","
        rows = list(_rows(text, delimiter, path, quotes=delimiter != "\t"))
        if not rows:
            raise InputError(path, say("the table holds no rows", "表格没有任何行"))
        source, target, number, header = _columns(rows, path)
        paragraphs: list[LayoutParagraph] = []
        made: list[TableRow] = []
        done = 0
        for row in rows[1 if header else 0 :]:
            if len(row) <= max(source, target):
                raise InputError(
                    path,
                    say(
                        "this row has {count} columns, {wanted} are needed; add the missing ones",
                        "该行只有 {count} 列，至少需要 {wanted} 列；请补齐",
                        count=len(row),
                        wanted=max(source, target) + 1,
                    ),
                    line=row[0].line,
                    column=1,
                )
            cell = row[target]
            paragraphs.append(LayoutParagraph(text[done : cell.start], cell.text, text[cell.start : cell.end]))
            done = cell.end
            made.append(
                TableRow(
                    row[source].text,
                    cell.text,
                    row[number].text if number is not None and number < len(row) else "",
                    "",
                    Place(row[source].line, row[source].column),
                    Place(cell.line, cell.column),
                )
            )
        options = (("delimiter", delimiter),)
        layout = Layout(self.id, decoded.encoding, decoded.bom, tuple(paragraphs), text[done:], options)
        return TableFile(path, layout, tuple(made), warnings)

    def spell(self, paragraph: LayoutParagraph, text: str, layout: Layout) -> str:
        """Return the cell: quoted where the table quotes and the text needs it; a tab table has no line breaks."""
        delimiter = layout.option("delimiter", ",")
        if delimiter == "\t":
            return " ".join(text.replace("\t", " ").splitlines())
        if paragraph.raw.startswith('"') or any(ch in text for ch in (delimiter, '"', "\n", "\r")):
            return '"' + text.replace('"', '""') + '"'
        return text


handler = CsvTable()


def _rows(text: str, delimiter: str, path: str, *, quotes: bool) -> Iterator[list[_Cell]]:
    """Yield the cells of every line that is not blank, with their places in the file."""
    at, line, size = 0, 1, len(text)
    while at < size:
        row: list[_Cell] = []
        line_start, row_line = at, line
        while True:
            start, first_line, column = at, line, at - line_start + 1
            if quotes and text[at : at + 1] == '"':
                at += 1
                value = []
                while True:
                    close = text.find('"', at)
                    if close < 0:
                        raise InputError(
                            path,
                            say("this quotation mark never closes", "该引号没有闭合"),
                            line=first_line,
                            column=column,
                        )
                    value.append(text[at:close])
                    at = close + 1
                    if text[at : at + 1] != '"':
                        break
                    value.append('"')
                    at += 1
                content = "".join(value)
                line += content.count("\n")
            else:
                ends = [found for sign in (delimiter, "\n", "\r") if (found := text.find(sign, at)) >= 0]
                end = min(ends, default=size)
                content = text[at:end]
                at = end
            row.append(_Cell(start, at, content, first_line, column))
            if text[at : at + 1] == delimiter:
                at += 1
                continue
            break
        if at < size and text[at] not in "\r\n":
            raise InputError(
                path,
                say("text stands after the closing quotation mark", "右引号之后还有文字"),
                line=line,
                column=at - line_start + 1,
            )
        at += 2 if text[at : at + 2] == "\r\n" else 1
        line += 1
        if any(cell.text.strip() for cell in row):
            yield [cell._replace(line=cell.line) for cell in row] if row_line else row


def _columns(rows: list[list[_Cell]], path: str) -> tuple[int, int, int | None, bool]:
    """Return the columns of source, target and id, and whether the first row names them."""
    names = [cell.text.strip().lower() for cell in rows[0]]
    source = next((i for i, name in enumerate(names) if name in _SOURCE_NAMES), None)
    target = next((i for i, name in enumerate(names) if name in _TARGET_NAMES), None)
    number = next((i for i, name in enumerate(names) if name in _ID_NAMES), None)
    if source is not None and target is not None:
        return source, target, number, True
    width = max(len(row) for row in rows)
    han = [sum(has_han(row[i].text) for row in rows if i < len(row)) for i in range(width)]
    best = max(range(width), key=han.__getitem__)
    others = [i for i in range(width) if i != best and any(i < len(row) and len(row[i].text) > 4 for row in rows)]
    if width < 2 or not han[best] or not others:
        raise InputError(
            path,
            say(
                "the table needs a Chinese and an English column; name them zh and en in the first row",
                "表格需要中文列和英文列；请在首行写明 zh 和 en",
            ),
            line=1,
            column=1,
        )
    return best, min(others), None, False
