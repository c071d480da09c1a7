"""Files, folders and pasted text as the person names them, turned into documents with their segments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from translator_desk.app.alignment import Pair, Paragraph, align_texts, chinese_sentences, english_sentences
from translator_desk.app.file_pairs import FilePair, Named, named_files
from translator_desk.app.remarks import left_out, prefixed
from translator_desk.errors import InputError
from translator_desk.formats.base import TableFile, TextFile
from translator_desk.formats.files import read_bytes
from translator_desk.formats.furniture import Page, repeated_lines, set_aside
from translator_desk.formats.handlers.csv_table import handler as csv_table
from translator_desk.formats.handlers.plain_text import handler as plain_text
from translator_desk.formats.places import places_of
from translator_desk.formats.registry import handler_by_id, handler_for
from translator_desk.formats.text_gate import admit
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.document import Byline, Document, Layout, LayoutParagraph
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.project import ImportedDocument, Project
from translator_desk.model.segment import Segment
from translator_desk.text.scripts import has_han, is_chinese
from translator_desk.wording import Message, Wording, say

_SENTENCE_ENDS = (".", ";", ":", "!", "。", "；", "：", "！")


@dataclass(frozen=True, slots=True)
class InputOptions:
    """What the person named.

    Attributes:
        inputs: Files and folders.
        source: The Chinese of one pair, or None.
        target: The English of one pair, or None.
        aligned: Line n of the Chinese belongs to line n of the English.
        date: Publication date where a file has none.
        begin: A Chinese text without its English begins a translation; else it is refused by its name, or taken for
            English with a warning.
    """

    inputs: tuple[str, ...] = ()
    source: str | None = None
    target: str | None = None
    aligned: bool = False
    date: dt.date | None = None
    begin: bool = False


@dataclass(frozen=True, slots=True)
class ReadInputs:
    """The project, and what the person should know about the files.

    Attributes:
        project: Documents in the order named, segments numbered from 1 through all of them.
        warnings: Files left out, guesses made; each names its file.
        line_mode: Documents whose two files have as many lines: they may be read line by line.
    """

    project: Project
    warnings: tuple[Message, ...] = ()
    line_mode: tuple[DocumentId, ...] = ()


def read_inputs(options: InputOptions, term_base: TermBase) -> ReadInputs:
    """Read everything named as one project.

    Raises:
        InputError: Nothing is named, a file that was named cannot be taken, or a folder holds nothing readable. What
            cannot be taken of a folder is only warned of.
    """
    named = named_files(options.inputs, options.source, options.target, alone=options.begin)
    warnings = list(named.warnings)
    files: list[tuple[FilePair, TextFile | TableFile, TextFile | None]] = []
    for pair in named.pairs:
        try:
            files.append((pair, *_read_pair(pair, aligned=options.aligned, begin=options.begin)))
        except InputError as error:
            if not pair.from_folder:
                raise
            warnings.append(left_out(error))
    if not files:
        raise _nothing(named, warnings)
    english = repeated_lines([target for _, target, _ in files if isinstance(target, TextFile)])
    chinese = repeated_lines([source for _, _, source in files if source is not None])
    documents: dict[DocumentId, ImportedDocument] = {}
    line_mode: list[DocumentId] = []
    first = 1
    for pair, target, source in files:
        for file in (target, source):
            warnings += (
                [prefixed(file.path, one.message, one.line) for one in file.warnings] if file is not None else []
            )
        document_id = free_id(pair.name, documents)
        made = make_document(
            target, source, document_id, term_base, date=options.date, furniture=(english, chinese), first_id=first
        )
        if source is None and isinstance(target, TextFile) and is_chinese(file_text(target)):
            warnings.append(_not_english(target.path))
        if isinstance(target, TextFile) and source is not None and suggest_line_mode(source, target):
            line_mode.append(document_id)
        documents[document_id] = made
        first += len(made.segments)
    return ReadInputs(_project(documents, files[0][0]), tuple(warnings), tuple(line_mode))


def read_pasted(
    source: str, target: str, term_base: TermBase, *, aligned: bool = False, date: dt.date | None = None
) -> ReadInputs:
    """Read text from the clipboard as one document: a pair, English alone, or Chinese alone to be translated.

    Two columns copied from a table, Chinese and English in whatever order, are a pair too. Chinese given for English
    stands on its own side.

    Raises:
        InputError: Both are blank, a control character stands in one, or ``aligned`` and their lines do not match.
    """
    if not source.strip() and not target.strip():
        raise InputError(None, say("there is no text to read: copy some text first", "没有可读取的文本：请先复制文字"))
    document_id = DocumentId("pasted")
    if not source.strip() and _is_table(target):
        return _pasted_table(target, document_id, date)
    if is_chinese(target) and not has_han(source):
        source, target = target, source
    aligned = aligned and bool(source.strip())
    english = plain_text.take(target, by_line=aligned)
    chinese = plain_text.take(source, by_line=aligned) if source.strip() else None
    made = make_document(english, chinese, document_id, term_base, date=date)
    warnings = [one.message for file in (english, chinese) if file is not None for one in file.warnings]
    offers = (document_id,) if chinese is not None and suggest_line_mode(chinese, english) else ()
    project = Project(made.document.title, documents=(made.document,), segments={document_id: made.segments})
    return ReadInputs(project, tuple(warnings), offers)


def _is_table(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    return all("\t" in line for line in lines) and has_han(text) and any(ch.isascii() and ch.isalpha() for ch in text)


def _pasted_table(text: str, document_id: DocumentId, date: dt.date | None) -> ReadInputs:
    admit(text, None)
    try:
        table = csv_table.read(text.encode(), ".tsv")
    except InputError as error:
        raise InputError(None, error.message, line=error.line, column=error.column) from None
    made = _from_table(replace(table, path=""), document_id, date, 1)
    project = Project(made.document.title, documents=(made.document,), segments={document_id: made.segments})
    return ReadInputs(project, tuple(one.message for one in table.warnings))


def read_file(path: str, *, by_line: bool = False) -> TextFile | TableFile:
    """Return one file taken apart by its handler.

    Raises:
        InputError: It cannot be taken.
    """
    data = read_bytes(path)
    file = handler_for(path, data).read(data, path, by_line=by_line)
    if not (file.rows if isinstance(file, TableFile) else any(block.text for block in file.blocks)):
        raise InputError(path, say("there is no text in the file: choose another one", "文件中没有文字：请另选文件"))
    return file


def file_text(file: TextFile) -> str:
    """Return the words of a file, furniture included."""
    return "\n".join(block.text for block in file.blocks)


def read_text(path: str) -> str:
    """Return the text of a file a paragraph a line, without furniture; of a table, its English.

    Raises:
        InputError: It cannot be taken.
    """
    file = read_file(path)
    layout = file.layout if isinstance(file, TableFile) else set_aside(file).layout
    return "\n".join(paragraph.text for paragraph in layout.paragraphs)


def make_document(
    target: TextFile | TableFile,
    source: TextFile | None,
    document_id: DocumentId,
    term_base: TermBase,
    *,
    date: dt.date | None = None,
    furniture: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset()),
    first_id: int = 1,
) -> ImportedDocument:
    """Return the document of one file or pair, its segments numbered from ``first_id``.

    Args:
        target: The English, or a bilingual table.
        source: The Chinese, or None.
        document_id: Id of the document.
        term_base: Terms that help to pair sentences.
        date: Publication date where the files have none.
        furniture: Lines that the English and the Chinese files of the import share.
        first_id: Id of the first segment.

    Raises:
        InputError: The files are read line by line and have not as many lines.
    """
    if isinstance(target, TableFile):
        return _from_table(target, document_id, date, first_id)
    page = set_aside(target, furniture[0])
    chinese = set_aside(source, furniture[1]) if source is not None else None
    layout = page.layout
    if chinese is None:
        segments = _target_only(page, document_id)
    elif source is not None and source.by_line and target.by_line:
        segments = _line_by_line(page, chinese, document_id, target.path, source.path)
    else:
        pairs = align_texts(
            chinese_sentences(paragraphs_of(chinese)), english_sentences(paragraphs_of(page)), term_base
        )
        layout, pairs = with_missing_paragraphs(layout, pairs)
        segments = [segment_of(pair, document_id) for pair in pairs]
    published = page.byline.published or (chinese.byline.published if chinese else None) or date
    title = page.title or (chinese.title if chinese else "")
    if (target.path or (source is not None and source.path)) and (not title or title.endswith(_SENTENCE_ENDS)):
        title = str(document_id)  # the text begins without a headline: it has the name of its file
    document = Document(
        id=document_id,
        title=title or "Pasted text",
        date=published,
        source_path=source.path if source is not None else None,
        target_path=target.path,
        has_source=source is not None,
        byline=page.byline,
        layout=layout,
        furniture=page.furniture,
    )
    numbered = (replace(one, id=SegmentId(first_id + index)) for index, one in enumerate(segments))
    return ImportedDocument(document, tuple(numbered))


def suggest_line_mode(source: TextFile, target: TextFile) -> bool:
    """Return whether two files, not read line by line, have as many lines, so that they may be."""
    if source.by_line or target.by_line:
        return False
    count = len([block for block in source.blocks if not block.aside])
    return count > 1 and count == len([block for block in target.blocks if not block.aside])


def free_id(name: str, taken: dict[DocumentId, ImportedDocument]) -> DocumentId:
    """Return ``name`` as an id, numbered where it is taken."""
    candidate, number = DocumentId(name or "document"), 2
    while candidate in taken:
        candidate, number = DocumentId(f"{name or 'document'}-{number}"), number + 1
    return candidate


def paragraphs_of(page: Page) -> list[Paragraph]:
    """Return the paragraphs of a page with the place of their code points."""
    handler = handler_by_id(page.layout.format)
    found: list[Paragraph] = []
    for paragraph, place in zip(page.layout.paragraphs, page.places, strict=True):
        spelt = paragraph.raw != paragraph.text
        found.append(Paragraph(paragraph.text, places_of(handler.pieces(paragraph.raw), place) if spelt else (place,)))
    return found


def segment_of(pair: Pair, document: DocumentId) -> Segment:
    """Return a pair as a segment without an id yet."""
    return Segment(
        id=SegmentId(0),
        document=document,
        paragraph=pair.paragraph or 0,
        source=pair.source,
        target=pair.target,
        separator=pair.separator,
        source_separator=pair.source_separator,
        source_place=pair.source_place,
        target_place=pair.target_place,
        imported_target=pair.target,
        confidence=pair.confidence,
    )


def with_missing_paragraphs(layout: Layout, pairs: Sequence[Pair]) -> tuple[Layout, list[Pair]]:
    """Return the layout with an empty paragraph for each source paragraph left untranslated, and pairs that name it.

    An empty paragraph writes nothing, so the file stays as it was until somebody fills it in.
    """
    if not layout.paragraphs:
        return _blank_layout(layout, pairs)
    paragraphs: list[LayoutParagraph] = []
    placed: list[Pair] = []
    made_for: int | None = None
    taken = 0
    for pair in pairs:
        if pair.paragraph is not None:
            paragraphs += layout.paragraphs[taken : pair.paragraph + 1]
            taken = max(taken, pair.paragraph + 1)
            made_for = None
        elif made_for is None or (made_for != pair.source_paragraph and taken):
            paragraphs.append(LayoutParagraph("", "", ""))
            made_for = pair.source_paragraph
        placed.append(replace(pair, paragraph=len(paragraphs) - 1))
    paragraphs += layout.paragraphs[taken:]
    if paragraphs[0] is layout.paragraphs[0]:
        return replace(layout, paragraphs=tuple(paragraphs)), placed
    # What stands before the text of the file goes before the new first paragraph.
    head = replace(paragraphs[0], before=paragraphs[1].before)
    paragraphs[:2] = [head, replace(paragraphs[1], before="")]
    return replace(layout, paragraphs=tuple(paragraphs)), placed


def _blank_layout(layout: Layout, pairs: Sequence[Pair]) -> tuple[Layout, list[Pair]]:
    """Return a layout for a translation that does not exist yet: a paragraph for each of the source."""
    order = list(dict.fromkeys(pair.source_paragraph for pair in pairs))
    line_break = layout.option("break", "\n")
    paragraphs = tuple(LayoutParagraph(line_break if index else "", "", "") for index in range(len(order)))
    placed = [replace(pair, paragraph=order.index(pair.source_paragraph)) for pair in pairs]
    return replace(layout, paragraphs=paragraphs), placed


def _read_pair(pair: FilePair, *, aligned: bool, begin: bool) -> tuple[TextFile | TableFile, TextFile | None]:
    by_line = aligned and pair.source is not None
    target = read_file(pair.target, by_line=by_line)
    if pair.source is None:
        if begin and isinstance(target, TextFile) and is_chinese(file_text(target)):
            return plain_text.take(""), target
        return target, None
    source = read_file(pair.source, by_line=by_line)
    for file in (target, source):
        if isinstance(file, TableFile):
            raise InputError(
                file.path,
                say(
                    "a bilingual table holds both languages: name it alone, not as half of a pair",
                    "双语对照表已含两种语言：请单独指定，不要作为原文或译文",
                ),
            )
    assert isinstance(source, TextFile)  # for the type checker; a table was refused above
    return target, source


def _from_table(table: TableFile, document: DocumentId, date: dt.date | None, first_id: int) -> ImportedDocument:
    segments = tuple(
        Segment(
            id=SegmentId(first_id + index),
            document=document,
            paragraph=index,
            source=row.source,
            target=row.target,
            source_place=row.source_place,
            target_place=row.target_place,
            imported_target=row.target,
        )
        for index, row in enumerate(table.rows)
    )
    title = Path(table.path).stem or "Pasted text"
    return ImportedDocument(
        Document(document, title, date, table.path or None, table.path, True, Byline(), table.layout), segments
    )


def _target_only(page: Page, document: DocumentId) -> list[Segment]:
    return [
        Segment(
            id=SegmentId(0),
            document=document,
            paragraph=one.paragraph,
            source="",
            target=one.text,
            separator=one.separator,
            target_place=one.place,
            imported_target=one.text,
        )
        for one in english_sentences(paragraphs_of(page))
    ]


def _line_by_line(page: Page, chinese: Page, document: DocumentId, target: str, source: str) -> list[Segment]:
    lines, originals = page.layout.paragraphs, chinese.layout.paragraphs
    english_count, chinese_count = _last_line(lines), _last_line(originals)
    if english_count != chinese_count:
        shorter, longer = sorted((english_count, chinese_count))
        raise InputError(
            target or None,
            say(
                "the English has {english} lines, the Chinese ({source}) {chinese}: leave an empty line where a"
                " translation is missing, or let the desk pair the sentences (without --aligned)",
                "英文有 {english} 行，中文（{source}）有 {chinese} 行：缺译处请留空行，或不用 --aligned 由程序对齐句子",
                english=english_count,
                chinese=chinese_count,
                source=source or "-",
            ),
            line=shorter + 1 if longer == english_count else None,
        )
    return [
        Segment(
            id=SegmentId(0),
            document=document,
            paragraph=index,
            source=originals[index].text,
            target=lines[index].text,
            source_place=chinese.places[index],
            target_place=page.places[index],
            imported_target=lines[index].text,
        )
        for index in range(english_count)
    ]


def _last_line(lines: Sequence[LayoutParagraph]) -> int:
    """Return how many lines there are up to the last one that is not blank."""
    return max((index + 1 for index, line in enumerate(lines) if line.text), default=0)


def _project(documents: dict[DocumentId, ImportedDocument], first: FilePair) -> Project:
    made = list(documents.values())
    title = made[0].document.title if len(made) == 1 else Path(first.target).resolve().parent.name
    return Project(
        title,
        documents=tuple(one.document for one in made),
        segments={one.document.id: one.segments for one in made},
    )


def _not_english(path: str) -> Message:
    return say(
        "{path}: the text is mostly Chinese but was opened as a translation; name it .zh beside its .en file, or as"
        " --source",
        "{path}：文本主要是中文，却作为译文打开；请将其命名为 .zh 并与 .en 文件放在一起，或用 --source 指定",
        path=path,
    )


def _nothing(named: Named, warnings: Sequence[Message]) -> InputError:
    if not named.folders:
        return InputError(None, say("name a file or a folder to read", "请指定要读取的文件或文件夹"))
    first = warnings[0] if warnings else say("it is empty", "文件夹为空")
    wording = first.wording
    return InputError(
        named.folders[0],
        Message(
            Wording("nothing in this folder can be read; " + wording.en, "文件夹中没有可读取的文件；" + wording.zh),
            first.values,
        ),
    )
