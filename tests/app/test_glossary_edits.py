import datetime as dt
from dataclasses import replace

import pytest

from tests.app.test_glossary_files import english, places  # noqa: F401
from tests.glossary.builders import HEAD
from translator_desk.app.glossary_edits import GlossaryEdits
from translator_desk.app.glossary_files import GlossaryFiles
from translator_desk.app.glossary_history import history
from translator_desk.errors import InputError, RefusedError
from translator_desk.glossary.entry import Entry, Form, Kind, Layer, Office
from translator_desk.glossary.splice_merge import Side

NOW = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)


@pytest.fixture
def desk(places):  # noqa: F811
    files = GlossaryFiles(places)
    return files, GlossaryEdits(files, "Li", lambda: NOW)


def test_a_changed_shipped_entry_is_an_override_that_can_be_dropped(desk):
    files, edits = desk
    shipped = files.places.shipped / "s.yaml"
    before = shipped.read_bytes()
    base = files.term_base.entry("s")
    outcome = edits.put(replace(base, en="mine"), base, why="house style")
    assert (outcome.saved, outcome.entry.en, outcome.entry.layer) == (True, "mine", Layer.PROJECT)
    assert edits.is_override("s")
    assert shipped.read_bytes() == before
    (change,) = history(outcome.path, "s")
    assert (change.author, change.at, change.why, change.before) == ("Li", NOW, "house style", None)
    reverted = edits.delete(outcome.entry)
    assert (reverted.entry, edits.is_override("s")) == (base, False)
    assert files.look(100.0).changed == ()  # what the desk wrote is no news


def test_an_entry_is_switched_off_and_on_where_it_is_not_shipped(desk):
    files, edits = desk
    edits.switch_off("s")
    assert files.term_base.entry("s") is None
    edits.switch_on("s")
    assert files.term_base.entry("s").en == "shipped"
    with pytest.raises(RefusedError, match="switch it off"):
        edits.delete(files.term_base.entry("s"))


def test_what_somebody_else_did_meanwhile_is_kept_and_the_version_before_stays_beside(desk):
    files, edits = desk
    own = files.places.project[0]
    base = edits.put(Entry("a", Kind.OTHER, ("甲乙",), "one", required=False), None).entry
    text = own.read_text("utf-8").replace("en: one", "en: one\n  note: theirs  # a remark\n")
    own.write_text("# ours\n" + text, "utf-8")
    outcome = edits.put(replace(base, also=(Form("uno"),)), base)
    assert (outcome.entry.note, outcome.entry.also) == ("theirs", (Form("uno"),))
    assert own.read_text("utf-8").startswith("# ours\n")
    assert "# a remark" in own.read_text("utf-8")
    assert own.with_name(own.name + ".bak").read_text("utf-8") == "# ours\n" + text
    assert history(own)[-1].fields == ("also",)


def test_the_same_field_changed_twice_is_asked_about(desk):
    files, edits = desk
    own = files.places.project[0]
    base = edits.put(Entry("a", Kind.OTHER, ("甲乙",), "one", required=False), None).entry
    own.write_text(own.read_text("utf-8").replace("en: one", "en: theirs"), "utf-8")
    now = own.read_bytes()
    outcome = edits.put(replace(base, en="mine"), base)
    assert (outcome.saved, outcome.conflicts, outcome.theirs.en) == (False, ("en",), "theirs")
    assert own.read_bytes() == now
    assert edits.put(replace(base, en="mine"), base, overwrite=True).entry.en == "mine"
    assert edits.delete(base).conflicts == ("entry",)


def test_a_file_that_is_wrong_on_disk_is_not_written(desk):
    files, edits = desk
    own = files.places.project[0]
    base = edits.put(Entry("a", Kind.OTHER, ("甲乙",), "one"), None).entry
    own.write_text(own.read_text("utf-8") + "<<<<<<< HEAD\n", "utf-8")
    before = own.read_bytes()
    with pytest.raises(InputError, match="conflict marker"):
        edits.put(replace(base, en="two"), base)
    assert own.read_bytes() == before


def test_a_renamed_id_is_renamed_in_all_own_files(desk):
    files, edits = desk
    house = files.places.house / "people.yaml"
    house.write_text(HEAD + "- {id: p, kind: person, zh: [丙丁], en: P, offices: [{post: t-a}]}\n", "utf-8")
    files.look(1.0)
    files.look(2.0)
    base = edits.put(Entry("t-a", Kind.TITLE, ("市长",), "mayor"), None).entry
    edits.put(replace(base, id="t-mayor"), base, instead_of="t-a")
    assert files.term_base.entry("t-a") is None
    assert files.term_base.entry("p").offices == (Office("t-mayor"),)
    with pytest.raises(RefusedError, match="is taken"):
        edits.put(replace(base, id="s"), base, instead_of="t-mayor")
    mine = edits.put(replace(files.term_base.entry("s"), en="x"), files.term_base.entry("s")).entry
    with pytest.raises(RefusedError, match="keeps its id"):
        edits.put(replace(mine, id="s2"), mine, instead_of="s")


