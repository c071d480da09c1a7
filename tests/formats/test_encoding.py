from __future__ import annotations

import pytest

from translator_desk.errors import InputError
from translator_desk.formats.encoding import decode

SIMPLIFIED = "衡州市委书记出席会议并讲话，市长主持会议。2020年，全市完成投资30亿元。"
TRADITIONAL = "衡州市委書記出席會議並講話，市長主持會議。這是全國的大會，為人民服務。"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SIMPLIFIED.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + SIMPLIFIED.encode(), "utf-8"),
        (b"\xff\xfe" + SIMPLIFIED.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be"), "utf-16-be"),
        (SIMPLIFIED.encode("gbk"), "gb18030"),
        (("Deng said: " + SIMPLIFIED + " 𠮷").encode("gb18030"), "gb18030"),
    ],
)
def test_what_is_readable(data: bytes, encoding: str):
    decoded = decode(data, "a.txt")
    assert SIMPLIFIED in decoded.text
    assert decoded.encoding == encoding
    assert decoded.bom + decoded.text.encode(encoding) == data
    assert (decoded.remark is not None) == (encoding == "gb18030")


def test_traditional_text_in_gb18030():
    assert decode(TRADITIONAL.encode("gb18030"), "a.txt").text == TRADITIONAL


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        (TRADITIONAL.encode("big5", "ignore"), 1, 1, "Big5"),
        ("It’s a café.\nThe “mayor” came.".encode("cp1252"), 1, 3, "0x92"),
        ("one\r\ntwo\r\n衡州".encode() + b"\xff", 3, 3, "byte 17 (0xFF)"),
        (b"\xff\xfea\0\x00\xd8b\0", 1, 2, "UTF-16"),
        (b"\xff\xfea", 1, 1, "UTF-16"),
        (b"\xff\xfe\0\0a\0\0\0", None, None, "UTF-32"),
        ("衡".encode("utf-16-le") + b"a\0b\0", 1, 4, "NUL"),
        (SIMPLIFIED.encode() * 5 + b"\xb0\xa1" + SIMPLIFIED.encode(), 1, 5 * len(SIMPLIFIED) + 1, "0xB0"),
    ],
)
def test_what_is_refused_says_where(data: bytes, line: int | None, column: int | None, words: str):
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt")
    assert (caught.value.line, caught.value.column) == (line, column)
    assert words in str(caught.value)
    assert "UTF-8" in str(caught.value)


def test_pages_that_declare_gb2312_are_believed():
    data = "ß ñ".encode("gb18030")
    with pytest.raises(InputError):
        decode(data, "a.html")
    assert decode(data, "a.html", "gb2312").text == "ß ñ"
