"""Tells the folders in which a database file is in danger: those of another computer, and those kept in step with one.

SQLite's log needs memory shared between the programs that open it, which no network file system gives; a program
that synchronises copies the file while it is being written.
"""

from __future__ import annotations

import fnmatch
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translator_desk.resources import data_rows
from translator_desk.wording import Message, Wording, say

_MOUNTS = Path("/proc/self/mounts")
_REMOTE_DRIVE = 4


@dataclass(frozen=True, slots=True)
class _Pattern:
    kind: str
    pattern: str
    name: Wording


@cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(_Pattern(kind, pattern, Wording(en, zh)) for kind, pattern, en, zh in data_rows("unsafe_folders.tsv"))


def _match(kind: str, name: str) -> Wording | None:
    folded = name.casefold()
    for one in _patterns():
        if one.kind == kind and fnmatch.fnmatchcase(folded, one.pattern.casefold()):
            return one.name
    return None


def network_reason(path: Path) -> Message | None:
    """Return why the project must not be written where it lies, or None where it may."""
    kind = file_system_of(path)
    name = _match("network", kind) if kind else None
    if name is None:
        return None
    return say(
        f"{{file}} lies on another computer ({name.en}), where a project file breaks when it is written. It can be "
        "read; to work on it, copy it to a folder of this computer.",
        f"{{file}} 位于另一台计算机上（{name.zh}），在那里写入会损坏项目文件。可以查看；"
        "如需修改，请将其复制到本机的文件夹。",
        file=path,
    )


def cloud_warning(path: Path) -> Message | None:
    """Return what threatens a project in a folder that some program synchronises, or None."""
    name = _synchronised_by(path)
    if name is None:
        return None
    return say(
        f"{{file}} lies in a folder that {name.en} synchronises. Close the project before you open it on another "
        "computer, or keep it in a folder of this computer only: a file copied while it is written can be lost.",
        f"{{file}} 位于由 {name.zh} 同步的文件夹中。在另一台计算机上打开前，请先关闭项目；"
        "或将其放在仅限本机的文件夹中：写入时被复制的文件可能损坏。",
        file=path,
    )


def conflicted_copies(path: Path) -> tuple[Message, ...]:
    """Return a warning for each second copy of the project that a synchronising program made beside it."""
    try:
        names = sorted(one.name for one in path.parent.iterdir())
    except OSError:
        return ()
    return tuple(
        say(
            "Beside {file} lies {copy}: two computers wrote the project, and this copy may hold work that is missing "
            "here. Open both and compare them before you delete one.",
            "{file} 旁边有 {copy}：两台计算机都写过该项目，该副本可能含有此处缺少的内容。删除之前请打开两者比较。",
            file=path.name,
            copy=name,
        )
        for name in names
        if name != path.name
        and name.startswith(path.stem)
        and name.endswith(path.suffix)
        and _match("copy", name[len(path.stem) :]) is not None
    )


def file_system_of(path: Path, mounts: str | None = None) -> str:
    """Return the type of the file system that holds ``path``, as its system names it; "" where it cannot be told.

    Args:
        path: A file or folder; it need not be there.
        mounts: The table of mounts (for tests), as in ``/proc/mounts``.
    """
    if mounts is None and sys.platform == "win32":
        return _windows_kind(path)
    if mounts is None:
        mounts = _mounts()
    here = Path(os.path.realpath(path))
    longest, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(_unescaped(fields[1]))
        # The last of equal ones is the one on top.
        if here.is_relative_to(point) and len(point.parts) >= longest:
            longest, kind = len(point.parts), fields[2]
    return kind


def _mounts() -> str:
    try:
        if sys.platform == "darwin":
            found = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=True)
            return mac_mounts(found.stdout)
        return _MOUNTS.read_text("utf-8", "surrogateescape")
    except (OSError, subprocess.SubprocessError):
        return ""


def mac_mounts(printed: str) -> str:
    """Return what macOS's ``mount`` prints ("A on B (smbfs, nodev)") in the form of ``/proc/mounts``."""
    lines = []
    for line in printed.splitlines():
        device, on, rest = line.partition(" on ")
        point, brace, options = rest.rpartition(" (")
        if on and brace:
            kind = options.rstrip(")").split(",")[0]
            lines.append(" ".join((device.replace(" ", r"\040"), point.replace(" ", r"\040"), kind)))
    return "\n".join(lines)


def _unescaped(field: str) -> str:
    for code, letter in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        field = field.replace(code, letter)
    return field


def _windows_kind(path: Path) -> str:
    absolute = os.path.abspath(path)  # noqa: PTH100 - resolving could wait for a share that does not answer
    if absolute.startswith("\\\\"):
        return "unc"
    if sys.platform == "win32":
        import ctypes  # here: only Windows has what is asked of it

        drive = os.path.splitdrive(absolute)[0] + "\\"
        return "unc" if ctypes.windll.kernel32.GetDriveTypeW(drive) == _REMOTE_DRIVE else ""
    return ""


def _synchronised_by(path: Path) -> Wording | None:
    for folder in Path(os.path.realpath(path)).parents:
        if (name := _match("cloud", folder.name)) is not None:
            return name
        try:
            inside = [one.name for one in folder.iterdir()]
        except OSError:
            continue
        for one in inside:
            if one.startswith(".") and (name := _match("marker", one)) is not None:
                return name
    return None
