"""How fast a large term base is opened and saved, beside PyYAML's C loader in the same run, and what a change does."""

from __future__ import annotations

import argparse
import time
from dataclasses import replace

import yaml

from bench.clock import cpu, machine, peak_memory, verdict
from bench.corpus import make_corpus
from translator_desk.app.glossary_impact import impact_of
from translator_desk.checks.base import CheckContext
from translator_desk.checks.engine import check_all
from translator_desk.glossary.entry import AvoidForm, Entry, Kind
from translator_desk.glossary.splice_save import delete_entry, put_entry
from translator_desk.glossary.where_used import where_used
from translator_desk.glossary.yaml_file import parse_term_file
from translator_desk.glossary.yaml_write import NEW_FILE, entry_data, flow_text, term_file_text


def layouts(entries: tuple[Entry, ...]) -> dict[str, tuple[str, float]]:
    """Return one term base in several layouts, each with the share of the C loader's time it may take."""
    rows = [entry_data(entry) for entry in entries]
    dumped = yaml.dump({"version": "2", "entries": rows}, Dumper=yaml.CSafeDumper, allow_unicode=True, indent=4)
    return {
        "our canonical layout": (term_file_text(entries), 0.15),
        "another program's layout": (dumped, 0.7),
        "an entry a line, in braces": (NEW_FILE + "".join(f"- {flow_text(row)}\n" for row in rows), 0.7),
    }


def measure(terms: int) -> None:
    """Print the times of opening and of saving one entry."""
    corpus = make_corpus(1, terms)
    entries = tuple(
        replace(
            entry, source=f"report {number}, 2019-01", avoid=(*entry.avoid, AvoidForm(f"wrong {entry.en}", "calque"))
        )
        for number, entry in enumerate(corpus.entries)
    )
    print(
        f"\nTerm base of {len(entries):,} entries (CPU seconds; ratios to yaml.load with CSafeLoader on the same text)"
    )
    for name, (text, limit) in layouts(entries).items():
        data = text.encode()
        base = cpu(lambda text=text: len(yaml.load(text, Loader=yaml.CSafeLoader)), 2)[0]
        opened, file = cpu(lambda data=data: parse_term_file(data, "bench.yaml"))
        print(f"  {name}, {len(data) / 1e6:.1f} MB: CSafeLoader {base:.2f} s")
        print(f"    opened cold      {opened:7.3f} s {opened / base:6.3f}x   {verdict(opened / base, limit)}")
        middle = file.entries[len(file.entries) // 2]
        changes = {
            "one entry saved": lambda data=data, file=file, one=middle: put_entry(
                data, file, replace(one, en="changed")
            ),
            "saved, more lines": lambda data=data, file=file, one=middle: put_entry(
                data, file, replace(one, note="new")
            ),
            "one entry added": lambda data=data, file=file: put_entry(
                data, file, Entry("new", Kind.OTHER, ("新词条",), "new term")
            ),
            "one entry deleted": lambda data=data, file=file, one=middle: delete_entry(data, file, one.id),
        }
        for what, change in changes.items():
            taken = cpu(lambda change=change: len(change().data))[0]
            print(f"    {what:16} {taken:7.3f} s {taken / base:6.3f}x   {verdict(taken / base, 0.05)}")
    print(f"  peak memory {peak_memory():.0f} MB")


def measure_impact(segments: int, terms: int) -> None:
    """Print how long it takes to tell what a change of one entry does to the flags of a project."""
    corpus = make_corpus(segments, terms)
    project = corpus.project()
    term_base = corpus.term_base()
    run = check_all(project, CheckContext(term_base))
    one = corpus.entries[2]
    often = where_used(term_base, ((at, zh) for at, (zh, _) in enumerate(corpus.pairs[:2000])))
    common = term_base.entry(max(often, key=lambda key: len(often[key])))
    assert common is not None
    changes = {
        "preferred form changed": term_base.with_entry(replace(one, en=f"New {one.en}")),
        "form to avoid added": term_base.with_entry(replace(one, avoid=(AvoidForm(one.en),))),
        "entry taken away": term_base.without_entry(one.id),
        "commonest entry changed": term_base.with_entry(replace(common, en=f"New {common.en}")),
    }
    print(f"\nImpact of one entry, {segments:,} segments x {terms:,} terms (CPU milliseconds)")
    impact_of(run, term_base.without_entry(corpus.entries[9].id))  # the texts are joined once
    for what, changed in changes.items():
        changed.hits("一")
        started = time.process_time()
        impact = impact_of(run, changed)
        taken = (time.process_time() - started) * 1e3
        assert impact is not None
        print(f"  {what:24} {impact.searched:6,} segments, {impact.message}: {taken:8.1f} ms   {verdict(taken, 300)}")


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.glossary", description=__doc__)
    parser.add_argument("--terms", type=int, default=50_000)
    parser.add_argument("--segments", type=int, default=100_000, help="segments of the project")
    parser.add_argument("--window", action="store_true", help="in the window alone, beside an empty one")
    options = parser.parse_args(arguments)
    print(machine())
    if not options.window:
        measure(options.terms)
        measure_impact(options.segments, options.terms)
    from bench.glossary_window import measure_window  # lazily: the rest needs no window

    measure_window(options.segments, options.terms)


if __name__ == "__main__":
    main()
