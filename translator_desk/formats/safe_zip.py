"""The one door through which packed files come in: read by name, counted while unpacking, never put on the disk."""

from __future__ import annotations

import io
import zipfile
import zlib

from translator_desk.errors import InputError
from translator_desk.wording import Message, say

MOST_FILES = 5_000
LARGEST = 300_000_000
"""Bytes, unpacked, all files together."""
_RATIO = 200
_RATIO_FROM = 10_000_000
"""Bytes; below, any ratio is harmless."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_TOO_LARGE = say(
    "unpacks to more than a document can hold; it is refused to protect this computer",
    "解压后超出文档应有的大小；为保护本机，已拒绝读取",
)


class SafeZip:
    """A packed file that was looked through and found harmless to read."""

    def __init__(self, data: bytes, file: str | None) -> None:
        """Look through the list of files.

        Args:
            data: The bytes of the packed file.
            file: The file as the person named it.

        Raises:
            InputError: It is no ZIP file, encrypted, damaged, or made to do harm.
        """
        self._file = file
        if data.startswith(_OLE):
            raise InputError(
                file,
                say(
                    "is an old Office file or protected by a password; save it without a password in the new format",
                    "是旧版 Office 文件或有密码保护；请去掉密码并另存为新格式",
                ),
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            found = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError):
            raise InputError(file, _damaged()) from None
        self._infos = {info.filename: info for info in found}
        problem = self._problem(found, len(data))
        if problem is not None:
            raise InputError(file, problem)
        self._left = LARGEST

    def _problem(self, found: list[zipfile.ZipInfo], size: int) -> Message | None:
        unpacked = sum(info.file_size for info in found)
        if len(found) > MOST_FILES or unpacked > LARGEST or (unpacked > _RATIO_FROM and unpacked > _RATIO * size):
            return _TOO_LARGE
        if any(info.flag_bits & _ENCRYPTED for info in found):
            return say("is protected by a password; save it without one", "有密码保护；请去掉密码后另存")
        end = 0
        for info in sorted(found, key=lambda one: one.header_offset):
            if info.header_offset < end:
                return _damaged()  # two names for the same bytes: no honest program writes this
            end = info.header_offset + info.compress_size
        if len(self._infos) < len(found) or any(info.compress_type not in _METHODS for info in found):
            return _damaged()
        return None

    @property
    def names(self) -> frozenset[str]:
        """The names of the files inside."""
        return frozenset(self._infos)

    def read(self, name: str) -> bytes | None:
        """Return a file inside, None where there is none of that name.

        Raises:
            InputError: It is damaged, or larger than it says.
        """
        info = self._infos.get(name)
        if info is None:
            return None
        try:
            with self._zip.open(info) as file:
                data = file.read(min(info.file_size, self._left) + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError):
            raise InputError(self._file, _damaged()) from None
        if len(data) > info.file_size or len(data) > self._left:
            raise InputError(self._file, _TOO_LARGE)
        self._left -= len(data)
        return data


def _damaged() -> Message:
    return say(
        "is damaged or no document of this kind; save it again from the program that made it",
        "已损坏或不是此类文档；请从原程序重新保存",
    )
