"""Reads texts whose slips are known, and judges findings by them."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import yaml

from translator_desk.checks.engine import CheckRun
from translator_desk.glossary.term_base import TermBase
from translator_desk.glossary.yaml_file import parse_term_file
from translator_desk.model.document import Byline, Document, Layout
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.issue import FixPart, Issue
from translator_desk.model.segment import Segment
from translator_desk.model.severity import Level
from translator_desk.text.span import Span

NO_LAYOUT = Layout("plain-text", "utf-8", b"", (), "")
WIDEST = 3
"""A finding may be so many times as long as the label it finds."""


@dataclass(frozen=True)
class Label:
    """A known slip.

    Attributes:
        kind: What was done to the text.
        span: Where, in the target; empty where something is missing.
        expected: What stood, or should stand, there.
        source: The words of the source concerned, where they are known.
        methods: How it can be found (samples only).
    """

    kind: str
    span: Span
    expected: str
    source: Span | None = None
    methods: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """A segment with its known slips, and the words that are right."""

    source: str
    target: str
    labels: tuple[Label, ...] = ()
    right: tuple[Span, ...] = ()
    terms_differ: bool = False


@dataclass(frozen=True)
class Text:
    """A document of rows."""

    name: str
    rows: tuple[Row, ...]
    date: date | None = None


class Checker:
    """Checks texts one project after the other with one term base."""

    def __init__(self, term_base: TermBase) -> None:
        self._term_base = term_base

    def check(self, texts: Sequence[Text]) -> list[list[tuple[Issue, ...]]]:
        """Return the issues of each row of each text, all texts being one project."""
        run = CheckRun(self._term_base)
        key = 0
        keys: list[list[SegmentId]] = []
        for number, text in enumerate(texts):
            name = DocumentId(f"{number}-{text.name}")
            run.open_document(Document(name, text.name, text.date, "zh", "en", True, Byline(), NO_LAYOUT))
            keys.append([])
            for position, row in enumerate(text.rows):
                key += 1
                keys[-1].append(SegmentId(key))
                run.check(Segment(SegmentId(key), name, position, row.source, row.target), (number, position))
        run.settle()
        if run.failures:
            raise SystemExit("\n".join(run.failures.values()))
        return [[run.issues(one) for one in row] for row in keys]


def serious(issue: Issue) -> bool:
    """Return whether an issue is a warning or an error."""
    return issue.level is not Level.INFO


def place(issue: Issue, target: str) -> Span | None:
    """Return where an issue stands in the target; one about the separator stands at its end."""
    return Span(len(target), len(target)) if issue.part is FixPart.SEPARATOR else issue.target


def finds(issue: Issue, label: Label, target: str) -> bool:
    """Return whether the issue, at warning or error, finds the label.

    It overlaps at least half of the shorter of the two and is at most three times as long as the label; where
    something is missing it names the same words of the source, or stands at the place.
    """
    if not serious(issue):
        return False
    span = place(issue, target)
    if span is not None and len(span) and len(label.span):
        shared = min(span.end, label.span.end) - max(span.start, label.span.start)
        return 2 * shared >= min(len(span), len(label.span)) and len(span) <= WIDEST * len(label.span)
    if label.source is not None and issue.source is not None:
        shared = min(issue.source.end, label.source.end) - max(issue.source.start, label.source.start)
        return shared > 0 and 2 * shared >= min(len(issue.source), len(label.source))
    return False


def mended(issue: Issue, target: str) -> str | None:
    """Return the target after the issue's first fix, None where it offers none (or one outside the target)."""
    if not issue.fixes or issue.fixes[0].part is FixPart.SEPARATOR:
        return None
    fix = issue.fixes[0]
    return target[: fix.span.start] + fix.replacement + target[fix.span.end :]


def restored(label: Label, target: str) -> str:
    """Return the target with one label's words put right."""
    return target[: label.span.start] + label.expected + target[label.span.end :]


# Readers


def first_format_terms(path: Path) -> TermBase:
    """Read a term base of the first version of the format, which has no other fields than the second."""
    data = path.read_text("utf-8").replace("version: 1\n", "version: 2\n", 1)
    return TermBase.build([parse_term_file(data.encode(), path.name)])


def without_avoid(term_base: TermBase) -> TermBase:
    """Return the term base without any form to avoid."""
    return TermBase({entry.id: replace(entry, avoid=()) for entry in term_base.entries})


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of an unquoted table with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def read_references(path: Path, target: str = "en") -> list[Text]:
    """Read human translations as documents."""
    documents: dict[str, list[Row]] = {}
    for row in read_table(path):
        if row[target]:
            documents.setdefault(row["doc"], []).append(Row(row["zh"], row[target]))
    return [Text(name, tuple(rows)) for name, rows in documents.items()]


def read_segments(path: Path, origins: Sequence[Path]) -> list[Text]:
    """Read seeded segments, each a text of its own; a lost sentence's Chinese is looked up in the originals."""
    pairs = [(row["zh"], row["en"]) for origin in origins if origin.exists() for row in read_table(origin)]
    texts = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        labels = tuple(_label(one, row["src"], pairs) for one in row["labels"])
        texts.append(Text(row["id"], (Row(row["src"], row["tgt"], labels, terms_differ=bool(row["gloss_miss"])),)))
    return texts


def read_documents(path: Path) -> list[Text]:
    """Read seeded documents; where a sentence or clause is lost, its whole source segment is the place."""
    texts = []
    for line in path.read_text("utf-8").splitlines():
        document = json.loads(line)
        rows = []
        for segment in document["segments"]:
            here = [one for one in document["labels"] if one["seg"] == segment["seg"]]
            labels = tuple(_label(one, segment["src"], ()) for one in here)
            rows.append(Row(segment["src"], segment["tgt"], labels))
        texts.append(Text(document["id"], tuple(rows)))
    return texts


def _label(row: dict[str, object], source: str, pairs: Iterable[tuple[str, str]]) -> Label:
    kind, expected = str(row["kind"]), str(row["expected"])
    span = Span(int(str(row["start"])), int(str(row["end"])))
    where = None
    if kind in ("dropped_sentence", "dropped_clause"):
        where = Span(0, len(source))
        for zh, en in pairs:
            if kind == "dropped_sentence" and expected.strip() in en and zh in source:
                where = Span(source.index(zh), source.index(zh) + len(zh))
                break
    return Label(kind, span, expected, where)


_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def read_samples(folder: Path) -> list[Text]:
    """Read the labelled sample articles, line by line."""
    texts = []
    for path in sorted(folder.glob("*.gold.yaml")):
        name = path.name.removesuffix(".gold.yaml")
        gold = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        source = (folder / f"{name}.zh.txt").read_text("utf-8").splitlines()
        target = (folder / f"{name}.en.txt").read_text("utf-8").splitlines()
        rows = []
        for number, (zh, en) in enumerate(zip(source, target, strict=True), 1):
            labels = tuple(
                Label(one["kind"], Span(one["start"], one["end"]), one["expected"], _find(one.get("zh", ""), zh),
                      tuple(one["methods"]))
                for one in gold["labels"]
                if one["segment"] == number
            )  # fmt: skip
            right = tuple(Span(one["start"], one["end"]) for one in gold["ok"] if one["segment"] == number)
            rows.append(Row(zh, en, labels, right))
        found = _DATE.search("\n".join(source[:2]))
        texts.append(Text(name, tuple(rows), date(*map(int, found.groups())) if found else None))
    return texts


def _find(words: str, text: str) -> Span | None:
    at = text.find(words) if words else -1
    return Span(at, at + len(words)) if at >= 0 else None
