import pytest

from tests.glossary.builders import term_base
from translator_desk.glossary.entry import AvoidForm, Kind
from translator_desk.glossary.lint import lint
from translator_desk.glossary.new_entry import guessed_kind, new_term, similar_entries, with_avoid, with_variant
from translator_desk.glossary.new_id import new_id
from translator_desk.glossary.term_base import TermBase
from translator_desk.glossary.yaml_file import load_layers
from translator_desk.resources import shipped_glossaries

SHIPPED = load_layers(shipped_glossaries(), None, [])


@pytest.mark.parametrize(
    ("zh", "en", "kind"),
    [
        ("王小明", "Wang Xiaoming", Kind.PERSON),
        ("欧阳海燕", "Ouyang Haiyan", Kind.PERSON),
        ("祁东县", "Qidong County", Kind.PLACE),
        ("水利局", "Water Resources Bureau", Kind.ORGANISATION),
        ("文化馆馆长", "curator", Kind.TITLE),
        ("明天", "tomorrow", Kind.OTHER),
    ],
)
def test_the_kind_is_guessed_from_entries_of_that_ending(zh, en, kind):
    assert guessed_kind(zh, en, SHIPPED) is kind


def test_a_term_marked_in_the_text_is_an_unverified_entry_with_its_provenance():
    entry = new_term("綜合 保税区", "the  comprehensive bonded zone", TermBase.empty(), "a.txt, segment 4")
    assert (entry.zh, entry.en, entry.verified) == (("综合保税区",), "comprehensive bonded zone", False)
    assert (entry.id, entry.source) == ("x-comprehensive-bonded-zone", "a.txt, segment 4")
    assert lint(TermBase({entry.id: entry})) == ()


def test_ids_are_plain_and_new():
    assert new_id(Kind.PLACE, "{place} Xi'an–Lyu City", ()) == "pl-xian-lyu-city"
    assert new_id(Kind.PERSON, "Lü Yí", {"p-lu-yi"}) == "p-lu-yi-2"
    assert new_id(Kind.OTHER, "市长", ()) == "x-term"


def test_a_variant_and_a_form_to_avoid_exclude_each_other():
    base = term_base("- {id: a, kind: other, zh: [甲乙], en: one, also: [uno], short: [un], avoid: [eins]}\n")
    entry = base.entry("a")
    accepted = with_variant(entry, "Eins")
    assert ([one.en for one in accepted.also], accepted.avoid) == (["uno", "Eins"], ())
    assert with_variant(entry, "ONE") == entry
    avoided = with_avoid(with_avoid(entry, AvoidForm("Uno", "calque")), AvoidForm("un"))
    assert (avoided.also, avoided.short, [one.en for one in avoided.avoid]) == ((), (), ["eins", "Uno", "un"])
    with pytest.raises(ValueError, match="preferred"):
        with_avoid(entry, AvoidForm("One"))


def test_entries_that_may_be_the_same_are_named():
    base = term_base("- {id: a, kind: other, zh: [甲乙], en: one}\n- {id: b, kind: other, zh: [丙丁], en: two}\n")
    assert [one.id for one in similar_entries("甲乙", "Two", base)] == ["a", "b"]
