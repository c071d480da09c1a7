"""Rule packs are read strictly, and phrases mean what the notation says."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.checks.phrase import PhraseError, phrase, refuse_template
from translator_desk.checks.phrase_index import text_words
from translator_desk.checks.rule_pack import RulePacks, parse_rule_pack
from translator_desk.errors import InputError

HEAD = "version: 1\ncheck: calque\nrules:\n"
RULE = """- id: a
  find: broad masses
  why: {en: e, zh: 中}
  found: ["the «broad masses»"]
  silent: [people]
"""


def found(notation, text, **options):
    return [match.group() for match in phrase(notation, **options).pattern.finditer(text)]


@pytest.mark.parametrize(
    ("notation", "text", "words"),
    [
        ("good job", "A good-job, a Good  job, goods job.", ["good-job", "Good  job"]),
        ("<carry> out", "He carried out what they carry out.", ["carried out", "carry out"]),
        ("(broad|vast) masses", "vast masses", ["vast masses"]),
        ("[the] masses", "the masses; masses", ["the masses", "masses"]),
        ("report[s]", "report reports reporter", ["report", "reports"]),
        ("people's life", "the people’s life", ["people’s life"]),
        ("in <MONTH> to <MONTH>", "in May to June", ["in May to June"]),
        ("with <NUMBER> % growth", "with 3.5% growth", ["with 3.5% growth"]),
        ("this August <END>", "this August. This August was", ["this August"]),
        ("CPC <PLACE> committee", "CPC Hengyang committee, CPC Municipal committee", ["CPC Hengyang committee"]),
        ("one masses", "anyone masses", []),
        ("party school", "a non-party school and party school-leavers", []),
    ],
)
def test_a_phrase_finds_what_its_notation_says(notation, text, words):
    assert found(notation, text) == words


def test_letters_count_only_where_asked():
    assert found("party committee", "Party committee", case=True) == []
    assert found("party committee", "Party committee") == ["Party committee"]


def test_the_words_written_take_endings_captures_and_capitals():
    one = phrase("<insist> on the (principle|path) of")
    match = one.pattern.search("They insisted on the path of peace.")
    assert one.rewritten(match, "<uphold> the $1 of") == "upheld the path of"
    match = one.pattern.search("Insist on the path of peace.")
    assert one.rewritten(match, "<uphold> the $1 of") == "Uphold the path of"


@pytest.mark.parametrize(
    "notation",
    ["", "(a|b", "broad masses)", "[broad]", "<Broad> masses", "<NOTHING> masses", "broad {masses}", "of it"],
)
def test_a_broken_phrase_says_what_is_wrong_in_both_languages(notation):
    with pytest.raises(PhraseError) as caught:
        phrase(notation)
    assert caught.value.en
    assert any("㐀" <= ch <= "鿿" for ch in caught.value.zh)


def test_a_template_asks_for_no_more_than_the_phrases_give():
    refuse_template("$1", [phrase("(broad|vast) masses")])
    with pytest.raises(PhraseError):
        refuse_template("$2", [phrase("(broad|vast) masses")])


@given(st.text(alphabet="abc ()[]<>|$&%.,-’'", max_size=30))
def test_any_text_is_a_phrase_or_refused(text):
    with suppress(PhraseError):
        assert phrase(text).anchors


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "p.yaml: holds no rules"),
        ("rules: []\n", "p.yaml:1:1: the file has no “version”"),
        ("version: 2\ncheck: calque\n", "p.yaml:1:10: “version” is one of 1"),
        (HEAD + RULE + RULE, "p.yaml:9:3: the id “a” is used already in line 4"),
        (HEAD + RULE.replace("find", "fnd"), "p.yaml:5:3: unknown key “fnd”; did you mean “find”?"),
        (HEAD + RULE.replace("  silent: [people]\n", ""), "p.yaml:4:3: the rule has no “silent”"),
        (HEAD + RULE.replace("broad masses\n", "(broad\n"), "p.yaml:5:9: a “)” is missing"),
        (HEAD + RULE.replace(", zh: 中", ""), "p.yaml:6:8: “why” needs both languages"),
        (HEAD + RULE.replace("«", "").replace("»", ""), "p.yaml:7:11: mark the words"),
        (HEAD + RULE.replace("[people]", "[«people»]"), "p.yaml:8:12: nothing is marked"),
        (HEAD + RULE + "  write: [the $1]\n", "p.yaml:9:10: “the $1” uses $1"),
        (HEAD + RULE + "  level: fatal\n", "p.yaml:9:10: “level” is one of"),
        (HEAD + RULE + "  zh: &x 中\n", "p.yaml:9:7: anchors"),
    ],
)
def test_what_is_wrong_is_named_with_line_and_column(text, message):
    with pytest.raises(InputError) as caught:
        parse_rule_pack(text.encode(), "p.yaml")
    assert str(caught.value).startswith(message)
    assert caught.value.render("zh")


def test_the_rules_that_may_speak_are_found_by_their_letters():
    packs = RulePacks([parse_rule_pack((HEAD + RULE).encode(), "p.yaml")])
    assert list(packs.candidates(text_words("the broad masses"))["calque"]) == ["a"]
    assert packs.candidates(text_words("the amasses")) == {}
