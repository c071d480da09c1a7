"""How fast a large term base is opened and saved, beside PyYAML's C loader in the same run, and what a change does."""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import yaml
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QWidget

from bench.clock import cpu, machine, peak_memory, verdict
from bench.corpus import make_corpus
from bench.window import FRAME, SIZE, letters, press, quantile, steps, until
from translator_desk.app.changes import Saving
from translator_desk.app.glossary_impact import impact_of
from translator_desk.checks.base import CheckContext
from translator_desk.checks.engine import check_all
from translator_desk.glossary.entry import AvoidForm, Entry, Kind
from translator_desk.glossary.splice_save import delete_entry, put_entry
from translator_desk.glossary.term_base import TermBase
from translator_desk.glossary.where_used import where_used
from translator_desk.glossary.yaml_file import parse_term_file
from translator_desk.glossary.yaml_write import NEW_FILE, entry_data, flow_text, term_file_text
from translator_desk.model.project import Person

KEYS = 150


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


def empty_keys(qt: QApplication, field: QWidget) -> list[float]:
    """Return the milliseconds from key to paint in a field of Qt's own in an empty window, sorted."""
    window = QMainWindow()
    window.resize(*SIZE)
    window.setCentralWidget(field)
    window.show()
    typing = letters()
    keys, _ = steps(qt, lambda number: press(field, next(typing)), KEYS)
    window.close()
    return keys


def longest_block(qt: QApplication, begin: Callable[[], object], fact: Callable[[], bool]) -> float:
    """Return the longest time, in milliseconds, that the window did nothing else from ``begin`` until ``fact``."""
    longest, last = 0.0, time.perf_counter()

    def beat() -> None:
        nonlocal longest, last
        now = time.perf_counter()
        longest, last = max(longest, now - last), now

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(1)
    begin()
    until(qt, fact)
    for _ in range(50):  # what follows from it belongs to it
        qt.processEvents()
        time.sleep(0.01)
    timer.stop()
    return longest * 1e3


@dataclass
class InWindow:
    """What was measured in the window, in wall milliseconds; keys from key to paint, sorted.

    Attributes:
        form: Keys in the form, the effect being asked for anew at each.
        words: Keys in the filter of the table.
        yaml: Keys in the YAML of the term file.
        effects: The effect of a whole change; the first one with the texts joined for it.
        searched: How many segments that change bears on.
        saved: The longest the window stood still while an entry was saved and came into force.
        opened: The same while the YAML was opened.
    """

    form: list[float]
    words: list[float]
    yaml: list[float]
    effects: list[float]
    searched: int
    saved: float
    opened: float


class _Saved:
    """Stands for project file and autosave: what is measured here is the glossary."""

    saving = Saving.SAVED
    conflicts: frozenset[int] = frozenset()

    def save_session_state(self, who: str, text: str) -> None:
        pass

    def flush(self, done: object = None) -> None:
        pass

    def people(self) -> tuple[Person, ...]:
        return ()


