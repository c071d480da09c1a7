"""The one way in which the program writes a file of a person: whole, on the disk, or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import time
from pathlib import Path

from translator_desk.errors import StoreError
from translator_desk.wording import Wording, say

_PREFIX = ".desk-"
_REASONS: dict[int, Wording] = {
    errno.ENOSPC: Wording("the disk is full: make room and save again", "磁盘已满：请腾出空间后再保存"),
    errno.EDQUOT: Wording("your disk quota is used up: make room and save again", "磁盘配额已用完：请腾出空间后再保存"),
    errno.EFBIG: Wording(
        "the disk takes no file of this size: choose another folder", "磁盘不接受这么大的文件：请选择其他文件夹"
    ),
    errno.EACCES: Wording(
        "you have no permission to write there: choose another folder", "您没有在此写入的权限：请选择其他文件夹"
    ),
    errno.EPERM: Wording(
        "the system does not allow writing there: choose another folder", "系统不允许在此写入：请选择其他文件夹"
    ),
    errno.EROFS: Wording("the disk is read-only: choose another folder", "磁盘为只读：请选择其他文件夹"),
    errno.ENOENT: Wording(
        "the folder does not exist (any more): choose another one", "文件夹不存在（或已被删除）：请选择其他文件夹"
    ),
    errno.ENOTDIR: Wording("its folder is not a folder: choose another one", "所在位置不是文件夹：请选择其他位置"),
    errno.EISDIR: Wording("it is a folder: choose a file name", "它是一个文件夹：请指定文件名"),
    errno.ENAMETOOLONG: Wording("the file name is too long: choose a shorter one", "文件名过长：请缩短"),
    errno.ELOOP: Wording("its links lead in a circle: choose another name", "其链接互相循环：请选择其他文件名"),
    errno.EIO: Wording("the disk reports an error: save to another disk", "磁盘报告错误：请保存到其他磁盘"),
}
_OTHER = Wording("the system says: {cause}", "系统提示：{cause}")
_TRIES_ON_WINDOWS = 10


def atomic_write(path: str | Path, data: bytes) -> Path:
    """Put ``data`` into the file at ``path`` so that after any failure the old content is still there, whole.

    Links are followed (the link stays one), the mode of an existing file is kept, and the data has reached the disk
    when the function returns.

    Returns:
        The file written, links resolved.

    Raises:
        StoreError: The file could not be written; names file and cause. Nothing is left behind.
    """
    try:
        target = _resolved(Path(path))
        temporary = _written_beside(target, data)
        try:
            _replace(temporary, target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(target.parent)
    except OSError as error:
        raise write_error(path, error) from error
    return target


def write_error(path: str | Path, error: OSError) -> StoreError:
    """Return the sentence for a failed write of ``path``: the file, the cause, what to do."""
    reason = _REASONS.get(error.errno or 0, _OTHER)
    return StoreError(
        say(
            "{path} was not written, its old content is untouched: " + reason.en,
            "未能写入 {path}，原有内容未受影响：" + reason.zh,
            path=path,
            cause=error.strerror or error,
        )
    )


def _resolved(path: Path) -> Path:
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))
    if target.exists() and not os.access(target, os.W_OK):
        # Replacing would get round the write protection that its owner set.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return target


def _written_beside(target: Path, data: bytes) -> Path:
    """Return a file in the folder of ``target`` that holds ``data``, on the disk."""
    # Opened by hand and not by tempfile: the system then gives a new file the mode the person's umask asks for.
    temporary = target.parent / f"{_PREFIX}{secrets.token_hex(8)}"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _replace(temporary: Path, target: Path) -> None:
    """Put ``temporary`` in the place of ``target``; on Windows a scanner may hold the file for a moment."""
    for attempt in range(_TRIES_ON_WINDOWS):
        try:
            temporary.replace(target)
        except PermissionError:
            if os.name != "nt" or attempt == _TRIES_ON_WINDOWS - 1:
                raise
            time.sleep(0.05)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable; Windows opens no folders and needs none of it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
