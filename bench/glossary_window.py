"""How the glossary behaves in the window over a large project: keys, what stands still, how soon an answer comes.

Times are wall milliseconds as a person waits for them, beside an empty window of the same run. On a machine that has
other work to do, the CPU milliseconds of the window's thread, given behind them, say more of the program.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QWidget

from bench.clock import verdict
from bench.corpus import make_corpus
from bench.window import FRAME, SIZE, letters, press, quantile, resident, steps, until
from translator_desk.app.changes import Saving
from translator_desk.glossary.entry import AvoidForm, Entry, Kind
from translator_desk.glossary.yaml_file import load_layers
from translator_desk.glossary.yaml_write import term_file_text
from translator_desk.model.ids import EntryId
from translator_desk.model.project import Person
from translator_desk.ui.glossary.table import EntryTable

KEYS = 150
BEAT_MS = 5
"""How often the window is asked whether it still answers."""
REST_MS = 500
PATIENCE_SECONDS = 300
STANDSTILL = 50.0
ANSWER = 300.0
COMMON = Entry(EntryId("common"), Kind.OTHER, ("今年",), "this year")
"""A word of every fifth segment of the made-up project."""
Keys = tuple[list[float], list[float]]
"""Milliseconds from key to paint, and of them those the window's thread worked, each sorted."""


@dataclass
class Answer:
    """One thing asked of the window.

    Attributes:
        came: Milliseconds until the answer was there; of one that grows, until it was whole.
        first: Until the first of it was told.
        stood: The longest the window did nothing else meanwhile.
        worked: The longest that its thread worked without a pause.
    """

    came: float = 0.0
    first: float = 0.0
    stood: float = 0.0
    worked: float = 0.0


@dataclass
class InWindow:
    """What was measured.

    Attributes:
        keys: By field.
        answers: By what was asked.
        memory: Resident megabytes, by moment.
        searched: Segments on which the common entry bears.
    """

    keys: dict[str, Keys] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)
    searched: int = 0


def empty_keys(qt: QApplication, editor: QWidget) -> Keys:
    """Type into an editor of Qt's own in an empty window."""
    window = QMainWindow()
    window.resize(*SIZE)
    window.setCentralWidget(editor)
    window.show()
    typing = letters()
    keys = steps(qt, lambda number: press(editor, next(typing)), KEYS)
    window.close()
    return keys


def ask(begin: Callable[[], object], fact: Callable[[], bool], first: Callable[[], bool] | None = None) -> Answer:
    """Ask something and wait for the answer, and a moment longer: what follows from it belongs to it.

    All in an event loop that rests between two events, as a window does: what works beside it takes turns with it.
    What ``fact`` and ``first`` take is left out of the figures.
    """
    answer = Answer()
    timer, loop = QTimer(), QEventLoop()
    started = last = time.perf_counter()
    worked = time.thread_time()

    def beat() -> None:
        nonlocal last, worked
        now, work = time.perf_counter(), time.thread_time()
        answer.stood = max(answer.stood, (now - last) * 1e3)
        answer.worked = max(answer.worked, (work - worked) * 1e3)
        if not answer.first and first is not None and first():
            answer.first = (now - started) * 1e3
        if not answer.came and fact():
            answer.came = (now - started) * 1e3
            QTimer.singleShot(REST_MS, loop.quit)
        if now - started > PATIENCE_SECONDS:
            loop.quit()
        last, worked = time.perf_counter(), time.thread_time()

    timer.timeout.connect(beat)
    timer.start(BEAT_MS)
    QTimer.singleShot(0, begin)
    loop.exec()
    timer.stop()
    if not answer.came:
        raise TimeoutError("the answer did not come")
    answer.first = answer.first or answer.came
    return answer


class _Saved:
    """Stands for project file and autosave: what is measured here is the glossary."""

    saving = Saving.SAVED
    conflicts: frozenset[int] = frozenset()

    def save_session_state(self, who: str, text: str) -> None:
        pass

    def flush(self, done: object = None) -> None:
        pass

    def when_written(self, call: Callable[[], object]) -> None:
        pass

    def people(self) -> tuple[Person, ...]:
        return ()


