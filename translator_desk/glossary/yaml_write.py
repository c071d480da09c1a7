"""Entries as YAML: plain where it is safe, quoted where another reader might take a text for something else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from translator_desk.glossary.entry import AvoidForm, Entry, Form, Office
from translator_desk.glossary.yaml_entry import ENTRY_KEYS
from translator_desk.glossary.yaml_nodes import reads_as_text
from translator_desk.model.severity import Level

Data = str | bool | Sequence["Data"] | Mapping[str, "Data"]
"""What a term file can say: texts, true and false, lists, mappings."""

NEW_FILE = "version: 2\nlanguage: {source: zh, target: en}\nentries:\n"
_IN_ONE_LINE = ("zh", "not_inside", "seen")
_MAY_START = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~]")
_NEEDS_QUOTES = re.compile(r": |:$| #|^(?:---|\.\.\.)|[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_IN_FLOW = re.compile(r"[,\[\]{}:#]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x85": "\\N", "\xa0": "\\_"}


def entry_data(entry: Entry) -> dict[str, Data]:
    """Return what a file says of an entry, in the order of the format; defaults are left out."""
    said: dict[str, Data | None] = {
        "id": entry.id,
        "kind": entry.kind.value,
        "zh": list(entry.zh),
        "not_inside": list(entry.not_inside),
        "required": None if entry.required is entry.kind.required_by_default else entry.required,
        "en": entry.en,
        "also": [_form_data(form) for form in entry.also],
        "short": list(entry.short),
        "avoid": [_avoid_data(form) for form in entry.avoid],
        "word": entry.word or None,
        "offices": [_office_data(office) for office in entry.offices],
        "single_holder": entry.single_holder or None,
        "note": entry.note,
        "source": entry.source,
        "verified": None if entry.verified else False,
    }
    return _said({key: said[key] for key in ENTRY_KEYS if key in said})


def _said(fields: Mapping[str, Data | None]) -> dict[str, Data]:
    return {key: value for key, value in fields.items() if value is not None and value not in ("", [])}


def _form_data(form: Form) -> Data:
    return {"en": form.en, "until": str(form.until)} if form.until else form.en


def _avoid_data(form: AvoidForm) -> Data:
    said = _said(
        {
            "en": form.en,
            "why": form.why,
            "level": None if form.level is Level.WARNING else form.level.value,
            "standalone": form.standalone or None,
            "with_source": form.with_source or None,
            "case_sensitive": form.case_sensitive or None,
            "quoted_ok": form.quoted_ok or None,
            "until": str(form.until) if form.until else None,
        }
    )
    return said if len(said) > 1 else form.en


def _office_data(office: Office) -> Data:
    return _said(
        {
            "post": office.post,
            "place": office.place,
            "from": str(office.start) if office.start else None,
            "to": "present" if office.present else str(office.end) if office.end else None,
            "seen": [str(date) for date in office.seen],
            "source": office.source,
        }
    )


def hidden_data(entry_id: str) -> dict[str, Data]:
    """Return what a file says to hide the entry of that id in the layers below."""
    return {"id": entry_id, "disabled": True}


def item_text(data: Mapping[str, Data], newline: str = "\n", dash: int = 0, width: int = 2) -> str:
    """Return an item of ``entries`` in the canonical layout, with its final line break.

    Args:
        data: As ``entry_data`` makes it.
        newline: Line break of the file.
        dash: Column of the dash.
        width: Columns from the dash to the keys.
    """
    keys = newline.join(key_text(key, value, newline, dash + width) for key, value in data.items())
    return " " * dash + "-" + keys[dash + 1 :] + newline


def key_text(key: str, value: Data, newline: str, column: int, list_column: int | None = None) -> str:
    """Return the lines of one key of an entry, without the last line break.

    Args:
        key: The key.
        value: Its value.
        newline: Line break of the file.
        column: Column of the key.
        list_column: Column of the dashes of a list; that of the key where None.
    """
    margin = " " * column
    if isinstance(value, list) and value and key not in _IN_ONE_LINE:
        dashes = " " * (column if list_column is None else list_column)
        items = "".join(f"{newline}{dashes}- {flow_text(one, in_flow=False)}" for one in value)
        return f"{margin}{key}:{items}"
    if isinstance(value, str) and "\n" in value and _fits_literal(value):
        lines = "".join(f"{newline}{margin}  {line}".rstrip(" ") for line in value.split("\n"))
        return f"{margin}{key}: |-{lines}"
    return f"{margin}{key}: {flow_text(value, in_flow=False)}"


def _fits_literal(text: str) -> bool:
    """Whether a text of several lines can stand as it is, under ``|-``."""
    lines = text.split("\n")
    return all(
        line == line.strip() and not _NEEDS_QUOTES.search(line.replace(":", "").replace("#", "")) for line in lines
    ) and not any("：" in line or line.startswith(("<", ">", "=")) for line in lines)


def flow_text(value: Data, *, in_flow: bool = True) -> str:
    """Return a value on one line; ``in_flow`` says that it stands inside brackets."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return scalar_text(value, in_flow=in_flow)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow_text(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(flow_text(one) for one in value) + "]"


def scalar_text(text: str, *, in_flow: bool, style: str | None = None) -> str:
    """Return a text as a scalar on one line.

    Args:
        text: The text.
        in_flow: Whether it stands inside brackets.
        style: The quotes it had, which are kept; None for none.
    """
    if style not in ("'", '"') and _is_plain(text, in_flow):
        return text
    if not text.isprintable() or (style != "'" and ('"' not in text or style == '"')):
        return '"' + "".join(_escaped(one) for one in text) + '"'
    return "'" + text.replace("'", "''") + "'"


def _is_plain(text: str, in_flow: bool) -> bool:
    return (
        bool(_MAY_START.match(text))
        and not text[-1:].isspace()
        and not _NEEDS_QUOTES.search(text)
        and not (in_flow and _IN_FLOW.search(text))
        and reads_as_text(text)
    )


def _escaped(one: str) -> str:
    if one in _ESCAPES:
        return _ESCAPES[one]
    if one.isprintable():
        return one
    code = ord(one)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def same_content(one: Entry | None, other: Entry | None) -> bool:
    """Return whether two entries say the same, wherever they stand."""
    return (one and entry_data(one)) == (other and entry_data(other))


def term_file_text(entries: Sequence[Entry]) -> str:
    """Return a whole term file in the canonical layout."""
    return NEW_FILE + "".join(item_text(entry_data(entry)) for entry in entries)
