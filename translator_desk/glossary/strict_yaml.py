"""Strict YAML: every scalar is text, everything wrong has its line and column. The gate to PyYAML for term bases and rules.

Nothing is ever constructed or expanded: tags, anchors, aliases and merge keys are refused on the event stream, before
any node is made.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml

from translator_desk.errors import InputError
from translator_desk.wording import Message, say

LARGEST = 20_000_000
"""Bytes; a term base of 50,000 entries has four million."""
DEEPEST = 12
Node = yaml.Node
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAY_BE_TRAPS = re.compile(r"^(?:---|\.\.\.|%)|(?:^|[\s,\[{])[&*!]| {24}|- - - |[\[{]\s*[\[{]\s*[\[{]", re.MULTILINE)
"""Where none of this stands there can be no second document, anchor, alias, tag or deep nesting."""
_FULL_WIDTH_COLON = re.compile(r"^ *(?:- +)?[a-z_]+：", re.MULTILINE)
_CONFLICT = re.compile(r"^(?:<<<<<<<|>>>>>>>|=======$)", re.MULTILINE)


class YamlFile:
    """One file being read, with what every complaint needs; each reader refuses what it cannot take."""

    def __init__(self, path: str) -> None:
        self.path = path

    def refuse(self, mark: Any, message: Message) -> InputError:
        """Return the error at a mark of the parser; None is the file as a whole."""
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (None, None)
        return InputError(self.path, message, line=line, column=column)

    def refuse_at(self, text: str, offset: int, message: Message) -> InputError:
        """Return the error at an offset of the text."""
        line = text.count("\n", 0, offset) + 1
        return InputError(self.path, message, line=line, column=offset - text.rfind("\n", 0, offset))

    def text(self, node: yaml.Node, what: str) -> str:
        """Return the text of a scalar that is not empty."""
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
        """Return the texts of a list, or of one scalar."""
        if isinstance(node, yaml.ScalarNode):
            return (self.text(node, what),)
        if not isinstance(node, yaml.SequenceNode):
            raise self.refuse(node.start_mark, say("“{what}” must be a list", "“{what}”应为列表", what=what))
        return tuple(self.text(one, what) for one in node.value)

    def truth(self, node: yaml.Node, what: str) -> bool:
        """Return a truth value."""
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

    def choice(self, node: yaml.Node, what: str, allowed: Iterable[str]) -> str:
        """Return a text that is one of ``allowed``."""
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
        """Return the values of a mapping by key; unknown and repeated keys are refused."""
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

    def items(self, node: yaml.Node | None, what: str) -> Sequence[yaml.Node]:
        """Return the members of a list, none where there is no list."""
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            raise self.refuse(
                node.start_mark,
                say(
                    "“{what}” must be a list; begin each member with “- ”",
                    "“{what}”应为列表；每一项以“- ”开头",
                    what=what,
                ),
            )
        return node.value  # type: ignore[no-any-return]


def is_text(node: Node) -> bool:
    """Return whether a node is one text, not a list or mapping."""
    return isinstance(node, yaml.ScalarNode)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        InputError: It cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            path, say("cannot be read: {cause}", "无法读取：{cause}", cause=error.strerror or error)
        ) from None


def compose(data: bytes, file: YamlFile) -> Node | None:
    """Return the root node of the bytes of a file, None where it holds nothing.

    Raises:
        InputError: The bytes are no strict YAML; names line, column and remedy.
    """
    text = _decoded(data, file)
    _refuse_traps(text, file)
    try:
        return yaml.compose(text, _Loader)
    except yaml.YAMLError as error:
        raise _syntax(error, file) from None


def _decoded(data: bytes, file: YamlFile) -> str:
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


def _refuse_traps(text: str, file: YamlFile) -> None:
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
                        say("is nested too deeply; three levels are enough", "嵌套过深；三层足矣"),
                    )
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                depth -= 1
    except yaml.YAMLError as error:
        raise _syntax(error, file) from None
    except RecursionError:
        raise file.refuse(None, say("is nested too deeply; three levels are enough", "嵌套过深；三层足矣")) from None


def _syntax(error: yaml.YAMLError, file: YamlFile) -> InputError:
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
