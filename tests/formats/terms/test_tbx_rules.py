"""What the desk writes keeps the rules of TBX-Basic, and a file that breaks one is told where."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.terms.test_exchange import FULL, OTHERS, PLAIN, TBX
from tests.glossary.layouts import make_entry
from translator_desk.errors import InputError
from translator_desk.formats.terms.registry import term_format
from translator_desk.formats.terms.tbx_rules import tbx_faults
from translator_desk.glossary.yaml_file import load_layers
from translator_desk.resources import shipped_glossaries

BROKEN = {
    "no tbx": ("<tbx ", "<tbxx ", "first element must be"),
    "another dialect": ('type="TBX-Basic"', 'type="TBX-Min"', "type must be TBX-Basic"),
    "no style": ('style="dca"', 'style="x"', "style must be"),
    "no language of the file": ('style="dca" xml:lang="en"', 'style="dca"', "xml:lang is missing"),
    "no namespace": ('xmlns="urn:iso:std:iso:30042:ed-2"', 'xmlns="x"', "namespace must be"),
    "no header": ("<fileDesc>", "<other>", "header must hold"),
    "no language of a section": ('<langSec xml:lang="zh">', "<langSec>", "xml:lang is missing"),
    "no section": ("langSec", "langSet", "a concept needs a langSec"),
    "no term": ("termSec", "tig", "needs a termSec"),
    "an unknown status": ("preferredTerm-admn-sts", "bestTerm", "is one of admittedTerm"),
    "an unknown category": ('type="subjectField"', 'type="colour"', "no part of TBX-Basic"),
    "a category in another element": ('<descrip type="subjectField">', '<admin type="subjectField">', "no part of"),
    "a category elsewhere": ('type="administrativeStatus"', 'type="subjectField"', "no part of"),
    "a concept that is none": ("conceptEntry", "termEntry", "stands where conceptEntry must"),
    "an id twice": ('id="x-b"', 'id="p-a"', "stands twice"),
    "an empty term": ("<term>丙丁</term>", "<term> </term>", "term is empty"),
    "a term behind": ("<term>丙丁</term>", "", "begin with its one term"),
}


def faults(data):
    return [(one.line, str(one.message)) for one in tbx_faults(data, "f.tbx")]


@pytest.mark.parametrize("name", TBX)
def test_what_the_desk_writes_breaks_no_rule(name):
    entries = [FULL, PLAIN, *(make_entry(random.Random(seed), seed) for seed in range(60))]
    assert faults(term_format(name).write(entries).data) == []
    shipped = load_layers(shipped_glossaries(), None, []).entries
    assert faults(term_format(name).write(shipped).data) == []


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_rule_is_named(case):
    old, new, said = BROKEN[case]
    text = term_format("tbx").write([FULL, PLAIN]).data.decode()
    assert old in text
    text = text.replace(old, new)
    if old.startswith("<fileDesc>"):
        text = text.replace("</fileDesc>", "</other>")
    if "admin type" in new:
        text = text.replace("person</descrip>", "person</admin>").replace("other</descrip>", "other</admin>")
    if "tbxx" in new:
        text = text.replace("</tbx>", "</tbxx>")
    found = faults(text.encode())
    assert any(said in message for _, message in found), found
    assert all(line is not None for line, _ in found)


def test_the_line_is_that_of_the_file():
    text = term_format("tbx").write([PLAIN]).data.decode().replace("preferredTerm-admn-sts", "best", 1)
    line = next(number for number, one in enumerate(text.splitlines(), 1) if "best" in one)
    assert [found for found, _ in faults(text.encode())] == [line]


def test_a_category_of_the_style_dct_belongs_to_its_module():
    text = term_format("tbx-dct").write([PLAIN]).data.decode()
    swapped = text.replace("<min:subjectField>", "<basic:subjectField>").replace("</min:sub", "</basic:sub")
    assert [message for _, message in faults(swapped.encode())] == ["“subjectField” belongs to the module min"]
    mixed = text.replace("<min:subjectField>", '<descrip type="subjectField">').replace(
        "</min:subjectField>", "</descrip>"
    )
    assert len(faults(mixed.encode())) == 1


def test_a_file_of_others_is_read_although_it_breaks_rules():
    assert any("sourceDesc" in message for _, message in faults(OTHERS.encode()))
    assert term_format("tbx").read(OTHERS.encode(), "f.tbx").entries


@given(st.text("<>/ab tbxconceptEntry=\"'", max_size=60).map(str.encode))
def test_any_bytes_are_answered(data):
    sentence, found = "f.tbx", ("not read",)
    try:
        found = tbx_faults(data, "f.tbx")
    except InputError as error:
        sentence = str(error)
    assert sentence.startswith("f.tbx")
    assert found
