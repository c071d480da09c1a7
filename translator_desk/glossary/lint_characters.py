"""Characters in the words of an entry that cannot be meant: invisible, of another width or alphabet, traditional."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from translator_desk.glossary.entry import Entry
from translator_desk.glossary.lint_base import Here, Problem
from translator_desk.model.severity import Level
from translator_desk.text.normalize import half_width
from translator_desk.text.scripts import has_han, is_traditional, simplify
from translator_desk.wording import say

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
_FULL_WIDTH = re.compile("[\uff01-\uff5e]")
_EXPLANATION = re.compile(r" / |[=<>|]|\.\.\.|…|\bsb\.|\bsth\b|\betc\b|\((?:or|i\.e|e\.g|lit)\b", re.IGNORECASE)
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")


def characters(here: Here) -> Iterator[Problem]:
    """Yield the texts of the entry that hold characters nobody sees, or none that can be printed."""
    entry = here.entry
    for field, text in _texts(entry):
        odd = _INVISIBLE.search(text) or _UNPRINTABLE.search(text)
        if odd:
            name = f"U+{ord(odd[0]):04X}"
            clean = _UNPRINTABLE.sub("", _INVISIBLE.sub("", text))
            message = say(
                "“{text}” of “{id}” holds the invisible character {name}; delete it",
                "“{id}”的“{text}”含有不可见字符 {name}；请删除",
                text=clean,
                id=entry.id,
                name=name,
            )
            fix = _changed(entry, field, text, clean) if clean else None
            yield here.problem("invisible", message, field, text, level=Level.ERROR, fix=fix)
        elif field != "zh" and _FULL_WIDTH.search(text):
            message = say(
                "“{text}” of “{id}” holds full-width signs; write “{clean}”",
                "“{id}”的“{text}”含有全角字符；请改为“{clean}”",
                text=text,
                id=entry.id,
                clean=half_width(text),
            )
            fix = _changed(entry, field, text, half_width(text))
            yield here.problem("full-width", message, field, text, level=Level.ERROR, fix=fix)
        elif field != "zh" and (alien := _alien(text)):
            message = say(
                "“{text}” of “{id}” holds a letter that only looks Latin ({name}); type it anew",
                "“{id}”的“{text}”含有形似拉丁字母的字符（{name}）；请重新输入",
                text=text,
                id=entry.id,
                name=unicodedata.name(alien, f"U+{ord(alien):04X}"),
            )
            yield here.problem("homoglyph", message, field, text, level=Level.ERROR)
        elif field in ("en", "also", "short") and (has_han(text) or _EXPLANATION.search(text)):
            message = say(
                "“{text}” of “{id}” cannot be printed as it stands; keep explanations for the note",
                "“{id}”的“{text}”不能原样印出；说明文字请写入 note",
                text=text,
                id=entry.id,
            )
            yield here.problem(
                "unprintable", message, field, text, level=Level.ERROR if field == "en" else Level.WARNING
            )
        elif field == "zh" and is_traditional(text) and simplify(text) not in entry.zh:
            message = say(
                "“{text}” of “{id}” is traditional; write “{simple}”, the traditional form is found as well",
                "“{id}”的“{text}”是繁体；请写“{simple}”，繁体形式同样会被匹配",
                text=text,
                id=entry.id,
                simple=simplify(text),
            )
            yield here.problem("traditional", message, field, text, fix=_changed(entry, field, text, simplify(text)))


def _alien(text: str) -> str:
    """Return a letter of another alphabet in a text that is Latin otherwise, "" where there is none."""
    if text.isascii():
        return ""
    letters = [ch for ch in text if ch.isalpha()]
    strange = [ch for ch in letters if unicodedata.name(ch, "").split(" ")[0] in ("CYRILLIC", "GREEK", "ARMENIAN")]
    return strange[0] if strange and len(strange) < len(letters) else ""


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    yield from (("zh", one) for one in entry.zh)
    yield "en", entry.en
    yield from (("also", one.en) for one in entry.also)
    yield from (("short", one) for one in entry.short)
    yield from (("avoid", one.en) for one in entry.avoid)


def _changed(entry: Entry, field: str, old: str, new: str) -> Entry:
    """Return the entry with one text of a field changed."""
    if field == "en":
        return replace(entry, en=new)
    if field == "zh":
        return replace(entry, zh=tuple(new if one == old else one for one in entry.zh))
    if field == "short":
        return replace(entry, short=tuple(new if one == old else one for one in entry.short))
    if field == "also":
        return replace(entry, also=tuple(replace(one, en=new) if one.en == old else one for one in entry.also))
    return replace(entry, avoid=tuple(replace(one, en=new) if one.en == old else one for one in entry.avoid))