def desk_glossary(qt: QApplication, segments: int, terms: int) -> InWindow:
    """Open the glossary of a checked project, look at entries, type, sort, save, and ask where they are used."""
    from translator_desk.app.checking import Checking
    from translator_desk.app.desk import OpenProject
    from translator_desk.app.paths import Paths
    from translator_desk.app.session import Session
    from translator_desk.app.warming import warm_terms
    from translator_desk.ui.application import Application
    from translator_desk.ui.dialogs.apply_everywhere import ApplyEverywhere
    from translator_desk.ui.panels.glossary import GlossaryPanel
    from translator_desk.ui.panels.where_used import WhereUsedPanel

    found = InWindow()
    corpus = make_corpus(segments, terms)
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "bench.desk"
        own = path.with_suffix(".glossary.yaml")
        own.write_text(term_file_text((*corpus.entries, COMMON)), "utf-8")
        application = Application(qt, Paths.under(Path(home) / "home"))
        application.desk.change_settings(shipped_terms=False)
        window, context = application.window, application.window.context
        window.resize(*SIZE)
        window.show()
        session = Session(corpus.project(), Person("bench", "editor"), application.desk.clock)
        term_base = load_layers(None, None, [own])
        warm_terms(term_base)
        checking = Checking(session, term_base, application.compute_lane)
        checking.start()
        context.use(OpenProject(path, session, checking, _Saved(), (), _Saved()))  # type: ignore[arg-type]
        until(qt, lambda: context.glossary.ready and checking.progress.finished, 600)
        found.memory["project checked"] = resident()

        def panel() -> GlossaryPanel | None:
            return window.findChild(GlossaryPanel)

        opening = ask(lambda: context.show_perspective("glossary"), lambda: panel() is not None)
        found.answers["glossary opened"] = opening
        shown = panel()
        assert shown is not None
        form, table, effect = shown.form, shown.table, context.glossary.effect
        common, one = COMMON.id, corpus.entries[2]

        def entry(key: str) -> Entry:
            known = checking.term_base.entry(key)
            assert known is not None
            return known

        def choose(key: str) -> Answer:
            return ask(lambda: shown.show_entry(key), lambda: getattr(shown.entry_pane.base, "id", "") == key)

        found.answers["an entry chosen"] = choose(one.id)
        until(qt, lambda: not effect.working)

        def weigh(changed: Entry) -> Answer:
            terms_then = partial(checking.term_base.with_entry, changed)
            return ask(lambda: effect.ask(terms_then), lambda: not effect.working, lambda: effect.impact is not None)

        weigh(replace(one, en="nothing"))  # the texts are joined once
        effect.stop()
        found.answers["effect of a rare entry"] = weigh(replace(one, en="other form"))
        effect.stop()
        found.answers["effect of a place"] = weigh(replace(corpus.entries[1], en="New County"))
        effect.stop()
        found.answers["effect of a common word"] = weigh(replace(COMMON, avoid=(AvoidForm("this year"),)))
        found.searched = effect.impact.searched if effect.impact is not None else 0
        effect.stop()

        typing = letters()
        form.en.setFocus()

        def whole() -> None:  # the worst case: at every key, not after a pause
            effect.ask(partial(checking.term_base.with_entry, replace(one, en=form.en.text())))

        form.edited.connect(whole)
        found.keys["form, effect asked for at every key"] = steps(qt, lambda _: press(form.en, next(typing)), KEYS)
        form.edited.disconnect(whole)
        until(qt, lambda: not effect.working)
        before = entry(one.id)
        found.answers["an entry saved"] = ask(shown.save, lambda: entry(one.id) != before)
        until(qt, lambda: checking.progress.finished)

        def look_for(number: int) -> None:  # short words, each taken out again: the first letter finds the most
            if number % 6 == 5:
                shown.words.clear()
            else:
                press(shown.words, next(typing))

        found.keys["filter of the table"] = steps(qt, look_for, KEYS)
        shown.words.clear()
        up = Qt.SortOrder.AscendingOrder
        found.answers["sorted by English"] = ask(
            lambda: table.sortByColumn(1, up), lambda: not shown.entries.searching and _begins_sorted(shown.entries)
        )
        found.keys["filter of the sorted table"] = steps(qt, look_for, KEYS)
        shown.words.clear()
        table.sortByColumn(-1, up)
        choose(one.id)
        editor = shown.yaml_pane.editor
        found.answers["YAML opened"] = ask(shown.turn, lambda: one.id in editor.toPlainText())
        found.keys["YAML of the file"] = steps(qt, lambda _: press(editor, next(typing)), KEYS)
        shown.yaml_pane.discard()
        shown.turn()

        until(qt, lambda: window.findChild(WhereUsedPanel) is not None)
        used = window.findChild(WhereUsedPanel)
        assert used is not None
        if not used.isVisible():
            context.actions["panel.where-used"].trigger()
        found.answers["where a common word is used"] = ask(
            lambda: shown.show_entry(common), lambda: used.said_of == common
        )
        found.answers["entries never met"] = ask(
            lambda: used.unused_button.setChecked(True), lambda: used.said_of == ""
        )
        used.unused_button.setChecked(False)

        def dialog() -> ApplyEverywhere | None:
            return window.findChild(ApplyEverywhere)

        changed = []
        context.glossary.edit(lambda edits: edits.put(replace(COMMON, en="in this year"), COMMON), changed.append)
        until(qt, lambda: bool(changed) and entry(common).en == "in this year" and checking.progress.finished)
        found.answers["its old form found everywhere"] = ask(
            lambda: context.glossary.offers.open_for(entry(common)), lambda: dialog() is not None
        )
        places = dialog()
        assert places is not None
        first = session.state.segments[places.places.chosen[0].segment]
        found.answers["and the new one written there"] = ask(
            places.accept, lambda: session.state.segments[first.id] is not first
        )
        found.memory["in the end"] = resident()
        context.use(None)
        checking.close()
        window.close()
        application.close()
    return found


