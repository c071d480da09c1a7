"""Which files belong together: a Chinese file beside its English one, known by their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from translator_desk.app.remarks import left_out
from translator_desk.errors import InputError
from translator_desk.formats.registry import readable_extensions
from translator_desk.wording import Message, say

_SIDE = re.compile(r"(?P<name>.*)[._-](?P<side>zh|en)", re.IGNORECASE)
_MOST_NAMED = 5
# What lies beside texts and is none: a term base, notes about the folder.
_QUIET = frozenset({".yaml", ".yml", ".md", ".json", ".desk", ".log"})


@dataclass(frozen=True, slots=True)
class FilePair:
    """One document to be.

    Attributes:
        target: File of the English, of both languages, or of Chinese that stands alone.
        source: File of the Chinese, or None.
        name: What to call the document.
        from_folder: Whether it was found in a folder and not named by the person.
    """

    target: str
    source: str | None
    name: str
    from_folder: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """What the person named: the pairs, the folders among it, and what was left out."""

    pairs: tuple[FilePair, ...]
    folders: tuple[str, ...] = ()
    warnings: tuple[Message, ...] = ()


def named_files(
    inputs: Sequence[str], source: str | None = None, target: str | None = None, *, alone: bool = False
) -> Named:
    """Return the pairs of files named, in order, each file once.

    ``NAME.zh.txt`` and ``NAME.en.txt`` are a pair (also ``_zh``, ``-zh``; also ``.html``), even where only one of them
    is named and the other lies beside it. A Chinese file without its English is refused, unless it may stand ``alone``.

    Raises:
        InputError: A Chinese file has no English beside it and may not, or only one of ``source`` and ``target`` is named.
    """
    if (source is None) != (target is None):
        raise InputError(
            source or target,
            say(
                "a pair needs both files: give --source and --target",
                "成对文件须两者齐全：请同时给出 --source 和 --target",
            ),
        )
    pairs = [FilePair(target, source, _name(target))] if target is not None else []
    folders: list[str] = []
    warnings: list[Message] = []
    for one in inputs:
        if Path(one).is_dir():
            folders.append(one)
            pairs += _folder(one, warnings, alone=alone)
        else:
            pairs.append(_beside(one, alone=alone))
    unique = {pair.target: pair for pair in reversed(pairs)}
    order = dict.fromkeys(pair.target for pair in pairs)
    return Named(tuple(unique[path] for path in order), tuple(folders), tuple(warnings))


def _name(path: str) -> str:
    stem = Path(path).stem
    match = _SIDE.fullmatch(stem)
    return match["name"] if match and match["name"] else stem


def _side(path: str) -> str:
    """Return which side a file is by its name; "" for none, as a table is: that holds both."""
    if Path(path).suffix.lower() not in readable_extensions(one_language=True):
        return ""
    match = _SIDE.fullmatch(Path(path).stem)
    return match["side"].lower() if match and match["name"] else ""


def _beside(path: str, *, from_folder: bool = False, alone: bool) -> FilePair:
    """Return the pair that a file belongs to."""
    side = _side(path)
    if side == "en":
        return FilePair(path, _fellow(path, "zh"), _name(path), from_folder)
    if side != "zh":
        return FilePair(path, None, _name(path), from_folder)
    english = _fellow(path, "en")
    if english is None and alone:
        return FilePair(path, None, _name(path), from_folder)
    if english is None:
        raise InputError(
            path,
            say(
                "there is no English file beside it ({name}): name the pair with --source and --target",
                "旁边没有对应的英文文件（{name}）：请用 --source 和 --target 指定成对文件",
                name=_renamed(path, "en").name,
            ),
        )
    return FilePair(english, path, _name(path), from_folder)


def _renamed(path: str, side: str) -> Path:
    old = Path(path)
    return old.with_name(f"{old.stem[:-2]}{side if old.stem[-2:].islower() else side.upper()}{old.suffix}")


def _fellow(path: str, side: str) -> str | None:
    """Return the file of the other side in the same folder, of the same kind before any other."""
    same = _renamed(path, side)
    candidates = [same, *(same.with_suffix(one) for one in readable_extensions(one_language=True))]
    return next((str(candidate) for candidate in candidates if candidate.is_file()), None)


def _folder(folder: str, warnings: list[Message], *, alone: bool) -> list[FilePair]:
    """Return the pairs of a folder, sorted by name; folders inside it are not looked into."""
    pairs: list[FilePair] = []
    others: list[str] = []
    for path in sorted(Path(folder).iterdir()):
        extension = path.suffix.lower()
        if path.name.startswith((".", "~")) or path.is_dir() or path.stem.upper() == "README":
            continue
        if extension not in readable_extensions():
            others += [path.name] if extension not in _QUIET else []
            continue
        try:
            pairs.append(_beside(str(path), from_folder=True, alone=alone))
        except InputError as error:
            warnings.append(left_out(error))
    if others:
        more = len(others) - _MOST_NAMED
        warnings.append(
            say(
                "{folder}: left out, the desk does not read their kind: {files}",
                "{folder}：因类型不可读而略过：{files}",
                folder=folder,
                files=", ".join(others[:_MOST_NAMED]) + (f", … (+{more})" if more > 0 else ""),
            )
        )
    return pairs
