"""Terms as the first sheet of an Excel workbook. Every cell is written as text, so none can be a formula."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from translator_desk.errors import InputError
from translator_desk.formats.safe_xml import Element, children, local, parse_xml
from translator_desk.formats.safe_zip import SafeZip
from translator_desk.formats.terms.base import TermFormat, TermsRead, TermsWritten
from translator_desk.formats.terms.sheet import COLUMNS, TERMS, from_rows, to_row
from translator_desk.glossary.entry import Entry
from translator_desk.wording import Wording, say

_MOST_CELLS = 2_000_000
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_DATE = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><sheets>'
        '<sheet name="Terms" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}


class _Xlsx(TermFormat):
    id = "xlsx"
    title = Wording("Excel workbook", "Excel 工作簿")
    extensions = (".xlsx",)

    def read(self, data: bytes, file: str) -> TermsRead:
        """Return the entries of the first sheet; of formulas their last value."""
        pack = SafeZip(data, file)
        sheet = _first_sheet(pack, file)
        rows = _rows(sheet, _shared(pack, file), file)
        filled = [(line, row) for line, row in rows if any(cell.strip() for cell in row)]
        return from_rows([row for _, row in filled], file, [line for line, _ in filled])

    def write(self, entries: Sequence[Entry]) -> TermsWritten:
        """Return a workbook of one sheet with every field as a column."""
        table = [[*COLUMNS, TERMS], *(to_row(entry) for entry in entries)]
        sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(_row(n, row) for n, row in enumerate(table, 1))}'
        parts = {**_PARTS, "xl/worksheets/sheet1.xml": f"{sheet}</sheetData></worksheet>"}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
            for name, text in parts.items():
                info = zipfile.ZipInfo(name, _DATE)
                info.compress_type = zipfile.ZIP_DEFLATED
                pack.writestr(info, _HEAD + text)
        return TermsWritten(out.getvalue())


def _row(number: int, cells: Iterable[str]) -> str:
    said = "".join(
        f'<c r="{_letters(at)}{number}" t="inlineStr"><is><t xml:space="preserve">{_spelt(cell)}</t></is></c>'
        for at, cell in enumerate(cells)
        if cell
    )
    return f'<row r="{number}">{said}</row>'


def _spelt(cell: str) -> str:
    text = _LOOKS_ESCAPED.sub("_x005F_", cell)
    return escape(_UNSAFE.sub("", text)).replace("\r", "_x000D_")


def _letters(column: int) -> str:
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _first_sheet(pack: SafeZip, file: str) -> Element:
    workbook, relations = pack.read("xl/workbook.xml"), pack.read("xl/_rels/workbook.xml.rels")
    if workbook is None or relations is None:
        raise _no_sheet(file)
    targets = {one.get("Id"): one.get("Target") or "" for one in children(parse_xml(relations, file))}
    for sheets in children(parse_xml(workbook, file), "sheets"):
        for sheet in children(sheets, "sheet"):
            key = next((value for name, value in sheet.attrib.items() if str(name).endswith("}id")), None)
            target = targets.get(str(key), "")
            data = pack.read(posixpath.normpath(posixpath.join("xl", target)).lstrip("/")) if target else None
            if data is not None:
                return parse_xml(data, file)
    raise _no_sheet(file)


def _no_sheet(file: str) -> InputError:
    return InputError(
        file,
        say("holds no sheet; save it as an Excel workbook (.xlsx)", "没有工作表；请另存为 Excel 工作簿（.xlsx）"),
    )


def _shared(pack: SafeZip, file: str) -> list[str]:
    data = pack.read("xl/sharedStrings.xml")
    return [] if data is None else [_said(one) for one in children(parse_xml(data, file), "si")]


def _said(element: Element) -> str:
    """Return the text of a string with all its runs, without readings set beside it."""
    parts: list[str] = []
    for child in children(element):
        if local(child) == "t":
            parts.append(child.text or "")
        elif local(child) == "r":
            parts.append(_said(child))
    return "".join(parts)


def _rows(sheet: Element, shared: Sequence[str], file: str) -> list[tuple[int, list[str]]]:
    rows: list[tuple[int, list[str]]] = []
    count = 0
    for data in children(sheet, "sheetData"):
        for row in children(data, "row"):
            cells: list[str] = []
            named = row.get("r") or ""
            line = int(named) if re.fullmatch("[0-9]{1,7}", named) else rows[-1][0] + 1 if rows else 1
            for cell in children(row, "c"):
                at = _column(cell.get("r") or "", len(cells))
                count += max(at - len(cells), 0) + 1
                if count > _MOST_CELLS:
                    raise InputError(
                        file, say("holds more cells than a term base needs; split it", "单元格过多；请拆分"), line=line
                    )
                cells += [""] * (at - len(cells))
                cells.append(_value(cell, shared))
            rows.append((line, cells))
    return rows


def _column(reference: str, following: int) -> int:
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return following
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return max(number - 1, following)


def _value(cell: Element, shared: Sequence[str]) -> str:
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return _unescaped("".join(_said(one) for one in children(cell, "is")))
    value = "".join(one.text or "" for one in children(cell, "v"))
    if kind == "s":
        return (
            _unescaped(shared[int(value)]) if value.isascii() and value.isdigit() and int(value) < len(shared) else ""
        )
    if kind == "b":
        return "true" if value == "1" else "false"
    if kind == "e":
        return ""
    return _unescaped(value)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: match[0] if _UNSAFE.match(char := chr(int(match[1], 16))) else char, text)


formats = (_Xlsx(),)
