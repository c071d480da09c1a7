"""How fast the checks are, as ratios to a bare scan of the same texts in the same run."""

from __future__ import annotations

import argparse
import itertools
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, MATCH_KIND_STANDARD, CharwiseDoubleArrayAhoCorasick

from bench.clock import cpu, cpu_of_all, latency, machine, peak_memory, quiet, verdict
from bench.corpus import Corpus, make_corpus
from translator_desk.app.check_workers import WORKER_THREAD, CheckWorkers, worker_count
from translator_desk.app.whole_check import check_project
from translator_desk.checks.base import (
    Check,
    CheckContext,
    CheckOptions,
    Facts,
    GroupCheck,
    SegmentCheck,
    target_letters,
    target_words,
)
from translator_desk.checks.engine import CheckRun, check_all
from translator_desk.checks.figure_facts import figures, source_figures, target_figures
from translator_desk.checks.groups import Groups
from translator_desk.checks.name_facts import english_names
from translator_desk.checks.registry import all_checks
from translator_desk.checks.signs import lookout
from translator_desk.checks.term_facts import lowered_target, source_hits, terms_at_a_glance
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.document import Document
from translator_desk.model.ids import CheckId, EntryId, SegmentId
from translator_desk.model.project import Project
from translator_desk.model.segment import Segment
from translator_desk.text.scripts import simplify
from translator_desk.text.tokens import english_words

NAMES_AND_NUMBERS = frozenset(map(CheckId, ("term-missing", "term-avoid", "name-misspelt", "number-mismatch")))

SHARED = (
    source_hits, lowered_target, target_letters, target_words, terms_at_a_glance, english_names, source_figures,
    target_figures, figures,
)  # fmt: skip
"""What several checks ask for."""
LIMITED_FROM = 100_000
"""Segments for which the limit of the whole run is set."""


def measure(segments: int, terms: int) -> None:
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
    print(f"  {'whole run, in one process':58} {taken:9.2f} s")
    for number in dict.fromkeys((1, worker_count(gently=True))):
        _shared(project, context, run, number, limited=segments >= LIMITED_FROM)
    shown, found = cpu(run.all_issues, 1)
    row(f"one issue a slip, fingerprints ({len(found):,} issues)", shown)
    print(
        "    " + ", ".join(f"{check} {count}" for check, count in Counter(one.check for one in found).most_common(12))
    )
    if run.failures:
        print("  BROKEN: " + ", ".join(run.failures))
    print(f"  peak memory {peak_memory():.0f} MB")
    _by_check(project_part(corpus, 5_000), context, scan / segments)
    _single(corpus, run)
    _terms(run, corpus, scan, segments)


def _shared(project: Project, context: CheckContext, alone: CheckRun, number: int, *, limited: bool) -> None:
    """Print how long the whole run takes with so many processes beside this one, and the CPU seconds of all of them."""
    workers = CheckWorkers(number, gently=False)
    started, spent = time.perf_counter(), cpu_of_all()
    shared = check_project(project, context, workers=workers)
    waited = time.perf_counter() - started
    for thread in threading.enumerate():
        if thread.name == WORKER_THREAD:
            thread.join()  # the time of processes that have not ended is not known
    spent = cpu_of_all() - spent
    same = "" if shared.all_issues() == alone.all_issues() else "   OTHER FINDINGS"
    said = f"   {verdict(waited, 10)}" if limited else ""
    what = f"whole run, {number} of its own beside it, from start to end"
    print(f"  {what:58} {waited:9.2f} s wall, {spent:.2f} s CPU{said}{same}")


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
    """Print what each analysis and each check costs where it runs on every segment; shared analyses are counted once."""
    project = corpus.project()
    segments = [(one, document) for document in project.documents for one in project.segments[document.id]]
    count = len(segments)
    with quiet():
        first, again = dict(_costs(segments, context)), dict(_costs(segments, context))
    print(
        f"  each analysis (in brackets) and each check by itself, {count:,} segments; us/segment at first sight and again"
    )
    for name, seconds in sorted(again.items(), key=lambda row: -row[1]):
        ratio = seconds / count / scan
        print(f"    {name:28} {first[name] / count * 1e6:8.2f} {seconds / count * 1e6:8.2f} {ratio:8.2f}x scan")
    print(f"    {'all':28} {sum(first.values()) / count * 1e6:8.2f} {sum(again.values()) / count * 1e6:8.2f}")


def _costs(segments: list[tuple[Segment, Document]], context: CheckContext) -> Iterator[tuple[str, float]]:
    """Yield the CPU seconds of each shared analysis, of each check after them, and of the judging of groups."""
    made, facts = cpu(lambda: [Facts(*one, context, simplify(one[0].source)) for one in segments], 1)
    yield "(facts)", made
    for analysis in SHARED:
        yield f"({analysis.__name__})", cpu(lambda analysis=analysis: [one.of(analysis) for one in facts], 1)[0]
    for check in all_checks():
        shown = _showing_signs(check, facts)
        yield check.id, cpu(lambda check=check, shown=shown: _run(check, shown), 1)[0]
        if isinstance(check, GroupCheck):
            groups = Groups(check)
            for one in shown:
                groups.observe(one.segment.id, check.observe(one) if _is_worth_it(check, one) else (), judge_again=True)
            yield f"{check.id} judged", cpu(lambda groups=groups: _judge(groups, facts, context), 1)[0]


def _judge(groups: Groups, facts: list[Facts], context: CheckContext) -> None:
    order = {one.segment.id: (number,) for number, one in enumerate(facts)}
    while groups.dirty:
        waiting = groups.next_waiting(order)
        groups.keep(waiting, groups.judgement(waiting.observations, context))


def _showing_signs(check: Check, facts: list[Facts]) -> list[Facts]:
    """Return the segments in which a check is called; looking for signs is shared and counts for the engine."""
    if check.signs is None:
        return facts
    words = [one.of(target_words) for one in facts]
    (showing,) = lookout((check.signs,)).showing(words, [one.target for one in facts], [one.source for one in facts])
    return [facts[number] for number in showing]


def _is_worth_it(check: Check, facts: Facts) -> bool:
    gate = type(check).gate
    return gate is None or bool(facts.of(gate))


def _run(check: Check, facts: list[Facts]) -> None:
    look = check.find if isinstance(check, SegmentCheck) else check.observe  # type: ignore[attr-defined]
    for one in facts:
        if _is_worth_it(check, one):
            for _ in look(one):
                pass


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
    options = parser.parse_args(arguments)
    print(machine())
    measure(options.segments, options.terms)


if __name__ == "__main__":
    main()
