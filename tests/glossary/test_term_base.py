import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.builders import term_base, term_file
from translator_desk.errors import InputError
from translator_desk.glossary.entry import Entry, Kind, Layer
from translator_desk.glossary.renderings import accepted_index, avoid_index, renderings_of
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import EntryId
from translator_desk.text.tokens import letters_only


def entry(key, *zh, kind=Kind.OTHER, not_inside=(), en="term"):
    return Entry(EntryId(key), kind, zh, en, not_inside=not_inside)


def base(*entries):
    return TermBase({one.id: one for one in entries})


def ids(term_base, text):
    return [match.entry.id for match in term_base.find_source(text)]


def test_a_nearer_layer_replaces_the_whole_entry_and_hides_what_it_disables():
    shipped = term_file(
        "- {id: a, kind: other, zh: [甲乙], en: one, note: old}\n- {id: b, kind: other, zh: [丙丁], en: two}\n",
        Layer.SHIPPED,
    )
    project = term_file("- {id: a, kind: other, zh: [甲乙], en: uno}\n- {id: b, disabled: true}\n")
    made = TermBase.build([project, shipped])
    assert [(one.id, one.en, one.note, one.layer) for one in made.entries] == [("a", "uno", "", Layer.PROJECT)]


def test_one_id_twice_in_a_layer_names_both_places():
    text = "- {id: a, kind: other, zh: [甲乙], en: one}\n"
    with pytest.raises(InputError, match=r"two\.yaml:4.*one\.yaml:4"):
        TermBase.build([term_file(text, Layer.SHIPPED, "one.yaml"), term_file(text, Layer.SHIPPED, "two.yaml")])


def test_a_later_project_file_lies_over_an_earlier_one():
    one = term_file("- {id: a, kind: other, zh: [甲乙], en: one}\n", path="one.yaml")
    two = term_file("- {id: a, kind: other, zh: [甲乙], en: two}\n", path="two.yaml")
    assert TermBase.build([one, two]).entry("a").en == "two"


def test_traditional_forms_are_found_in_simplified_text():
    assert ids(base(entry("a", "萬億")), "三万亿元") == ["a"]


def test_one_character_is_never_found_alone():
    assert ids(base(entry("a", "衡", "驻衡")), "衡山，驻衡部队") == ["a"]


def test_two_entries_claim_one_place_each_by_its_own_not_inside():
    made = base(entry("a", "长江", not_inside=("长江大桥",)), entry("b", "长江"))
    assert ids(made, "长江大桥") == ["b"]
    assert ids(made, "长江边") == ["a", "b"]


WORDS = st.text("甲乙丙丁", min_size=2, max_size=3)
ENTRIES = st.lists(
    st.builds(
        lambda key, zh, blocked: entry(f"e{key}", zh, not_inside=(blocked,)),
        st.integers(0, 4),
        WORDS,
        st.text("甲乙丙丁", min_size=3, max_size=4),
    ),
    max_size=6,
)


@given(ENTRIES, ENTRIES, st.text("甲乙丙丁", max_size=12))
def test_a_term_base_after_changes_finds_what_one_built_anew_finds(entries, changes, text):
    changed = base(*entries)
    changed.hits(text)
    for one in changes:
        changed = changed.with_entry(one)
    anew = TermBase({one.id: one for one in changed.entries})
    assert sorted((m.span, m.entry.id) for m in changed.find_source(text)) == sorted(
        (m.span, m.entry.id) for m in anew.find_source(text)
    )


PLAIN = st.lists(st.builds(lambda key, zh: entry(f"e{key}", zh), st.integers(0, 4), WORDS), max_size=6)


@given(PLAIN, PLAIN, st.text("甲乙丙丁", max_size=12))
def test_entries_that_claim_one_place_do_so_together_after_changes_too(entries, changes, text):
    changed = base(*entries)
    changed.hits(text)
    for one in changes:
        changed = changed.with_entry(one)
    assert changed.claims(text) == TermBase({one.id: one for one in changed.entries}).claims(text)


@given(ENTRIES, ENTRIES)
def test_what_changed_is_told(entries, changes):
    before = base(*entries)
    after = before
    for one in changes:
        after = after.with_entry(one)
    if entries:
        after = after.without_entry(entries[0].id)
    told = {(was or now).id for was, now in after.changed_since(before)}
    keys = {one.id for one in (*before.entries, *after.entries)}
    assert told == {key for key in keys if before.entry(key) != after.entry(key)}


