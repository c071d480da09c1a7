"""A run is kept up to date: whatever is edited, decided or added, the result is that of a full run."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.checks.builders import Broken, NeedsSource, Rarer, Shout, document, segment, terms
from tests.checks.pieces import ENTRIES, PAIR
from translator_desk.checks.base import CheckContext, CheckOptions, Example, Family, Need, SegmentCheck
from translator_desk.checks.engine import CheckRun, check_all
from translator_desk.checks.plan import LONGEST
from translator_desk.checks.registry import all_checks, check_by_id
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import CheckId, DocumentId, EntryId, SegmentId
from translator_desk.model.mqm import Mqm
from translator_desk.model.project import NameDecision, Project
from translator_desk.model.severity import Level
from translator_desk.model.waiver import Waiver, WaiverScope
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

CHECKS = (Shout(), Rarer(), NeedsSource())
TIME = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def run_over(*segments, options=None, term_base=None, checks=CHECKS, waivers=(), documents=None, decisions=()):
    run = CheckRun(term_base or TermBase.empty(), options, decisions, waivers, checks=checks)
    for one in documents or (document(),):
        run.open_document(one)
    for position, one in enumerate(segments):
        run.check(one, (0, position))
    run.settle()
    assert not run.failures
    return run


def seen(run, number):
    return [(one.check, one.target) for one in run.issues(SegmentId(number))]


def test_issues_come_in_reading_order():
    run = run_over(segment(1, "a LOUD word"), segment(2, "another"), segment(3, "THE END"))
    assert seen(run, 1) == [("shout", Span(2, 6))]
    assert seen(run, 2) == [("rarer", Span(0, 7))]
    assert seen(run, 3) == [("shout", Span(0, 3)), ("shout", Span(4, 7))]
    assert [one.segment for one in run.all_issues()] == sorted(one.segment for one in run.all_issues())
    assert run.counts() == {"segments": 3, "error": 0, "warning": 3, "info": 1, "ignored": 0}


def test_an_edit_judges_the_groups_it_touches_and_no_other():
    run = run_over(segment(1, "ant bee"), segment(2, "ant"), segment(3, "cow"))
    assert not run.dirty
    run.check(segment(2, "arm"), (0, 1))
    assert run.dirty
    assert run.settle() == {2}
    assert seen(run, 2) == [("rarer", Span(0, 3))]
    run.check(segment(1, "arm bee"), (0, 0))
    assert run.settle() == {1, 2}
    assert seen(run, 2) == []


def test_a_group_touched_while_it_is_judged_is_judged_again():
    run = run_over(segment(1, "ant bee"), segment(2, "ant"), segment(3, "cow"))
    run.check(segment(2, "arm"), (0, 1))
    waiting = run.next_group()
    found = run.judge(waiting)
    assert found
    run.check(segment(2, "ant"), (0, 1))
    run.keep_judgement(waiting, found)
    assert run.dirty
    run.settle()
    assert seen(run, 2) == []
    whole = run_over(segment(1, "ant bee"), segment(2, "ant"), segment(3, "cow"))
    assert run.all_issues() == whole.all_issues()


def test_a_group_judged_by_another_meanwhile_stays_as_he_said():
    run = run_over(segment(1, "ant bee"), segment(2, "ant"), segment(3, "cow"))
    run.check(segment(2, "arm"), (0, 1))
    waiting = run.next_group()
    found = run.judge(waiting)
    assert run.dirty
    run.settle()
    assert not run.dirty
    before = run.all_issues()
    run.keep_judgement(waiting, {})
    assert run.all_issues() == before
    assert found


def test_settling_in_slices_comes_to_the_same():
    run = run_over()
    texts = ["ant bee cow", "arm bat cat", "arm bat cow"]
    for number, text in enumerate(texts, 1):
        run.check(segment(number, text), (0, number))
    changed = set()
    while run.dirty:
        changed |= run.settle(1)
    assert changed == {1, 2, 3}
    whole = run_over(*(segment(number, text) for number, text in enumerate(texts, 1)))
    assert run.all_issues() == whole.all_issues()


def test_a_tie_is_broken_by_reading_order_also_after_a_move():
    run = run_over(segment(1, "ant"), segment(2, "arm"))
    assert seen(run, 1) == []
    run.reorder({SegmentId(1): (0, 9)})
    assert run.settle() == {1, 2}
    assert [seen(run, number) for number in (1, 2)] == [[("rarer", Span(0, 3))], []]


def test_a_forgotten_segment_is_gone_from_its_groups():
    run = run_over(segment(1, "ant"), segment(2, "arm"))
    run.forget(SegmentId(1))
    run.forget(SegmentId(99))
    assert run.settle() == {2}
    assert run.all_issues() == ()
    run.close_document(DocumentId("d"))
    assert run.counts()["segments"] == 0


def test_a_check_without_what_it_needs_is_listed_and_silent():
    run = run_over(segment(1, "long text"), documents=[document(has_source=False)])
    assert run.all_issues() == ()
    (one,) = run.not_run(DocumentId("d"))
    assert (one.check, str(one.reason), one.reason.render("zh")) == ("longer", "no source text", "没有原文")


def test_a_segment_without_source_is_passed_over_in_silence():
    run = run_over(segment(1, "long text", "  "), segment(2, "long text", "短"))
    assert [one.segment for one in run.all_issues()] == [2]
    assert run.not_run(DocumentId("d")) == ()


class NeedsDateAndTerms(SegmentCheck):
    """Speaks wherever it may."""

    id = CheckId("needy")
    title = explanation = Wording("Needy", "需要")
    mqm = Mqm.DATE_TIME
    level = Level.INFO
    family = Family.FIGURE
    needs = frozenset({Need.DATE, Need.TERMS})
    examples = (Example("x"),)

    def find(self, facts):
        """Yield one issue."""
        yield self.issue(facts, Span(0, 1), say("x", "x"))


def test_date_and_terms_are_asked_for_in_turn():
    checks = (NeedsDateAndTerms(),)
    run = run_over(segment(1, "a"), checks=checks)
    assert str(run.not_run(DocumentId("d"))[0].reason) == "no publication date"
    run.open_document(document(date=dt.date(2020, 1, 1)))
    assert str(run.not_run(DocumentId("d"))[0].reason) == "no term base"
    touched = run.set_term_base(terms("- {id: x, kind: place, zh: [衡阳], en: Hengyang, source: s}"))
    assert touched == {1}
    run.check(segment(1, "a"), (0, 0))
    assert [one.check for one in run.issues(SegmentId(1))] == ["needy"]
    assert run.not_run(DocumentId("d")) == ()


def test_a_check_that_is_off_is_not_listed_as_not_run():
    run = run_over(options=CheckOptions(levels={"longer": "off"}), documents=[document(has_source=False)])
    assert run.not_run(DocumentId("d")) == ()


def test_a_huge_segment_gets_the_checks_that_bear_it():
    text = "WORD " * LONGEST
    run = run_over(segment(1, text, "词"), segment(2, "WORD", "词词词词"))
    assert [(one.check, one.segment) for one in run.all_issues()] == [("longer", 1), ("shout", 2)]
    not_run = {one.check: str(one.reason) for one in run.not_run(DocumentId("d"))}
    assert set(not_run) == {"shout", "rarer"}
    assert "50,000" in not_run["shout"]


def test_a_broken_check_does_not_take_the_run_down(caplog):
    run = CheckRun(TermBase.empty(), checks=(Broken(), Shout()))
    run.open_document(document())
    run.check(segment(1, "a bug HERE"), (0, 0))
    run.check(segment(2, "bug bug"), (0, 1))
    run.settle()
    assert seen(run, 1) == [("shout", Span(6, 10))]
    assert list(run.failures) == ["broken"]
    assert "ZeroDivisionError" in run.failures["broken"]
    assert len(caplog.records) == 1


def waiver(issue, scope):
    return Waiver(issue.fingerprint, issue.check, scope, issue.document, issue.segment, "", "on purpose", "Li", TIME)


def test_a_waiver_here_and_everywhere():
    run = run_over(segment(1, "say NO and NO"), segment(2, "NO way"), checks=(Shout(),))
    first = run.issues(SegmentId(1))[0]
    assert run.set_waivers([waiver(first, WaiverScope.HERE)]) == {1}
    assert seen(run, 1) == [("shout", Span(11, 13))]
    assert run.waived(SegmentId(1)) == (first,)
    assert run.set_waivers([waiver(first, WaiverScope.EVERYWHERE)]) == {1, 2}
    assert run.all_issues() == ()
    assert run.counts()["ignored"] == 3
    run.check(segment(1, "say NOW and NO"), (0, 0))
    assert seen(run, 1) == [("shout", Span(4, 7))]
    assert run.set_waivers([]) == {1, 2}


def test_a_level_changes_what_is_shown_without_another_check():
    run = run_over(segment(1, "LOUD I"), checks=(Shout(),))
    assert [one.level for one in run.issues(SegmentId(1))] == [Level.WARNING, Level.INFO]
    assert run.set_options(CheckOptions(levels={"shout": "error"})) == frozenset()
    assert [one.level for one in run.issues(SegmentId(1))] == [Level.ERROR, Level.WARNING]
    assert run.settle() == {1}
    touched = run.set_options(CheckOptions(levels={"shout": "off"}))
    for number in touched:
        run.check(segment(number, "LOUD I"), (0, 0))
    assert run.all_issues() == ()
    with pytest.raises(LookupError):
        check_by_id("no-such-check")


def test_a_name_decision_touches_the_segments_that_hold_the_name():
    run = run_over(segment(1, "Deng Qunce came"), segment(2, "he came"), segment(3, "Deng Qunze left"))
    decision = NameDecision("Deng Qunce", "Deng Qunze", False, "Li")
    assert run.set_options(CheckOptions(), name_decisions=[decision]) == {1, 3}
    assert run.set_options(CheckOptions(), name_decisions=[decision]) == frozenset()


# The law: whatever was done before, the issues are those of a full run.

WORDS = st.sampled_from(["ant", "arm", "ANT", "bee", "Bee", "B", "cow", "cat"])
TEXT = st.lists(WORDS, max_size=5).map(" ".join)
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.integers(0, 5), TEXT),
        st.tuples(st.just("forget"), st.integers(0, 5), st.just("")),
        st.tuples(st.just("settle"), st.integers(0, 3), st.just("")),
        st.tuples(st.just("swap"), st.integers(0, 5), st.just("")),
    ),
    max_size=15,
)


@given(EDITS)
def test_any_edits_end_where_a_full_run_ends(edits):
    run = run_over()
    now = {}
    for what, number, text in edits:
        if what == "edit":
            place = now[number][1] if number in now else (0, number)
            now[number] = (segment(number, text, "源"), place)
            run.check(*now[number])
        elif what == "forget":
            now.pop(number, None)
            run.forget(SegmentId(number))
        elif what == "settle":
            run.settle(number)
        elif number in now and 0 in now:
            (one, here), (other, there) = now[number], now[0]
            now[number], now[0] = (one, there), (other, here)
            if number:
                run.reorder({SegmentId(number): there, SegmentId(0): here})
            else:
                now[0] = (one, here)
    run.settle()
    full = CheckRun(TermBase.empty(), checks=CHECKS)
    full.open_document(document())
    for one, order in now.values():
        full.check(one, order)
    full.settle()
    assert run.all_issues() == full.all_issues()
    assert run.counts() == full.counts()


CHANGE = st.one_of(
    st.tuples(st.just("text"), st.integers(0, 3), PAIR),
    st.tuples(st.just("terms"), st.sets(st.integers(0, len(ENTRIES) - 1)), st.none()),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PAIR, min_size=1, max_size=4), st.lists(CHANGE, max_size=4))
@example([("郑建新", "Chairman Zheng Jianxin.")], [("terms", {4, 5, 6}, None), ("terms", {4, 5, 6, 7}, None)])
@example([("", "The Hengyang chairperson.")], [("terms", {5}, None), ("terms", {4, 5}, None)])
@example(
    [("邓群策", "Deng Qunce.")],
    [("text", 0, ("市长", "the official.")), ("terms", {0, 1, 2}, None), ("terms", {2}, None)],
)
def test_terms_and_texts_changed_in_turn_end_where_a_full_run_ends(pairs, changes):
    now = {number: segment(number, en, zh) for number, (zh, en) in enumerate(pairs)}
    term_base = terms("".join(f"{entry}\n" for entry in ENTRIES[:2]))
    day = document(date=dt.date(2019, 9, 25))
    run = run_over(*now.values(), term_base=term_base, checks=None, documents=(day,))
    for what, which, pair in changes:
        if what == "text":
            key = which % len(now)
            now[key] = segment(key, pair[1], pair[0])
            run.check(now[key], (0, key))
        else:
            term_base = (
                terms("".join(f"{ENTRIES[number]}\n" for number in sorted(which))) if which else TermBase.empty()
            )
            for key in run.set_term_base(term_base):
                run.check(now[key], (0, key))
        run.settle()
    project = Project(documents=(day,), segments={DocumentId("d"): tuple(now.values())})
    full = check_all(project, CheckContext(term_base))
    assert not run.failures
    assert not full.failures
    assert run.all_issues() == full.all_issues()
    assert run.not_run(DocumentId("d")) == full.not_run(DocumentId("d"))


def test_where_many_names_change_at_once_every_text_is_checked_again():
    names = [f"Deng Qun{letter}e" for letter in "abcdefghijklmnopqrstuvwxyz"]
    base = TermBase(
        {EntryId(f"p{n}"): Entry(EntryId(f"p{n}"), Kind.PERSON, (f"邓群{n}",), one) for n, one in enumerate(names)}
    )
    run = run_over(segment(1, "A word."), segment(2, "Another."), term_base=base, checks=None)
    few = base.with_entry(Entry(EntryId("p1"), Kind.PERSON, ("邓群1",), "Deng Qunshe"))
    assert run.set_term_base(few) == frozenset()
    many = TermBase({one.id: replace(one, en=f"{one.en}n") for one in base.entries})
    assert run.set_term_base(many) == {1, 2}


def test_the_registry_is_sorted_and_knows_its_checks():
    checks = all_checks()
    assert list(checks) == sorted(checks, key=lambda check: (check.family, check.id))
    assert check_by_id("spacing") in checks


WORDY = st.lists(st.sampled_from(["ant", "arm", "bee", "LOUD", "cow"]), min_size=1, max_size=4).map(" ".join)


@given(st.lists(WORDY, min_size=1, max_size=5), st.data())
def test_a_text_tried_out_has_the_issues_of_a_full_run_and_leaves_no_trace(texts, data):
    run = run_over(*(segment(number, text) for number, text in enumerate(texts, 1)))
    before = run.all_issues()
    at = data.draw(st.integers(1, len(texts)))
    tried = data.draw(WORDY)
    found = run.try_out(segment(at, tried))
    assert (run.all_issues(), run.dirty) == (before, False)
    other = run_over(*(segment(number, tried if number == at else text) for number, text in enumerate(texts, 1)))
    assert found == other.issues(SegmentId(at))
