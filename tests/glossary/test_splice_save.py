"""A change rewrites the lines of its entry; every other byte stays."""

import random
import re
from dataclasses import replace

import pytest

from tests.glossary.builders import HEAD
from tests.glossary.layouts import make_entry, make_file, phrase
from translator_desk.errors import InputError, RefusedError
from translator_desk.glossary.entry import AvoidForm, Entry, Form, Kind, Office
from translator_desk.glossary.splice_save import delete_entry, hide_entry, put_entry, rename_references, show_entry
from translator_desk.glossary.yaml_file import parse_term_file
from translator_desk.glossary.yaml_write import entry_data, same_content

SEEDS = 3000
ODD = ["'", '"', ": ", " #", "\n", "  ", "- ", "[", "]", "{", "}", ",", "|", ">-", "\\", "\n    more", "\r", "\r\n", "\x85",
       "\u2028", "\n\n", "\n# c\n", "\n  # d\n", '"\n"', "'\n- id: z\n'", "- \n", "? "]  # fmt: skip
PARTS = [range(start, SEEDS, 8) for start in range(8)]


def comments(text):
    return re.findall(r"# c\d+,", text)


def lines_of(file):
    return [(one.id, one.origin.line) for one in file.entries] + [(one, at.line) for one, at in file.disabled]


def agrees(spliced):
    """The file that comes along is what its bytes say, lines included."""
    read = parse_term_file(spliced.data, spliced.file.path)
    assert read == spliced.file
    assert lines_of(read) == lines_of(spliced.file)
    return [entry_data(one) for one in read.entries]


def read(written, entries):
    file = parse_term_file(written.data, "f.yaml")
    assert [entry_data(one) for one in file.entries] == [entry_data(one) for one in entries]
    return file


def change(dice, entry):
    """Return the entry changed, and whether something was taken out of it."""
    drop = dice.choice([(), (), ("also",), ("note",), ("avoid",)])
    kept = replace(entry, **{key: type(getattr(entry, key))() for key in drop})
    if kept != entry:
        return kept, True
    return dice.choice(
        [
            replace(entry, en=phrase(dice)),
            replace(entry, zh=(*entry.zh, "新增")),
            replace(entry, also=(*entry.also, Form(phrase(dice)))),
            replace(entry, avoid=(AvoidForm(phrase(dice), "why: #1"), *entry.avoid)),
            replace(entry, offices=(*entry.offices, Office("mayor", "pl-a"))),
            replace(entry, short=(*entry.short, phrase(dice), "[x]"), word=True),
            replace(entry, verified=not entry.verified, single_holder=True),
            replace(entry, kind=Kind.OTHER, required=True),
        ]
    ), entry.note != "" or not entry.verified or entry.required


@pytest.mark.parametrize("seeds", PARTS, ids=lambda part: str(part.start))
def test_a_change_touches_the_lines_of_its_entry_only(seeds):
    for seed in seeds:
        written, entries = make_file(seed)
        file = read(written, entries)
        dice = random.Random(-seed)
        at = dice.randrange(len(entries))
        changed, taken = change(dice, entries[at])
        spliced = put_entry(written.data, file, changed)
        expected = [entry_data(changed if n == at else one) for n, one in enumerate(entries)]
        assert agrees(spliced) == expected, seed
        before = "".join(b + i for b, i in zip(written.before[:at], written.items[:at], strict=True))
        after = "".join(b + i for b, i in zip(written.before[at + 1 :], written.items[at + 1 :], strict=True))
        text = spliced.data.decode("utf-8-sig")
        assert spliced.data.startswith(written.bom)
        assert text.startswith(before + written.before[at]), seed
        assert text.endswith(after + written.after), seed
        if not taken:
            assert comments(text) == comments(written.text), seed
        assert put_entry(written.data, file, entries[at]).data == written.data


@pytest.mark.parametrize("seeds", PARTS, ids=lambda part: str(part.start))
def test_adding_puts_lines_in_and_changes_none(seeds):
    for seed in seeds:
        written, entries = make_file(seed)
        file = read(written, entries)
        new = make_entry(random.Random(-seed), "new")
        spliced = put_entry(written.data, file, new)
        said = agrees(spliced)
        assert [one for one in said if one["id"] != new.id] == [entry_data(one) for one in entries], seed
        assert entry_data(new) in said
        old, text = written.text.splitlines(), spliced.data.decode("utf-8-sig").splitlines()
        start = next((n for n, (a, b) in enumerate(zip(old, text, strict=False)) if a != b), len(old))
        more = len(text) - len(old)
        assert more > 0
        assert any(text[:n] + text[n + more :] == old for n in range(start + 1)), seed


