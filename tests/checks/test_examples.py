"""Every check does what its own examples say; the list of checks is stated, so a stale or forgotten file is seen."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.app.builders import document
from translator_desk.checks.base import CheckContext, CheckOptions
from translator_desk.checks.engine import check_all
from translator_desk.checks.registry import all_checks
from translator_desk.glossary.term_base import TermBase
from translator_desk.glossary.yaml_file import parse_term_file
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.issue import FixPart
from translator_desk.model.project import Project
from translator_desk.model.segment import Segment

EXPECTED = {
    "agreement", "article-error", "body-level", "brackets-unpaired", "calque", "capitals", "chinese-punctuation",
    "clause-missing", "date-impossible", "date-mismatch", "date-style", "figure-sense", "grammar",
    "growth-multiple", "han-left-over", "name-cluster", "name-form", "name-joints", "name-list", "name-misspelt",
    "name-not-derivable", "name-near", "name-parted", "name-readings", "noun-form", "number-extra", "number-mismatch", "office-holder",
    "office-inconsistent", "office-style", "ordinal-lost", "ordinal-session", "percent-lost", "percentage-point",
    "period-mismatch", "pinyin-left-over", "place-form", "place-level", "place-list", "place-parted", "place-reading",
    "province-mismatch", "punctuation-doubled",
    "quote-style-mixed", "quotes-unpaired", "relative-date", "repeated-word", "same-source", "same-target", "sentence-added",
    "sentence-form", "sentence-missing", "slogan-number", "source-copied", "spacing", "spelling", "surname-split",
    "target-empty", "term-avoid", "term-drift", "term-inconsistent", "term-missing", "title-modifier", "unit-mismatch",
    "variant-in-document", "verb-form", "weekday-calendar", "wrong-body", "wrong-word",
}  # fmt: skip


def example_project(example):
    rows = [*example.before, (example.source, example.target)]
    has_source = any(source for source, _ in rows)
    texts = [target for _, target in rows]
    date = dt.date.fromisoformat(example.date) if example.date else None
    made = [replace(document("example", texts, has_source=has_source), date=date)]
    segments = {
        DocumentId("example"): tuple(
            Segment(SegmentId(100 + n), DocumentId("example"), n, source, target, imported_target=target)
            for n, (source, target) in enumerate(rows)
        )
    }
    for number, target in enumerate(example.elsewhere):
        name = DocumentId(f"other{number}")
        made.append(document(name, [target], has_source=False))
        segments[name] = (Segment(SegmentId(number + 1), name, 0, "", target, imported_target=target),)
    return Project(documents=tuple(made), segments=segments), segments[DocumentId("example")][-1]


def term_base_of(example):
    if not example.terms:
        return TermBase.empty()
    text = f"version: 2\nlanguage: {{source: zh, target: en}}\nentries:\n{example.terms}"
    return TermBase.build([parse_term_file(text.encode(), "example.yaml")])


def run_example(check, example):
    """Return the words found in the example's segment, and its target after the first fix of each finding."""
    project, segment = example_project(example)
    run = check_all(project, CheckContext(term_base_of(example)), CheckOptions(only=frozenset({check.id})))
    assert not run.failures, "the rule raised an exception"
    issues = run.issues(segment.id)
    fixed = segment.target
    for issue in reversed(issues):
        for fix in issue.fixes[:1]:
            if fix.part is FixPart.TARGET:
                fixed = fixed[: fix.span.start] + fix.replacement + fixed[fix.span.end :]
    return tuple(issue.target.of(segment.target) if issue.target else "" for issue in issues), fixed


CASES = [(check, example) for check in all_checks() for example in check.examples]


@pytest.mark.parametrize(("check", "example"), CASES, ids=[f"{c.id}-{e.target[:25]}" for c, e in CASES])
def test_a_check_does_what_its_examples_say(check, example):
    found, fixed = run_example(check, example)
    assert found == example.found
    if example.fixed:
        assert fixed == example.fixed


def test_the_checks_are_those_we_know_of():
    assert {check.id for check in all_checks()} == EXPECTED


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.id)
def test_every_check_explains_itself_and_shows_both_sides(check):
    assert check.__doc__
    for wording in (check.title, check.explanation):
        assert wording.en
        assert any("㐀" <= ch <= "鿿" for ch in wording.zh)
    assert sum(bool(example.found) for example in check.examples) >= 2
    assert sum(not example.found for example in check.examples) >= 2