def _begins_sorted(table: EntryTable) -> bool:
    words = [table.entry_at(row).en.casefold() for row in range(min(table.rowCount(), 1000))]
    return words == sorted(words)


def measure_window(segments: int, terms: int) -> None:
    """Print how the glossary behaves in the window, beside an empty one."""
    qt = QApplication([])
    line, page = empty_keys(qt, QLineEdit()), empty_keys(qt, QPlainTextEdit())
    desk = desk_glossary(qt, segments, terms)
    print(f"\nIn the window, {segments:,} segments x {terms:,} terms, offscreen (wall milliseconds; CPU of its thread)")
    print(f"  {'':52} {'empty window':>14} {'desk':>10} {'CPU':>10}")
    for where, (keys, worked) in desk.keys.items():
        empty = page if where.startswith("YAML") else line
        for share, name in ((0.5, "median"), (0.95, "p95"), (1.0, "slowest")):
            ours, theirs, work = quantile(keys, share), quantile(empty[0], share), quantile(worked, share)
            limit = f"   {verdict(ours, FRAME)}" if share == 0.95 else ""
            print(f"  {f'key, {where}, {name}':52} {theirs:11.1f} ms {ours:7.1f} ms {work:7.1f} ms{limit}")
    print(f"  {'':52} {'answered':>14} {'stood':>10} {'CPU':>10}")
    for what, answer in desk.answers.items():
        limit = f"   {verdict(answer.stood, STANDSTILL)}"
        if what.startswith("effect"):
            what = f"{what}, {desk.searched:,} segments" if "common" in what else what
            limit = f"{limit}; first told after {answer.first:.0f} ms, {verdict(answer.first, ANSWER)}"
        print(f"  {what:52} {answer.came:11.1f} ms {answer.stood:7.1f} ms {answer.worked:7.1f} ms{limit}")
    for when, megabytes in desk.memory.items():
        print(f"  {f'resident memory, {when}':52} {megabytes:11.0f} MB")
