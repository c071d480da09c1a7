"""Ids for new entries: short, in letters that every program and every shell takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from translator_desk.glossary.entry import Kind
from translator_desk.model.ids import EntryId

_PREFIX = {
    Kind.PERSON: "p",
    Kind.TITLE: "t",
    Kind.ORGANISATION: "o",
    Kind.PLACE: "pl",
    Kind.SLOGAN: "s",
    Kind.EVENT: "e",
    Kind.UNIT: "u",
    Kind.OTHER: "x",
}
_MOST = 48


def new_id(kind: Kind, en: str, taken: Container[str]) -> EntryId:
    """Return an id for an entry, made of its kind and its English; not among those ``taken``."""
    apart = re.sub(r"\{[^}]*\}|[^\w'’]", " ", en)
    plain = unicodedata.normalize("NFKD", apart.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")[:_MOST].strip("-")
    made = f"{_PREFIX[kind]}-{words or 'term'}"
    number = 2
    found = made
    while found in taken:
        found = f"{made}-{number}"
        number += 1
    return EntryId(found)