def desk_glossary(qt: QApplication, segments: int, terms: int) -> InWindow:
    """Type into form, filter and YAML in a checked project, and save."""
    from translator_desk.app.checking import Checking
    from translator_desk.app.desk import OpenProject
    from translator_desk.app.paths import Paths
    from translator_desk.app.session import Session
    from translator_desk.ui.application import Application
    from translator_desk.ui.panels.glossary import GlossaryPanel

    corpus = make_corpus(segments, terms)
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "bench.desk"
        path.with_suffix(".glossary.yaml").write_text(term_file_text(tuple(corpus.entries)), "utf-8")
        application = Application(qt, Paths.under(Path(home) / "home"))
        application.desk.change_settings(shipped_terms=False)
        window, context = application.window, application.window.context
        window.resize(*SIZE)
        window.show()
        session = Session(corpus.project(), Person("bench", "editor"), application.desk.clock)
        term_base = parse_term_file(path.with_suffix(".glossary.yaml").read_bytes(), "bench.yaml")
        checking = Checking(session, TermBase.build([term_base]), application.compute_lane)
        checking.start()
        context.use(OpenProject(path, session, checking, _Saved(), (), _Saved()))  # type: ignore[arg-type]
        until(qt, lambda: context.glossary.ready and checking.progress.finished)
        context.show_perspective("glossary")
        until(qt, lambda: window.findChild(GlossaryPanel) is not None)
        panel = window.findChild(GlossaryPanel)
        panel.show_entry(corpus.entries[2].id)
        effect, line = context.glossary.effect, panel.form.en
        line.setFocus()
        taken = []
        for word in ("first", "new", "other", "third", "fourth", "fifth"):
            until(qt, lambda: not effect.working)
            started = time.perf_counter()
            effect.ask(checking.term_base.with_entry(replace(corpus.entries[2], en=f"{word} form")))
            until(qt, lambda: not effect.working)
            taken.append((time.perf_counter() - started) * 1e3)
        searched = effect.impact.searched if effect.impact is not None else 0
        typing = letters()

        def ask() -> None:  # the worst case: at every key, not after a pause
            effect.ask(partial(checking.term_base.with_entry, replace(corpus.entries[2], en=line.text())))

        panel.form.edited.connect(ask)
        form, _ = steps(qt, lambda number: press(line, next(typing)), KEYS)
        panel.form.edited.disconnect(ask)
        entry_id = corpus.entries[2].id
        before = checking.term_base.entry(entry_id)
        until(qt, lambda: not effect.working)
        saved = longest_block(qt, panel.save, lambda: checking.term_base.entry(entry_id) != before)
        until(qt, lambda: checking.progress.finished)

        def look_for(number: int) -> None:  # short words, each taken out again: the first letter finds the most
            if number % 6 == 5:
                panel.words.clear()
            else:
                press(panel.words, next(typing))

        words, _ = steps(qt, look_for, KEYS)
        panel.words.clear()
        panel.show_entry(entry_id)
        editor = panel.yaml_pane.editor
        opened = longest_block(qt, panel.turn, lambda: entry_id in editor.toPlainText())
        yaml_keys, _ = steps(qt, lambda number: press(editor, next(typing)), KEYS)
        panel.yaml_pane.discard()
        context.use(None)
        checking.close()
        window.close()
        application.close()
    return InWindow(form, words, yaml_keys, taken, searched, saved, opened)


def measure_window(segments: int, terms: int) -> None:
    """Print how the form behaves while the effect of what is typed is worked out, beside an empty window."""
    qt = QApplication([])
    line, page = empty_keys(qt, QLineEdit()), empty_keys(qt, QPlainTextEdit())
    desk = desk_glossary(qt, segments, terms)
    fields = (
        ("form, effect asked for at every key", desk.form, line, FRAME),
        ("filter of the table", desk.words, line, FRAME),
        ("YAML of the file", desk.yaml, page, 50),
    )
    print(f"\nIn the window, {segments:,} segments x {terms:,} terms, offscreen (wall milliseconds)")
    print(f"  {'':52} {'empty window':>14} {'desk':>10}")
    for where, keys, empty, most in fields:
        for share, name in ((0.5, "median"), (0.95, "p95")):
            ours, theirs = quantile(keys, share), quantile(empty, share)
            limit = f"   {verdict(ours, most)}" if share > 0.5 else ""
            print(f"  {f'key to paint, {where}, {name}':52} {theirs:11.1f} ms {ours:7.1f} ms{limit}")
    first, slowest = desk.effects[0], max(desk.effects[1:])
    print(f"  {'longest standstill while an entry is saved':52} {'-':>14} {desk.saved:7.1f} ms")
    print(f"  {'longest standstill while the YAML is opened':52} {'-':>14} {desk.opened:7.1f} ms")
    print(f"  {'first effect after an entry was chosen':52} {'-':>14} {first:7.1f} ms")
    said = f"effect of an entry on {desk.searched:,} segments, slowest of {len(desk.effects) - 1}"
    print(f"  {said:52} {'-':>14} {slowest:7.1f} ms   {verdict(slowest, 300)}")


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.glossary", description=__doc__)
    parser.add_argument("--terms", type=int, default=50_000)
    parser.add_argument("--segments", type=int, default=100_000, help="segments of the project for the impact")
    parser.add_argument("--window", action="store_true", help="in the window alone, beside an empty one")
    options = parser.parse_args(arguments)
    print(machine())
    if not options.window:
        measure(options.terms)
        measure_impact(options.segments, options.terms)
    measure_window(options.segments, options.terms)


if __name__ == "__main__":
    main()
