"""How fast the checks are, as ratios to a bare scan of the same texts in the same run."""

from __future__ import annotations

import argparse
import itertools
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, MATCH_KIND_STANDARD, CharwiseDoubleArrayAhoCorasick

from bench.clock import cpu, latency, machine, peak_memory, verdict
from bench.corpus import Corpus, make_corpus
from translator_desk.checks.base import CheckContext, CheckOptions
from translator_desk.checks.engine import CheckRun, check_all
from translator_desk.checks.registry import all_checks
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import CheckId, EntryId, SegmentId
from translator_desk.model.segment import Segment
from translator_desk.text.tokens import english_words

NAMES_AND_NUMBERS = frozenset(map(CheckId, ("term-missing", "term-avoid", "name-misspelt", "number-mismatch")))


def measure(segments: int, terms: int, *, by_check: bool) -> None:
    """Print all measures of the checks."""
    print(f"\nChecks, {segments:,} segments x {terms:,} terms (CPU seconds, medians; ratios within this run)")
    corpus = make_corpus(segments, terms)
    forms = list(dict.fromkeys(form for entry in corpus.entries for form in entry.zh))
    sources = [zh for zh, _ in corpus.pairs]
    targets = [en for _, en in corpus.pairs]
    bare = CharwiseDoubleArrayAhoCorasick(forms, match_kind=MATCH_KIND_STANDARD).find_overlapping
    longest = CharwiseDoubleArrayAhoCorasick(forms, match_kind=MATCH_KIND_LEFTMOST_LONGEST).find
    scan, hits = cpu(lambda: sum([len(bare(zh)) for zh in sources]))
    leftmost, fewer = cpu(lambda: sum([len(longest(zh)) for zh in sources]))
    words, count = cpu(lambda: sum([len(english_words(en)) for en in targets]))

    def row(what: str, seconds: float, base: float = scan, limit: float | None = None) -> None:
        ratio = seconds / base
        said = f"   {verdict(ratio, limit)}" if limit is not None else ""
        print(f"  {what:58} {seconds * 1e3:9.1f} ms {ratio:7.2f}x {seconds / segments * 1e6:7.2f} us/segment{said}")

    row(f"bare automaton scan, all matches ({hits:,} hits)", scan)
    row(f"bare automaton scan, leftmost longest ({fewer:,} hits)", leftmost)
    row(f"one English tokenisation ({count:,} words)", words)

    term_base = corpus.term_base()
    built, _ = cpu(lambda: term_base.hits("一"), 1)
    row("building the term search", built)
    row("term search", cpu(lambda: sum([len(term_base.hits(zh)) for zh in sources]))[0], limit=1.5)

    project = corpus.project()
    context = CheckContext(term_base)
    check_all(corpus_of(corpus, 200).project(), context)  # indexes and data files are read once

    def part(only: Iterable[CheckId]) -> float:
        return cpu(lambda: check_all(project, context, CheckOptions(only=frozenset(only))).dirty, 1)[0]

    empty = part_without_checks(corpus, term_base)
    row("engine without checks", empty)
    row("terms + names + numbers", part(NAMES_AND_NUMBERS), limit=9)
    taken, run = cpu(lambda: check_all(project, context), 1)
    row("all checks", taken, base=scan + words, limit=4)
    print(f"  {'whole run':58} {taken:9.2f} s   {verdict(taken, 10)}")
    shown, found = cpu(run.all_issues, 1)
    row(f"one issue a slip, fingerprints ({len(found):,} issues)", shown)
    print(
        "    " + ", ".join(f"{check} {count}" for check, count in Counter(one.check for one in found).most_common(12))
    )
    if run.failures:
        print("  BROKEN: " + ", ".join(run.failures))
    print(f"  peak memory {peak_memory():.0f} MB")
    if by_check:
        _by_check(project_part(corpus, 20_000), context, scan / segments)
    _single(corpus, run)
    _terms(run, corpus, scan, segments)


def corpus_of(corpus: Corpus, segments: int) -> Corpus:
    """Return the first segments only."""
    return replace(corpus, pairs=corpus.pairs[:segments])


