"""Files and folders as the person names them, turned into one project: pairs found, sentences paired."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from translator_desk.errors import InputError
from translator_desk.formats.base import FileWarning, TableFile, TextFile
from translator_desk.formats.furniture import Page, repeated_lines, set_aside
from translator_desk.formats.registry import handler_by_id, handler_for, readable_extensions
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.document import Byline, Document
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.project import Project
from translator_desk.model.segment import Place, Segment
from translator_desk.text.align import align
from translator_desk.text.normalize import lowered
from translator_desk.text.scripts import simplify
from translator_desk.text.segmenter import split_chinese, split_english
from translator_desk.wording import Message, say

_LARGEST = 50_000_000
_SIDE = re.compile(r"^(?P<name>.+)[._](?P<side>zh|en)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class InputOptions:
    """What the person named.

    Attributes:
        inputs: Files and folders.
        source: The Chinese of one pair, or None.
        target: The English of one pair, or None.
        aligned: Line n of the Chinese belongs to line n of the English.
        date: Publication date where a file has none.
    """

    inputs: tuple[str, ...] = ()
    source: str | None = None
    target: str | None = None
    aligned: bool = False
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ReadInputs:
    """The project, and what the person should know about the files."""

    project: Project
    warnings: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    target: str
    source: str | None


def read_bytes(path: str) -> bytes:
    """Return the bytes of a file.

    Raises:
        InputError: It cannot be read, or is larger than 50 MB.
    """
    try:
        if Path(path).stat().st_size > _LARGEST:
            raise InputError(path, say("the file is larger than 50 MB; split it", "文件大于 50 MB；请拆分"))
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise InputError(path, say("there is no such file; check the name", "找不到该文件；请检查文件名")) from None
    except OSError as error:
        raise InputError(
            path, say("cannot be read: {cause}", "无法读取：{cause}", cause=error.strerror or error)
        ) from None


def read_file(path: str, *, by_line: bool = False) -> TextFile | TableFile:
    """Return a file taken apart by its handler.

    Raises:
        InputError: It cannot be taken.
    """
    data = read_bytes(path)
    return handler_for(path, data).read(data, path, by_line=by_line)


def read_text(path: str) -> str:
    """Return the text of a file, furniture included, as a person reads it.

    Raises:
        InputError: It cannot be taken.
    """
    file = read_file(path)
    if isinstance(file, TableFile):
        return "\n".join(row.target for row in file.rows)
    return "\n".join(block.text for block in file.blocks)


def read_inputs(options: InputOptions, term_base: TermBase) -> ReadInputs:
    """Read everything named as one project.

    Raises:
        InputError: Nothing is named, or a file named cannot be taken. Files of a folder that cannot are only warned of.
    """
    warnings: list[Message] = []
    pairs = _pairs(options, warnings)
    if not pairs:
        raise InputError(None, say("Name a file or a folder to check.", "请指定要检查的文件或文件夹。"))
    files: dict[str, TextFile | TableFile] = {}
    for pair in pairs:
        for path in (pair.target, pair.source):
            if path is not None and path not in files:
                files[path] = read_file(path, by_line=options.aligned and pair.source is not None)
                warnings += [_in_file(path, one) for one in files[path].warnings]
    repeated = repeated_lines([one for one in files.values() if isinstance(one, TextFile)])
    documents: list[Document] = []
    segments: dict[DocumentId, tuple[Segment, ...]] = {}
    first = 1
    for pair in pairs:
        target = files[pair.target]
        source = files[pair.source] if pair.source is not None else None
        document, made = _document(pair, target, source, repeated, options, term_base, first, segments)
        documents.append(document)
        segments[document.id] = made
        first += len(made)
    title = documents[0].title if len(documents) == 1 else Path(pairs[0].target).parent.name
    return ReadInputs(Project(title=title, documents=tuple(documents), segments=segments), tuple(warnings))


def _in_file(path: str, warning: FileWarning) -> Message:
    where = f"{path}:{warning.line}" if warning.line else path
    return say("{where}: {what}", "{where}：{what}", where=where, what=warning.message.render("en"))


def _pairs(options: InputOptions, warnings: list[Message]) -> list[_Pair]:
    if options.source is not None and options.target is None:
        raise InputError(options.source, say("--source needs --target beside it", "--source 须与 --target 一起使用"))
    pairs = [_Pair(options.target, options.source)] if options.target is not None else []
    named: list[str] = []
    for one in options.inputs:
        path = Path(one)
        if path.is_dir():
            named += _folder(path, warnings)
        else:
            named.append(one)
    return pairs + _paired(named)


def _folder(folder: Path, warnings: list[Message]) -> list[str]:
    found = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.is_dir():
            continue
        if path.suffix.lower() in readable_extensions() and path.stem.upper() != "README":
            found.append(str(path))
        elif path.suffix.lower() not in (".yaml", ".yml", ".md", ".json"):
            warnings.append(say("{path} was left out: it cannot be read", "已跳过 {path}：无法读取", path=path))
    return found


def _paired(paths: Sequence[str]) -> list[_Pair]:
    """Put ``NAME.zh.txt`` beside ``NAME.en.txt``; a Chinese file without its English stands for nothing yet."""
    sides: dict[tuple[str, str], str] = {}
    for path in paths:
        match = _SIDE.match(Path(path).stem)
        if match:
            sides[str(Path(path).with_name(match["name"])), match["side"].lower()] = path
    out = []
    for path in paths:
        match = _SIDE.match(Path(path).stem)
        name = str(Path(path).with_name(match["name"])) if match else ""
        side = match["side"].lower() if match else ""
        if side == "zh" and (name, "en") in sides:
            continue
        out.append(_Pair(path, sides.get((name, "zh")) if side == "en" else None))
    return out


def _document(
    pair: _Pair,
    target: TextFile | TableFile,
    source: TextFile | TableFile | None,
    repeated: frozenset[str],
    options: InputOptions,
    term_base: TermBase,
    first: int,
    taken: dict[DocumentId, tuple[Segment, ...]],
) -> tuple[Document, tuple[Segment, ...]]:
    name = Path(pair.target).stem
    document_id = DocumentId(name)
    number = 2
    while document_id in taken:
        document_id = DocumentId(f"{name}-{number}")
        number += 1
    if isinstance(target, TableFile):
        rows = tuple(
            Segment(
                SegmentId(first + index), document_id, index, row.source, row.target,
                source_place=row.source_place, target_place=row.target_place, imported_target=row.target,
            )
            for index, row in enumerate(target.rows)
        )  # fmt: skip
        document = Document(document_id, name, options.date, pair.target, pair.target, True, Byline(), target.layout)
        return document, rows
    page = set_aside(target, repeated)
    source_page = set_aside(source, repeated) if isinstance(source, TextFile) else None
    date = page.byline.published or (source_page.byline.published if source_page else None) or options.date
    document = Document(
        document_id, page.title or name, date, pair.source, pair.target, source is not None, page.byline,
        page.layout, page.furniture,
    )  # fmt: skip
    if source_page is None:
        made = _target_only(page, document_id)
    elif options.aligned:
        made = _line_by_line(page, source_page, document_id, pair)
    else:
        made = _aligned(page, source_page, document_id, term_base)
    numbered = tuple(replace(one, id=SegmentId(first + index)) for index, one in enumerate(made))
    return document, numbered


def _sentences(page: Page) -> list[tuple[int, str, str, Place]]:
    """Return paragraph, sentence, separator and place of every English sentence."""
    out = []
    for index, paragraph in enumerate(page.layout.paragraphs):
        place, offset = page.places[index], 0
        for sentence, separator in split_english(paragraph.text):
            out.append((index, sentence, separator, Place(place.line, place.column + offset)))
            offset += len(sentence) + len(separator)
    return out


def _target_only(page: Page, document: DocumentId) -> list[Segment]:
    return [
        Segment(
            SegmentId(0), document, paragraph, "", sentence, separator, target_place=place, imported_target=sentence
        )
        for paragraph, sentence, separator, place in _sentences(page)
    ]


def _line_by_line(page: Page, source: Page, document: DocumentId, pair: _Pair) -> list[Segment]:
    targets, sources = page.layout.paragraphs, source.layout.paragraphs
    if len(targets) != len(sources):
        raise InputError(
            pair.target,
            say(
                "has {target} lines but {source} has {count}; leave --aligned out to let the desk pair them",
                "有 {target} 行，而 {source} 有 {count} 行；去掉 --aligned 可由程序自动对齐",
                target=len(targets),
                source=pair.source,
                count=len(sources),
            ),
        )
    return [
        Segment(
            SegmentId(0), document, index, sources[index].text, target.text,
            source_place=source.places[index], target_place=page.places[index], imported_target=target.text,
        )
        for index, target in enumerate(targets)
    ]  # fmt: skip


def _aligned(page: Page, source: Page, document: DocumentId, term_base: TermBase) -> list[Segment]:
    """Pair sentences; a bead never crosses a paragraph of the English, so its file can be put together again."""
    targets = _sentences(page)
    sources: list[tuple[str, str, Place]] = []
    for index, paragraph in enumerate(source.layout.paragraphs):
        offset = 0
        for sentence, separator in split_chinese(paragraph.text):
            place = source.places[index]
            sources.append((sentence, separator, Place(place.line, place.column + offset)))
            offset += len(sentence) + len(separator)
    source_keys = [frozenset(match.entry.id for match in term_base.find_source(simplify(one[0]))) for one in sources]
    wanted = {key for keys in source_keys for key in keys}
    forms = [(key, lowered(entry.plain_en)) for key in wanted if (entry := term_base.entry(key)) is not None]
    target_keys = [frozenset(key for key, form in forms if form in lowered(one[1])) for one in targets]
    beads = align([one[0] for one in sources], [one[1] for one in targets], source_keys, target_keys)
    made: list[Segment] = []
    for bead in beads:
        han = "".join(sources[i][0] + sources[i][1] for i in bead.source).rstrip()
        start: Place | None = sources[bead.source[0]][2] if bead.source else None
        groups: list[list[int]] = []
        for j in bead.target:
            if groups and targets[groups[-1][0]][0] == targets[j][0]:
                groups[-1].append(j)
            else:
                groups.append([j])
        if not groups:
            at = made[-1].paragraph if made else 0
            made.append(Segment(SegmentId(0), document, at, han, "", source_place=start, confidence=bead.confidence))
        for group in groups:
            parts = [targets[j] for j in group]
            text = "".join(one[1] + one[2] for one in parts[:-1]) + parts[-1][1]
            made.append(
                Segment(
                    SegmentId(0), document, parts[0][0], han, text, parts[-1][2], source_place=start,
                    target_place=parts[0][3], imported_target=text, confidence=bead.confidence,
                )
            )  # fmt: skip
            han, start = "", None
    return made


def written_target(document: Document, segments: Sequence[Segment]) -> bytes:
    """Return the bytes of the target file with the segments' targets in it; unedited it is the file read."""
    texts = ["" for _ in document.layout.paragraphs]
    for segment in segments:
        texts[segment.paragraph] += segment.target + segment.separator
    return handler_by_id(document.layout.format).write(document.layout, texts)
