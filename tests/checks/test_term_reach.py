"""A change of terms is tried out with the checks it can reach: what each of them asks of the terms is watched."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.builders import terms
from tests.checks.test_examples import example_project, term_base_of
from translator_desk.checks.base import CheckContext, Facts, GroupCheck, Sight
from translator_desk.checks.engine import CheckRun, check_all
from translator_desk.checks.registry import all_checks
from translator_desk.checks.term_reach import reached
from translator_desk.glossary.entry import AvoidForm, Entry, Kind
from translator_desk.model.ids import EntryId
from translator_desk.text.scripts import simplify

NAMES = {Kind.PERSON, Kind.PLACE, Kind.TITLE}
EXAMPLES = [example for check in all_checks() for example in check.examples]
EVERYDAY = terms(
    """
- {id: p-deng, kind: person, zh: [邓群策], en: Deng Qunce, offices: [{post: t-mayor, place: pl-lin, from: 2018, to: present}]}
- {id: t-mayor, kind: title, zh: [市长], en: mayor, also: ["{place} mayor"], single_holder: true}
- {id: pl-lin, kind: place, zh: [临港市], en: Lingang City}
- {id: x-safe, kind: other, zh: [安全生产], en: workplace safety, avoid: [safe production]}
- {id: o-gov, kind: organisation, zh: [市政府], en: Municipal Government, also: [City Government]}
"""
)


class Watched:
    """A term base that remembers how much of it was asked for."""

    def __init__(self, real):
        self.real = real
        self.seen = Sight.TEXTS

    def see(self, sight):
        self.seen = max(self.seen, sight)

    def claims(self, text):
        self.see(Sight.CHINESE)
        return self.real.claims(text)

    def entry(self, key):
        entry = self.real.entry(key)
        self.see(Sight.NAMES if entry is None or entry.kind in NAMES else Sight.ALL)
        return entry

    def index(self, builder):
        value = self.real.index(builder)
        self.see(Sight.NAMES if self.real._asked[builder] <= NAMES else Sight.ALL)
        return value

    def __getattr__(self, name):
        self.see(Sight.ALL)
        return getattr(self.real, name)


def seen_by(check, example, term_base):
    """Return how much of the terms a check looks at in the segments of an example."""
    project, _ = example_project(example)
    watched = Watched(term_base)
    context = CheckContext(watched)
    noted = {}
    for document in project.documents:
        for segment in project.segments[document.id]:
            facts = Facts(segment, document, context, simplify(segment.source))
            if check.gate is not None and not facts.of(type(check).gate):
                continue
            if not isinstance(check, GroupCheck):
                list(check.find(facts))
                continue
            for one in check.observe(facts):
                noted.setdefault(one.key, []).append(one)
    for group in noted.values():
        list(check.judge(group, context))
    return watched.seen


@pytest.mark.parametrize("check", all_checks(), ids=[check.id for check in all_checks()])
def test_a_check_looks_at_no_more_of_the_terms_than_is_said_of_it(check):
    most = check.sight
    for example in EXAMPLES if most < Sight.ALL else check.examples:
        for term_base in (term_base_of(example), EVERYDAY):
            assert seen_by(check, example, term_base) <= most, example.target


def sights_of(*changes):
    reachable = reached(changes, all_checks())
    return {check.sight for check in all_checks() if check.id in reachable}


def test_a_change_of_forms_reaches_what_looks_at_forms_alone():
    safe, deng = EVERYDAY.entry("x-safe"), EVERYDAY.entry("p-deng")
    forms = safe, replace(safe, en="safety at work", avoid=(), note="n", required=False)
    assert sights_of(forms) == {Sight.ALL}
    assert sights_of((deng, replace(deng, en="Deng Quncai"))) == {Sight.NAMES, Sight.ALL}
    assert sights_of(forms, (deng, replace(deng, offices=()))) == {Sight.NAMES, Sight.ALL}
    for now in (None, replace(safe, zh=("生产安全",)), replace(safe, not_inside=("安全生产法",)),
                replace(safe, kind=Kind.EVENT), replace(safe, word=True)):  # fmt: skip
        assert sights_of((safe, now)) == sights_of((now, safe)) == {Sight.CHINESE, Sight.NAMES, Sight.ALL}
    assert sights_of() == {Sight.ALL}


def flags(run):
    return {(one.segment, one.fingerprint, one.level) for one in run.all_issues()}


def changes_of(term_base):
    """Yield what may happen to an entry."""
    for entry in term_base.entries:
        yield term_base.without_entry(entry.id)
        yield term_base.with_entry(replace(entry, en=f"other {entry.en}"))
        yield term_base.with_entry(replace(entry, avoid=(AvoidForm(entry.en),), en="another form"))
        yield term_base.with_entry(replace(entry, required=not entry.required, word=not entry.word))


@pytest.mark.parametrize("check", all_checks(), ids=[check.id for check in all_checks()])
def test_a_trial_tells_what_two_full_checks_tell(check):
    for example in check.examples:
        before = term_base_of(example)
        if not before:
            before = EVERYDAY
        project, _ = example_project(example)
        run = check_all(project, CheckContext(before))
        was = flags(run)
        for now in changes_of(before):
            trial = run.trial(now)
            trial.take(trial.look(trial.segments))
            trial.settle()
            then = flags(check_all(project, CheckContext(now)))
            found = trial.differences.values()
            told = [
                {(one.segment, one.fingerprint, one.level) for pair in found for one in pair[side]} for side in (0, 1)
            ]
            assert told == [then - was, was - then], example.target


def test_an_entry_that_comes_into_nothing_is_tried_out_with_all():
    example = next(one for check in all_checks() for one in check.examples if one.terms)
    project, _ = example_project(example)
    term_base = term_base_of(example)
    run = check_all(project, CheckContext(type(term_base).empty()))
    assert isinstance(run, CheckRun)
    trial = run.trial(term_base)
    trial.take(trial.look(trial.segments))
    trial.settle()
    found = {one.check for pair in trial.differences.values() for one in pair[0]}
    assert found
    new = Entry(EntryId("new"), Kind.OTHER, ("新词",), "new word")
    assert reached([(None, new)], all_checks()) < {check.id for check in all_checks()}
