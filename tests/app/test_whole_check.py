"""A project checked by several processes has the findings of a check in one."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

from tests.app.builders import project
from tests.app.test_checking import TERMS, random_pairs
from tests.glossary.builders import term_base
from translator_desk.app import check_sharing
from translator_desk.app.check_workers import CheckWorkers
from translator_desk.app.report import as_json, make_report
from translator_desk.app.whole_check import check_project
from translator_desk.checks.base import CheckContext, CheckOptions
from translator_desk.checks.engine import check_all
from translator_desk.model.project import NameDecision
from translator_desk.model.waiver import Waiver, WaiverScope

OPTIONS = CheckOptions(profile="strict", skip=frozenset({"spacing"}))


def made():
    dice = random.Random(5)
    return project(*((name, random_pairs(dice, 20)) for name in "abc"))


def told(run, documents):
    return run.all_issues(), run.counts(), [run.not_run(one.id) for one in documents]


def test_the_findings_are_those_of_one_process(monkeypatch):
    monkeypatch.setattr(check_sharing, "SHARED_FROM", 1)
    monkeypatch.setattr(check_sharing, "TOGETHER", 7)
    texts, base = made(), term_base(TERMS)
    decided = NameDecision("Deng Qunce", "Deng Qunze", same=False, author="An editor")
    context = CheckContext(base, (decided,))
    workers = CheckWorkers(2, gently=False)
    answers = []
    monkeypatch.setattr(
        workers, "answered", lambda *got, **more: answers.append(got) or type(workers).answered(workers, *got, **more)
    )
    run = check_project(texts, context, OPTIONS, workers)
    assert len(answers) >= 4  # two tasks each; this process checks the others while they start
    assert told(run, texts.documents) == told(check_all(texts, context, OPTIONS), texts.documents)
    assert run.all_issues()


def test_a_small_project_starts_no_process(monkeypatch):
    monkeypatch.setattr(CheckWorkers, "hand_out", None)
    texts, base = made(), term_base(TERMS)
    one = check_all(texts, CheckContext(base)).all_issues()[0]
    time = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    waiver = Waiver(one.fingerprint, one.check, WaiverScope.HERE, one.document, one.segment, "", "quoted", "L", time)
    texts = replace(texts, waivers=(waiver,))
    report = make_report(texts, base, CheckOptions())
    assert as_json(report, "en")["counts"] == check_all(texts, CheckContext(base)).counts()
    assert report.ignored == 1
