"""What is seen elsewhere and taken over is what the run would have seen itself, whatever happens meanwhile."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.builders import document, segment, terms
from tests.checks.pieces import ENTRIES, PAIR
from tests.checks.test_examples import example_project, term_base_of
from translator_desk.checks import elsewhere
from translator_desk.checks.base import CheckContext, CheckOptions, Facts, OwnFacts
from translator_desk.checks.elsewhere import Onlooker, Unpacker, pack
from translator_desk.checks.engine import CheckRun, check_all
from translator_desk.checks.phrase_index import text_words
from translator_desk.checks.portable import packed, unpacked
from translator_desk.checks.registry import all_checks
from translator_desk.checks.rule_pack import shipped_rules
from translator_desk.checks.rules.spacing import Spacing
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import DocumentId
from translator_desk.model.project import NameDecision, Project
from translator_desk.model.redline import Redline
from translator_desk.text.normalize import lowered
from translator_desk.text.span import Span

DECISION = NameDecision("Deng Qunce", "Deng Qunze", same=False, author="An editor")


def base_of(numbers):
    return terms("".join(f"{ENTRIES[one]}\n" for one in sorted(numbers))) if numbers else TermBase.empty()


def answered(task):
    """Return the answers of another process: it has equal values, and none of ours."""
    term_base = TermBase({one.id: one for one in unpacked(packed(task.context.term_base.entries))})
    context = CheckContext(term_base, *unpacked(packed((task.context.name_decisions, task.context.own))))
    onlooker = Onlooker(context, unpacked(packed(task.running)))
    for one in unpacked(packed(task.documents)):
        onlooker.open_document(one)
    segments = unpacked(packed(task.segments))
    assert segments == task.segments
    return list(map(pack, onlooker.answers(segments)))


class Desk:
    """A run with a queue, as the background check keeps one."""

    def __init__(self, pairs):
        self.now = {number: segment(number, en, zh) for number, (zh, en) in enumerate(pairs)}
        self.document = document(date=dt.date(2019, 9, 25))
        self.terms, self.options, self.decisions = base_of({0, 1}), CheckOptions(), ()
        self.run = CheckRun(self.terms, self.options)
        self.run.open_document(self.document)
        self.waiting = set(self.now)
        self.tasks = []
        self.unpacker = Unpacker()

    def place(self, key):
        return (self.now[key], (0, key)) if key in self.now else None

    def text(self, which, pair):
        key = which % max(len(self.now), 1)
        if key in self.now:
            before = self.now[key]
            self.now[key] = segment(key, pair[1], pair[0]) if which < 5 else before
            self.waiting.add(key)

    def gone(self, which, _):
        self.now.pop(which, None)
        self.waiting.discard(which)
        self.run.forget(which)

    def put_in_force(self, numbers, _):
        self.terms = base_of(numbers)
        self.waiting |= self.run.set_term_base(self.terms)

    def decide(self, profile, decisions):
        self.options, self.decisions = CheckOptions(profile=profile), decisions
        self.waiting |= self.run.set_options(self.options, name_decisions=decisions)

    def date(self, year, _):
        self.document = document(date=dt.date(year, 9, 25))
        self.run.open_document(self.document)
        self.waiting |= self.now.keys()

    def check(self, which, _):
        if which in self.waiting and which in self.now:
            self.waiting.discard(which)
            self.run.check(self.now[which], (0, which))

    def hand_out(self, numbers, _):
        chosen = self.waiting & set(numbers)
        self.waiting -= chosen
        if chosen:
            task = self.run.hand_out(self.now[key] for key in sorted(chosen))
            self.tasks += [(task, data) for data in answered(task)]

    def take_over(self, which, _):
        if self.tasks:
            task, data = self.tasks.pop(which % len(self.tasks))
            self.waiting.update(self.run.take_over(task, self.unpacker.unpack(data, task), self.place))

    def settle(self, most, _):
        self.run.settle(most)


NUMBER = st.integers(0, 5)
NOTHING = st.none()
STEP = st.one_of(
    st.tuples(st.just(Desk.hand_out), st.sets(NUMBER, min_size=1), NOTHING),
    st.tuples(st.just(Desk.take_over), NUMBER, NOTHING),
    st.tuples(st.just(Desk.text), NUMBER, PAIR),
    st.tuples(st.just(Desk.check), NUMBER, NOTHING),
    st.tuples(st.just(Desk.gone), NUMBER, NOTHING),
    st.tuples(st.just(Desk.put_in_force), st.sets(st.integers(0, len(ENTRIES) - 1)), NOTHING),
    st.tuples(
        st.just(Desk.decide),
        st.sampled_from(["standard", "strict", "names-and-figures"]),
        st.sampled_from([(), (DECISION,)]),
    ),
    st.tuples(st.just(Desk.date), st.integers(2017, 2020), NOTHING),
    st.tuples(st.just(Desk.settle), NUMBER, NOTHING),
)


@settings(max_examples=60)
@given(st.lists(PAIR, min_size=1, max_size=6), st.lists(STEP, max_size=12), st.integers(1, 3))
def test_segments_seen_elsewhere_end_where_a_full_run_ends(pairs, steps, size):
    desk, at_a_time = Desk(pairs), elsewhere.AT_A_TIME
    elsewhere.AT_A_TIME = size
    try:
        for step, *given_to in steps:
            step(desk, *given_to)
        while desk.tasks:
            desk.take_over(0, None)
        desk.hand_out(desk.now, None)
        while desk.tasks:
            desk.take_over(0, None)
    finally:
        elsewhere.AT_A_TIME = at_a_time
    desk.run.settle()
    assert not desk.waiting
    assert not desk.run.failures
    project = Project(documents=(desk.document,), segments={DocumentId("d"): tuple(desk.now.values())})
    full = check_all(project, CheckContext(desk.terms, desk.decisions), desk.options)
    assert desk.run.all_issues() == full.all_issues()
    assert desk.run.counts() == full.counts()
    assert desk.run.not_run(DocumentId("d")) == full.not_run(DocumentId("d"))


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.id)
def test_what_a_check_sees_in_its_examples_travels(check):
    options = CheckOptions(only=frozenset({check.id}))
    for example in check.examples:
        project, _ = example_project(example)
        context = CheckContext(term_base_of(example))
        run = CheckRun(context.term_base, options)
        places = {}
        for number, made in enumerate(project.documents):
            run.open_document(made)
            places |= {one.id: (one, (number, at)) for at, one in enumerate(project.segments[made.id])}
        task = run.hand_out(segment for segment, _ in places.values())
        unpacker = Unpacker()
        for data in answered(task):
            assert run.take_over(task, unpacker.unpack(data, task), places.get) == ()
        run.settle()
        assert not run.failures
        assert run.all_issues() == check_all(project, context, options).all_issues()


def test_a_text_changed_meanwhile_is_named_and_nothing_is_kept_of_it():
    desk = Desk([("邓群策", "Deng Qunze."), ("邓群策", "Deng Qunce.")])
    desk.hand_out({0, 1}, None)
    desk.text(0, ("邓群策", "Deng Qunce."))
    desk.waiting.clear()
    desk.take_over(0, None)
    assert desk.waiting == {0}
    desk.run.settle()
    assert desk.run.counts()["segments"] == 1


def test_a_check_that_breaks_elsewhere_is_told_here(monkeypatch):
    def breaks(self, facts: Facts):
        raise ZeroDivisionError("of ours")

    desk = Desk([("", "One  two.")])
    monkeypatch.setattr(Spacing, "find", breaks)
    desk.hand_out({0}, None)
    monkeypatch.undo()
    desk.take_over(0, None)
    assert "of ours" in desk.run.failures["spacing"]
    assert desk.run.counts()["segments"] == 1


def test_entries_are_the_ones_at_hand():
    entries = base_of({0, 1}).entries
    there = {one.id: one for one in unpacked(packed(entries))}
    data = packed([entries[0], (entries[0], "Deng Qunce")], entries_by_id=True)
    assert len(data) < len(packed(entries[0]))
    one, (again, words) = unpacked(data, there)
    assert one is again is there[entries[0].id]
    assert words == "Deng Qunce"
    with pytest.raises(LookupError):
        unpacked(data, {})
    with pytest.raises(LookupError):
        unpacked(data)


def test_rules_of_ones_own_travel():
    rules = unpacked(packed(OwnFacts(frozenset({"hengyang"}), shipped_rules()))).rules
    words = text_words(lowered(shipped_rules().packs[0].rules[0].examples[0].text))
    assert rules.ids == shipped_rules().ids
    found = {check: set(several) for check, several in rules.candidates(words).items()}
    assert found == {check: set(several) for check, several in shipped_rules().candidates(words).items()}
    assert found


@pytest.mark.parametrize(
    "value",
    [
        segment(7, "Deng  Qunce", "邓群策"),
        document(date=dt.date(2019, 9, 25)),
        Span(3, 9),
        [Span(3, 9), Span(3, 9)],
        DECISION,
        Redline.of("One two"),
        ENTRIES,
        terms(f"{ENTRIES[0]}\n").entries,
        pickle.PicklingError,
    ],
)
def test_values_are_equal_on_the_other_side(value):
    there = unpacked(packed(value))
    assert there == value
    assert type(there) is type(value)
