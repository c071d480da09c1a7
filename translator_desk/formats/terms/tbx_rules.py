"""What TBX-Basic asks of a file: its parts, their order and attributes, the data categories and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from translator_desk.formats.safe_xml import Element, children, inner_text, line_of, local, parse_xml
from translator_desk.formats.terms.base import Fault
from translator_desk.resources import data_rows
from translator_desk.wording import Message, say

_XML = "{http://www.w3.org/XML/1998/namespace}"
_CORE = "urn:iso:std:iso:30042:ed-2"
_MODULES = {"min": "http://www.tbxinfo.net/ns/min", "basic": "http://www.tbxinfo.net/ns/basic"}
_GROUPS = frozenset({"descripGrp", "adminGrp", "transacGrp", "termNoteGrp"})
_PLAIN = frozenset({"note", "date"})
_BY_TYPE = frozenset(
    {"descrip", "admin", "transac", "transacNote", "termNote", "ref", "xref", "adminNote", "descripNote"}
)


class _Category(NamedTuple):
    element: str
    levels: frozenset[str]
    module: str
    values: frozenset[str]


class _Names(NamedTuple):
    """What the parts are called in a version."""

    root: str
    header: str
    concept: str
    section: str
    terms: tuple[str, ...]


_V3 = _Names("tbx", "tbxHeader", "conceptEntry", "langSec", ("termSec",))
_V2 = _Names("martif", "martifHeader", "termEntry", "langSet", ("tig", "ntig"))


@cache
def _categories() -> dict[str, _Category]:
    return {
        name: _Category(element, frozenset(levels.split()), module, frozenset(values.split()) - {"-"})
        for name, element, levels, module, values in data_rows("tbx_basic.tsv")
    }


def tbx_faults(data: bytes, file: str) -> tuple[Fault, ...]:
    """Return where a file breaks the rules of TBX-Basic, version 2 or 3, in the order of the file.

    Raises:
        InputError: It is no XML.
    """
    return tuple(_faults(parse_xml(data, file)))


def _faults(root: Element) -> Iterator[Fault]:
    names = next((one for one in (_V3, _V2) if one.root == local(root)), None)
    if names is None:
        yield _fault(root, say("the first element must be tbx or martif", "根元素应为 tbx 或 martif"))
        return
    style = (root.get("style") or "").lower() if names is _V3 else "dca"
    yield from _root_faults(root, names, style)
    parts = [local(one) for one in children(root)]
    if parts != [names.header, "text"]:
        yield _fault(
            root, say("it must hold {header}, then text", "其中应依次为 {header} 和 text", header=names.header)
        )
    bodies = [body for text in children(root, "text") for body in children(text, "body")]
    if len(bodies) != 1:
        yield _fault(root, say("text must hold one body", "text 中应有一个 body"))
    seen: set[str] = set()
    for body in bodies:
        if not list(children(body)):
            yield _fault(body, say("body holds no concept", "body 中没有概念"))
        for concept in children(body):
            yield from _concept_faults(concept, names, style, seen)


def _root_faults(root: Element, names: _Names, style: str) -> Iterator[Fault]:
    if root.get("type") != "TBX-Basic":
        yield _fault(root, say("type must be TBX-Basic", "type 应为 TBX-Basic"))
    if not root.get(f"{_XML}lang"):
        yield _fault(root, _no_language())
    if names is _V3:
        if style not in ("dca", "dct"):
            yield _fault(root, say("style must be dca or dct", "style 应为 dca 或 dct"))
        if not str(root.tag).startswith(f"{{{_CORE}}}"):
            yield _fault(root, say("its namespace must be {core}", "其命名空间应为 {core}", core=_CORE))
    described = [one for header in children(root, names.header) for one in children(header, "fileDesc")]
    if not any(list(children(one, "sourceDesc")) for one in described):
        yield _fault(root, say("the header must hold fileDesc with sourceDesc", "头部应含带 sourceDesc 的 fileDesc"))


def _concept_faults(concept: Element, names: _Names, style: str, seen: set[str]) -> Iterator[Fault]:
    if local(concept) != names.concept:
        yield _fault(concept, _not_here(concept, names.concept))
        return
    key = concept.get("id") or ""
    if key and key in seen:
        yield _fault(concept, say("the id “{id}” stands twice", "id“{id}”重复", id=key))
    seen.add(key)
    sections = list(children(concept, names.section))
    if not sections:
        yield _fault(concept, say("a concept needs a {part}", "概念中应有 {part}", part=names.section))
    yield from _order_faults(concept, names.section)
    for part in children(concept):
        if local(part) == names.section:
            yield from _section_faults(part, names, style)
        else:
            yield from _category_faults(part, "concept", style)


def _section_faults(section: Element, names: _Names, style: str) -> Iterator[Fault]:
    if not section.get(f"{_XML}lang"):
        yield _fault(section, _no_language())
    if not list(children(section, *names.terms)):
        wanted = " / ".join(names.terms)
        yield _fault(section, say("a language section needs a {part}", "语言部分中应有 {part}", part=wanted))
    yield from _order_faults(section, *names.terms)
    for part in children(section):
        if local(part) in names.terms:
            inside = next(children(part, "termGrp"), part) if local(part) == "ntig" else part
            yield from _term_faults(inside, style)
            for more in children(part) if inside is not part else ():
                if more is not inside:
                    yield from _category_faults(more, "term", style)
        else:
            yield from _category_faults(part, "language", style)


def _term_faults(part: Element, style: str) -> Iterator[Fault]:
    inside = list(children(part))
    if not inside or local(inside[0]) != "term" or len(list(children(part, "term"))) != 1:
        yield _fault(part, say("it must begin with its one term", "其中应以唯一的 term 开头"))
    for one in inside:
        if local(one) == "term":
            if not inner_text(one):
                yield _fault(one, say("the term is empty", "术语为空"))
        else:
            yield from _category_faults(one, "term", style)


def _category_faults(part: Element, level: str, style: str) -> Iterator[Fault]:
    name = local(part)
    if name in _GROUPS:
        for one in children(part):
            yield from _category_faults(one, level, style)
        return
    if name in _PLAIN:
        return
    by_element = style == "dct" and name not in _BY_TYPE
    kind = name if by_element else part.get("type") or ""
    found = _categories().get(kind)
    if found is None or (not by_element and name != found.element) or (style == "dct" and not by_element):
        shown = kind if by_element or not kind else f"{name} type={kind}"
        yield _fault(
            part,
            say("“{name}” is no part of TBX-Basic here", "“{name}”不是 TBX-Basic 在此处的内容", name=shown or name),
        )
        return
    if by_element and not str(part.tag).startswith(f"{{{_MODULES[found.module]}}}"):
        yield _fault(
            part,
            say("“{name}” belongs to the module {module}", "“{name}”属于模块 {module}", name=kind, module=found.module),
        )
    if level not in found.levels:
        yield _fault(part, say("“{name}” may not stand here", "“{name}”不能出现在此处", name=kind))
    if found.values and inner_text(part) not in found.values:
        allowed = ", ".join(sorted(found.values))
        yield _fault(
            part, say("“{name}” is one of {allowed}", "“{name}”应为 {allowed} 之一", name=kind, allowed=allowed)
        )


def _order_faults(element: Element, *names: str) -> Iterator[Fault]:
    """What describes an element stands before its parts."""
    begun = False
    for part in children(element):
        if local(part) in names:
            begun = True
        elif begun:
            yield _fault(part, say("it must stand before {part}", "应位于 {part} 之前", part=" / ".join(names)))


def _not_here(part: Element, wanted: str) -> Message:
    return say("“{name}” stands where {wanted} must", "“{name}”所在处应为 {wanted}", name=local(part), wanted=wanted)


def _no_language() -> Message:
    return say("xml:lang is missing", "缺少 xml:lang")


def _fault(element: Element, message: Message) -> Fault:
    return Fault(line_of(element), message)
