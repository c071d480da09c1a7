"""Entries as rows of a table: one a row, every field a column, so that nothing is lost between ours and ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from translator_desk.errors import InputError
from translator_desk.formats.terms.base import Losses, TermsRead, at_line
from translator_desk.glossary.entry import Entry, Layer
from translator_desk.glossary.yaml_entry import ENTRY_KEYS, entry_or_hidden
from translator_desk.glossary.yaml_nodes import Group, Place, read_nodes
from translator_desk.glossary.yaml_write import Data, entry_data, flow_text
from translator_desk.model.ids import EntryId
from translator_desk.resources import data_rows
from translator_desk.text.scripts import has_han
from translator_desk.wording import say

COLUMNS = tuple(key for key in ENTRY_KEYS if key != "disabled")
TERMS = "translator-desk/terms/1"
"""Last heading of our own tables."""
_LISTS = ("zh", "not_inside", "also", "short", "avoid", "offices")
_STRUCTURED = ("also", "avoid", "offices")
_TRUTHS = ("required", "word", "single_holder", "verified")
_BETWEEN = re.compile(r"(?<!\\)[|｜]")
_OTHERS_BETWEEN = re.compile(r"[;；|｜\n]|、")
_NOISE = re.compile(r"[\s_-]+")


def to_row(entry: Entry) -> list[str]:
    """Return the cells of an entry, in the order of ``COLUMNS``."""
    data = entry_data(entry)
    return [_cell(data.get(column, "")) for column in COLUMNS]


def _cell(value: Data) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return " | ".join(one.replace("|", "\\|") if isinstance(one, str) else _braced(one) for one in value)
    return str(value)


def _braced(value: Data) -> str:
    return flow_text(value).replace("|", "\\|")


def from_rows(rows: Sequence[Sequence[str]], file: str, lines: Sequence[int] = ()) -> TermsRead:
    """Return the entries of a table.

    Columns are known by their heading; without one the first two columns are Chinese and English. Columns that no
    field stands for are told.

    Args:
        rows: The cells, blank rows left out.
        file: The file, for messages.
        lines: The line of each row.

    Raises:
        InputError: No columns for Chinese and English, or a cell that breaks a rule of the format.
    """
    if not rows:
        return TermsRead((), frozenset())
    losses = Losses()
    columns = _columns(rows[0])
    ours = rows[0][-1].strip() == TERMS
    if {"zh", "en"} <= set(columns.values()):
        body, first = rows[1:], 1
        for number, heading in enumerate(rows[0]):
            if number not in columns and heading.strip() not in ("", TERMS):
                losses.add(heading.strip(), say("column {number}", "第 {number} 列", number=number + 1))
    else:
        body, first, columns = rows, 0, _by_script(rows, file)
    entries = []
    for number, row in enumerate(body, first):
        cells = {column: row[at].strip() for at, column in columns.items() if at < len(row) and row[at].strip()}
        line = lines[number] if lines else number + 1
        if "zh" not in cells or "en" not in cells:
            losses.add(say("rows without Chinese or English", "缺中文或英文的行"), at_line(line))
            continue
        entries.append(_entry(cells, ours, Place(file, line - 1)))
    return TermsRead(tuple(entries), frozenset(columns.values()), losses.all())


def _entry(cells: Mapping[str, str], ours: bool, place: Place) -> Entry:
    said = [f"{key}: {text}" for key, text in _said({"id": "", "kind": "other", **cells}, ours)]
    try:
        root = read_nodes("{" + ", ".join(said) + "}", place)
    except InputError:
        root = None
    if not isinstance(root, Group):
        raise InputError(
            place.path,
            say(
                "a cell of this row cannot be read; write forms with details as {en: …, why: …}, or plainly",
                "此行有单元格无法读取；带说明的形式请写成 {en: …, why: …}，或只写形式本身",
            ),
            line=place.first_line + 1,
        )
    entry = entry_or_hidden(root, Layer.PROJECT, place)[0]
    assert entry is not None
    return entry if cells.get("id") else replace(entry, id=EntryId(""))


def _said(cells: Mapping[str, str], ours: bool) -> Iterator[tuple[str, str]]:
    """Yield the keys of an entry with their values as YAML."""
    for key, text in cells.items():
        if key == "id":
            yield key, flow_text(text or "new")
        elif key in _TRUTHS:
            yield key, "false" if text.lower() in ("false", "no", "0", "否", "n") else "true"
        elif key in _LISTS:
            items = [one.strip().replace("\\|", "|") for one in (_BETWEEN if ours else _OTHERS_BETWEEN).split(text)]
            written = [
                one
                if key in _STRUCTURED and one.startswith("{") and one.endswith("}") and ":" in one
                else flow_text(one)
                for one in items
                if one
            ]
            if written:
                yield key, "[" + ", ".join(written) + "]"
        else:
            yield key, flow_text(text)


@cache
def _headings() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for column, *words in data_rows("term_columns.tsv"):
        found |= dict.fromkeys(words, column)
    return found


def _columns(heading: Iterable[str]) -> dict[int, str]:
    """Return which column stands for which field; the first of several for one field, ``source`` by its place."""
    names = [_NOISE.sub("", cell.lower()) for cell in heading]
    known = _headings()
    found: dict[int, str] = {}
    for number, name in enumerate(names):
        column = known.get(name)
        if name == "source" and "zh" in names:
            column = "source"
        if column is not None and column not in found.values():
            found[number] = column
    return found


def _by_script(rows: Sequence[Sequence[str]], file: str) -> dict[int, str]:
    width = min(len(row) for row in rows)
    for zh, en in ((0, 1), (1, 0)):
        if width > 1 and all(has_han(row[zh]) for row in rows) and not any(has_han(row[en]) for row in rows):
            return {zh: "zh", en: "en"}
    raise InputError(
        file,
        say(
            "no column of Chinese terms beside one of English was found: name them zh and en in the first row",
            "找不到中文术语列及与之对应的英文列：请在首行将两列命名为 zh 和 en",
        ),
        line=1,
    )