def project_part(corpus: Corpus, segments: int) -> Corpus:
    """Return a part large enough to compare checks with one another."""
    return corpus_of(corpus, min(segments, len(corpus.pairs)))


def part_without_checks(corpus: Corpus, term_base: TermBase) -> float:
    """Return the CPU seconds of the engine alone."""
    project = corpus.project()
    return cpu(lambda: check_all(project, CheckContext(term_base), checks=()).dirty, 1)[0]


def _by_check(corpus: Corpus, context: CheckContext, scan: float) -> None:
    """Print each check alone; what several share is counted with each of them."""
    project = corpus.project()
    count = len(corpus.pairs)
    none = cpu(lambda: check_all(project, context, checks=()).dirty, 1)[0]
    print(f"  each check alone, {count:,} segments (shared analyses count with each)")
    rows = []
    for check in all_checks():
        taken = cpu(lambda check=check: check_all(project, context, CheckOptions(only=frozenset({check.id}))).dirty, 1)
        rows.append(((taken[0] - none) / count, check.id))
    for seconds, check_id in sorted(rows, reverse=True):
        print(f"    {check_id:28} {seconds * 1e6:7.2f} us/segment {seconds / scan:7.2f}x scan")


def _single(corpus: Corpus, run: CheckRun) -> None:
    """Print the time of one edited segment, of ordinary and of great length."""
    document = next(iter(corpus.project().documents)).id
    key = itertools.count(10_000_000)
    for length, limit in ((200, 0.5), (2000, 5.0)):
        zh = en = ""
        for one_zh, one_en in corpus.pairs:
            if len(en) >= length:
                break
            zh, en = zh + one_zh, f"{en} {one_en}".strip()
        texts = [Segment(SegmentId(10_000_000), document, 0, zh, en[: length - 1] + mark) for mark in "ab"]
        turns = itertools.cycle(texts)

        def work(turns: Iterable[Segment] = turns) -> None:
            segment = next(iter(turns))
            run.check(segment, (0, 0))
            run.settle()
            run.issues(segment.id)

        median, high = latency(work, 400)
        print(
            f"  one segment of {length:5,} characters checked again        {median * 1e3:9.3f} ms median, "
            f"{high * 1e3:.3f} ms p95   {verdict(high * 1e3, limit)}"
        )
        run.forget(texts[0].id)
        next(key)


def _terms(run: CheckRun, corpus: Corpus, scan: float, segments: int) -> None:
    """Print the time in which a changed term is felt in the whole project."""
    project = corpus.project()
    texts = {one.id: (one, (number, at)) for number, rows in enumerate(project.segments.values())
             for at, one in enumerate(rows)}  # fmt: skip
    zh, en = corpus.entries[3].zh[0], corpus.entries[3].en
    new = {
        "an ordinary term added": Entry(EntryId("new"), Kind.OTHER, (zh[2:],), en.split(" ", 1)[1]),
        "a person added": Entry(EntryId("new-person"), Kind.PERSON, ("欧阳群策",), "Ouyang Qunce"),
        "a term changed": replace(corpus.entries[2], en="Bureau of Transport"),
    }
    run.set_term_base(run.term_base.with_entry(Entry(EntryId("warm"), Kind.OTHER, ("甲乙丙丁",), "no such words")))
    for what, entry in new.items():
        changed = run.term_base.with_entry(entry)
        changed.hits("一")
        search, touched = cpu(lambda changed=changed: run.set_term_base(changed), 1)

        def again(touched: frozenset[SegmentId] = touched) -> None:
            for key in touched:
                run.check(*texts[key])
            run.settle()

        again_taken, _ = cpu(again, 1)
        total = search + again_taken
        print(
            f"  {what:30} {len(touched):6,} segments found in {search * 1e3:7.2f} ms, checked again in "
            f"{again_taken * 1e3:7.2f} ms, {total / scan:5.2f}x scan   {verdict(total / scan, 0.1)}"
        )


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--segments", type=int, default=100_000)
    parser.add_argument("--terms", type=int, default=50_000)
    parser.add_argument("--by-check", action="store_true", help="time each check alone as well")
    options = parser.parse_args(arguments)
    print(machine())
    measure(options.segments, options.terms, by_check=options.by_check)


if __name__ == "__main__":
    main()
