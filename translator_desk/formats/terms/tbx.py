"""TBX-Basic: version 3 (ISO 30042:2019) in both styles, version 2 (ISO 30042:2008); all of them are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from translator_desk.errors import InputError
from translator_desk.formats.safe_xml import Element, children, inner_text, line_of, local, parse_xml
from translator_desk.formats.terms.base import (
    Fault,
    Losses,
    TermFormat,
    TermsRead,
    TermsWritten,
    note_losses,
    without_place,
)
from translator_desk.formats.terms.tbx_rules import tbx_faults
from translator_desk.glossary.entry import AvoidForm, Entry, Form, Kind
from translator_desk.model.ids import EntryId
from translator_desk.text.inflection import PLACE
from translator_desk.wording import Wording, say

_HELD = ("kind", "also", "short", "avoid", "note", "source")
_PREFERRED, _ADMITTED, _DEPRECATED, _SUPERSEDED = (
    f"{one}Term-admn-sts" for one in ("preferred", "admitted", "deprecated", "superseded")
)
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ID = re.compile(r"[A-Za-z_][\w.-]*")
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WRAPPERS = frozenset({"termGrp", "termNoteGrp", "descripGrp", "adminGrp", "transacGrp"})


class _Term(NamedTuple):
    """One term of a language section; ``status`` and ``type`` as TBX-Basic names them, "" where it says nothing."""

    text: str
    status: str = ""
    type: str = ""
    note: str = ""


class _Tbx(TermFormat):
    """What the three have in common; a subclass says how the parts are spelt."""

    extensions = (".tbx",)
    concept: ClassVar[str] = "conceptEntry"
    section: ClassVar[str] = "langSec"
    term: ClassVar[str] = "termSec"
    head: ClassVar[str]
    tail: ClassVar[str] = "</body></text>\n</tbx>\n"

    def read(self, data: bytes, file: str) -> TermsRead:
        """Return the concepts that have Chinese and English; every other part of the file is told."""
        return _read(data, file)

    def faults(self, data: bytes, file: str) -> tuple[Fault, ...]:
        """Return where a file breaks the rules of TBX-Basic."""
        return tbx_faults(data, file)

    def write(self, entries: Sequence[Entry]) -> TermsWritten:
        """Return a file of all entries; forms to avoid are deprecated terms, short forms have that term type."""
        losses = Losses()
        parts = [self.head]
        for entry in entries:
            note_losses(entry, _HELD, losses)
            parts += self._concept(entry, losses)
        return TermsWritten("".join([*parts, self.tail]).encode(), losses.all())

    def _concept(self, entry: Entry, losses: Losses) -> Iterator[str]:
        key = entry.id
        if not _ID.fullmatch(key):
            key = EntryId(f"_{re.sub(r'[^A-Za-z0-9_.-]', '_', key)}")
            losses.add("id", entry.id)
        yield f"<{self.concept} id={quoteattr(key)}>\n"
        yield self.category("descrip", "subjectField", entry.kind.value)
        if entry.source:
            yield self.category("admin", "source", entry.source)
        if entry.note:
            yield f"<note>{_text(entry.note)}</note>\n"
        yield from self._section("zh", [_Term(zh, _ADMITTED if n else _PREFERRED) for n, zh in enumerate(entry.zh)])
        terms = [_Term(entry.en, _PREFERRED)]
        terms += [_Term(form.en, _SUPERSEDED if form.until else _ADMITTED) for form in entry.also]
        terms += [_Term(form, _ADMITTED, "shortForm") for form in entry.short]
        terms += [_Term(form.en, _DEPRECATED, "", form.why) for form in entry.avoid]
        yield from self._section("en", terms)
        yield f"</{self.concept}>\n"

    def _section(self, language: str, terms: Sequence[_Term]) -> Iterator[str]:
        yield f'<{self.section} xml:lang="{language}">\n'
        for term in terms:
            text = without_place(term.text) if PLACE in term.text else term.text
            yield f"<{self.term}><term>{_text(text)}</term>\n"
            if term.type:
                yield self.category("termNote", "termType", term.type)
            yield self.category("termNote", "administrativeStatus", term.status)
            if term.note:
                yield f"<note>{_text(term.note)}</note>\n"
            yield f"</{self.term}>\n"
        yield f"</{self.section}>\n"

    def category(self, element: str, kind: str, text: str) -> str:
        """Return a data category: by attribute, as version 2 and the style DCA have it."""
        return f'<{element} type="{kind}">{_text(text)}</{element}>\n'


_HEADER = "<fileDesc><sourceDesc><p>translator_desk</p></sourceDesc></fileDesc>"
_V3 = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<tbx type="TBX-Basic" style="{style}" xml:lang="en" '
    'xmlns="urn:iso:std:iso:30042:ed-2"{more}>\n<tbxHeader>' + _HEADER + "</tbxHeader>\n<text><body>\n"
)


class _V3Dca(_Tbx):
    id = "tbx"
    title = Wording("TBX-Basic 3", "TBX-Basic 3")
    head = _V3.format(style="dca", more="")


class _V3Dct(_Tbx):
    id = "tbx-dct"
    title = Wording("TBX-Basic 3, categories as elements (DCT)", "TBX-Basic 3，以元素表示类别（DCT）")
    head = _V3.format(
        style="dct",
        more=' xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"',
    )

    def category(self, element: str, kind: str, text: str) -> str:
        """Return a data category as an element of the module that defines it."""
        module = "min" if kind in ("subjectField", "administrativeStatus") else "basic"
        return f"<{module}:{kind}>{_text(text)}</{module}:{kind}>\n"


class _V2(_Tbx):
    id = "tbx-v2"
    title = Wording("TBX-Basic 2", "TBX-Basic 2")
    concept, section, term = "termEntry", "langSet", "tig"
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<martif type="TBX-Basic" xml:lang="en">\n<martifHeader>'
        + _HEADER
        + '<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>\n<text><body>\n'
    )
    tail = "</body></text>\n</martif>\n"


def _text(text: str) -> str:
    return escape(_UNSAFE.sub("", text))


# Reading


def _read(data: bytes, file: str) -> TermsRead:
    root = parse_xml(data, file)
    if local(root) not in ("tbx", "martif", "TBX"):
        raise InputError(
            file,
            say(
                "is XML but no TBX; its first element must be tbx or martif",
                "是 XML 但不是 TBX；其根元素应为 tbx 或 martif",
            ),
            line=line_of(root),
        )
    losses = Losses()
    entries = []
    for number, concept in enumerate(root.iter("{*}conceptEntry", "{*}termEntry"), 1):
        entry = _entry(concept, concept.get("id") or f"#{number}", losses)
        if entry is not None:
            entries.append(entry)
    return TermsRead(tuple(entries), frozenset({"id", "kind", "zh", "en", *_HELD}), losses.all())


def _entry(concept: Element, name: str, losses: Losses) -> Entry | None:
    said = {"subjectField": "", "source": "", "note": ""}
    terms: dict[str, list[_Term]] = {"zh": [], "en": []}
    for part in _flat(concept):
        kind = _category(part)
        if kind in ("langSec", "langSet"):
            language = (part.get(_XML_LANG) or part.get("lang") or "?").lower()
            found = terms.get(language.replace("_", "-").partition("-")[0])
            if found is None:
                losses.add(say("language {language}", "语言 {language}", language=language), name)
                continue
            found += _terms(part, name, losses)
        elif kind in said and not said[kind]:
            said[kind] = inner_text(part)
        else:
            losses.add(kind, name)
    if not terms["zh"] or not terms["en"]:
        losses.add(say("concepts without Chinese or English", "缺中文或英文的概念"), name)
        return None
    kind = said["subjectField"].strip().lower()
    known = kind in {one.value for one in Kind}
    if kind and not known:
        losses.add("subjectField", name)
    return _made(name, Kind(kind) if known else Kind.OTHER, terms, said["note"], said["source"])


def _made(name: str, kind: Kind, terms: dict[str, list[_Term]], note: str, source: str) -> Entry:
    good = [one for one in terms["en"] if one.status not in (_DEPRECATED, _SUPERSEDED) and one.type != "shortForm"]
    short = [one for one in terms["en"] if one.type == "shortForm" and one.status != _DEPRECATED]
    bad = [one for one in terms["en"] if one.status in (_DEPRECATED, _SUPERSEDED)]
    good = good or short or bad
    best = next((one for one in good if one.status == _PREFERRED), good[0])
    first = sorted(terms["zh"], key=lambda one: one.status != _PREFERRED)
    avoid = [AvoidForm(one.text, one.note) for one in bad if one is not best and one.status == _DEPRECATED]
    also = [one.text for one in good if one is not best]
    also += [one.text for one in bad if one is not best and one.status == _SUPERSEDED]
    return Entry(
        EntryId("" if name.startswith("#") else name),
        kind,
        tuple(dict.fromkeys(one.text for one in first)),
        best.text,
        required=kind.required_by_default,
        also=tuple(Form(form) for form in dict.fromkeys(also) if form != best.text),
        short=tuple(dict.fromkeys(one.text for one in short if one is not best)),
        avoid=tuple(dict.fromkeys(avoid)),
        note=note,
        source=source,
    )


def _terms(section: Element, name: str, losses: Losses) -> Iterator[_Term]:
    for part in _flat(section):
        if local(part) not in ("termSec", "tig", "ntig"):
            losses.add(_category(part), name)
            continue
        said = {"term": "", "administrativeStatus": "", "normativeAuthorization": "", "termType": "", "note": ""}
        for one in _flat(part):
            kind = _category(one)
            if kind in said and not said[kind]:
                said[kind] = inner_text(one)
            else:
                losses.add(kind, name)
        if said["term"]:
            status = said["administrativeStatus"] or said["normativeAuthorization"]
            if status and not status.endswith("-admn-sts"):
                status += "-admn-sts"  # the older spelling, without the picklist's name
            if said["termType"] not in ("", "shortForm"):
                losses.add("termType", name)
            yield _Term(said["term"], status, said["termType"], said["note"])


def _flat(element: Element) -> Iterator[Element]:
    """Yield the children, those of groups that only hold things together in their place."""
    for child in children(element):
        if local(child) in _WRAPPERS:
            yield from _flat(child)
        else:
            yield child


def _category(element: Element) -> str:
    """Return the data category of an element, in either style."""
    return element.get("type") or local(element)


formats = (_V3Dca(), _V3Dct(), _V2())
