"""The text of a YAML file that people write: its bytes, its encoding, and the slips that YAML says nothing good about."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from translator_desk.errors import InputError
from translator_desk.wording import Message, say

LARGEST = 20_000_000
"""Bytes; a term base of 50,000 entries has fifteen million."""
_CONFLICT = re.compile(r"^(?:<<<<<<<|>>>>>>>|=======$)", re.MULTILINE)


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


def decoded(data: bytes, path: str) -> str:
    """Return the text of a file without its byte order mark.

    Raises:
        InputError: It is larger than 20 MB or no UTF-8.
    """
    if len(data) > LARGEST:
        raise InputError(path, say("is larger than 20 MB; split it into several files", "大于 20 MB；请拆分为多个文件"))
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
        raise InputError(path, message, line=line, column=1) from None


def refuse_slips(text: str, path: str, keys: tuple[str, ...]) -> None:
    """Refuse what is known to go wrong and what YAML has no good sentence for.

    Args:
        text: The text of the file.
        path: As it shall be named.
        keys: Keys that the file may have.

    Raises:
        InputError: Conflict markers of version control, a byte order mark inside, or a key with a full-width colon.
    """
    conflict = _CONFLICT.search(text)
    if conflict:
        message = say(
            "holds a conflict marker of version control; settle the conflict first",
            "含有版本控制的冲突标记；请先解决冲突",
        )
        raise _refuse_at(text, conflict.start(), message, path)
    mark = text.find("\ufeff")
    if mark >= 0:
        message = say(
            "an invisible byte order mark stands here; delete it (files joined together may hold some)",
            "此处有一个不可见的字节顺序标记；请删除（拼接文件时容易产生）",
        )
        raise _refuse_at(text, mark, message, path)
    colon = _full_width_colon(keys).search(text) if "：" in text else None
    if colon:
        message = say("a full-width colon (：) stands here; write “: ”", "此处是全角冒号（：）；请改为半角冒号加空格")
        raise _refuse_at(text, colon.end() - 1, message, path)


@cache
def _full_width_colon(keys: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"^ *(?:- +)?(?:{'|'.join(keys)})：", re.MULTILINE)


def _refuse_at(text: str, offset: int, message: Message, path: str) -> InputError:
    line = text.count("\n", 0, offset) + 1
    return InputError(path, message, line=line, column=offset - text.rfind("\n", 0, offset))
