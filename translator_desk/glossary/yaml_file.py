"""Reads term files: strict YAML with the line and column of whatever is wrong. The gate to PyYAML for glossaries.

Every scalar is text. Nothing is ever constructed or expanded: tags, anchors, aliases and merge keys are refused on the
event stream, before any node is made.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml

from translator_desk.errors import InputError
from translator_desk.glossary.coarse_date import CoarseDate
from translator_desk.glossary.entry import AvoidForm, Entry, Form, Kind, Layer, Office, Origin
from translator_desk.glossary.term_base import TermBase, TermFile
from translator_desk.model.ids import EntryId
from translator_desk.model.severity import Level
from translator_desk.wording import Message, say

LARGEST = 20_000_000
"""Bytes; a term base of 50,000 entries has four million."""
DEEPEST = 12
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
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_VERSIONS = ("1", "2")
"""Version 1 has a part of the keys of version 2."""
_MAY_BE_TRAPS = re.compile(r"^(?:---|\.\.\.|%)|(?:^|[\s,\[{])[&*!]| {24}|- - - |[\[{]\s*[\[{]\s*[\[{]", re.MULTILINE)
"""Where none of this stands there can be no second document, anchor, alias, tag or deep nesting."""
_FULL_WIDTH_COLON = re.compile(rf"^ *(?:- +)?(?:{'|'.join([*_TOP_KEYS, *ENTRY_KEYS])})：", re.MULTILINE)
_CONFLICT = re.compile(r"^(?:<<<<<<<|>>>>>>>|=======$)", re.MULTILINE)


class _File:
    """One file being read, with what every complaint needs."""

    def __init__(self, path: str, layer: Layer) -> None:
        self.path = path
        self.layer = layer

    def refuse(self, mark: Any, message: Message) -> InputError:
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (None, None)
        return InputError(self.path, message, line=line, column=column)

    def refuse_at(self, text: str, offset: int, message: Message) -> InputError:
        line = text.count("\n", 0, offset) + 1
        return InputError(self.path, message, line=line, column=offset - text.rfind("\n", 0, offset))

    def text(self, node: yaml.Node, what: str) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self.refuse(
                node.start_mark,
                say("“{what}” must be one text, not a list", "“{what}”应为一个文本，而不是列表", what=what),
            )
        value: str = node.value.strip()
        if not value:
            raise self.refuse(
                node.start_mark,
                say("“{what}” is empty; fill it in or delete the line", "“{what}”为空；请填写或删除该行", what=what),
            )
        return value

    def texts(self, node: yaml.Node, what: str) -> tuple[str, ...]:
        if isinstance(node, yaml.ScalarNode):
            return (self.text(node, what),)
        if not isinstance(node, yaml.SequenceNode):
            raise self.refuse(node.start_mark, say("“{what}” must be a list", "“{what}”应为列表", what=what))
        return tuple(self.text(one, what) for one in node.value)

    def truth(self, node: yaml.Node, what: str) -> bool:
        value = self.text(node, what)
        if value not in ("true", "false"):
            raise self.refuse(
                node.start_mark,
                say(
                    "“{what}” is true or false, not “{value}”",
                    "“{what}”只能是 true 或 false，而不是“{value}”",
                    what=what,
                    value=value,
                ),
            )
        return value == "true"

    def date(self, node: yaml.Node, what: str) -> CoarseDate:
        value = self.text(node, what)
        try:
            return CoarseDate.parse(value)
        except ValueError:
            raise self.refuse(
                node.start_mark,
                say(
                    "“{what}” is a date such as 2018, 2018-02 or 2018-02-11, not “{value}”",
                    "“{what}”应为 2018、2018-02 或 2018-02-11 这样的日期，而不是“{value}”",
                    what=what,
                    value=value,
                ),
            ) from None

    def choice(self, node: yaml.Node, what: str, allowed: Iterable[str]) -> str:
        value, names = self.text(node, what), list(allowed)
        if value not in names:
            raise self.refuse(
                node.start_mark,
                say(
                    "“{what}” is one of {names}, not “{value}”",
                    "“{what}”只能是 {names} 之一，而不是“{value}”",
                    what=what,
                    names=", ".join(names),
                    value=value,
                ),
            )
        return value

    def mapping(self, node: yaml.Node, what: str, keys: Sequence[str]) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            raise self.refuse(
                node.start_mark, say("{what} must be “key: value” lines", "{what}应为“键: 值”的形式", what=what)
            )
        found: dict[str, yaml.Node] = {}
        for key_node, value in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
            if key not in keys:
                near = difflib.get_close_matches(key, keys, 1)
                raise self.refuse(
                    key_node.start_mark,
                    say(
                        "unknown key “{key}”; did you mean “{near}”?"
                        if near
                        else "unknown key “{key}”; known are {keys}",
                        "未知的键“{key}”；是否指“{near}”？" if near else "未知的键“{key}”；可用的有 {keys}",
                        key=key,
                        near=near[0] if near else "",
                        keys=", ".join(keys),
                    ),
                )
            if key in found:
                raise self.refuse(
                    key_node.start_mark,
                    say("“{key}” stands here twice; delete one of the two", "“{key}”重复出现；请删除其中一个", key=key),
                )
            found[key] = value
        return found


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
    file = _File(path, layer)
    text = _decoded(data, file)
    _refuse_traps(text, file)
    try:
        root = yaml.compose(text, _Loader)
    except yaml.YAMLError as error:
        raise _syntax(error, file) from None
    if root is None:
        raise file.refuse(None, say("holds no entries; begin with “version: 2”", "没有任何词条；请以“version: 2”开头"))
    top = file.mapping(root, "the file", _TOP_KEYS)
    _check_head(top, root, file)
    entries: list[Entry] = []
    disabled: list[tuple[EntryId, Origin]] = []
    seen: dict[str, int] = {}
    listed = top.get("entries")
    if listed is not None and not isinstance(listed, yaml.SequenceNode):
        raise file.refuse(
            listed.start_mark,
            say("“entries” must be a list; begin each entry with “- id:”", "“entries”应为列表；每个词条以“- id:”开头"),
        )
    for node in listed.value if listed is not None else ():
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
            entries.append(_entry(fields, EntryId(entry_id), Origin(path, line), node, file))
    return TermFile(path, layer, tuple(entries), tuple(disabled))


def _decoded(data: bytes, file: _File) -> str:
    if len(data) > LARGEST:
        raise file.refuse(
            None, say("is larger than 20 MB; split it into several files", "大于 20 MB；请拆分为多个文件")
        )
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
        raise InputError(file.path, message, line=line, column=1) from None


def _refuse_traps(text: str, file: _File) -> None:
    """Refuse conflict markers, and everything by which YAML says more than it shows."""
    conflict = _CONFLICT.search(text)
    if conflict:
        message = say(
            "holds a conflict marker of version control; settle the conflict first",
            "含有版本控制的冲突标记；请先解决冲突",
        )
        raise file.refuse_at(text, conflict.start(), message)
    colon = _FULL_WIDTH_COLON.search(text)
    if colon:
        message = say("a full-width colon (：) stands here; write “: ”", "此处是全角冒号（：）；请改为半角冒号加空格")
        raise file.refuse_at(text, colon.end() - 1, message)
    if not _MAY_BE_TRAPS.search(text):
        return
    depth = documents = 0
    try:
        for event in yaml.parse(text, _Loader):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise file.refuse(
                        event.start_mark,
                        say(
                            "a second document begins here; one file holds one",
                            "此处开始了第二个文档；一个文件只能有一个",
                        ),
                    )
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise file.refuse(
                    event.start_mark,
                    say(
                        "anchors (&) and aliases (*) are not allowed; write the words out or quote them",
                        "不允许使用锚点（&）和别名（*）；请写出完整内容或加引号",
                    ),
                )
            if getattr(event, "tag", None):
                raise file.refuse(
                    event.start_mark,
                    say("tags (!) are not allowed; put the text in quotes", "不允许使用标签（!）；请给文本加引号"),
                )
            if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                depth += 1
                if depth > DEEPEST:
                    raise file.refuse(
                        event.start_mark,
                        say("is nested too deeply; an entry needs three levels at most", "嵌套过深；词条最多需要三层"),
                    )
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                depth -= 1
    except yaml.YAMLError as error:
        raise _syntax(error, file) from None
    except RecursionError:
        raise file.refuse(
            None, say("is nested too deeply; an entry needs three levels at most", "嵌套过深；词条最多需要三层")
        ) from None


def _syntax(error: yaml.YAMLError, file: _File) -> InputError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML"
    return file.refuse(
        mark,
        say(
            "is not YAML here ({problem}); check indentation (spaces, no tabs), the half-width colon and the space "
            "after it, and quotes",
            "此处不是合法的 YAML（{problem}）；请检查缩进（用空格，不用制表符）、半角冒号及其后的空格、引号",
            problem=problem,
        ),
    )


def _check_head(top: dict[str, yaml.Node], root: yaml.Node, file: _File) -> None:
    if "version" not in top or file.text(top["version"], "version") not in _VERSIONS:
        where = top["version"].start_mark if "version" in top else root.start_mark
        raise file.refuse(where, say("the format must be named by “version: 2”", "须以“version: 2”注明格式版本"))
    if "language" in top:
        pair = file.mapping(top["language"], "language", ["source", "target"])
        for key, wanted in (("source", "zh"), ("target", "en")):
            if key in pair:
                file.choice(pair[key], key, [wanted])


def _entry(fields: dict[str, yaml.Node], entry_id: EntryId, origin: Origin, node: yaml.Node, file: _File) -> Entry:
    for key in ("kind", "zh", "en"):
        if key not in fields:
            raise file.refuse(
                node.start_mark,
                say("the entry “{id}” has no “{key}”; add it", "词条“{id}”缺少“{key}”；请补上", id=entry_id, key=key),
            )

    def optional(key: str, read: Callable[[yaml.Node, str], object], default: object) -> object:
        return read(fields[key], key) if key in fields else default

    kind = Kind(file.choice(fields["kind"], "kind", [one.value for one in Kind]))
    return Entry(
        id=entry_id,
        kind=kind,
        zh=file.texts(fields["zh"], "zh"),
        en=file.text(fields["en"], "en"),
        not_inside=optional("not_inside", file.texts, ()),  # type: ignore[arg-type]
        required=bool(optional("required", file.truth, kind.required_by_default)),
        also=tuple(_form(one, file) for one in _items(fields.get("also"), "also", file)),
        short=optional("short", file.texts, ()),  # type: ignore[arg-type]
        avoid=tuple(_avoid(one, file) for one in _items(fields.get("avoid"), "avoid", file)),
        word=bool(optional("word", file.truth, False)),
        offices=tuple(_office(one, file) for one in _items(fields.get("offices"), "offices", file)),
        single_holder=bool(optional("single_holder", file.truth, False)),
        note=str(optional("note", file.text, "")),
        source=str(optional("source", file.text, "")),
        verified=bool(optional("verified", file.truth, True)),
        origin=origin,
        layer=file.layer,
    )


def _items(node: yaml.Node | None, what: str, file: _File) -> Sequence[yaml.Node]:
    if node is None:
        return ()
    if not isinstance(node, yaml.SequenceNode):
        raise file.refuse(node.start_mark, say("“{what}” must be a list", "“{what}”应为列表", what=what))
    return node.value  # type: ignore[no-any-return]


def _form(node: yaml.Node, file: _File) -> Form:
    if isinstance(node, yaml.ScalarNode):
        return Form(file.text(node, "also"))
    fields = file.mapping(node, "a form", ["en", "until"])
    return Form(_named(fields, node, file), file.date(fields["until"], "until") if "until" in fields else None)


def _named(fields: dict[str, yaml.Node], node: yaml.Node, file: _File) -> str:
    if "en" not in fields:
        raise file.refuse(node.start_mark, say("this form has no “en”; add it", "该形式缺少“en”；请补上"))
    return file.text(fields["en"], "en")


def _avoid(node: yaml.Node, file: _File) -> AvoidForm:
    if isinstance(node, yaml.ScalarNode):
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
        until=file.date(fields["until"], "until") if "until" in fields else None,
    )


def _office(node: yaml.Node, file: _File) -> Office:
    fields = file.mapping(node, "an office", _OFFICE_KEYS)
    if "post" not in fields:
        raise file.refuse(node.start_mark, say("this office has no “post”; add it", "该任职缺少“post”；请补上"))
    present = "to" in fields and file.text(fields["to"], "to") == "present"
    seen = fields.get("seen")
    return Office(
        post=file.text(fields["post"], "post"),
        place=file.text(fields["place"], "place") if "place" in fields else "",
        start=file.date(fields["from"], "from") if "from" in fields else None,
        end=file.date(fields["to"], "to") if "to" in fields and not present else None,
        present=present,
        seen=tuple(file.date(one, "seen") for one in _items(seen, "seen", file)),
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