@given(ENTRIES, st.lists(st.integers(0, 9)), st.booleans())
def test_entries_after_changes_stand_in_the_order_of_a_dictionary(entries, changes, searched):
    changed = base(*entries)
    plain = {one.id: one for one in changed.entries}
    if searched:
        changed.hits("甲乙")  # changed beside the search, not built anew
    for number in changes:
        key = f"e{number // 2}"
        if number % 2:
            plain[key] = entry(key, "甲乙", en=f"term {len(plain)}")
            changed = changed.with_entry(plain[key])
        else:
            plain.pop(key, None)
            changed = changed.without_entry(key)
        assert len(changed) == len(plain)
        assert [changed.entry(f"e{one}") for one in range(5)] == [plain.get(f"e{one}") for one in range(5)]
        assert changed.in_order(reversed(plain.values())) == tuple(plain.values())
    assert changed.entries == tuple(plain.values())


@given(ENTRIES, ENTRIES, st.booleans())
def test_what_changed_is_told_the_other_way_about_when_a_change_is_taken_back(entries, changes, searched):
    before = base(*entries)
    if searched:
        before.hits("甲乙")  # changed beside the search, not built anew
    for one in changes:
        after = before.with_entry(one)
        there = after.changed_since(before)
        assert before.changed_since(after) == tuple((now, was) for was, now in there)
        assert before.changed_since(before) == ()


def test_an_index_is_built_once():
    made = base(entry("a", "甲乙"))
    calls = []

    def build(term_base):
        calls.append(term_base)
        return len(calls)

    assert (made.index(build), made.index(build), calls) == (1, 1, [made])


def test_forms_and_forms_to_avoid_follow_a_change():
    before = term_base("- {id: a, kind: other, zh: [甲乙], en: alpha, avoid: [alfa form]}\n")
    assert avoid_index(before).candidates(letters_only("The Alfa forms").split())
    assert renderings_of(before).of(before.entry("a")).accepted[0].form == "alpha"
    before.hits("甲")
    after = before.with_entry(term_base("- {id: a, kind: other, zh: [甲乙], en: beta, avoid: [gamma]}\n").entry("a"))
    assert not [one for one in avoid_index(after).candidates(["the", "alfa", "form"]) if one.form.en == "alfa form"]
    assert [one.form.en for one in avoid_index(after).candidates(["gamma"])] == ["gamma"]
    assert renderings_of(after).of(after.entry("a")).accepted[0].form == "beta"


def test_what_accepted_forms_hold_follows_a_change():
    before = base(entry("a", "甲乙", en="the spirit of things"), entry("b", "丙丁", en="a free spirit"))
    before.hits("甲乙")
    assert {one.form for one in accepted_index(before).longer_than("spirit")} == {
        "the spirit of things",
        "a free spirit",
    }
    after = before.with_entry(entry("a", "甲乙", en="the point")).with_entry(entry("c", "甲丁", en="Spirit Level"))
    after = after.without_entry("b")
    assert [one.form for one in accepted_index(after).longer_than("spirit")] == ["Spirit Level"]
    assert not accepted_index(after).longer_than("spirit level")


def test_what_is_built_from_other_kinds_stands_after_a_change():
    calls = []

    def titles(term_base):
        calls.append("titles")
        return [one.en for one in term_base.of_kind(Kind.TITLE)]

    def nested(term_base):
        calls.append("nested")
        return len(term_base.index(titles))

    def whole(term_base):
        calls.append("whole")
        return len(term_base)

    def values(term_base):
        return term_base.index(nested), term_base.index(whole)

    made = term_base("- {id: a, kind: title, zh: [市长], en: Mayor}\n")
    made.hits("一")
    assert values(made) == (1, 1)
    assert calls == ["nested", "titles", "whole"]
    other = made.with_entry(term_base("- {id: b, kind: other, zh: [会议], en: meeting}\n").entry("b"))
    assert values(other) == (1, 2)
    assert calls == ["nested", "titles", "whole", "whole"]
    third = other.with_entry(term_base("- {id: c, kind: title, zh: [县长], en: County Head}\n").entry("c"))
    assert values(third) == (2, 3)
    assert calls[4:] == ["nested", "titles", "whole"]
