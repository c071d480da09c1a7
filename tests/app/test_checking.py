"""Terms put in force behind the person's back: nothing is held up, nothing is missed, whatever happens meanwhile."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace

import pytest

from tests.app.builders import session
from tests.glossary.builders import term_base
from translator_desk.app import checking as module
from translator_desk.app.check_workers import CheckWorkers
from translator_desk.app.checking import Checking
from translator_desk.app.commands.edit import SetTarget
from translator_desk.app.commands.waivers import WaiveIssue
from translator_desk.app.jobs import InlineLane
from translator_desk.model.waiver import WaiverScope
from translator_desk.wording import say

TERMS = """
- {id: o-gov, kind: organisation, zh: [市政府], en: Municipal People's Government, also: [City Government], source: s}
- {id: pl-zone, kind: place, zh: [综合保税区], en: comprehensive bonded zone, avoid: [insurance zone], source: s}
- {id: p-deng, kind: person, zh: [邓群策], en: Deng Qunce, source: s}
"""
ZH = ["市政府", "综合保税区", "安全生产", "邓群策", "开会", "。"]
EN = [
    "the City Government",
    "the comprehensive bonded zone",
    "an insurance zone",
    "Deng Qunze",
    "Deng Qunce",
    "met",
]


class HeldLane(InlineLane):
    """Does its work when it is told to."""

    def __init__(self):
        self.jobs = []

    def submit(self, work, done, failed):
        self.jobs.append(lambda: InlineLane.submit(self, work, done, failed))

    def run(self):
        while self.jobs:
            self.jobs.pop(0)()


def flags(checking):
    return [(one.segment, one.fingerprint, one.level) for one in checking.all_issues()]


def fresh(made, base):
    checking = Checking(made, base, InlineLane(), yields=False, workers=CheckWorkers(0))
    checking.start()
    found = flags(checking)
    checking.close()
    return found


def random_pairs(dice, count=14):
    return [("".join(dice.choices(ZH, k=4)), " ".join(dice.choices(EN, k=4)) + ".") for _ in range(count)]


def other_base(base, dice):
    entry = dice.choice(base.entries)
    return dice.choice([base.without_entry(entry.id), base.with_entry(replace(entry, en=dice.choice(EN[:5])))])


def checked():
    """Return a session, its terms, and its check, which has come to its end and waits for its lane again."""
    base = term_base(TERMS)
    made, _ = session(("a", random_pairs(random.Random(1))))
    lane = HeldLane()
    checking = Checking(made, base, lane, yields=False)
    checking.start()
    lane.run()
    return made, base, checking, lane


def test_the_owner_is_not_held_up_and_hears_when_the_terms_are_in_force():
    made, base, checking, lane = checked()
    heard = []
    made.subscribe(heard.append)
    now = base.without_entry("pl-zone")
    checking.use_terms(now)
    assert checking.term_base is base
    assert not checking.progress.finished
    assert checking.progress.comparing
    assert not any(one.terms for one in heard)
    lane.run()
    assert checking.term_base is now
    assert [one.terms for one in heard].count(True) == 1
    assert checking.progress.finished
    assert heard[-1].progress == checking.progress
    assert flags(checking) == fresh(made, now)


def test_the_same_terms_given_again_are_no_work():
    _, base, checking, lane = checked()
    checking.use_terms(base)
    assert not lane.jobs
    now = base.without_entry("pl-zone")
    checking.use_terms(now)
    checking.use_terms(now)
    assert len(lane.jobs) == 1


def test_going_back_to_the_terms_in_force_before_the_others_are_compared():
    made, base, checking, lane = checked()
    checking.use_terms(base.without_entry("pl-zone"))
    checking.use_terms(base)
    lane.run()
    assert checking.term_base is base
    assert checking.progress.finished
    assert flags(checking) == fresh(made, base)


@pytest.mark.parametrize("seed", range(25))
def test_whatever_happens_between_two_steps_ends_as_a_full_check_says(seed, monkeypatch):
    dice = random.Random(seed)
    base = term_base(TERMS)
    made, _ = session(("a", random_pairs(dice)), ("b", random_pairs(dice)))
    checking = Checking(made, base, InlineLane())
    monkeypatch.setattr(module.time, "sleep", lambda _: None)
    checking.start()
    assert flags(checking) == fresh(made, base)
    ticks = itertools.count(step=0.0007)
    # Time that runs fast: every other step of the search is the last of its slice.
    monkeypatch.setattr(module.time, "perf_counter", lambda: next(ticks))
    wanted = [base]
    left = [dice.randrange(4)]

    def meanwhile(_):
        if left[0] <= 0 or dice.random() < 0.8:
            return
        left[0] -= 1
        what = dice.randrange(4)
        segment = dice.choice(list(made.state.segments.values()))
        if what == 0:
            wanted.append(other_base(wanted[-1], dice))
            checking.use_terms(wanted[-1])
        elif what == 1 and checking.issues(segment.id):
            made.execute(WaiveIssue(checking.issues(segment.id)[0], WaiverScope.HERE, "quotation"))
        else:
            made.execute(SetTarget(segment.id, random_pairs(dice, 1)[0][1], say("typed", "输入")))

    monkeypatch.setattr(module.time, "sleep", meanwhile)
    wanted.append(other_base(base, dice))
    checking.use_terms(wanted[-1])
    assert checking.term_base is wanted[-1]
    assert checking.progress.finished
    assert flags(checking) == fresh(made, wanted[-1])


def test_a_project_closed_in_the_middle_of_a_search_ends_it(monkeypatch):
    base = term_base(TERMS)
    made, _ = session(("a", random_pairs(random.Random(5))))
    checking = Checking(made, base, InlineLane())
    monkeypatch.setattr(module.time, "sleep", lambda _: None)
    checking.start()
    ticks = itertools.count(step=0.0007)
    monkeypatch.setattr(module.time, "perf_counter", lambda: next(ticks))
    steps = []

    def close(_):
        steps.append(1)
        checking.close()

    monkeypatch.setattr(module.time, "sleep", close)
    checking.use_terms(base.without_entry("pl-zone"))
    assert len(steps) == 1
