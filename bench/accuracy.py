"""How right the checks are: ``python -m bench.accuracy [DATA] [--list FILE]``.

DATA is a folder of labelled texts (seeded slips, clean controls, human references, rated machine translations). Without
it the shipped samples are measured. ``--list`` writes every finding on clean text and every label missed, to be read.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from bench.alignment import measure as measure_alignment
from bench.labelled import (
    Checker,
    Label,
    Row,
    Text,
    finds,
    first_format_terms,
    mended,
    place,
    read_documents,
    read_references,
    read_samples,
    read_segments,
    read_table,
    restored,
    serious,
    without_avoid,
)
from translator_desk.glossary.term_base import TermBase
from translator_desk.glossary.yaml_file import load_layers
from translator_desk.model.issue import Issue
from translator_desk.resources import shipped_glossaries
from translator_desk.text.span import Span

SAMPLES = Path(__file__).resolve().parent.parent / "tests" / "data" / "samples"
COUNTED_APART = "quotes-unpaired"
"""Quotations run over several rows of the controls, so this check says little there."""
WANTED = {
    "name_misspelt": 0.95, "number_slip": 0.92, "date_slip": 0.92, "doubled_word": 0.98, "untranslated_zh": 0.98,
    "missing_quote": 0.88, "term_variant": 0.95, "lowercased_proper": 0.75, "dropped_sentence": 0.70,
    "dropped_clause": 0.35,
}  # fmt: skip
RATED = {
    "names": ("locale convention/name format",),
    "dates": ("locale convention/date format",),
    "currency": ("locale convention/currency format",),
    "terminology/inconsistent": ("terminology/inconsistent",),
    "spelling": ("fluency/spelling",),
    "punctuation": ("fluency/punctuation",),
    "source language fragment": ("accuracy/source language fragment",),
}


class Notes:
    """What is written for reading by eye."""

    def __init__(self, file: TextIO | None) -> None:
        self._file = file

    def write(self, part: str, what: str, row: Row, issue: Issue | None = None, label: str = "") -> None:
        """Write one line: part, what, check, words, message, both texts."""
        if self._file is None:
            return
        words = issue.target.of(row.target) if issue and issue.target else ""
        cells = (part, what, issue.check if issue else "", words, label or str(issue and issue.message), row.source,
                 row.target)  # fmt: skip
        self._file.write("\t".join(" ".join(cell.split()) for cell in cells) + "\n")


def percent(part: float, whole: float) -> str:
    """Return a share as text."""
    return f"{100 * part / whole:5.1f} %" if whole else "    -  "


def heading(text: str) -> None:
    """Print a heading."""
    print(f"\n{text}\n{'-' * len(text)}")


def seeded(title: str, texts: Sequence[Text], checker: Checker, notes: Notes, *, apart: bool) -> None:
    """Print recall by kind and how many offered fixes are right; ``apart``: each text is a project of its own."""
    heading(title)
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    fixed: Counter[str] = Counter()
    offered: Counter[str] = Counter()
    speakers: dict[str, Counter[str]] = defaultdict(Counter)
    results = [checker.check([text])[0] for text in texts] if apart else checker.check(texts)
    for text, rows in zip(texts, results, strict=True):
        for row, issues in zip(text.rows, rows, strict=True):
            for label in row.labels:
                total[label.kind] += 1
                hits = [one for one in issues if _found(one, label, row)]
                if not hits:
                    notes.write(
                        title, f"missed {label.kind}", row, label=f"{label.span.of(row.target)} → {label.expected}"
                    )
                    continue
                found[label.kind] += 1
                speakers[label.kind][hits[0].check] += 1
                fixes = [text for one in hits if (text := mended(one, row.target)) is not None]
                if fixes:
                    offered[label.kind] += 1
                    right = restored(label, row.target).split()
                    if any(one.split() == right for one in fixes):
                        fixed[label.kind] += 1
                    else:
                        notes.write(title, "wrong fix", row, hits[0], f"{hits[0].fixes[:1]} for {label.expected}")
    print(f"{'kind':20} labels   found  wanted   fix offered   of these right   found by")
    for kind in sorted(total):
        wanted = f"{100 * WANTED[kind]:.0f} %" if kind in WANTED else ""
        by = ", ".join(f"{check} {count}" for check, count in speakers[kind].most_common(4))
        print(
            f"{kind:20} {total[kind]:6} {percent(found[kind], total[kind])} {wanted:>6}   "
            f"{percent(offered[kind], found[kind])}        {percent(fixed[kind], offered[kind])}         {by}"
        )


def _found(issue: Issue, label: Label, row: Row) -> bool:
    if label.kind == "missing_quote":
        # The place of the mark that has no partner is known, the place of the lost one is not.
        return serious(issue) and issue.check == COUNTED_APART
    return finds(issue, label, row.target)


def clean(title: str, texts: Sequence[Text], checker: Checker, notes: Notes, *, apart: bool = False) -> None:
    """Print how often a check speaks on text that a person wrote or that nothing was done to."""
    heading(title)
    results = [checker.check([text])[0] for text in texts] if apart else checker.check(texts)
    speaking: Counter[str] = Counter()
    infos: Counter[str] = Counter()
    rows_with = rows_with_apart = rows_all = 0
    for text, rows in zip(texts, results, strict=True):
        for row, issues in zip(text.rows, rows, strict=True):
            rows_all += 1
            loud = [one for one in issues if serious(one)]
            if row.terms_differ:
                loud = [one for one in loud if not one.check.startswith("term-")]
            for check in {one.check for one in loud}:
                speaking[check] += 1
            for check in {one.check for one in issues if not serious(one)}:
                infos[check] += 1
            rows_with += any(one.check != COUNTED_APART for one in loud)
            rows_with_apart += any(one.check == COUNTED_APART for one in loud)
            for one in loud:
                notes.write(title, "finding", row, one)
    print(
        f"{rows_all} segments; with a warning or error {percent(rows_with, rows_all)} "
        f"(wanted <= 5 %; {COUNTED_APART} apart: {percent(rows_with_apart, rows_all)})"
    )
    print(f"{'segments in 100 with':24} warning/error    info")
    for check in sorted({*speaking, *infos}, key=lambda one: -speaking[one]):
        over = "  over 1" if speaking[check] > rows_all / 100 and check != COUNTED_APART else ""
        print(f"  {check:24} {100 * speaking[check] / rows_all:8.2f} {100 * infos[check] / rows_all:11.2f}{over}")


def rated(folder: Path, checker: Checker) -> None:
    """Print how many of the errors that people marked in machine translations are marked by us."""
    heading("Machine translations rated by people (MQM): errors that we mark too")
    sources = {(row["doc"], row["seg"]): row["zh"] for row in read_table(folder / "segments.tsv")}
    systems: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for row in read_table(folder / "hyps.tsv"):
        if row["system"] != "refA":
            systems[row["system"]][row["doc"]].append((row["seg"], row["hyp"]))
    issues: dict[tuple[str, str, str], tuple[Row, tuple[Issue, ...]]] = {}
    for system, documents in systems.items():
        texts = [Text(doc, tuple(Row(sources[doc, seg], hyp) for seg, hyp in rows)) for doc, rows in documents.items()]
        for text, found in zip(texts, checker.check(texts), strict=True):
            for (seg, _), row, here in zip(documents[text.name], text.rows, found, strict=True):
                issues[text.name, seg, system] = (row, here)
    marked: Counter[str] = Counter()
    total: Counter[str] = Counter()
    agreed: Counter[str] = Counter()
    strong: Counter[str] = Counter()
    raters: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in read_table(folder / "errors.tsv"):
        if row["side"] == "tgt":
            key = (row["doc"], row["seg"], row["system"], row["category"], row["start"], row["end"])
            raters[key].add(row["campaign"] + row["rater"])
    kind_of = {category: kind for kind, categories in RATED.items() for category in categories}
    for (doc, seg, system, category, start, end), who in raters.items():
        if (doc, seg, system) not in issues:
            continue
        row, here = issues[doc, seg, system]
        kinds = [kind_of[category]] if category in kind_of else []
        words = row.target[int(start) : int(end)]
        if category == "accuracy/mistranslation" and any(ch.isdigit() for ch in words):
            kinds.append("numbers (mistranslation with a digit)")
        span = Span(int(start), int(end))
        hit = any(serious(one) and (at := place(one, row.target)) is not None and at.overlaps(span) for one in here)
        for kind in kinds:
            total[kind] += 1
            marked[kind] += hit
            strong[kind] += len(who) > 1
            agreed[kind] += hit and len(who) > 1
    print(f"{'kind':40} errors   marked   by two raters   marked")
    for kind in sorted(total):
        print(
            f"{kind:40} {total[kind]:6} {percent(marked[kind], total[kind])} {strong[kind]:15} "
            f"{percent(agreed[kind], strong[kind])}"
        )
    rows = list(issues.values())
    flagged = sum(any(serious(one) for one in here) for _, here in rows)
    print(f"machine segments with a warning or error: {percent(flagged, len(rows))} of {len(rows)}")


def samples(title: str, texts: Sequence[Text], term_base: TermBase, notes: Notes) -> None:
    """Print what is found of the labelled articles, and every label missed."""
    heading(title)
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    missed, wrong, others = [], [], 0
    for text, rows in zip(texts, Checker(term_base).check(texts), strict=True):
        for number, (row, issues) in enumerate(zip(text.rows, rows, strict=True), 1):
            for label in row.labels:
                total[label.kind] += 1
                if any(finds(one, label, row.target) for one in issues):
                    found[label.kind] += 1
                else:
                    what = f"{text.name}:{number} {label.kind} ({', '.join(label.methods)}): {label.span.of(row.target)!r} → {label.expected!r}"
                    missed.append(what)
            for one in filter(serious, issues):
                at = place(one, row.target)
                if at is None or not len(at):
                    continue
                if any(at.overlaps(span) and not any(at.overlaps(x.span) for x in row.labels) for span in row.right):
                    wrong.append(f"{text.name}:{number} {one.check}: {at.of(row.target)!r}: {one.message}")
                elif not any(at.overlaps(label.span) for label in row.labels):
                    others += 1
                    notes.write(title, "beside the labels", row, one)
    print("  ".join(f"{kind} {found[kind]}/{total[kind]}" for kind in sorted(total)))
    print(f"all {sum(found.values())}/{sum(total.values())}; right words flagged {len(wrong)}; other findings {others}")
    for line in missed:
        print(f"  missed   {line}")
    for line in wrong:
        print(f"  flagged  {line}")


def main(arguments: Iterable[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, help="folder of labelled texts")
    parser.add_argument("--list", type=Path, metavar="FILE", help="write findings on clean text and missed labels")
    options = parser.parse_args(None if arguments is None else list(arguments))
    file = options.list.open("w", encoding="utf-8") if options.list else None
    notes = Notes(file)
    shipped = load_layers(shipped_glossaries(), None, ())
    texts = read_samples(SAMPLES)
    samples("Sample articles, shipped term bases", texts, shipped, notes)
    samples("Sample articles, no form to avoid", texts, without_avoid(shipped), notes)
    if options.data is None or not options.data.is_dir():
        where = "no folder given" if options.data is None else f"no folder {options.data}"
        print(f"\n{where}: only the shipped samples were measured (python -m bench.accuracy DATA)")
    else:
        _measure(options.data, shipped, notes)
    if file:
        file.close()
    return 0


def _measure(data: Path, shipped: TermBase, notes: Notes) -> None:
    news, ntrex, mqm = data / "wmt_news_zhen", data / "ntrex_zhen", data / "wmt23_mqm_zhen"
    of_test = Checker(first_format_terms(data / "terms" / "glossary_test.yaml"))
    segments = read_segments(data / "corrupt" / "segments.jsonl", [news / "segments.tsv", ntrex / "segments.tsv"])
    seeded(
        "Seeded segments, test glossary", [one for one in segments if one.rows[0].labels], of_test, notes, apart=True
    )
    controls = [one for one in segments if not one.rows[0].labels]
    clean("Clean controls, test glossary", controls, of_test, notes, apart=True)
    documents = read_documents(data / "corrupt" / "docs.jsonl")
    seeded("Seeded documents, test glossary", documents, of_test, notes, apart=True)
    ours = Checker(shipped)
    clean("Human references: wmt_news_zhen, shipped term bases", read_references(news / "segments.tsv"), ours, notes)
    second = read_references(news / "segments.tsv", "en2")
    clean("Human references: wmt_news_zhen, second reference, shipped term bases", second, ours, notes)
    clean("Human references: ntrex_zhen, shipped term bases", read_references(ntrex / "segments.tsv"), ours, notes)
    clean(
        "Human references: wmt23_mqm_zhen refA, shipped term bases",
        read_references(mqm / "segments.tsv", "ref"),
        ours,
        notes,
    )
    rated(mqm, ours)
    heading("Sentences paired: whole beads right, in 100")
    cases = [data / "docpairs" / "cases.jsonl", data / "hkma_terms_nc" / "align" / "cases.jsonl"]
    measure_alignment([path for path in cases if path.exists()], shipped)


if __name__ == "__main__":
    sys.exit(main())
