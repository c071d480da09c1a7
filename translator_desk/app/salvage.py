"""What can still be read of a damaged project, written as plain texts and tables with a report of what was lost."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from translator_desk.errors import StoreError
from translator_desk.formats.atomic_write import atomic_write, write_error
from translator_desk.formats.handlers.csv_table import PAIRS, new_table
from translator_desk.model.segment import Segment
from translator_desk.wording import Message, say

if TYPE_CHECKING:
    from translator_desk.store.salvage import LeftDocument, Remains

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was written.

    Attributes:
        folder: The new folder that holds it.
        documents: How many texts.
        segments: How many segments.
        report: What was lost, in sentences; the file ``report.txt`` says the same.
    """

    folder: Path
    documents: int
    segments: int
    report: tuple[Message, ...]

    def sentence(self) -> Message:
        """Return what the person is told."""
        return say(
            "{segments} segments of {documents} documents could be read and are in {folder}; report.txt there says "
            "what was lost.",
            "已读出 {documents} 个文档的 {segments} 个句段，写入 {folder}；其中的 report.txt 说明丢失了什么。",
            segments=self.segments,
            documents=self.documents,
            folder=self.folder,
        )


def salvage(project: Path, folder: Path | None = None, language: str = "en") -> Salvaged:
    """Write what can be read of a project file, be it damaged, into a new folder; the file itself is not touched.

    Each document becomes a ``.txt`` of its English, one of its Chinese where there is any, and a ``.tsv`` of both.

    Args:
        project: The project file.
        folder: Where the new folder shall stand; beside the project by default.
        language: Language of the report, "en" or "zh".

    Raises:
        StoreError: Nothing of it can be read, or the folder cannot be written; nothing is left half-written.
    """
    from translator_desk.store.salvage import remains_of  # lazily: most commands do without the store

    remains = remains_of(project)
    if remains.empty:
        raise StoreError(
            say(
                "Nothing can be read of {file} any more; it was left as it is. Look for a copy of it: a backup, an "
                "e-mail, another machine.",
                "已无法从 {file} 中读出任何内容；文件未作改动。请寻找它的副本：备份、邮件或其他电脑。",
                file=project,
            )
        )
    report = _report(remains)
    files = _files(remains.documents)
    files["report.txt"] = "\n".join([str(project), "", *(one.render(language) for one in report), ""]).encode()
    place = _free((folder or project.parent) / f"{project.stem}-salvaged")
    unfinished = place.with_name(f".{place.name[:40]}-{secrets.token_hex(4)}")
    try:
        unfinished.mkdir(parents=True)
        for name, data in files.items():
            atomic_write(unfinished / name, data)
        unfinished.rename(place)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise write_error(place, error) from error
    except StoreError:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    segments = sum(len(one.segments) for one in remains.documents)
    return Salvaged(place, sum(bool(one.segments) for one in remains.documents), segments, report)


def _files(documents: Sequence[LeftDocument]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for document in documents:
        if not document.segments:
            continue
        name = _UNFIT.sub(" ", document.title).strip(" .")[:_LONGEST_NAME].strip() or "document"
        stem, number = name, 2
        while f"{stem}.tsv" in files:
            stem, number = f"{name} {number}", number + 1
        rows = ((one.source, one.target, str(one.id), one.state.value) for one in document.segments)
        files[f"{stem}.tsv"] = new_table(("zh", "en", "id", "state"), rows, "\t", PAIRS)
        files[f"{stem}.en.txt"] = _text([(one, one.target, one.separator) for one in document.segments])
        if any(one.source for one in document.segments):
            files[f"{stem}.zh.txt"] = _text([(one, one.source, one.source_separator) for one in document.segments])
    return files


def _text(parts: Sequence[tuple[Segment, str, str]]) -> bytes:
    """Return one side, a paragraph a line."""
    paragraphs = groupby(parts, key=lambda part: part[0].paragraph)
    lines = ("".join(text + separator for _, text, separator in group).strip() for _, group in paragraphs)
    return "".join(f"{line}\n" for line in lines if line).encode("utf-8", "replace")


def _report(remains: Remains) -> tuple[Message, ...]:
    said = [
        say(
            "“{title}”: {count} segments, up to {lost} lost."
            if one.lost
            else "“{title}”: {count} segments, nothing known to be lost.",
            "《{title}》：{count} 个句段，最多丢失 {lost} 个。"
            if one.lost
            else "《{title}》：{count} 个句段，未发现丢失。",
            title=one.title,
            count=len(one.segments),
            lost=one.lost,
        )
        for one in remains.documents
    ]
    if remains.from_history:
        said.append(
            say(
                "{count} segments stand as the history last had them, some perhaps removed before; see where they "
                "belong (numbers in the tables: {ids}).",
                "{count} 个句段取自历史记录的最后一版，其中可能有早先已删除的；请核对其位置（表中编号：{ids}）。",
                count=len(remains.from_history),
                ids=", ".join(map(str, sorted(remains.from_history))),
            )
        )
    for key, text in remains.typed.items():
        said.append(
            say(
                "Typed last into segment {id} and perhaps not yet in it: {text}",
                "最后在句段 {id} 中输入、可能尚未写入的文本：{text}",
                id=key,
                text=text,
            )
        )
    for one in remains.comments:
        said.append(
            say(
                "Comment of {author} on segment {id}: {text}",
                "{author} 对句段 {id} 的批注：{text}",
                author=one.author,
                id=one.segment,
                text=one.text,
            )
        )
    if remains.unread:
        said.append(
            say(
                "Parts of the file that could not be read whole: {tables}.",
                "文件中未能完整读出的部分：{tables}。",
                tables=", ".join(sorted(remains.unread)),
            )
        )
    return tuple(said)


def _free(path: Path) -> Path:
    free, number = path, 2
    while free.exists():
        free, number = path.with_name(f"{path.name} {number}"), number + 1
    return free
