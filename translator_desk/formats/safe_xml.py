"""The one door through which XML comes in. The gate to lxml.

Nothing is fetched, expanded or validated: a document that declares entities is refused before it is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from translator_desk.errors import InputError
from translator_desk.wording import say

LARGEST = 50_000_000
"""Bytes."""
_ENTITY = re.compile(rb"<\0?!\0?E\0?N\0?T\0?I\0?T\0?Y\0?", re.IGNORECASE)

Element = etree._Element  # noqa: SLF001 (lxml has no other name for it)


def parse_xml(data: bytes, file: str | None) -> Element:
    """Return the root of a document.

    Args:
        data: Its bytes; the encoding is what they declare.
        file: The file as the person named it.

    Raises:
        InputError: It is no XML, larger than 50 MB, deeper than 256 levels, or declares entities; names line and column.
    """
    if len(data) > LARGEST:
        raise InputError(file, say("is larger than 50 MB; split it", "大于 50 MB；请拆分"))
    entity = _ENTITY.search(data)
    if entity:
        raise InputError(
            file,
            say(
                "declares entities (<!ENTITY), which are not read; save it without them",
                "声明了实体（<!ENTITY），不予读取；请另存为不含实体的文件",
            ),
            line=data.count(b"\n", 0, entity.start()) + 1,
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise InputError(
            file,
            say(
                "is not well-formed XML here ({problem}); export it again from the program that made it",
                "此处不是合法的 XML（{problem}）；请从原程序重新导出",
                problem=error.msg or "?",
            ),
            line=line or None,
            column=column or None,
        ) from None
    except ValueError as error:
        raise InputError(
            file, say("cannot be read as XML: {problem}", "无法作为 XML 读取：{problem}", problem=error)
        ) from None
    if root is None:
        raise InputError(file, say("holds no XML", "不含 XML"))
    return root


def local(element: Element) -> str:
    """Return the name of an element without its namespace; "" for a comment or an instruction."""
    tag: Any = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the child elements, in any namespace; those of the given names where any are given."""
    for child in element:
        name = local(child)
        if name and (not names or name in names):
            yield child


def inner_text(element: Element) -> str:
    """Return the text of an element with that of all elements inside it, white space made one."""
    return " ".join("".join(str(one) for one in element.itertext(tag=None) if one is not None).split())


def line_of(element: Element) -> int | None:
    """Return the line on which an element begins, where it is known."""
    line: Any = element.sourceline
    return line or None
