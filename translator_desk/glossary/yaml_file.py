"""Reads term files: strict YAML with the line and column of whatever is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from translator_desk.errors import InputError
from translator_desk.glossary.entry import Entry, Layer, Origin
from translator_desk.glossary.strict_text import decoded, read_bytes, refuse_slips
from translator_desk.glossary.term_base import TermBase, TermFile
from translator_desk.glossary.yaml_entry import ENTRY_KEYS, entry_or_hidden
from translator_desk.glossary.yaml_fields import Fields, choice, fields_of, text_of
from translator_desk.glossary.yaml_nodes import Group, Node, Place, read_nodes
from translator_desk.glossary.yaml_quick import quick_term_file
from translator_desk.model.ids import EntryId
from translator_desk.wording import say

TOP_KEYS = ("version", "language", "entries")
_VERSIONS = ("1", "2")
"""Version 1 has a part of the keys of version 2."""
KEYS = (*TOP_KEYS, *ENTRY_KEYS)
"""Keys that begin a line of a term file."""


def read_term_file(path: Path, layer: Layer = Layer.PROJECT) -> TermFile:
    """Return the entries of one file.

    Raises:
        InputError: The file cannot be read or breaks a rule of the format; names line, column and remedy.
    """
    return parse_term_file(read_bytes(path), str(path), layer)


def parse_term_file(data: bytes, path: str, layer: Layer = Layer.PROJECT) -> TermFile:
    """Return the entries of the bytes of a file; ``path`` is for messages.

    Raises:
        InputError: As ``read_term_file``.
    """
    text = decoded(data, path)
    refuse_slips(text, path, KEYS)
    return quick_term_file(text, path, layer) or parsed_term_file(text, path, layer)


def parsed_term_file(text: str, path: str, layer: Layer) -> TermFile:
    """Return the entries of a text by means of the parser alone, whatever its layout.

    Raises:
        InputError: As ``read_term_file``.
    """
    place = Place(path)
    found = _Found(place, layer)
    for node in entry_nodes(read_nodes(text, place, found.take), place):
        found.take(node)  # what is no group was left in the list
    return TermFile(path, layer, tuple(found.entries), tuple(found.disabled))


def slips(data: bytes, path: str, most: int = 100) -> tuple[InputError, ...]:
    """Return what is wrong with the bytes of a term file: all of it as far as can be told, not the first only.

    Where the text is no YAML, what stands behind that place cannot be told.
    """
    found: list[InputError] = []

    def take(node: Node) -> None:
        try:
            entries.take(node)
        except InputError as error:
            found.append(error)

    place = Place(path)
    entries = _Found(place, Layer.PROJECT)
    try:
        text = decoded(data, path)
        refuse_slips(text, path, KEYS)
        for node in entry_nodes(read_nodes(text, place, take), place):
            take(node)
    except InputError as error:
        found.append(error)
    return tuple(sorted(found, key=lambda one: (one.line or 0, one.column or 0))[:most])


class _Found:
    """The entries of a file so far."""

    def __init__(self, place: Place, layer: Layer) -> None:
        self.entries: list[Entry] = []
        self.disabled: list[tuple[EntryId, Origin]] = []
        self._place = place
        self._layer = layer
        self._seen: dict[str, int] = {}

    def take(self, node: Node) -> None:
        """Take one item of ``entries``."""
        entry, entry_id, origin, id_node = entry_or_hidden(node, self._layer, self._place)
        if entry_id in self._seen:
            raise self._place.refuse(
                id_node.start_mark,
                say(
                    "the id “{id}” is used already in line {line}; give one of the two another id",
                    "id“{id}”已在第 {line} 行使用；请为其中一个更换 id",
                    id=entry_id,
                    line=self._seen[entry_id],
                ),
            )
        self._seen[entry_id] = origin.line
        if entry is None:
            self.disabled.append((entry_id, origin))
        else:
            self.entries.append(entry)


def entry_nodes(root: Node | None, place: Place) -> Sequence[Node]:
    """Return the items of ``entries`` of a file whose head is right.

    Raises:
        InputError: The head is wrong, or ``entries`` is no list.
    """
    if root is None:
        raise place.refuse(None, say("holds no entries; begin with “version: 2”", "没有任何词条；请以“version: 2”开头"))
    top = fields_of(root, "the file", TOP_KEYS, place)
    _check_head(top, root, place)
    listed = top.get("entries")
    if listed is None or (not isinstance(listed, Group) and not listed.style and listed.value in ("", "~", "null")):
        return ()
    if not isinstance(listed, Group) or listed.is_map:
        raise place.refuse(
            listed.start_mark,
            say("“entries” must be a list; begin each entry with “- id:”", "“entries”应为列表；每个词条以“- id:”开头"),
        )
    return listed.children


def _check_head(top: Fields, root: Node, place: Place) -> None:
    if "version" not in top or text_of(top["version"], "version", place) not in _VERSIONS:
        where = top["version"].start_mark if "version" in top else root.start_mark
        raise place.refuse(where, say("the format must be named by “version: 2”", "须以“version: 2”注明格式版本"))
    if "language" in top:
        pair = fields_of(top["language"], "language", ("source", "target"), place)
        for key, wanted in (("source", "zh"), ("target", "en")):
            if key in pair:
                choice(pair[key], key, (wanted,), place)


def load_layers(shipped: Path | None, house: Path | None, project: Sequence[Path]) -> TermBase:
    """Return the term base of these files and folders, project over house over shipped.

    Raises:
        InputError: A file cannot be read or breaks a rule of the format.
    """
    files = [
        read_term_file(path, layer)
        for layer, folder in ((Layer.SHIPPED, shipped), (Layer.HOUSE, house))
        if folder is not None
        for path in term_files(folder)
    ]
    files += [read_term_file(path, Layer.PROJECT) for one in project for path in term_files(one)]
    return TermBase.build(files)


def term_files(path: Path) -> list[Path]:
    """Return the term files of a folder by their names; a file is itself."""
    if path.is_dir():
        return sorted(one for one in path.iterdir() if one.suffix in (".yaml", ".yml"))
    return [path]
