"""What a YAML file says, as nodes with their places. The gate to PyYAML.

Made straight from the parser's events: every scalar stays text, nothing is constructed or expanded. Tags, anchors,
aliases, second documents and deep nesting are refused where they begin, before anything is made of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from translator_desk.errors import InputError
from translator_desk.wording import Message, say

DEEPEST = 12
_DEPTH_OF_ITEMS = 2


class Scalar:
    """A text.

    Attributes:
        value: What it says.
        style: How it is written: a quotation mark, ``|`` or ``>``; None where it is plain.
        start_mark: Where it begins.
        end_mark: Where it ends.
    """

    __slots__ = ("end_mark", "start_mark", "style", "value")

    def __init__(self, event: Any) -> None:
        self.value: str = event.value
        self.style: str | None = event.style
        self.start_mark: Any = event.start_mark
        self.end_mark: Any = event.end_mark


class Group:
    """A list or a mapping.

    Attributes:
        is_map: Whether it is a mapping; then ``children`` holds key, value, key, value and so on.
        flow: Whether it is written in brackets.
        start_mark: Where it begins.
        end_mark: Where it ends in brackets; else where the next thing begins, see ``end_of``.
        children: Its nodes.
    """

    __slots__ = ("children", "end_mark", "flow", "is_map", "start_mark")

    def __init__(self, is_map: bool, flow: bool, start_mark: Any) -> None:
        self.is_map = is_map
        self.flow = flow
        self.start_mark = start_mark
        self.end_mark = start_mark
        self.children: list[Node] = []

    def pairs(self) -> list[tuple[Node, Node]]:
        """Return key and value of each line of a mapping."""
        return list(zip(self.children[::2], self.children[1::2], strict=True))


Node = Scalar | Group


class Place:
    """A file, for complaints about it."""

    __slots__ = ("first_line", "path")

    def __init__(self, path: str, first_line: int = 0) -> None:
        """Name the file.

        Args:
            path: As it shall be named.
            first_line: What to add to the lines of marks, where only a part of the file is read.
        """
        self.path = path
        self.first_line = first_line

    def line(self, mark: Any) -> int:
        """Return the line of a mark, from 1."""
        return int(mark.line) + 1 + self.first_line

    def refuse(self, mark: Any, message: Message) -> InputError:
        """Return the error for a thing at ``mark``, or for the whole file."""
        if mark is None:
            return InputError(self.path, message)
        return InputError(self.path, message, line=self.line(mark), column=mark.column + 1)


def read_nodes(text: str, place: Place, take_item: Callable[[Group], None] | None = None) -> Node | None:
    """Return the only document of a text, None where it has none.

    Args:
        text: The text.
        place: The file, for complaints.
        take_item: Is given each group in the list ``entries`` as soon as it is complete; the list is then without it,
            so that a file of any size needs the memory of one entry.

    Raises:
        InputError: The text is no YAML, or holds what a term file must not hold.
    """
    yaml = _library()
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        return _built(loader, place, take_item)
    except yaml.YAMLError as error:
        raise _syntax(error, place) from None
    finally:
        loader.dispose()


@cache
def _library() -> Any:
    import yaml  # when the first file is read: the window is painted before

    return yaml


@cache
def _resolver() -> Any:
    return _library().resolver.Resolver()


def reads_as_text(plain: str) -> bool:
    """Return whether a word without quotes is text to every reader of YAML: no number, date, truth or nothing."""
    return bool(_resolver().resolve(_library().ScalarNode, plain, (True, False)) == "tag:yaml.org,2002:str")


def _built(loader: Any, place: Place, take_item: Callable[[Group], None] | None) -> Node | None:
    yaml = _library()
    next_event = loader.get_event
    roots: list[Node] = []
    children = roots
    open_groups: list[Group] = []
    while True:
        event = next_event()
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor or event.tag:
                raise _trap(event, place)
            children.append(Scalar(event))
        elif kind is yaml.SequenceStartEvent or kind is yaml.MappingStartEvent:
            if event.anchor or event.tag:
                raise _trap(event, place)
            if len(open_groups) == DEEPEST:
                message = say("is nested too deeply; an entry needs three levels at most", "嵌套过深；词条最多需要三层")
                raise place.refuse(event.start_mark, message)
            group = Group(kind is yaml.MappingStartEvent, bool(event.flow_style), event.start_mark)
            children.append(group)
            open_groups.append(group)
            children = group.children
        elif kind is yaml.SequenceEndEvent or kind is yaml.MappingEndEvent:
            group = open_groups.pop()
            group.end_mark = event.end_mark
            children = open_groups[-1].children if open_groups else roots
            if take_item is not None and len(open_groups) == _DEPTH_OF_ITEMS and _is_entries(open_groups):
                children.pop()
                take_item(group)
        elif kind is yaml.AliasEvent:
            raise _trap(event, place)
        elif kind is yaml.DocumentStartEvent and roots:
            message = say(
                "a second document begins here; one file holds one", "此处开始了第二个文档；一个文件只能有一个"
            )
            raise place.refuse(event.start_mark, message)
        elif kind is yaml.StreamEndEvent:
            return roots[0] if roots else None


def _is_entries(open_groups: Sequence[Group]) -> bool:
    """Whether a list is the value of ``entries``, given it and the mapping around it."""
    top, listed = open_groups
    key = top.children[-2] if top.is_map and not listed.is_map and not len(top.children) % 2 else None
    return isinstance(key, Scalar) and key.value == "entries"


def _trap(event: Any, place: Place) -> InputError:
    if event.anchor:
        return place.refuse(
            event.start_mark,
            say(
                "anchors (&) and aliases (*) are not allowed; write the words out or quote them",
                "不允许使用锚点（&）和别名（*）；请写出完整内容或加引号",
            ),
        )
    return place.refuse(
        event.start_mark,
        say("tags (!) are not allowed; put the text in quotes", "不允许使用标签（!）；请给文本加引号"),
    )


_REMEDIES = {
    "could not find expected ':'": say(
        "is not YAML here: no colon stands after the key; write “key: value”, with a half-width colon and a space",
        "此处不是合法的 YAML：键后没有冒号；请写作“键: 值”，用半角冒号并加空格",
    ),
    "found unexpected end of stream": say(
        "is not YAML here: the quotation mark is not closed; close it", "此处不是合法的 YAML：引号没有闭合；请补上引号"
    ),
    "did not find expected ',' or ']'": say(
        "is not YAML here: the bracket “[” is not closed, or a comma is missing; put it in",
        "此处不是合法的 YAML：方括号“[”没有闭合，或缺少逗号；请补上",
    ),
    "did not find expected ',' or '}'": say(
        "is not YAML here: the brace “{” is not closed, or a comma is missing; put it in",
        "此处不是合法的 YAML：花括号“{”没有闭合，或缺少逗号；请补上",
    ),
    "mapping values are not allowed in this context": say(
        "is not YAML here: a colon stands inside a text, or the line is indented too far; put the text in quotes, or "
        "mend the indentation",
        "此处不是合法的 YAML：文本中有冒号，或该行缩进过深；请给文本加引号，或改正缩进",
    ),
}
_AT_THE_BEGINNING = frozenset(list(_REMEDIES)[:4])
"""Problems that the parser notices only behind the words that cause them."""


def _syntax(error: Exception, place: Place) -> InputError:
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML"
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    known = _REMEDIES.get(problem)
    if known is not None:
        return place.refuse(context or mark if problem in _AT_THE_BEGINNING else mark, known)
    return place.refuse(
        mark or context,
        say(
            "is not YAML here ({problem}); check indentation (spaces, no tabs), the half-width colon and the space "
            "after it, and quotes",
            "此处不是合法的 YAML（{problem}）；请检查缩进（用空格，不用制表符）、半角冒号及其后的空格、引号",
            problem=problem,
        ),
    )


def start_of(node: Node) -> int:
    """Return the offset at which a node begins."""
    mark: Any = node.start_mark
    return int(mark.index)


def column_of(node: Node) -> int:
    """Return the column at which a node begins, from 0."""
    mark: Any = node.start_mark
    return int(mark.column)


def end_of(node: Node, text: str) -> int:
    """Return the offset just behind the last character of a node in the text it was read from.

    Of a block text (``|`` and ``>``) that is the end of its last line that is not blank, without the line break.
    """
    while isinstance(node, Group) and not node.flow and node.children:
        node = node.children[-1]
    mark: Any = node.end_mark
    end = int(mark.index)
    if isinstance(node, Group) or node.style not in ("|", ">"):
        return end
    start = start_of(node)
    return start + len(text[start:end].rstrip(" \t\r\n\x85\u2028\u2029"))
