"""Reads term files: strict YAML with the line and column of whatever is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from translator_desk.errors import InputError
from translator_desk.glossary.entry import Entry, Layer, Origin
from translator_desk.glossary.term_base import TermBase, TermFile
from translator_desk.glossary.yaml_entry import ENTRY_KEYS, Fields, choice, entry_or_hidden, fields_of, text_of
from translator_desk.glossary.yaml_nodes import Group, Node, Place, read_nodes
from translator_desk.glossary.yaml_quick import quick_term_file
from translator_desk.model.ids import EntryId
from translator_desk.wording import Message, say

LARGEST = 20_000_000
"""Bytes; a term base of 50,000 entries has fifteen million."""
TOP_KEYS = ("version", "language", "entries")
_VERSIONS = ("1", "2")
"""Version 1 has a part of the keys of version 2."""
_FULL_WIDTH_COLON = re.compile(rf"^ *(?:- +)?(?:{'|'.join([*TOP_KEYS, *ENTRY_KEYS])})：", re.MULTILINE)
_CONFLICT = re.compile(r"^(?:<<<<<<<|>>>>>>>|=======$)", re.MULTILINE)


def read_term_file(path: Path, layer: Layer = Layer.PROJECT) -> TermFile:
    """Return the entries of one file.

    Raises:
        InputError: The file cannot be read or breaks a rule of the format; names line, column and remedy.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            path, say("cannot be read: {cause}", "无法读取：{cause}", cause=error.strerror or error)
        ) from None
    return parse_term_file(data, str(path), layer)


def parse_term_file(data: bytes, path: str, layer: Layer = Layer.PROJECT) -> TermFile:
    """Return the entries of the bytes of a file; ``path`` is for messages.

    Raises:
        InputError: As ``read_term_file``.
    """
    text = decoded(data, path)
    refuse_slips(text, path)
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
        refuse_slips(text, path)
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


def decoded(data: bytes, path: str) -> str:
    """Return the text of a term file without its byte order mark.

    Raises:
        InputError: It is larger than 20 MB or no UTF-8.
    """
    if len(data) > LARGEST:
        raise InputError(path, say("is larger than 20 MB; split it into several files", "大于 20 MB；请拆分为多个文件"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        try:
            data.decode("gb18030")
        except UnicodeDecodeError:
            message = say("is not UTF-8; save it as UTF-8", "不是 UTF-8 编码；请另存为 UTF-8")
        else:
            message = say(
                "is not UTF-8 but probably GBK; save it as UTF-8", "不是 UTF-8 编码，可能是 GBK；请另存为 UTF-8"
            )
        raise InputError(path, message, line=line, column=1) from None


def refuse_slips(text: str, path: str) -> None:
    """Refuse what is known to go wrong and what YAML has no good sentence for.

    Raises:
        InputError: Conflict markers of version control, a byte order mark inside, or a key with a full-width colon.
    """
    conflict = _CONFLICT.search(text)
    if conflict:
        message = say(
            "holds a conflict marker of version control; settle the conflict first",
            "含有版本控制的冲突标记；请先解决冲突",
        )
        raise _refuse_at(text, conflict.start(), message, path)
    mark = text.find("\ufeff")
    if mark >= 0:
        message = say(
            "an invisible byte order mark stands here; delete it (files joined together may hold some)",
            "此处有一个不可见的字节顺序标记；请删除（拼接文件时容易产生）",
        )
        raise _refuse_at(text, mark, message, path)
    colon = _FULL_WIDTH_COLON.search(text) if "：" in text else None
    if colon:
        message = say("a full-width colon (：) stands here; write “: ”", "此处是全角冒号（：）；请改为半角冒号加空格")
        raise _refuse_at(text, colon.end() - 1, message, path)


def _refuse_at(text: str, offset: int, message: Message, path: str) -> InputError:
    line = text.count("\n", 0, offset) + 1
    return InputError(path, message, line=line, column=offset - text.rfind("\n", 0, offset))


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
