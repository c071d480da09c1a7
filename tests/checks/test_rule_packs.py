"""Every rule of every pack does what its examples say."""

from __future__ import annotations

import json

import jsonschema
import pytest
import yaml

from tests.checks.builders import document, segment, terms
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.phrase_index import text_words
from translator_desk.checks.registry import check_by_id
from translator_desk.checks.rule_pack import shipped_rules
from translator_desk.checks.rule_pack_check import RulePackCheck
from translator_desk.glossary.term_base import TermBase
from translator_desk.resources import resource_path, shipped_glossaries
from translator_desk.text.normalize import lowered

RULES = [(pack.check, rule) for pack in shipped_rules().packs for rule in pack.rules]
CASES = [(check, rule, example) for check, rule in RULES for example in rule.examples]
NO_TERMS = CheckContext(TermBase.empty())


def facts_of(example):
    return Facts(segment(1, example.text, example.zh), document(has_source=bool(example.zh)), NO_TERMS, example.zh)


@pytest.mark.parametrize(("check", "rule", "example"), CASES, ids=[f"{c}-{r.id}-{e.text[:20]}" for c, r, e in CASES])
def test_a_rule_does_what_its_examples_say(check, rule, example):
    speaker = check_by_id(check)
    assert isinstance(speaker, RulePackCheck)
    issues = sorted(speaker.found_by(facts_of(example), [(rule, rule.phrases)]), key=lambda one: one.target)
    assert tuple(one.target.of(example.text) for one in issues) == example.found
    fixed = example.text
    for one in reversed(issues):
        for fix in one.fixes[:1]:
            fixed = fixed[: fix.span.start] + fix.replacement + fixed[fix.span.end :]
    if example.fixed:
        assert fixed == example.fixed
    if example.found:
        assert rule.id in shipped_rules().candidates(text_words(lowered(example.text)))[check]


@pytest.mark.parametrize(("check", "rule"), RULES, ids=[f"{check}-{rule.id}" for check, rule in RULES])
def test_every_rule_shows_both_sides(check, rule):
    assert sum(bool(one.found) for one in rule.examples) >= 2
    assert sum(not one.found for one in rule.examples) >= 2
    assert any("㐀" <= ch <= "鿿" for ch in rule.why.zh)


def test_the_packs_are_those_of_the_checks():
    assert {check for check, _ in RULES} == {"calque", "grammar", "office-style"}
    assert len(RULES) > 100


def test_no_two_packs_of_a_check_name_a_rule_alike():
    names = [(check, rule.id) for check, rule in RULES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("path", sorted((shipped_glossaries() / "rules").glob("*.yaml")), ids=lambda path: path.name)
def test_the_schema_knows_what_the_reader_takes(path):
    schema = json.loads(resource_path("schemas", "rule_pack.schema.json").read_text("utf-8"))
    jsonschema.validate(yaml.safe_load(path.read_text("utf-8")), schema)


def test_what_the_term_base_accepts_is_no_finding():
    base = terms("- {id: t, kind: title, zh: [副书记], en: Vice Secretary of the Party Committee}\n")
    target = "The Vice Secretary of the Party Committee spoke."
    check = check_by_id("office-style")
    for context, found in ((NO_TERMS, 1), (CheckContext(base), 0)):
        for source in ("", "副书记发言。"):
            facts = Facts(segment(1, target, source), document(has_source=bool(source)), context, source)
            assert len(list(check.find(facts))) == found
