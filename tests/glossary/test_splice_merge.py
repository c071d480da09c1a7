"""Two versions of one file laid together."""

import random
from dataclasses import replace

import pytest

from tests.glossary.builders import HEAD
from tests.glossary.layouts import make_entry, make_file, phrase
from tests.glossary.test_splice_save import comments
from translator_desk.errors import InputError
from translator_desk.glossary.splice_merge import Side, hunks, merge_files
from translator_desk.glossary.splice_save import delete_entry, hide_entry, put_entry
from translator_desk.glossary.yaml_file import parse_term_file
from translator_desk.glossary.yaml_write import entry_data, same_content

A = "- id: a\n  kind: other\n  zh: [甲乙]\n  en: one\n"
B = "- id: b\n  kind: other\n  zh: [丙丁]\n  en: two\n"
C = "- id: c\n  kind: other\n  zh: [戊己]\n  en: three\n"


def merged(base, mine, theirs, **resolved):
    return merge_files(base.encode(), mine.encode(), theirs.encode(), "f.yaml", "project", resolved)


def english(found):
    return {one.id: one.en for one in found.file.entries}


def test_comments_of_both_stand_and_lines_of_both_are_there():
    base = HEAD + A + B
    mine = base.replace("en: one", "en: uno  # mine")
    theirs = HEAD + "# theirs\n" + A + B.replace("en: two", "en: due") + C
    found = merged(base, mine, theirs)
    assert found.conflicts == ()
    assert found.data.decode() == theirs.replace("en: one", "en: uno  # mine")
    assert english(found) == {"a": "uno", "b": "due", "c": "three"}


def test_two_fields_of_one_entry_in_neighbouring_lines_are_both_kept():
    base = HEAD + A
    found = merged(base, base.replace("en: one", "en: uno"), base.replace("[甲乙]", "[甲乙, 甲乙丙]"))
    assert found.conflicts == ()
    assert [(one.en, one.zh) for one in found.file.entries] == [("uno", ("甲乙", "甲乙丙"))]


def test_the_same_field_is_asked_about_and_either_answer_counts():
    base = HEAD + A + B
    mine, theirs = base.replace("one", "uno"), base.replace("one", "eins").replace("two", "zwei")
    (asked,) = merged(base, mine, theirs).conflicts
    assert (asked.entry_id, asked.fields, asked.mine.en, asked.theirs.en) == ("a", ("en",), "uno", "eins")
    assert english(merged(base, mine, theirs, a=Side.MINE)) == {"a": "uno", "b": "zwei"}
    assert english(merged(base, mine, theirs, a=Side.THEIRS)) == {"a": "eins", "b": "zwei"}


def test_an_entry_deleted_by_one_and_changed_by_the_other_is_asked_about():
    base = HEAD + A + B
    mine, theirs = HEAD + B, base.replace("one", "eins")
    (asked,) = merged(base, mine, theirs).conflicts
    assert (asked.fields, asked.mine, asked.theirs.en) == (("entry",), None, "eins")
    assert english(merged(base, mine, theirs, a=Side.MINE)) == {"b": "two"}
    assert english(merged(base, mine, theirs, a=Side.THEIRS)) == {"a": "eins", "b": "two"}


def test_one_that_is_switched_off_by_one_and_changed_by_the_other_is_asked_about():
    base = HEAD + A + B
    theirs = base.replace("en: one\n", "en: one\n  disabled: true\n")
    mine = base.replace("one", "uno")
    assert [one.entry_id for one in merged(base, mine, theirs).conflicts] == ["a"]
    off = merged(base, mine, theirs, a=Side.THEIRS)
    assert ([key for key, _ in off.file.disabled], english(off)) == (["a"], {"b": "two"})
    assert english(merged(base, mine, theirs, a=Side.MINE)) == {"a": "uno", "b": "two"}


def test_what_cannot_be_read_is_refused_and_an_unreadable_base_is_no_hindrance():
    base = HEAD + A
    with pytest.raises(InputError):
        merged(base, base + "- id: [\n", base)
    found = merged("not: [", base, HEAD + A + B)
    assert english(found) == {"a": "one", "b": "two"}


@pytest.mark.parametrize("part", range(8))
def test_changes_of_different_entries_never_ask_and_keep_every_comment_of_the_lines_they_leave(part):
    for seed in range(part, 400, 8):
        written, entries = make_file(seed)
        if len(entries) < 2:
            continue
        dice = random.Random(-seed)
        one, other = dice.sample(entries, 2)
        file = parse_term_file(written.data, "f.yaml")
        ours = replace(one, en=phrase(dice))
        mine = put_entry(written.data, file, ours)
        how = dice.choice([put_entry, delete_entry, hide_entry])
        if how is put_entry:
            extra = make_entry(dice, 99)
            theirs = put_entry(written.data, file, replace(other, also=()))
            theirs = put_entry(theirs.data, theirs.file, extra)
        else:
            theirs = how(written.data, file, other.id)
        found = merge_files(written.data, mine.data, theirs.data, "f.yaml", file.layer)
        assert found.conflicts == (), seed
        assert found.file == parse_term_file(found.data, "f.yaml")
        want = {str(each.id): each for each in theirs.file.entries} | {ours.id: ours}
        assert {each.id for each in found.file.entries} == set(want), seed
        assert all(same_content(each, want[each.id]) for each in found.file.entries), seed
        assert [key for key, _ in found.file.disabled] == [key for key, _ in theirs.file.disabled], seed
        kept = set(comments(theirs.data.decode())) & set(comments(mine.data.decode()))
        assert len(kept - set(comments(found.data.decode()))) <= 2, seed  # those of lines that met
        assert entry_data(one) == entry_data(next(each for each in entries if each.id == one.id))


def test_hunks_turn_one_list_into_the_other():
    dice = random.Random(5)
    for _ in range(500):
        old = [dice.choice("abcd") for _ in range(dice.randint(0, 12))]
        new = [dice.choice("abcd") for _ in range(dice.randint(0, 12))]
        made, at = [], 0
        for first, last, lines in hunks(old, new):
            made += old[at:first] + lines
            at = last
        assert made + old[at:] == new
