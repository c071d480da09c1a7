"""Bytes to text and back: UTF-8, UTF-16 with its mark, and GB18030 found by evidence.

A file in any other encoding is refused with the place of the first byte that does not fit: text guessed wrong would
be checked, edited and written back wrong.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from translator_desk.errors import InputError
from translator_desk.wording import Message, say

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_GB_NAMES = frozenset({"gb2312", "gbk", "gb18030", "cp936", "x-gbk", "gb_2312-80", "hz-gb-2312"})
_SAMPLE = 200_000
# Chinese in its own encoding is mostly characters of GB 2312, in simplified as in traditional text; text of another
# encoding read as GB18030 turns into rare ones.
_LEAST_COMMON_SHARE = 0.5
_NEAR_UTF8 = 0.9


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a file with what is needed to write it back.

    Attributes:
        text: The decoded text without the mark; line ends as in the file.
        encoding: Python codec name ("utf-8", "utf-16-le", "utf-16-be", "gb18030").
        bom: The byte order mark, b"" if none.
        remark: What to tell the reader of the file, or None.
    """

    text: str
    encoding: str
    bom: bytes
    remark: Message | None = None


def decode(data: bytes, path: str | None, declared: str = "") -> Decoded:
    """Return the text of ``data``.

    Args:
        data: The bytes of the file.
        path: The file as the user named it, for messages.
        declared: Encoding the file itself declares (an HTML ``charset``), or "".

    Raises:
        InputError: No encoding the desk reads fits; names line and column of the first byte that does not.
    """
    if data.startswith(_UTF32_MARKS):
        raise InputError(
            path,
            say(
                "the file is UTF-32, which is not readable: save it as UTF-8",
                "文件是 UTF-32 编码，无法读取：请另存为 UTF-8",
            ),
        )
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding, path, len(mark)), encoding, mark)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", b"")
    except UnicodeDecodeError as error:
        bad = error
    if b"\0" in data[:1000]:
        raise InputError(
            path,
            say(
                "the file holds NUL bytes: it is binary, or UTF-16 without a byte order mark; save it as UTF-8",
                "文件含有空字节：它是二进制文件，或是没有字节序标记的 UTF-16；请另存为 UTF-8",
            ),
            line=1,
            column=data.index(b"\0") + 1,
        )
    if _is_gb18030(data, declared):
        remark = say(
            "read as GB18030 (Chinese national encoding); it will be written in the same encoding",
            "按 GB18030 编码读取，写出时仍用该编码",
        )
        return Decoded(data.decode("gb18030"), "gb18030", b"", remark)
    line, column = _place(data, bad.start, "utf-8")
    raise InputError(path, _refusal(data, bad.start), line=line, column=column)


def encode(text: str, encoding: str) -> bytes:
    """Return ``text`` in ``encoding``, without a mark.

    Raises:
        UnicodeEncodeError: A lone surrogate, which the text gate keeps out of the desk.
    """
    return text.encode(encoding)


def _strict(data: bytes, encoding: str, path: str | None, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line, column = _place(data, error.start, encoding)
        message = say(
            "byte {offset} does not fit {encoding}, which the file's byte order mark announces: save it as UTF-8",
            "第 {offset} 个字节不符合文件字节序标记所示的 {encoding} 编码：请另存为 UTF-8",
            offset=error.start + skipped + 1,
            encoding=encoding.upper().removesuffix("-LE").removesuffix("-BE"),
        )
        raise InputError(path, message, line=line, column=column) from None


def _place(data: bytes, offset: int, encoding: str) -> tuple[int, int]:
    """Return line and column, in code points from 1, of the byte at ``offset``."""
    before = re.split(r"\r\n|\r|\n", data[:offset].decode(encoding, errors="replace"))
    return len(before), len(before[-1]) + 1


def _is_gb18030(data: bytes, declared: str) -> bool:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    if _mostly_utf8(data):
        return False
    if declared.strip().lower() in _GB_NAMES:
        return True
    foreign = [ch for ch in text[:_SAMPLE] if ch > "\x7f"]
    common = sum(_in_gb2312(ch) for ch in foreign)
    return common >= _LEAST_COMMON_SHARE * len(foreign) and _score(text) >= _score(_big5(data))


def _mostly_utf8(data: bytes) -> bool:
    """Return whether the file is UTF-8 with a few broken bytes: reading that as GB18030 would spoil all of it."""
    sample = data[:_SAMPLE].decode("utf-8", errors="replace")
    foreign = [ch for ch in sample if ch > "\x7f"]
    return bool(foreign) and sum(ch != "�" for ch in foreign) >= _NEAR_UTF8 * len(foreign)


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _big5(data: bytes) -> str:
    try:
        return data.decode("big5")
    except UnicodeDecodeError:
        return ""


def _score(text: str) -> int:
    """Return how often the characters occur that no Chinese text of some length lacks."""
    sample = text[:_SAMPLE]
    return sum(sample.count(ch) for ch in "的一是在有和中人大市年不了為为這这會会")


def _refusal(data: bytes, offset: int) -> Message:
    if _score(_big5(data)) > len(data) // 100:
        return say(
            "the file looks like Big5, which is not readable: save it as UTF-8",
            "文件似为 Big5（大五码）编码，无法读取：请另存为 UTF-8",
        )
    return say(
        "byte {offset} (0x{byte}) fits neither UTF-8 nor GB18030: save the file as UTF-8",
        "第 {offset} 个字节（0x{byte}）既不符合 UTF-8 也不符合 GB18030：请将文件另存为 UTF-8",
        offset=offset + 1,
        byte=f"{data[offset]:02X}",
    )
