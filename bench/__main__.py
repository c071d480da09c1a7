"""``make bench``: the cost of checking, each figure beside a baseline of the same run."""

from __future__ import annotations

import platform
import random
import statistics
import sys
import time

from translator_desk.checks.base import CheckOptions
from translator_desk.checks.engine import CheckRun
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.matcher import overlapping_searches
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.document import Byline, Document, Layout
from translator_desk.model.ids import DocumentId, EntryId, SegmentId
from translator_desk.model.segment import Segment
from translator_desk.text.scripts import simplify
from translator_desk.text.tokens import english_words

HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]
WORDS = (
    ["the", "of", "and", "to", "in", "city", "county", "work", "project", "people", "year", "meeting", "growth", "market", "new", "high", "plan", "office", "street"]
)


def corpus(count: int, terms: int, seed: int = 7) -> tuple[list[Segment], TermBase, Document]:
    """Return ``count`` segments of about 40 characters and 26 words with two terms each, and the term base."""
    chance = random.Random(seed)
    forms: dict[str, str] = {}
    while len(forms) < terms:
        zh = "".join(chance.choices(HAN, k=chance.choice((2, 3, 4, 4, 5))))
        forms[zh] = " ".join(chance.choices(WORDS, k=2)).title() + f" {len(forms)}"
    entries = {
        EntryId(f"e{n}"): Entry(EntryId(f"e{n}"), Kind.ORGANISATION, (zh,), en)
        for n, (zh, en) in enumerate(forms.items())
    }
    pairs = list(forms.items())
    document = Document(
        DocumentId("d"), "d", None, None, "", True, Byline(), Layout("plain-text", "utf-8", b"", (), "")
    )
    segments = []
    for number in range(count):
        zh, en = [], []
        for zh_term, en_term in chance.choices(pairs, k=2):
            zh += ["".join(chance.choices(HAN, k=16)), zh_term]
            en += [*chance.choices(WORDS, k=11), en_term]
        if chance.random() < 0.4:
            amount = chance.randint(2, 9000)
            zh.append(f"{amount}万元")
            en.append(f"{amount * 10_000:,} yuan")
        target = " ".join(en) + "."
        segments.append(
            Segment(SegmentId(number + 1), document.id, number, "".join(zh) + "。", target, imported_target=target)
        )
    return segments, TermBase(entries), document


def seconds(call, times: int = 3) -> float:
    found = []
    for _ in range(times):
        start = time.process_time()
        call()
        found.append(time.process_time() - start)
    return statistics.median(found)


def main() -> None:
    count, terms = (int(one) for one in (sys.argv[1:3] or ("100000", "50000")))
    print(f"machine: {platform.machine()}, Python {platform.python_version()}; {count} segments, {terms} terms")
    segments, base, document = corpus(count, terms)
    sources = [simplify(one.source) for one in segments]
    base.hits(sources[0])
    scan, _ = overlapping_searches([zh for entry in base.entries for zh in entry.zh])
    bare = seconds(lambda: [scan(text) for text in sources])
    words = seconds(lambda: [english_words(one.target) for one in segments])
    print(f"baseline: bare automaton scan {bare * 1000:8.0f} ms; one English tokenisation {words * 1000:8.0f} ms")

    def show(name: str, value: float, baseline: float, aim: str) -> None:
        print(f"{name:44} {value * 1000:9.0f} ms  {value / baseline:6.2f}x  (aim {aim})")

    show("term search", seconds(lambda: [base.hits(text) for text in sources]), bare, "<= 1.5x")

    def run(only: frozenset = frozenset()) -> CheckRun:
        made = CheckRun(base, CheckOptions(only=only))
        made.open_document(document)
        for number, segment in enumerate(segments):
            made.check(segment, (0, number))
        made.settle()
        return made

    core = frozenset({"term-missing", "term-avoid", "name-misspelt", "number-mismatch"})
    show("terms + names + numbers", seconds(lambda: run(core), 1), bare, "<= 9x")
    whole = seconds(run, 1)
    show("all checks, against scan + tokenisation", whole, bare + words, "<= 4x, <= 10 s")
    done = run()
    for size, aim in ((200, "< 0.5 ms"), (2000, "< 5 ms")):
        times = max(1, size // 130)
        long = Segment(
            SegmentId(count + 1),
            document.id,
            0,
            "".join(one.source for one in segments[:times]),
            " ".join(one.target for one in segments[:times])[:size],
        )
        one = seconds(lambda long=long: done.check(long, (0, count)), 50)
        print(f"one segment of {size} characters checked again      {one * 1000:9.3f} ms (aim {aim})")


if __name__ == "__main__":
    main()
