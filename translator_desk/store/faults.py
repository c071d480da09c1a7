"""What a database says when the world goes wrong, as sentences for a person."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from translator_desk.errors import RefusedError, StoreError
from translator_desk.model.ids import SegmentId
from translator_desk.store.base import StaleSegmentsError
from translator_desk.wording import Message, Wording, say

_STAYS = Wording("Nothing was lost: your text is still on the screen.", "没有丢失内容：您的文本仍在屏幕上。")

_CAUSES: dict[int, Wording] = {
    sqlite3.SQLITE_FULL: Wording("the disk is full: make room, then save again", "磁盘已满：请腾出空间后再保存"),
    sqlite3.SQLITE_READONLY: Wording(
        "the file or its folder is read-only: use File > Save a copy of the project",
        "文件或所在文件夹为只读：请使用“文件 > 保存项目副本”",
    ),
    sqlite3.SQLITE_PERM: Wording(
        "you have no permission to write there: use File > Save a copy of the project",
        "您没有在此写入的权限：请使用“文件 > 保存项目副本”",
    ),
    sqlite3.SQLITE_IOERR: Wording(
        "the disk reports an error or takes no more: make room or save the project to another disk",
        "磁盘报告错误或无法再写入：请腾出空间，或将项目保存到其他磁盘",
    ),
    sqlite3.SQLITE_CANTOPEN: Wording(
        "it cannot be opened: see whether its folder is still there and you may write in it",
        "无法打开：请检查其文件夹是否还在，以及您是否可以写入",
    ),
    sqlite3.SQLITE_BUSY: Wording(
        "another program is using it: close that program, then save again", "另一个程序正在使用它：请关闭该程序后再保存"
    ),
    sqlite3.SQLITE_CORRUPT: Wording(
        "the file is damaged: restore the last backup of the project", "文件已损坏：请恢复该项目最近的备份"
    ),
    sqlite3.SQLITE_NOTADB: Wording(
        "the file is damaged: restore the last backup of the project", "文件已损坏：请恢复该项目最近的备份"
    ),
    sqlite3.SQLITE_TOOBIG: Wording(
        "a text is too long to be kept: split it into several segments",
        "有一段文本过长，无法保存：请将其拆分为多个句段",
    ),
}
_OTHER = Wording("the system says: {cause}", "系统提示：{cause}")

_SYSTEM: dict[int, int] = {
    errno.ENOSPC: sqlite3.SQLITE_FULL,
    errno.EDQUOT: sqlite3.SQLITE_FULL,
    errno.EROFS: sqlite3.SQLITE_READONLY,
    errno.EACCES: sqlite3.SQLITE_PERM,
    errno.EPERM: sqlite3.SQLITE_PERM,
    errno.ENOENT: sqlite3.SQLITE_CANTOPEN,
    errno.ENOTDIR: sqlite3.SQLITE_CANTOPEN,
    errno.EIO: sqlite3.SQLITE_IOERR,
    errno.EFBIG: sqlite3.SQLITE_IOERR,
}


def is_damage(error: BaseException | None) -> bool:
    """Return whether the database itself says that the file is damaged."""
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def is_taken(error: BaseException | None) -> bool:
    """Return whether a row of that key is there already."""
    code = getattr(error, "sqlite_errorcode", 0)
    return code in (sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_UNIQUE)


def cause_of(error: BaseException | None) -> Wording:
    """Return the part of a sentence that says what is wrong and what to do."""
    code = _SYSTEM.get(error.errno or 0, 0) if isinstance(error, OSError) else _code(error)
    return _CAUSES.get(code, _OTHER)


def not_written(path: Path, error: BaseException | None) -> StoreError:
    """Return the error for a write that failed; nothing of it is in the file."""
    return StoreError(_filled("{file} was not saved: {why}. {stays}", "{file} 未能保存：{why}。{stays}", path, error))


def not_read(path: Path, error: BaseException | None) -> StoreError:
    """Return the error for a file that cannot be read."""
    return StoreError(_filled("{file} cannot be read: {why}.", "无法读取 {file}：{why}。", path, error))


def not_understood(path: Path, error: BaseException) -> StoreError:
    """Return the error for a project file whose rows this program cannot have written."""
    return StoreError(
        say(
            "{file} holds something that this program did not write ({cause}). Restore the last backup of the project.",
            "{file} 中有并非本程序写入的内容（{cause}）。请恢复该项目最近的备份。",
            file=path,
            cause=f"{type(error).__name__}: {error}",
        )
    )


def gone(path: Path) -> StoreError:
    """Return the error for a project file that was moved or deleted while it was open."""
    return StoreError(
        say(
            "{file} was moved or deleted while it was open, so nothing more can be saved in it. Your text is still on "
            "the screen: put the file back, or use File > Save a copy of the project.",
            "{file} 在打开期间被移动或删除，已无法继续保存。您的文本仍在屏幕上：请将文件放回原处，"
            "或使用“文件 > 保存项目副本”。",
            file=path,
        )
    )


def half_character(path: Path) -> StoreError:
    """Return the error for a text that is no text: half of a character without its other half."""
    return StoreError(
        say(
            "{file} was not saved: the text holds half of a character (a lone surrogate). Delete the unreadable "
            "character and type it again.",
            "{file} 未能保存：文本中含有半个字符（孤立的代理项）。请删除无法显示的字符后重新输入。",
            file=path,
        )
    )


def stale(path: Path, segments: Iterable[SegmentId]) -> StaleSegmentsError:
    """Return the error for segments that somebody else changed meanwhile."""
    return StaleSegmentsError(
        say(
            "Somebody else changed the same segment of {file} meanwhile, so your change was not written over it. "
            "Compare the two texts and save again.",
            "{file} 的同一句段已被他人修改，您的修改没有覆盖它。请比较两个文本后再保存。",
            file=path,
        ),
        tuple(segments),
    )


def read_only(path: Path) -> RefusedError:
    """Return the refusal to write to a project that is open for reading only."""
    return RefusedError(
        say(
            "{file} is open for reading only. Use File > Save a copy of the project to work on it.",
            "{file} 以只读方式打开。如需修改，请使用“文件 > 保存项目副本”。",
            file=path,
        )
    )


def _filled(en: str, zh: str, path: Path, error: BaseException | None) -> Message:
    """Return the sentence with file and cause put into both languages."""
    why = cause_of(error)
    spelt = {"file": path, "cause": getattr(error, "strerror", None) or error}

    def with_cause(sentence: str, cause: str, stays: str) -> str:
        return sentence.replace("{why}", cause).replace("{stays}", stays)

    return say(with_cause(en, why.en, _STAYS.en), with_cause(zh, why.zh, _STAYS.zh), **spelt)


def _code(error: BaseException | None) -> int:
    """Return SQLite's primary result code, 0 where there is none."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
