"""Reads term files, with the line and column of whatever is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from translator_desk.glossary.coarse_date import CoarseDate
from translator_desk.glossary.entry import AvoidForm, Entry, Form, Kind, Layer, Office, Origin
from translator_desk.glossary.strict_yaml import Node, YamlFile, compose, is_text, read_bytes
from translator_desk.glossary.term_base import TermBase, TermFile
from translator_desk.model.ids import EntryId
from translator_desk.model.severity import Level
from translator_desk.wording import say

ENTRY_KEYS = [
    "id",
    "kind",
    "zh",
    "not_inside",
    "required",
    "en",
    "also",
    "short",
    "avoid",
    "word",
    "offices",
    "single_holder",
    "note",
    "source",
    "verified",
    "disabled",
]
_TOP_KEYS = ["version", "language", "entries"]
_AVOID_KEYS = ["en", "why", "level", "standalone", "with_source", "case_sensitive", "quoted_ok", "until"]
_OFFICE_KEYS = ["post", "place", "from", "to", "seen", "source"]
_VERSIONS = ("1", "2")
"""Version 1 has a part of the keys of version 2."""


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
    file = YamlFile(path)
    root = compose(data, file)
    if root is None:
        raise file.refuse(None, say("holds no entries; begin with “version: 2”", "没有任何词条；请以“version: 2”开头"))
    top = file.mapping(root, "the file", _TOP_KEYS)
    _check_head(top, root, file)
    entries: list[Entry] = []
    disabled: list[tuple[EntryId, Origin]] = []
    seen: dict[str, int] = {}
    for node in file.items(top.get("entries"), "entries"):
        fields = file.mapping(node, "an entry", ENTRY_KEYS)
        if "id" not in fields:
            raise file.refuse(node.start_mark, say("the entry has no “id”; give it one", "词条缺少“id”；请补上"))
        entry_id = file.text(fields["id"], "id")
        line = node.start_mark.line + 1
        if entry_id in seen:
            raise file.refuse(
                fields["id"].start_mark,
                say(
                    "the id “{id}” is used already in line {line}; give one of the two another id",
                    "id“{id}”已在第 {line} 行使用；请为其中一个更换 id",
                    id=entry_id,
                    line=seen[entry_id],
                ),
            )
        seen[entry_id] = line
        if "disabled" in fields and file.truth(fields["disabled"], "disabled"):
            disabled.append((EntryId(entry_id), Origin(path, line)))
        else:
            entries.append(_entry(fields, EntryId(entry_id), Origin(path, line), node, file, layer))
    return TermFile(path, layer, tuple(entries), tuple(disabled))


def _check_head(top: dict[str, Node], root: Node, file: YamlFile) -> None:
    if "version" not in top or file.text(top["version"], "version") not in _VERSIONS:
        where = top["version"].start_mark if "version" in top else root.start_mark
        raise file.refuse(where, say("the format must be named by “version: 2”", "须以“version: 2”注明格式版本"))
    if "language" in top:
        pair = file.mapping(top["language"], "language", ["source", "target"])
        for key, wanted in (("source", "zh"), ("target", "en")):
            if key in pair:
                file.choice(pair[key], key, [wanted])


def _entry(
    fields: dict[str, Node], entry_id: EntryId, origin: Origin, node: Node, file: YamlFile, layer: Layer
) -> Entry:
    for key in ("kind", "zh", "en"):
        if key not in fields:
            raise file.refuse(
                node.start_mark,
                say("the entry “{id}” has no “{key}”; add it", "词条“{id}”缺少“{key}”；请补上", id=entry_id, key=key),
            )

    def optional(key: str, read: Callable[[Node, str], object], default: object) -> object:
        return read(fields[key], key) if key in fields else default

    kind = Kind(file.choice(fields["kind"], "kind", [one.value for one in Kind]))
    return Entry(
        id=entry_id,
        kind=kind,
        zh=file.texts(fields["zh"], "zh"),
        en=file.text(fields["en"], "en"),
        not_inside=optional("not_inside", file.texts, ()),  # type: ignore[arg-type]
        required=bool(optional("required", file.truth, kind.required_by_default)),
        also=tuple(_form(one, file) for one in file.items(fields.get("also"), "also")),
        short=optional("short", file.texts, ()),  # type: ignore[arg-type]
        avoid=tuple(_avoid(one, file) for one in file.items(fields.get("avoid"), "avoid")),
        word=bool(optional("word", file.truth, False)),
        offices=tuple(_office(one, file) for one in file.items(fields.get("offices"), "offices")),
        single_holder=bool(optional("single_holder", file.truth, False)),
        note=str(optional("note", file.text, "")),
        source=str(optional("source", file.text, "")),
        verified=bool(optional("verified", file.truth, True)),
        origin=origin,
        layer=layer,
    )


def _date(node: Node, what: str, file: YamlFile) -> CoarseDate:
    value = file.text(node, what)
    try:
        return CoarseDate.parse(value)
    except ValueError:
        raise file.refuse(
            node.start_mark,
            say(
                "“{what}” is a date such as 2018, 2018-02 or 2018-02-11, not “{value}”",
                "“{what}”应为 2018、2018-02 或 2018-02-11 这样的日期，而不是“{value}”",
                what=what,
                value=value,
            ),
        ) from None


def _form(node: Node, file: YamlFile) -> Form:
    if is_text(node):
        return Form(file.text(node, "also"))
    fields = file.mapping(node, "a form", ["en", "until"])
    return Form(_named(fields, node, file), _date(fields["until"], "until", file) if "until" in fields else None)


def _named(fields: dict[str, Node], node: Node, file: YamlFile) -> str:
    if "en" not in fields:
        raise file.refuse(node.start_mark, say("this form has no “en”; add it", "该形式缺少“en”；请补上"))
    return file.text(fields["en"], "en")


def _avoid(node: Node, file: YamlFile) -> AvoidForm:
    if is_text(node):
        return AvoidForm(file.text(node, "avoid"))
    fields = file.mapping(node, "a form to avoid", _AVOID_KEYS)
    flags = {
        key: file.truth(fields[key], key) if key in fields else False
        for key in ("standalone", "with_source", "case_sensitive", "quoted_ok")
    }
    level = Level.WARNING
    if "level" in fields:
        level = Level(file.choice(fields["level"], "level", [one.value for one in Level]))
    return AvoidForm(
        _named(fields, node, file),
        file.text(fields["why"], "why") if "why" in fields else "",
        level,
        **flags,
        until=_date(fields["until"], "until", file) if "until" in fields else None,
    )


def _office(node: Node, file: YamlFile) -> Office:
    fields = file.mapping(node, "an office", _OFFICE_KEYS)
    if "post" not in fields:
        raise file.refuse(node.start_mark, say("this office has no “post”; add it", "该任职缺少“post”；请补上"))
    present = "to" in fields and file.text(fields["to"], "to") == "present"
    seen = fields.get("seen")
    return Office(
        post=file.text(fields["post"], "post"),
        place=file.text(fields["place"], "place") if "place" in fields else "",
        start=_date(fields["from"], "from", file) if "from" in fields else None,
        end=_date(fields["to"], "to", file) if "to" in fields and not present else None,
        present=present,
        seen=tuple(_date(one, "seen", file) for one in file.items(seen, "seen")),
        source=file.text(fields["source"], "source") if "source" in fields else "",
    )


def load_layers(shipped: Path | None, house: Path | None, project: Sequence[Path]) -> TermBase:
    """Return the term base of these files and folders, project over house over shipped.

    Raises:
        InputError: A file cannot be read or breaks a rule of the format.
    """
    files = [
        read_term_file(path, layer)
        for layer, folder in ((Layer.SHIPPED, shipped), (Layer.HOUSE, house))
        if folder is not None
        for path in _term_files(folder)
    ]
    files += [read_term_file(path, Layer.PROJECT) for one in project for path in _term_files(one)]
    return TermBase.build(files)


def _term_files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(one for one in path.iterdir() if one.suffix in (".yaml", ".yml"))
    return [path]
