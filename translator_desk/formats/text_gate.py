"""The gate every text passes that comes from outside: what no later step could carry is refused here, by place."""

from __future__ import annotations

import re
import unicodedata

from translator_desk.errors import InputError
from translator_desk.formats.base import FileWarning
from translator_desk.wording import Wording, say

# NUL and the other controls break databases, XML and tables; surrogates and noncharacters are no text at all.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_HIDDEN: tuple[tuple[re.Pattern[str], Wording], ...] = (
    (
        re.compile("[\u202a-\u202e\u2066-\u2069]"),
        Wording(
            "{count} hidden direction marks (first {name}, line {line}): what you see may not be what is stored",
            "有 {count} 个隐藏的书写方向控制符（第一个为 {name}，在第 {line} 行）：显示的文字可能与实际存储不同",
        ),
    ),
    (
        re.compile("[\u200b\u2060\ufeff\U000e0000-\U000e007f]"),
        Wording(
            "{count} invisible characters (first {name}, line {line}): words that look alike may differ",
            "有 {count} 个不可见字符（第一个为 {name}，在第 {line} 行）：看似相同的词可能并不相同",
        ),
    ),
    (
        re.compile("\ufffd"),
        Wording(
            "{count} replacement characters (first {name}, line {line}): letters were lost before the file came here",
            "有 {count} 个替换字符（第一个为 {name}，在第 {line} 行）：文件在此之前已丢失文字",
        ),
    ),
)


def admit(text: str, path: str | None) -> tuple[FileWarning, ...]:
    """Return remarks on hidden characters of ``text``; the text itself stays as it is.

    Raises:
        InputError: The text holds a control character other than TAB, LF and CR, a lone surrogate or a noncharacter;
            names line and column.
    """
    refused = _REFUSED.search(text)
    if refused:
        line, column = place_of(text, refused.start())
        code = f"U+{ord(refused[0]):04X}"
        raise InputError(
            path,
            say(
                "the character {code} ({name}) cannot stand in a text: delete it and open the file again",
                "字符 {code}（{name}）不能出现在文本中：请删除后重新打开文件",
                code=code,
                name=_name(refused[0]),
            ),
            line=line,
            column=column,
        )
    remarks = []
    for pattern, wording in _HIDDEN:
        found = pattern.findall(text)
        if found:
            line, _ = place_of(text, text.index(found[0]))
            values = {"count": len(found), "name": f"U+{ord(found[0]):04X}", "line": line}
            remarks.append(FileWarning(say(wording.en, wording.zh, **values), line))
    return tuple(remarks)


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, both from 1, of the code point at ``offset``."""
    line, start = 1, 0
    for end in _LINE_END.finditer(text, 0, offset):
        line, start = line + 1, end.end()
    return line, offset - start + 1


def _name(char: str) -> str:
    if "\ud800" <= char <= "\udfff":
        return "lone surrogate"
    return {"\0": "NUL", "\x0b": "vertical tab", "\x0c": "form feed", "\x1b": "escape"}.get(
        char, unicodedata.name(char, "control character")
    )
