"""What a person, a house and a project add to the checks: words of their own and rule packs of their own.

Words stand in plain text files, one a line: ``words.txt`` among the person's settings and ``NAME.words.txt`` beside the
project. Rule packs stand in a folder ``rules`` beside the house's and the project's term bases.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from translator_desk.app.paths import Paths
from translator_desk.checks.base import OwnFacts
from translator_desk.checks.rule_pack import own_rules
from translator_desk.errors import InputError
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.glossary.strict_text import decoded, read_bytes
from translator_desk.wording import say

RULES = "rules"
"""Name of the folder of rule packs."""
_HEAD = "# Words that are no slips of spelling, one a line.\n"


def project_words(project: Path) -> Path:
    """Return the file of a project's own words; it need not exist."""
    return project.with_suffix(".words.txt")


def read_own(paths: Paths | None, term_files: Sequence[Path] = (), project: Path | None = None) -> OwnFacts:
    """Return the words and rules in force.

    Args:
        paths: The person's folders; None leaves the person's words and the house's rules out.
        term_files: Term bases of the project, files or folders; their ``rules`` stand beside or inside.
        project: The project file, for the words beside it and the rules in its folder.

    Raises:
        InputError: A file cannot be read; names file, line and column.
    """
    words = [read_words(file) for file in _word_files(paths, project)]
    return OwnFacts(frozenset().union(*words), own_rules(_rule_folders(paths, term_files, project)))


def read_usable_own(
    paths: Paths | None, term_files: Sequence[Path] = (), project: Path | None = None
) -> tuple[OwnFacts, tuple[InputError, ...]]:
    """Return what can be read of the words and rules, and what is wrong with the rest: a window must open all the same."""
    problems: list[InputError] = []
    words: frozenset[str] = frozenset()
    for file in _word_files(paths, project):
        try:
            words |= read_words(file)
        except InputError as error:
            problems.append(error)
    usable: list[Path] = []
    for folder in _rule_folders(paths, term_files, project):
        try:
            own_rules([folder])
        except InputError as error:
            problems.append(error)
        else:
            usable.append(folder)
    return OwnFacts(words, own_rules(usable)), tuple(problems)


def read_words(file: Path) -> frozenset[str]:
    """Return the words of a file in small letters, none where there is no file; lines with ``#`` are remarks.

    Raises:
        InputError: It cannot be read, or a line holds more than one word.
    """
    return frozenset(word.lower() for word in _lines(file) if not word.startswith("#"))


def add_word(file: Path, word: str) -> bool:
    """Add a word to a file, which is made where there is none; return whether it was new.

    Raises:
        InputError: The file cannot be read.
        StoreError: It cannot be written; its old content is untouched.
    """
    lines = _lines(file)
    if word.lower() in (one.lower() for one in lines):
        return False
    _write(file, [*(lines or [_HEAD.strip()]), word])
    return True


def remove_word(file: Path, word: str) -> bool:
    """Take a word out of a file; return whether it was there.

    Raises:
        InputError: The file cannot be read.
        StoreError: It cannot be written; its old content is untouched.
    """
    lines = _lines(file)
    kept = [one for one in lines if one.lower() != word.lower()]
    if len(kept) == len(lines):
        return False
    _write(file, kept)
    return True


def write_words(file: Path, text: str, before: frozenset[str]) -> frozenset[str]:
    """Write the words of a text, one a line, over those a file held ``before``; return them in small letters.

    Raises:
        InputError: A line holds more than one word.
        StoreError: The file cannot be written; its old content is untouched.
    """
    lines = _checked(text, file)
    words = frozenset(line.lower() for line in lines if not line.startswith("#"))
    if words != before:
        _write(file, [_HEAD.strip(), *sorted(words)])
    return words


def _lines(file: Path) -> list[str]:
    """Return what stands in the lines of a file, a word or a remark each."""
    return _checked(decoded(read_bytes(file), str(file)), file) if file.exists() else []


def _checked(text: str, file: Path) -> list[str]:
    lines = [line.strip() for line in text.splitlines()]
    for number, line in enumerate(lines, 1):
        if not line.startswith("#") and len(line.split()) > 1:
            message = say(
                "“{words}” is more than one word; write one word a line",
                "“{words}”不止一个词；每行只写一个词",
                words=line,
            )
            raise InputError(file, message, line=number, column=1)
    return [line for line in lines if line]


def _write(file: Path, lines: Iterable[str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    atomic_write(file, "".join(f"{line}\n" for line in lines).encode())


def _word_files(paths: Paths | None, project: Path | None) -> list[Path]:
    files = [paths.own_words] if paths is not None else []
    return [*files, project_words(project)] if project is not None else files


def _rule_folders(paths: Paths | None, term_files: Sequence[Path], project: Path | None) -> list[Path]:
    """Return where rule packs may stand, nearest last."""
    folders = [paths.house_glossary] if paths is not None else []
    folders += [one if one.is_dir() else one.parent for one in term_files]
    if project is not None:
        folders.append(project.parent)
    return list(dict.fromkeys(folder / RULES for folder in folders))
