"""What can be typed at a place of a term file: keys, kinds, levels, true and false, ids of posts and places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from translator_desk.glossary.entry import Kind
from translator_desk.glossary.term_base import TermBase
from translator_desk.glossary.yaml_entry import AVOID_KEYS, ENTRY_KEYS, FORM_KEYS, OFFICE_KEYS
from translator_desk.model.severity import Level
from translator_desk.text.span import Span

_KEY_OF_LINE = re.compile(r"^([ ]*)(?:- +)?([a-z_]+):", re.MULTILINE)
_TRUTHS = ("required", "word", "single_holder", "verified", "disabled", "standalone", "with_source", "case_sensitive",
           "quoted_ok")  # fmt: skip
_OWN_KEYS = {"avoid": AVOID_KEYS, "also": FORM_KEYS, "offices": OFFICE_KEYS}
_MOST = 200


@dataclass(frozen=True, slots=True)
class Completion:
    """One thing that can be typed.

    Attributes:
        span: What it takes the place of, in code points of the text.
        text: What to write.
        hint: What it means, as a person reads it beside the text; "" where the text says it.
    """

    span: Span
    text: str
    hint: str = ""


def completions(text: str, at: int, term_base: TermBase) -> tuple[Completion, ...]:
    """Return what can be typed at an offset of a term file, best first; nothing where anything can.

    The text need not be readable: a file being typed rarely is.
    """
    line_start = text.rfind("\n", 0, at) + 1
    before = text[line_start:at]
    if "#" in before:
        return ()
    in_braces = before.rfind("{") > before.rfind("}")
    part = before[before.rfind("{") + 1 :].split(",")[-1] if in_braces else re.sub(r"^[ ]*(?:- +)?", "", before)
    key, colon, value = part.partition(":")
    typed = (value if colon else key).lstrip()
    span = Span(at - len(typed), at)
    owner = _owner(text[:line_start], before)
    if colon:
        found = _values(key.strip(), term_base)
    else:
        keys = _OWN_KEYS.get(owner, ENTRY_KEYS) if in_braces or owner else ENTRY_KEYS
        there = _keys_there(text, line_start, at, in_braces)
        found = [(f"{one}: ", "") for one in keys if one not in there]
    wanted = typed.lower()
    fitting = [one for one in found if one[0].lower().startswith(wanted) or (wanted and wanted in one[1].lower())]
    return tuple(Completion(span, said, hint) for said, hint in fitting if said.strip() != typed)[:_MOST]


def _values(key: str, term_base: TermBase) -> Sequence[tuple[str, str]]:
    if key == "kind":
        return [(one.value, "") for one in Kind]
    if key == "level":
        return [(one.value, "") for one in (Level.ERROR, Level.WARNING, Level.INFO)]
    if key in _TRUTHS:
        return [("true", ""), ("false", "")]
    if key == "to":
        return [("present", "")]
    kind = {"post": Kind.TITLE, "place": Kind.PLACE}.get(key)
    if kind is None:
        return []
    return [(entry.id, f"{entry.zh[0]} {entry.plain_en}") for entry in term_base.of_kind(kind)]


def _owner(above: str, before: str) -> str:
    """Return the key whose list the line stands in, "" where it is a line of the entry itself."""
    indent = len(before) - len(before.lstrip(" "))
    for match in reversed(list(_KEY_OF_LINE.finditer(above[-20_000:]))):
        key = match[2]
        if key in _OWN_KEYS and len(match[1]) <= indent and not before.lstrip(" ").startswith("- id"):
            dashed = before.lstrip(" ").startswith("-") or "{" in before
            return key if dashed or indent > len(match[1]) + 2 else ""
        if key in ENTRY_KEYS and len(match[1]) <= indent:
            return ""
    return ""


def _keys_there(text: str, line_start: int, at: int, in_braces: bool) -> set[str]:
    """Return the keys that the mapping around the offset has already."""
    if in_braces:
        open_at = text.rfind("{", 0, at)
        close_at = text.find("}", at)
        return set(re.findall(r"([a-z_]+):", text[open_at : close_at if close_at >= 0 else at]))
    start = text.rfind("\n- ", 0, line_start) + 1
    end = text.find("\n- ", at)
    lines = text[start : end if end >= 0 else len(text)]
    own = text[line_start:at].strip()
    return {match[2] for match in _KEY_OF_LINE.finditer(lines) if match[2] != own.rstrip(":")}
