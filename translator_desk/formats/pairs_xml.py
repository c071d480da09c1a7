"""Pairs for other translation tools: XLIFF 1.2 to go on working, TMX 1.4b as a memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

from translator_desk import __version__

_XLIFF = "urn:oasis:names:tc:xliff:document:1.2"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SOURCE_LANGUAGE, _TARGET_LANGUAGE = "zh-CN", "en"


class Pair(NamedTuple):
    """What belongs together; a side is "" where it has no counterpart.

    Attributes:
        source: The Chinese.
        target: The English.
        confidence: How sure the pairing is, 0 to 1.
    """

    source: str
    target: str
    confidence: float


def as_xliff(pairs: Sequence[Pair], original: str) -> bytes:
    """Return the pairs as XLIFF 1.2, one unit each, also those without a counterpart.

    Args:
        pairs: In reading order; texts without control characters, as every reader of the desk gives them.
        original: Name of the file that the Chinese came from.
    """
    root = ET.Element("xliff", {"version": "1.2", "xmlns": _XLIFF})
    file = ET.SubElement(
        root,
        "file",
        {
            "original": original,
            "source-language": _SOURCE_LANGUAGE,
            "target-language": _TARGET_LANGUAGE,
            "datatype": "plaintext",
        },
    )
    body = ET.SubElement(file, "body")
    for number, pair in enumerate(pairs, 1):
        unit = ET.SubElement(body, "trans-unit", {"id": str(number), _SPACE: "preserve"})
        ET.SubElement(unit, "source").text = pair.source
        ET.SubElement(unit, "target").text = pair.target
        note = ET.SubElement(unit, "note", {"from": "translator-desk align"})
        note.text = f"{pair.confidence:.2f}"
    return _spelt(root)


def as_tmx(pairs: Sequence[Pair], *, segments: str = "sentence") -> bytes:
    """Return the pairs as a translation memory, TMX 1.4b; what has no counterpart is no memory and left out.

    Args:
        pairs: As for ``as_xliff``.
        segments: What a unit is, in the words of TMX: "sentence" or "paragraph".
    """
    root = ET.Element("tmx", version="1.4")
    ET.SubElement(
        root,
        "header",
        {
            "creationtool": "translator_desk",
            "creationtoolversion": __version__,
            "segtype": segments,
            "o-tmf": "translator_desk",
            "adminlang": _TARGET_LANGUAGE,
            "srclang": _SOURCE_LANGUAGE,
            "datatype": "plaintext",
        },
    )
    body = ET.SubElement(root, "body")
    for pair in pairs:
        if not (pair.source and pair.target):
            continue
        unit = ET.SubElement(body, "tu")
        for language, text in ((_SOURCE_LANGUAGE, pair.source), (_TARGET_LANGUAGE, pair.target)):
            variant = ET.SubElement(unit, "tuv", {_LANG: language})
            ET.SubElement(variant, "seg").text = text
    return _spelt(root)


def _spelt(root: ET.Element) -> bytes:
    # Line breaks between elements, none inside a text: those would be part of it.
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"
