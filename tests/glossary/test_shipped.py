"""The shipped term bases: readable, valid, without contradictions."""

import json
import re

import jsonschema
import pytest
import yaml

from tests.glossary.builders import term_base
from translator_desk.glossary.lint import lint
from translator_desk.glossary.yaml_file import load_layers
from translator_desk.resources import resource_path, shipped_glossaries

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
FILES = sorted(shipped_glossaries().glob("*.yaml"))


def test_they_are_read_and_have_nothing_to_mend():
    shipped = load_layers(shipped_glossaries(), None, [])
    assert len(shipped) > 1800
    assert [f"{problem.origin} {problem.message}" for problem in lint(shipped)] == []


def test_every_shipped_entry_names_its_source_with_its_date_or_is_unverified():
    entries = load_layers(shipped_glossaries(), None, []).entries
    assert [one.id for one in entries if one.verified and not _YEAR.search(one.source)] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_they_fit_the_schema(file):
    schema = json.loads(resource_path("schemas", "glossary.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(yaml.load(file.read_text("utf-8"), yaml.BaseLoader))


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("- {id: u-a, kind: unit, zh: [吨], en: ton}\n", "one character only"),
        ("- {id: u-a, kind: unit, zh: [三成], not_inside: [完成], en: tenth}\n", "holds none of its forms"),
        ("- {id: x-a, kind: other, zh: [甲乙], en: one, avoid: [One]}\n", "accepted and to be avoided at once"),
        ("- {id: p-a, kind: person, zh: [甲乙], en: A, offices: [{post: t-none}]}\n", "which no entry has"),
        ("- {id: p-a, kind: person, zh: [甲乙], en: A, offices: [{post: p-a}]}\n", "is a person and no title"),
        (
            "- {id: p-a, kind: person, zh: [甲乙], en: A, offices: [{post: Mayor, from: '2020', to: '2019'}]}\n",
            "before it begins",
        ),
    ],
)
def test_what_is_wrong_with_an_entry_is_told(entry, said):
    (problem,) = lint(term_base(entry))
    assert said in str(problem.message)
    assert problem.origin.line == 4