@pytest.mark.parametrize("seeds", PARTS, ids=lambda part: str(part.start))
def test_deleting_takes_the_comment_along_and_nothing_else(seeds):
    for seed in seeds:
        written, entries = make_file(seed)
        file = read(written, entries)
        at = random.Random(-seed).randrange(len(entries))
        spliced = delete_entry(written.data, file, entries[at].id)
        assert agrees(spliced) == [entry_data(one) for n, one in enumerate(entries) if n != at], seed
        text = spliced.data.decode("utf-8-sig")
        kept = [one for n, one in enumerate(written.items) if n != at]
        for item in kept:
            assert item.rstrip() in text, seed
        assert text.count("\n") < written.text.count("\n") or not written.text.endswith("\n")
        own = re.findall(r"# c\d+,", written.items[at])
        assert not set(own) & set(comments(text)), seed
        assert set(comments(written.after)) <= set(comments(text)), seed


@pytest.mark.parametrize("seed", range(300))
def test_hiding_and_showing_again_leaves_the_file_as_it_was(seed):
    written, entries = make_file(seed)
    file = read(written, entries)
    one = random.Random(seed).choice(entries)
    hidden = hide_entry(written.data, file, one.id)
    agrees(hidden)
    assert [key for key, _ in hidden.file.disabled] == [one.id]
    assert hide_entry(hidden.data, hidden.file, one.id) == hidden
    shown = show_entry(hidden.data, hidden.file, one.id)
    assert agrees(shown) == [entry_data(each) for each in entries]


def test_an_entry_of_another_layer_is_hidden_by_an_item_of_its_own_and_replaced_by_an_override():
    data = (HEAD + "- {id: a, kind: other, zh: [甲乙], en: one}\n").encode()
    file = parse_term_file(data, "f.yaml")
    hidden = hide_entry(data, file, "t-shipped")
    assert hidden.data == data + b"- id: t-shipped\n  disabled: true\n"
    assert show_entry(hidden.data, hidden.file, "t-shipped").data == data
    override = Entry("t-shipped", Kind.TITLE, ("市长",), "mayor")
    put = put_entry(hidden.data, hidden.file, override)
    assert put.file.disabled == ()
    assert same_content(put.file.entries[1], override)


def test_only_what_differs_is_written_within_an_entry():
    text = (
        HEAD
        + """\
# the zone
- id: a   # stable
  kind: other
  zh: [甲乙, '丙丁']   # both
  avoid:
  # taken from the press
  - {en: insurance zone, why: "保税 is bonded"}   # seen twice
  - protection area
  en: zone
"""
    )
    file = parse_term_file(text.encode(), "f.yaml")
    (entry,) = file.entries
    changed = replace(entry, en="bonded zone", avoid=(*entry.avoid, AvoidForm("bond zone")), note="n", zh=("甲乙",))
    spliced = put_entry(text.encode(), file, changed).data.decode()
    expected = text.replace("en: zone\n", "en: bonded zone\n  note: n\n").replace(", '丙丁'", "")
    assert spliced == expected.replace("  - protection area\n", "  - protection area\n  - bond zone\n")


def test_a_new_entry_stands_where_its_kind_is_and_in_order_where_the_file_is():
    def item(key, kind):
        return f"- id: {key}\n  kind: {kind}\n  zh: [甲乙]\n  en: x\n"

    text = HEAD + item("a", "place") + item("c", "place") + item("d", "place") + item("b", "unit")
    file = parse_term_file(text.encode(), "f.yaml")

    def order(entry):
        return [one.id for one in put_entry(text.encode(), file, entry).file.entries]

    assert order(Entry("b2", Kind.PLACE, ("丙丁",), "y")) == ["a", "b2", "c", "d", "b"]
    assert order(Entry("0", Kind.PLACE, ("丙丁",), "y")) == ["0", "a", "c", "d", "b"]
    assert order(Entry("a2", Kind.UNIT, ("丙丁",), "y")) == ["a", "c", "d", "b", "a2"]
    assert order(Entry("a2", Kind.EVENT, ("丙丁",), "y")) == ["a", "c", "d", "b", "a2"]


@pytest.mark.parametrize("head", ["version: 2", "version: 2\nentries:\n", "version: 2\nentries: []  # none\nlanguage: {}\n",
                                  "version: 2\r\nentries: null\r\n", "entries:\nversion: 2\n"])  # fmt: skip
