"""Bytes of files of unknown worth: regular files of a sensible size only, and every failure is a sentence."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from translator_desk.errors import InputError
from translator_desk.wording import Message, say

LARGEST = 50 * 1024 * 1024
"""Bytes; an article has some thousand."""


def read_bytes(path: str | Path) -> bytes:
    """Return the content of the file at ``path``.

    Raises:
        InputError: There is no such file, it is no regular file, it is empty, larger than 50 MB or cannot be read.
    """
    file = Path(path)
    try:
        about = file.stat()
        if stat.S_ISDIR(about.st_mode):
            raise InputError(path, say("this is a folder: choose a file", "这是文件夹：请选择文件"))
        if not stat.S_ISREG(about.st_mode):
            raise InputError(path, say("this is a device, not a file: choose a file", "这是设备而非文件：请选择文件"))
        if about.st_size > LARGEST:
            raise InputError(path, _too_large(about.st_size))
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise InputError(path, _reason(error)) from error
    except ValueError as error:
        raise InputError(
            repr(str(path)), say("this is no file name: choose a file", "这不是有效的文件名：请选择文件")
        ) from error
    if len(data) > LARGEST:
        raise InputError(path, _too_large(len(data)))
    if not data:
        raise InputError(path, say("the file is empty (0 bytes): choose another one", "文件为空（0 字节）：请另选文件"))
    return data


def _too_large(size: int) -> Message:
    return say(
        "the file has {size} MB, more than the {most} MB the desk reads: split it",
        "文件有 {size} MB，超过可读取的 {most} MB：请拆分",
        size=-(-size // (1024 * 1024)),
        most=LARGEST // (1024 * 1024),
    )


def _reason(error: OSError) -> Message:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return say("there is no such file: check the name", "没有这个文件：请检查文件名")
    if error.errno in (errno.EACCES, errno.EPERM):
        return say("you have no permission to read it: ask its owner", "您没有读取权限：请联系文件所有者")
    if error.errno == errno.ENAMETOOLONG:
        return say("the file name is too long: check it", "文件名过长：请检查")
    return say("it cannot be read: {cause}", "无法读取：{cause}", cause=error.strerror or error)
