import random
from dataclasses import replace

import pytest

from tests.app.builders import session
from tests.glossary.builders import term_base
from translator_desk.app.checking import Checking
from translator_desk.app.glossary_impact import impact_of
from translator_desk.app.jobs import InlineLane
from translator_desk.checks.base import CheckContext
from translator_desk.checks.engine import check_all
from translator_desk.model.document import Byline, Document, Layout
from translator_desk.model.project import Project
from translator_desk.model.segment import Segment

TERMS = """
- {id: o-gov, kind: organisation, zh: [市政府], en: Municipal People's Government, also: [City Government], source: s}
- {id: pl-zone, kind: place, zh: [综合保税区], en: comprehensive bonded zone, avoid: [insurance zone], source: s}
- {id: x-safe, kind: other, zh: [安全生产], en: workplace safety, source: s}
- {id: p-deng, kind: person, zh: [邓群策], en: Deng Qunce, source: s}
"""
PAIRS = [
    ("市政府在综合保税区开会。", "The City Government met in the comprehensive insurance zone."),
    ("综合保税区建成。", "The comprehensive bonded zone was built."),
    ("综合保税区很大。", "The Zone is large."),
    ("邓群策讲话。", "Deng Qunze spoke."),
    ("安全生产。", "Safe production."),
    ("市政府。", "The Municipal People's Government."),
]


def document(key):
    return Document(key, key, None, "zh", "en", True, Byline(), Layout("plain-text", "utf-8", b"", (), ""))


def project(pairs=PAIRS, documents=("a", "b")):
    rows = {key: tuple(Segment(n * 100 + at, key, at, zh, en) for at, (zh, en) in enumerate(pairs))
            for n, key in enumerate(documents)}  # fmt: skip
    return Project(documents=tuple(map(document, documents)), segments=rows)


def flags(run):
    return {(one.segment, one.fingerprint, one.level) for one in run.all_issues()}


CHANGES = {
    "another preferred form": ("pl-zone", {"en": "bonded area"}),
    "a form accepted": ("p-deng", {"en": "Deng Qunze"}),
    "nothing to avoid": ("pl-zone", {"avoid": ()}),
    "required": ("x-safe", {"required": True}),
    "a note": ("x-safe", {"note": "n"}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_impact_is_the_difference_of_two_full_checks(change):
    base, made = term_base(TERMS), project()
    run = check_all(made, CheckContext(base))
    before = flags(run)
    key, fields = CHANGES[change]
    now = base.with_entry(replace(base.entry(key), **fields))
    impact = impact_of(run, now)
    after = flags(check_all(made, CheckContext(now)))
    assert {(one.segment, one.fingerprint, one.level) for one in impact.appears} == after - before
    assert {(one.segment, one.fingerprint, one.level) for one in impact.vanishes} == before - after
    assert flags(run) == before
    assert run.term_base is base


def test_entries_added_and_taken_away_are_counted_by_document():
    base, made = term_base(TERMS), project()
    run = check_all(made, CheckContext(base))
    without = impact_of(run, base.without_entry("pl-zone"))
    assert str(without.message) == f"+{len(without.appears)} / -{len(without.vanishes)} flags in 2 documents"
    assert {one.entry for one in without.vanishes} == {"pl-zone"}
    assert impact_of(run, base).message.render("zh") == "0 个文档中：新增 0 条、消除 0 条"


def test_a_stopped_search_leaves_the_findings_as_they_were():
    base, made = term_base(TERMS), project()
    run = check_all(made, CheckContext(base))
    before = flags(run)
    for most in range(4):
        left = iter(range(most))
        now = base.with_entry(replace(base.entry("pl-zone"), en="other"))
        assert impact_of(run, now, stopped=lambda left=left: next(left, None) is None) is None or most > 1
        assert flags(run) == before


@pytest.mark.parametrize("seed", range(15))
def test_random_changes_are_judged_as_by_full_checks(seed):
    dice = random.Random(seed)
    words = ["市政府", "综合保税区", "安全生产", "邓群策", "开会", "。"]
    forms = [
        "the City Government",
        "the comprehensive bonded zone",
        "an insurance zone",
        "Deng Qunze",
        "Deng Qunce",
        "met",
    ]
    pairs = [("".join(dice.choices(words, k=4)), " ".join(dice.choices(forms, k=4)) + ".") for _ in range(12)]
    base, made = term_base(TERMS), project(pairs)
    run = check_all(made, CheckContext(base))
    before = flags(run)
    entry = dice.choice(base.entries)
    now = dice.choice([base.without_entry(entry.id), base.with_entry(replace(entry, en=dice.choice(forms[:5])))])
    impact = impact_of(run, now)
    after = flags(check_all(made, CheckContext(now)))
    assert {(one.segment, one.fingerprint, one.level) for one in impact.appears} == after - before
    assert {(one.segment, one.fingerprint, one.level) for one in impact.vanishes} == before - after
    assert flags(run) == before


def test_the_open_project_answers_without_showing_anything():
    base = term_base(TERMS)
    made, _ = session(("a", PAIRS), ("b", PAIRS))
    checking = Checking(made, base, InlineLane())
    checking.start()
    before = checking.all_issues()
    heard = []
    made.subscribe(heard.append)
    impact = checking.impact_of(base.without_entry("pl-zone"))
    assert impact.vanishes
    assert impact.documents == {"a", "b"}
    assert (checking.all_issues(), checking.term_base) == (before, base)
    assert not any(one.issues for one in heard)
    checking.use_terms(base.without_entry("pl-zone"))
    assert len(checking.all_issues()) == len(before) + len(impact.appears) - len(impact.vanishes)


def test_a_change_that_bears_on_much_is_told_part_by_part():
    pairs = [("综合保税区很大。", f"The Zone is large, {number}.") for number in range(120)]
    base, made = term_base(TERMS), project(pairs, ("a",))
    run = check_all(made, CheckContext(base))
    told = []
    whole = impact_of(run, base.without_entry("pl-zone"), told=told.append)
    assert [one.looked_at for one in told] == sorted({one.looked_at for one in told})
    assert len(told) > 1
    for one in told:
        assert not one.whole
        assert one.searched == whole.searched == whole.looked_at == 120
        assert str(one.message).endswith(f"so far; {one.looked_at} of 120 segments looked at")
        assert {issue.segment for issue in one.vanishes} <= {issue.segment for issue in whole.vanishes}
    assert whole.whole
    assert "so far" not in str(whole.message)
    order = [one.segment for one in whole.vanishes]
    assert order == sorted(order)


def test_a_segment_edited_while_the_effect_is_worked_out_is_left_to_its_own_check():
    base, made = term_base(TERMS), project()
    run = check_all(made, CheckContext(base))
    now = base.without_entry("pl-zone")
    trial = run.trial(now)
    sight = trial.look(trial.segments)
    one = made.segments["a"][0]
    run.check(replace(one, target="Nothing of it.", version=one.version + 1), (0, 0))
    run.settle()
    trial.take(sight)
    trial.settle()
    assert one.id in trial.segments
    assert one.id not in trial.differences


def test_without_any_terms_everything_is_looked_at_anew():
    base, made = term_base(TERMS), project()
    run = check_all(made, CheckContext(base))
    before, empty = flags(run), type(base).empty()
    impact = impact_of(run, empty)
    after = flags(check_all(made, CheckContext(empty)))
    assert {(one.segment, one.fingerprint, one.level) for one in impact.appears} == after - before
    assert {(one.segment, one.fingerprint, one.level) for one in impact.vanishes} == before - after