def test_an_empty_file_gets_its_first_entry(head):
    file = parse_term_file(head.encode(), "f.yaml")
    entry = Entry("a", Kind.OTHER, ("甲乙",), "one", required=False)
    spliced = put_entry(head.encode(), file, entry)
    assert agrees(spliced) == [entry_data(entry)]
    assert delete_entry(spliced.data, spliced.file, "a").file.entries == ()


def test_entries_in_brackets_are_changed_added_and_deleted_too():
    text = 'version: 2\nentries: [{id: a, kind: other, zh: [甲乙], en: "one"}, # first\n  {id: b, kind: other, zh: [丙丁], en: two}]\n'
    file = parse_term_file(text.encode(), "f.yaml")
    one, two = file.entries
    changed = put_entry(text.encode(), file, replace(one, en="uno"))
    assert changed.data.decode() == text.replace('"one"', '"uno"')
    added = put_entry(changed.data, changed.file, Entry("c", Kind.OTHER, ("戊己",), "three", required=False))
    assert [each["en"] for each in agrees(added)] == ["uno", "two", "three"]
    gone = delete_entry(added.data, added.file, two.id)
    assert [each["en"] for each in agrees(gone)] == ["uno", "three"]


def test_a_quoted_text_that_looks_like_an_item_is_not_taken_for_one():
    text = (
        HEAD
        + '- id: a\n  kind: other\n  zh: [甲乙]\n  en: "one\n- id: x\n# no comment"\n- {id: b, kind: other, zh: [丙丁], en: two}\n'
    )
    file = parse_term_file(text.encode(), "f.yaml")
    spliced = put_entry(text.encode(), file, replace(file.entries[1], en="2"))
    assert spliced.data.decode() == text.replace("en: two", 'en: "2"')
    gone = delete_entry(text.encode(), file, "b")
    assert gone.data.decode() == text[: text.index("- {id: b")]


def test_a_renamed_id_is_renamed_where_offices_name_it():
    text = HEAD + (
        "- {id: t-a, kind: title, zh: [市长], en: mayor}\n"
        "- {id: p-a, kind: person, zh: [甲乙], en: A, offices: [{post: t-a, place: pl-a}, {post: t-b}]}  # A\n"
    )
    file = parse_term_file(text.encode(), "f.yaml")
    renamed = put_entry(text.encode(), file, replace(file.entries[0], id="t-mayor"), instead_of="t-a")
    renamed = rename_references(renamed.data, renamed.file, "t-a", "t-mayor")
    agrees(renamed)
    assert renamed.data.decode() == text.replace("t-a", "t-mayor")
    with pytest.raises(RefusedError, match="used already"):
        put_entry(text.encode(), file, replace(file.entries[0], id="p-a"), instead_of="t-a")


def test_an_entry_that_breaks_a_rule_is_refused_in_the_words_of_the_reader():
    data = HEAD.encode()
    file = parse_term_file(data, "f.yaml")
    with pytest.raises(InputError, match="“en” is empty"):
        put_entry(data, file, Entry("a", Kind.OTHER, ("甲乙",), " "))
    spliced = put_entry(data, file, Entry("a", Kind.OTHER, (" 甲乙",), "one ", required=False))
    assert spliced.file.entries[0].zh == ("甲乙",)


@pytest.mark.parametrize("seed", range(0, 4000, 500))
def test_files_with_odd_bits_that_can_still_be_read_are_changed_without_harm(seed):
    read_ones = 0
    for number in range(seed, seed + 250):
        dice = random.Random(number)
        written, _ = make_file(number)
        text = written.text
        for _ in range(dice.randint(1, 3)):
            at = dice.randrange(len(text))
            text = text[:at] + dice.choice(ODD) + text[at + dice.choice([0, 0, 1, 2]) :]
        data = written.bom + text.encode()
        try:
            file = parse_term_file(data, "f.yaml")
        except InputError:
            continue
        if not file.entries:
            continue
        read_ones += 1
        entry = dice.choice(file.entries)
        changed, _ = change(dice, entry)
        said = [entry_data(one) for one in file.entries]
        at = file.entries.index(entry)
        assert agrees(put_entry(data, file, changed)) == [*said[:at], entry_data(changed), *said[at + 1 :]], number
        assert agrees(delete_entry(data, file, entry.id)) == [*said[:at], *said[at + 1 :]], number
        hidden = hide_entry(data, file, entry.id)
        agrees(hidden)
        assert agrees(show_entry(hidden.data, hidden.file, entry.id)) == said, number
        assert len(agrees(put_entry(data, file, replace(entry, id="zz-new")))) == len(said) + 1, number
    assert read_ones > 5
