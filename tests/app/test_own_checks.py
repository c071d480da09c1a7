"""Words and rule packs of a person, a house and a project."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.builders import session
from translator_desk.app.checking import Checking
from translator_desk.app.jobs import InlineLane
from translator_desk.app.own_checks import (
    add_word,
    project_words,
    read_own,
    read_usable_own,
    read_words,
    remove_word,
)
from translator_desk.app.paths import Paths
from translator_desk.checks.base import NOTHING_OF_ONES_OWN, OwnFacts
from translator_desk.checks.rule_pack import own_rules, shipped_rules
from translator_desk.errors import InputError
from translator_desk.glossary.term_base import TermBase

PACK = """version: 1
check: calque
rules:
- id: {id}
  find: {find}
  write: {write}
  why: {{en: of this house, zh: 本单位规定}}
  found: ["the «{find}» came", "a «{find}» went"]
  silent: [people, others]
"""


def pack(folder, name="own.yaml", **fields):
    folder.mkdir(parents=True, exist_ok=True)
    text = PACK.format(**{"id": "own-rule", "find": "working meeting", "write": "meeting", **fields})
    (folder / name).write_text(text, "utf-8")
    return folder / name


def checking_of(*targets, own=NOTHING_OF_ONES_OWN):
    made, _ = session(("one", [("。", target) for target in targets]))
    checking = Checking(made, TermBase.empty(), InlineLane(), own, yields=False)
    checking.start()
    return checking


def english(checking):
    return [one for one in checking.all_issues() if one.check in ("spelling", "calque")]


def issues(target, own=NOTHING_OF_ONES_OWN):
    return [(one.check, one.target.of(target), one.expected[:1]) for one in english(checking_of(target, own=own))]


def test_a_word_of_ones_own_is_no_slip():
    assert issues("He ate temperment.")[0][0] == "spelling"
    assert issues("He ate temperment.", OwnFacts(frozenset({"temperment"}))) == []


def test_a_word_added_while_people_work_clears_its_flags_and_comes_back_with_them():
    checking = checking_of("He ate temperment.", "They saw recieve.")
    before = english(checking)
    checking.use_own(OwnFacts(frozenset({"temperment"})))
    assert english(checking) == before[1:]
    checking.use_own(OwnFacts())
    assert english(checking) == before


def test_a_rule_of_the_house_speaks_and_names_its_line(tmp_path):
    own = own_rules([pack(tmp_path / "rules").parent])
    assert issues("The working meeting ended.", OwnFacts(rules=own)) == [("calque", "working meeting", ("meeting",))]


def test_a_rule_of_ones_own_stands_over_the_shipped_one_of_its_id(tmp_path):
    text = "In the next step, the city will build roads."
    shipped = issues(text)
    assert shipped[0][:2] == ("calque", "In the next step")
    name = next(
        rule.id for one in shipped_rules().packs for rule in one.rules if rule.examples[0].text.startswith(text[:16])
    )
    own = own_rules([pack(tmp_path, id=name).parent])
    assert issues(text, OwnFacts(rules=own)) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (PACK.format(id="a", find="broad masses", write="people").replace("calque", "nonsense"), 2),
        (PACK.format(id="a", find="broad masses", write="people").replace("write:", "wrote:"), 6),
    ],
)
def test_a_pack_that_is_wrong_is_named_with_its_line(tmp_path, text, line):
    folder = tmp_path / "glossary" / "rules"
    folder.mkdir(parents=True)
    (folder / "bad.yaml").write_text(text, "utf-8")
    with pytest.raises(InputError) as refused:
        read_own(None, [tmp_path / "glossary"])
    assert refused.value.line == line
    assert refused.value.file.endswith("bad.yaml")
    own, problems = read_usable_own(None, [tmp_path / "glossary"])
    assert own.rules is None
    assert [one.line for one in problems] == [line]


def test_words_stand_with_the_person_and_beside_the_project(tmp_path):
    paths, project = Paths.under(tmp_path / "home"), tmp_path / "work" / "texts.desk"
    project.parent.mkdir()
    assert add_word(paths.own_words, "koklass")
    assert add_word(project_words(project), "Goralish")
    assert not add_word(project_words(project), "goralish")
    assert project_words(project).name == "texts.words.txt"
    assert read_own(paths, (), project).words == {"koklass", "goralish"}
    assert read_own(None, (), project).words == {"goralish"}
    assert remove_word(paths.own_words, "koklass")
    assert not remove_word(paths.own_words, "koklass")
    assert read_own(paths, (), project).words == {"goralish"}


def test_two_words_in_a_line_are_named(tmp_path):
    file = tmp_path / "words.txt"
    file.write_text("# remark\ngoral\ntwo words\n", "utf-8")
    with pytest.raises(InputError) as refused:
        read_words(file)
    assert (refused.value.line, refused.value.column) == (3, 1)


@given(st.lists(st.text("abcé", min_size=1, max_size=5)))
def test_whatever_is_added_is_read_and_what_is_removed_is_gone(tmp_path_factory, words):
    file = tmp_path_factory.mktemp("words") / "words.txt"
    for word in words:
        add_word(file, word)
    assert read_words(file) == set(words)
    for word in words[1:]:
        remove_word(file, word)
    assert read_words(file) == {*words[:1]} - set(words[1:])