def test_two_entries_become_one_and_offices_follow(desk):
    files, edits = desk
    one = edits.put(Entry("t-a", Kind.TITLE, ("市长",), "mayor"), None).entry
    two = edits.put(Entry("t-b", Kind.TITLE, ("市 长",), "city mayor"), None).entry
    edits.put(Entry("p", Kind.PERSON, ("丙丁",), "P", offices=(Office("t-b"),)), None)
    joined = edits.join(one, two)
    assert (joined.entry.zh, joined.entry.accepted) == (("市长", "市 长"), ("mayor", "city mayor"))
    assert files.term_base.entry("t-b") is None
    assert files.term_base.entry("p").offices == (Office("t-a"),)


def test_the_house_layer_takes_an_entry_when_asked(desk):
    files, edits = desk
    outcome = edits.put(Entry("h", Kind.OTHER, ("甲乙",), "one"), None, layer=Layer.HOUSE)
    assert (outcome.path, outcome.entry.layer) == (files.places.house / "house.yaml", Layer.HOUSE)
    assert english(files)["h"] == "one"
    changed = edits.put(replace(outcome.entry, en="two"), outcome.entry)
    assert changed.path == outcome.path


def text_of(key, en):
    return f"- id: {key}\n  kind: other\n  zh: [甲乙{key}]\n  en: {en}\n"


def test_an_entry_goes_into_the_layer_that_is_asked_for_and_the_nearest_counts(desk):
    files, edits = desk
    base = files.term_base.entry("s")
    house = edits.put(replace(base, en="of the house"), base, layer=Layer.HOUSE)
    assert (house.entry.layer, house.path.parent) == (Layer.HOUSE, files.places.house)
    again = edits.put(replace(house.entry, en="of the house, again"), house.entry)
    assert again.path == house.path
    own = edits.put(replace(again.entry, en="of the project"), again.entry, layer=Layer.PROJECT)
    assert (own.entry.layer, own.entry.en) == (Layer.PROJECT, "of the project")
    assert [one.layer for one in files.shadowed("s")] == [Layer.PROJECT, Layer.HOUSE, Layer.SHIPPED]


def test_a_file_typed_as_text_is_laid_together_with_what_others_wrote(desk):
    files, edits = desk
    own = files.places.project[0]
    base = (HEAD + text_of("a", "one") + text_of("b", "two")).encode()
    own.write_bytes(base)
    files.look(1.0), files.look(1.5)
    own.write_bytes(base.replace(b"two", b"two  # theirs"))
    outcome = edits.put_text(own, Layer.PROJECT, base, base.replace(b"one", b"uno  # mine"), why="usage")
    assert outcome.saved
    assert own.read_bytes() == base.replace(b"one", b"uno  # mine").replace(b"two", b"two  # theirs")
    assert english(files) == {"s": "shipped", "a": "uno", "b": "two"}
    (change,) = history(own)
    assert (change.entry, change.fields, change.why) == ("a", ("en",), "usage")
    assert b"# theirs" in own.with_name(own.name + ".bak").read_bytes()


def test_a_text_that_contradicts_what_others_wrote_is_not_saved_before_it_is_decided(desk):
    files, edits = desk
    own = files.places.project[0]
    base = (HEAD + text_of("a", "one")).encode()
    own.write_bytes(base.replace(b"one", b"theirs"))
    mine = base.replace(b"one", b"mine")
    outcome = edits.put_text(own, Layer.PROJECT, base, mine)
    assert (outcome.saved, [one.entry_id for one in outcome.asked]) == (False, ["a"])
    assert b"theirs" in own.read_bytes()
    assert edits.put_text(own, Layer.PROJECT, base, mine, resolved={"a": Side.MINE}).saved
    assert files.term_base.entry("a").en == "mine"


def test_a_text_that_is_no_term_file_is_refused_with_its_line_and_nothing_is_written(desk):
    files, edits = desk
    own = files.places.project[0]
    with pytest.raises(InputError) as caught:
        edits.put_text(own, Layer.PROJECT, b"", (HEAD + "- id: a\n  kinds: x\n").encode())
    assert (caught.value.line, caught.value.column) == (5, 3)
    assert not own.exists()


def test_an_own_entry_over_a_shipped_one_that_goes_into_another_does_not_come_back(desk):
    files, edits = desk
    shipped = files.term_base.entry("s")
    over = edits.put(replace(shipped, en="ours"), shipped).entry
    kept = edits.put(Entry("a", Kind.OTHER, ("甲甲",), "one", required=False), None).entry
    joined = edits.join(kept, over).entry
    assert "ours" in joined.accepted
    assert files.term_base.entry("s") is None


def test_an_entry_of_another_layer_keeps_its_id(desk):
    files, edits = desk
    base = files.term_base.entry("s")
    with pytest.raises(RefusedError, match="keeps its id"):
        edits.put(replace(base, id="s2"), base, instead_of="s")
    own = edits.put(replace(base, en="mine"), base).entry
    with pytest.raises(RefusedError, match="keeps its id"):
        edits.put(replace(own, id="s2"), own, instead_of="s")
    assert set(english(files)) == {"s"}
