"""What the shipped term bases say beside the Chinese: no accepted form is to be avoided, each form to avoid is found."""

from functools import cache

import pytest

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.rules.term_avoid import TermAvoid
from translator_desk.glossary.entry import Kind
from translator_desk.glossary.yaml_file import load_layers
from translator_desk.resources import shipped_glossaries

KINDS = (Kind.ORGANISATION, Kind.TITLE, Kind.EVENT, Kind.SLOGAN, Kind.OTHER)


@cache
def shipped():
    return load_layers(shipped_glossaries(), None, [])


def found(source, target):
    facts = Facts(segment(1, target, source), document(has_source=bool(source)), CheckContext(shipped()), source)
    return [issue.target.of(target) for issue in TermAvoid().find(facts)]


def beside(entry, words):
    words = words.replace("{place} ", "").replace("{place}", "")
    return found(f"有关{entry.zh[0]}。", f"This is about {words}.")


@pytest.mark.parametrize("kind", KINDS)
def test_no_accepted_form_is_to_be_avoided_beside_its_chinese(kind):
    entries = [entry for entry in shipped().entries if entry.kind is kind]
    assert len(entries) > 100
    flagged = [(e.id, words, said) for e in entries for words in (*e.accepted, *e.short) if (said := beside(e, words))]
    assert flagged == []


@pytest.mark.parametrize("kind", KINDS)
def test_each_form_to_avoid_is_found_beside_its_chinese(kind):
    entries = [entry for entry in shipped().entries if entry.kind is kind]
    unseen = [
        (entry.id, form.en)
        for entry in entries
        for form in entry.avoid
        if form.until is None and not beside(entry, form.en)
    ]
    assert unseen == []


def test_what_is_to_be_avoided_everywhere_is_found_without_the_chinese():
    unseen = [
        (entry.id, form.en)
        for entry in shipped().entries
        if entry.kind in KINDS
        for form in entry.avoid
        if not form.with_source and form.until is None and not found("", f"This is about {form.en}.")
    ]
    assert unseen == []
