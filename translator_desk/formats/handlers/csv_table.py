"""Bilingual tables, one pair a row: ``.tsv`` and ``.csv`` with tab, comma or semicolon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import dropwhile, islice
from typing import NamedTuple

from translator_desk.errors import InputError
from translator_desk.formats.base import FileWarning, Handler, TableFile, TableRow
from translator_desk.formats.encoding import decode, encode
from translator_desk.formats.formula_guard import OURS, guard, unguard
from translator_desk.formats.places import Places
from translator_desk.formats.table_cells import QUOTE, Cell, rows, spell
from translator_desk.formats.text_gate import admit
from translator_desk.model.document import Layout, LayoutParagraph
from translator_desk.resources import data_yaml
from translator_desk.text.scripts import is_han
from translator_desk.wording import Wording, say

PAIRS = f"{OURS}pairs/1"
WORKING = f"{OURS}working/1"
_DELIMITERS = "\t,;"
_SAMPLE_ROWS = 50
_LINE_END = re.compile(r"\r\n|\r|\n")
_NOISE = re.compile(r"[\s_-]+")


class _Columns(NamedTuple):
    """Which column holds what; -1 for one the table has not."""

    source: int
    target: int
    id: int
    note: int


class CsvTable(Handler):
    """``.tsv`` and ``.csv``."""

    id = "csv-table"
    title = Wording("Bilingual table", "双语对照表")
    extensions = (".tsv", ".csv", ".tab")
    holds_both = True

    def sniff(self, data: bytes) -> bool:
        """Return False: a table is known by its name only."""
        return False

    def read(self, data: bytes, path: str, *, by_line: bool = False) -> TableFile:
        """Return the rows that are not blank.

        The first row is a heading where it names a Chinese and an English column; else the columns are told by their
        script. A tab-separated file has quoted cells only where some cell needs them.

        Raises:
            InputError: Unknown encoding, a control character, a quotation mark without its fellow, a row with more or
                fewer cells than the first, or no two columns that hold Chinese and English.
        """
        decoded = decode(data, path)
        text = decoded.text
        warnings = admit(text, path)
        if decoded.remark is not None:
            warnings = (FileWarning(decoded.remark), *warnings)
        delimiter = "\t" if path.lower().endswith((".tsv", ".tab")) else _delimiter(text, path)
        quoting = delimiter != "\t" or _has_quoting(text)
        table = list(dropwhile(_is_blank, rows(text, delimiter, quoting=quoting, path=path)))
        places = Places(text)
        columns, heading = _columns([[cell.text for cell in row] for row in table], path)
        ours = heading and table[0][-1].text.startswith(OURS)
        paragraphs: list[LayoutParagraph] = []
        pairs: list[TableRow] = []
        done = 0
        for row in table[1:] if heading else table:
            if len(row) == 1 and _is_blank(row):
                continue
            _require_width(row, table[0], places, path, delimiter)
            if _is_blank(row):
                continue
            said = [unguard(cell.text) if ours else cell.text for cell in row]
            source, target = row[columns.source], row[columns.target]
            paragraphs.append(
                LayoutParagraph(text[done : target.start], said[columns.target], text[target.start : target.end])
            )
            done = target.end
            pairs.append(
                TableRow(
                    source=said[columns.source],
                    target=said[columns.target],
                    id=said[columns.id] if columns.id >= 0 else "",
                    note=said[columns.note] if columns.note >= 0 else "",
                    source_place=places.of(source.start + source.quoted),
                    target_place=places.of(target.start + target.quoted),
                )
            )
        newline = _LINE_END.search(text)
        options = {"delimiter": delimiter, "newline": newline[0] if newline else "\n"}
        options |= {"quoting": "yes" if quoting else "no", "ours": "yes" if ours else "no"}
        layout = Layout(
            self.id,
            decoded.encoding,
            decoded.bom,
            tuple(paragraphs),
            text[done:],
            tuple(sorted(options.items())),
        )
        return TableFile(path, layout, tuple(pairs), warnings)

    def spell(self, paragraph: LayoutParagraph, text: str, layout: Layout) -> str:
        """Return the cell for ``text``, quoted where it was or must be; in our own tables guarded against formulas."""
        ours = layout.option("ours") == "yes"
        return spell(
            guard(text) if ours else text,
            layout.option("delimiter", "\t"),
            "\n" if ours else layout.option("newline", "\n"),
            quoting=layout.option("quoting") == "yes",
            quoted=paragraph.raw.startswith(QUOTE),
        )


handler = CsvTable()


def new_table(heading: Sequence[str], table: Iterable[Sequence[str]], delimiter: str, mark: str) -> bytes:
    """Return a table of our own: UTF-8, CRLF (RFC 4180), guarded against formulas, ``mark`` as its last heading.

    Line ends inside a cell are LF, as spreadsheets write them. A comma-separated table begins with a byte order mark,
    without which they misread Chinese.
    """
    lines = [[*heading, mark], *([*(guard(cell) for cell in row), ""] for row in table)]
    spelt = (
        delimiter.join(spell(cell, delimiter, "\n", quoting=True, quoted=cell.startswith("\t")) for cell in line)
        for line in lines
    )
    return (b"" if delimiter == "\t" else b"\xef\xbb\xbf") + encode("".join(f"{line}\r\n" for line in spelt), "utf-8")


def _is_blank(row: Sequence[Cell]) -> bool:
    return not any(cell.text.strip() for cell in row)


@cache
def _headings() -> Mapping[str, str]:
    """Return which column a heading names."""
    data = data_yaml("table_columns.yaml")
    return {str(word): column for column, words in data.items() for word in words}


def _delimiter(text: str, path: str) -> str:
    """Return the delimiter that gives the most rows of one width; a comma where nothing tells."""

    def fit(delimiter: str) -> tuple[int, int]:
        try:
            table = dropwhile(_is_blank, rows(text, delimiter, quoting=True, path=path))
            widths = [len(row) for row in islice(table, _SAMPLE_ROWS)]
        except InputError:
            return 0, 0
        return (sum(width == widths[0] for width in widths), widths[0]) if widths and widths[0] > 1 else (0, 0)

    best = max(_DELIMITERS, key=fit)
    return best if fit(best) > (0, 0) else ","


def _has_quoting(text: str) -> bool:
    """Return whether the quotation marks of a tab-separated file are marks of cells and not of sentences."""
    try:
        quoted = [cell for row in rows(text, "\t", quoting=True, path=None) for cell in row if cell.quoted]
    except InputError:
        return False
    return any(any(sign in cell.text for sign in ("\t", "\n", QUOTE)) for cell in quoted)


def _columns(table: Sequence[Sequence[str]], path: str) -> tuple[_Columns, bool]:
    """Return the columns, and whether the first row is a heading."""
    if not table or len(table[0]) < 2:
        raise InputError(
            path,
            say(
                "the first row has one column only: a bilingual table needs one for Chinese and one for English",
                "首行只有一列：双语对照表须有中文列和英文列",
            ),
            line=1,
        )
    headings = _headings()
    named = {headings.get(_NOISE.sub("", cell.lower()), ""): index for index, cell in reversed([*enumerate(table[0])])}
    extra = named.get("id", -1), named.get("note", -1)
    if "source" in named and "target" in named:
        return _Columns(named["source"], named["target"], *extra), True
    heading = ("source" in named or "target" in named) and len(table) > 1
    body = (table[1:] if heading else table)[: 10 * _SAMPLE_ROWS]
    source, target = _by_script(body, len(table[0]))
    if source < 0 or target < 0:
        raise InputError(
            path,
            say(
                "no column of Chinese beside a column of English was found: name them zh and en in the first row",
                "找不到中文列及与之对应的英文列：请在首行将两列命名为 zh 和 en",
            ),
            line=1,
        )
    return _Columns(source, target, *(extra if heading else (-1, -1))), heading


def _by_script(body: Sequence[Sequence[str]], width: int) -> tuple[int, int]:
    """Return the column with the most Chinese and the other one with the most Latin letters; -1 where there is none."""
    cells = [[row[i] for row in body if i < len(row)] for i in range(width)]
    han = [sum(is_han(ch) for cell in column for ch in cell) for column in cells]
    latin = [sum(ch.isascii() and ch.isalpha() for cell in column for ch in cell) for column in cells]
    source = max(range(width), key=han.__getitem__)
    if not han[source]:
        return -1, -1
    target = max((i for i in range(width) if i != source), key=latin.__getitem__)
    return source, target if latin[target] else -1


def _require_width(row: Sequence[Cell], first: Sequence[Cell], places: Places, path: str, delimiter: str) -> None:
    if len(row) == len(first):
        return
    place = places.of(row[0].start)
    name = {"\t": ("tab", "制表符"), ",": ("comma", "逗号"), ";": ("semicolon", "分号")}[delimiter]
    message = say(
        "this row has {count} where the first row has {width} cells: put text that holds a {sign} into quotation marks, or"
        " add the missing cell",
        "本行有 {count} 个单元格，首行有 {width} 个：含{zh_sign}的文字请加引号，或补上缺少的单元格",
        count=len(row),
        width=len(first),
        sign=name[0],
        zh_sign=name[1],
    )
    raise InputError(path, message, line=place.line, column=place.column)
