"""Reads the usual layout of a term file without a YAML parser: one key a line, lists below or in brackets.

It is never wrong, only unsure: an entry that is written otherwise, or wrongly, is left to the parser, and so is the
whole file where that does not come out clean.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from translator_desk.collection import no_collection
from translator_desk.errors import InputError
from translator_desk.glossary.coarse_date import CoarseDate
from translator_desk.glossary.entry import AvoidForm, Entry, Form, Kind, Layer, Office, Origin
from translator_desk.glossary.term_base import TermFile
from translator_desk.glossary.yaml_entry import AVOID_KEYS, ENTRY_KEYS, FORM_KEYS, OFFICE_KEYS, entry_or_hidden
from translator_desk.glossary.yaml_nodes import Group, Place, read_nodes
from translator_desk.model.ids import EntryId
from translator_desk.model.severity import Level

_HEAD = re.compile(
    r"(?:#[^\n]*\n|\n)*version: [\"']?[12][\"']?\n(?:#[^\n]*\n|\n)*"
    r"(?:language: \{source: zh, target: en\}\n)?(?:#[^\n]*\n|\n)*entries:\n"
)
_ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_FLOW_MARKS = re.compile(r"[\[\]{}:#'\"]")
_FLOW_SCALAR = r"\"([^\"\\]*)\"|'((?:[^']|'')*)'|([^\s\-?:,\[\]{}#&*!|>'\"%@`](?:[^,\[\]{}:#]*[^\s,\[\]{}:#])?)"
_FLOW_ITEM = re.compile(rf" *(?:{_FLOW_SCALAR}) *(?:,|$)")
_FLOW_PAIR = re.compile(rf" *([a-z_]+): +(?:{_FLOW_SCALAR}|(\[[^\[\]{{}}]*\])) *(?:,|$)")
_KEYS = frozenset(ENTRY_KEYS)
_KINDS = {one.value: one for one in Kind}
_REQUIRED = {one: one.required_by_default for one in Kind}
_LEVELS = {one.value: one for one in Level}
_TRUTH = {"true": True, "false": False}
_MOST_UNSURE = 0.2
"""Share of the first entries; a file with more of them is written otherwise, and the parser is quicker at once."""
_FIRST = 100

_Raw = dict[str, str | list[str]]
_Item = tuple[Entry | None, EntryId, Origin]


class _UnsureError(Exception):
    """It takes a parser to say what stands here."""


def quick_term_file(text: str, path: str, layer: Layer) -> TermFile | None:
    """Return the entries of a file, or None where only the parser can tell (or can say what is wrong)."""
    head = _HEAD.match(text)
    if head is None or _ODD.search(text):
        return None
    with no_collection():
        return _read(text, head.end(), path, layer)


def _read(text: str, begin: int, path: str, layer: Layer) -> TermFile | None:
    first_line = text.count("\n", 0, begin)
    lines = text[begin:].split("\n")
    if not lines[-1]:
        lines.pop()
    starts = [number for number, line in enumerate(lines) if line[:6] == "- id: "]
    if not starts or any(line and line[0] != "#" for line in lines[: starts[0]]):
        return None
    found: list[_Item] = []
    unsure = 0
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        origin = Origin(path, first_line + start + 1)
        try:
            found.append(_item(lines[start:end], origin, layer))
        except (_UnsureError, ValueError, KeyError):
            unsure += 1
            if unsure > _FIRST * _MOST_UNSURE and unsure > len(found) * _MOST_UNSURE:
                return None
            read = _parsed("\n".join(lines[start:end]) + "\n", Place(path, first_line + start), layer)
            if read is None:
                return None
            found.append(read)
    if len({entry_id for _, entry_id, _ in found}) < len(found):
        return None
    entries = tuple([entry for entry, _, _ in found if entry is not None])
    return TermFile(path, layer, entries, tuple([(one, origin) for entry, one, origin in found if entry is None]))


def _parsed(text: str, place: Place, layer: Layer) -> _Item | None:
    try:
        root = read_nodes(text, place)
        if not isinstance(root, Group) or root.is_map or root.flow or len(root.children) != 1:
            return None
        return entry_or_hidden(root.children[0], layer, place)[:3]
    except InputError:
        return None


def _item(lines: list[str], origin: Origin, layer: Layer) -> _Item:
    fields: _Raw = {}
    items: list[str] | None = None
    for line in lines:
        if line[:4] == "  - " and items is not None:
            items.append(line[4:])
        elif line[:2] == "  " or not fields:
            key, _, value = line[2:].partition(":")
            if key not in _KEYS or key in fields:
                if line.lstrip(" ")[:1] == "#":
                    continue
                raise _UnsureError
            if not value:
                items = []
                fields[key] = items
            elif value[0] == " ":
                fields[key] = value[1:]
                items = None
            else:
                raise _UnsureError
        elif line and line[0] != "#":
            raise _UnsureError
    entry_id = EntryId(_text(fields["id"]))
    if "disabled" in fields and _TRUTH[_text(fields["disabled"])]:
        return None, entry_id, origin
    kind = _KINDS[_text(fields["kind"])]
    get = fields.get
    return (
        Entry(
            entry_id,
            kind,
            _texts(fields["zh"]),
            _text(fields["en"]),
            _texts(fields["not_inside"]) if "not_inside" in fields else (),
            _TRUTH[_text(fields["required"])] if "required" in fields else _REQUIRED[kind],
            tuple([_form(one) for one in _items(fields["also"])]) if "also" in fields else (),
            _texts(fields["short"]) if "short" in fields else (),
            tuple([_avoid(one) for one in _items(fields["avoid"])]) if "avoid" in fields else (),
            "word" in fields and _TRUTH[_text(fields["word"])],
            tuple([_office(one) for one in _items(fields["offices"])]) if "offices" in fields else (),
            "single_holder" in fields and _TRUTH[_text(fields["single_holder"])],
            _text(fields["note"]) if "note" in fields else "",
            _text(fields["source"]) if "source" in fields else "",
            _TRUTH[_text(get("verified", "true"))],
            origin,
            layer,
        ),
        entry_id,
        origin,
    )


def _text(raw: str | list[str]) -> str:
    if not raw or not isinstance(raw, str):
        raise _UnsureError
    first = raw[0]
    if first in _INDICATORS or first == " ":
        return _quoted(raw)
    if ": " in raw or " #" in raw or raw[-1] in ": ":
        raise _UnsureError
    return raw


def _quoted(raw: str) -> str:
    inner = raw[1:-1].strip()
    if len(raw) > 1 and inner and raw[0] == raw[-1]:
        if raw[0] == '"' and '"' not in inner and "\\" not in inner:
            return inner
        if raw[0] == "'":
            if "'" not in inner:
                return inner
            if "'" not in inner.replace("''", ""):
                return inner.replace("''", "'")
    raise _UnsureError


def _texts(raw: str | list[str]) -> tuple[str, ...]:
    if isinstance(raw, str):
        return tuple(_flow_list(raw)) if raw[:1] == "[" else (_text(raw),)
    if not raw:
        raise _UnsureError
    return tuple([_text(one) for one in raw])


def _items(raw: str | list[str]) -> list[str]:
    if isinstance(raw, list) and raw:
        return raw
    raise _UnsureError  # in brackets: an unusual place for forms, which may hold mappings


def _flow_list(raw: str) -> list[str]:
    if raw[-1] != "]":
        raise _UnsureError
    inner = raw[1:-1]
    if not _FLOW_MARKS.search(inner):
        found = [one.strip(" ") for one in inner.split(",")]
        if all(one and one[0] not in _INDICATORS for one in found):
            return found
        raise _UnsureError
    found = []
    at = 0
    while at < len(inner):
        match = _FLOW_ITEM.match(inner, at)
        if match is None:
            raise _UnsureError
        found.append(_flow_scalar(match[1], match[2], match[3]))
        at = match.end()
    return found


def _flow_scalar(double: str | None, single: str | None, plain: str | None) -> str:
    said = plain or (double if double is not None else (single or "").replace("''", "'"))
    said = said.strip()
    if not said:
        raise _UnsureError
    return said


def _flow_map(raw: str, keys: tuple[str, ...]) -> dict[str, str]:
    if raw[-1] != "}":
        raise _UnsureError
    inner = raw[1:-1]
    found: dict[str, str] = {}
    at = 0
    while at < len(inner):
        match = _FLOW_PAIR.match(inner, at)
        if match is None or match[1] in found or match[1] not in keys:
            raise _UnsureError
        found[match[1]] = match[5] or _flow_scalar(match[2], match[3], match[4])
        at = match.end()
    return found


@lru_cache(maxsize=4096)
def _date(text: str) -> CoarseDate:
    return CoarseDate.parse(text)


def _form(raw: str) -> Form:
    if raw[:1] != "{":
        return Form(_text(raw))
    fields = _flow_map(raw, FORM_KEYS)
    return Form(_plain(fields, "en"), _date(fields["until"]) if "until" in fields else None)


def _avoid(raw: str) -> AvoidForm:
    if raw[:1] != "{":
        return AvoidForm(_text(raw))
    fields = _flow_map(raw, AVOID_KEYS)
    en = _plain(fields, "en")
    if len(fields) == 1:
        return AvoidForm(en)
    return AvoidForm(
        en,
        _plain(fields, "why") if "why" in fields else "",
        _LEVELS[fields["level"]] if "level" in fields else Level.WARNING,
        "standalone" in fields and _TRUTH[fields["standalone"]],
        "with_source" in fields and _TRUTH[fields["with_source"]],
        "case_sensitive" in fields and _TRUTH[fields["case_sensitive"]],
        "quoted_ok" in fields and _TRUTH[fields["quoted_ok"]],
        _date(fields["until"]) if "until" in fields else None,
    )


def _office(raw: str) -> Office:
    if raw[:1] != "{":
        raise _UnsureError
    fields = _flow_map(raw, OFFICE_KEYS)
    end = fields.get("to")
    seen = fields.get("seen")
    if seen is not None and seen[0] != "[":
        raise _UnsureError
    return Office(
        _plain(fields, "post"),
        _plain(fields, "place") if "place" in fields else "",
        _date(fields["from"]) if "from" in fields else None,
        _date(end) if end is not None and end != "present" else None,
        end == "present",
        tuple([_date(one) for one in _flow_list(seen)]) if seen else (),
        _plain(fields, "source") if "source" in fields else "",
    )


def _plain(fields: Mapping[str, str], key: str) -> str:
    said = fields[key]
    if said[0] == "[":
        raise _UnsureError
    return said
