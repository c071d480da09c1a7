"""Terms of another program previewed before they are taken in, chosen, saved at once, undone."""

import pytest

from tests.app.test_glossary_edits import NOW, desk  # noqa: F401
from tests.app.test_glossary_files import english, places  # noqa: F401
from translator_desk.app.glossary_exchange import (
    OnConflict,
    Standing,
    loss_report,
    preview,
    read_terms,
    take_chosen,
)
from translator_desk.app.glossary_history import history
from translator_desk.app.glossary_undo import bring_about, changes_since, own_content
from translator_desk.errors import InputError
from translator_desk.formats.terms.registry import term_format
from translator_desk.glossary.entry import Entry, Form, Kind, Layer

TABLE = "zh,en,also,avoid\n甲乙,shipped,,\n丙丁,third,thirdly,\n戊己,fifth,,\n甲乙,otherwise,yet otherwise,\n"


@pytest.fixture
def read(tmp_path):
    path = tmp_path / "terms.csv"
    path.write_text(TABLE, "utf-8")
    return read_terms(path)


def seen(files, read):
    return preview(read, files.term_base.entries, files.term_base.entries)


def test_each_entry_is_new_changed_the_same_or_a_conflict(desk, read):  # noqa: F811
    files, edits = desk
    edits.put(Entry("c", Kind.OTHER, ("丙丁",), "third", required=False), None)
    found = seen(files, read)
    assert [(one.entry.zh[0], one.entry.en, one.standing) for one in found] == [
        ("甲乙", "shipped", Standing.SAME),
        ("丙丁", "third", Standing.CHANGED),
        ("戊己", "fifth", Standing.NEW),
        ("甲乙", "otherwise", Standing.CONFLICT),
    ]
    assert [one.before and one.before.id for one in found] == ["s", "c", None, "s"]


def test_a_conflict_is_settled_as_a_variant_or_by_preferring_the_other(desk, read):  # noqa: F811
    files, _ = desk
    conflict = seen(files, read)[-1]
    variant, other = (conflict.settled(how) for how in (OnConflict.VARIANT, OnConflict.PREFER))
    assert (variant.id, variant.accepted) == ("s", ("shipped", "otherwise", "yet otherwise"))
    assert (other.id, other.accepted) == ("s", ("otherwise", "shipped", "yet otherwise"))
    assert seen(files, read)[2].settled(OnConflict.PREFER).en == "fifth"


@pytest.mark.parametrize("layer", [Layer.PROJECT, Layer.HOUSE])
def test_what_was_chosen_is_saved_at_once_and_undone_at_once(desk, read, layer):  # noqa: F811
    files, edits = desk
    before = own_content(files)
    chosen = [one.settled(OnConflict.VARIANT) for one in seen(files, read) if one.standing is not Standing.SAME]
    outcome = take_chosen(edits, chosen, layer, "from terms.csv")
    assert outcome.saved
    assert sorted(english(files).values()) == ["fifth", "shipped", "third"]
    assert files.term_base.entry("s").also == (Form("otherwise"), Form("yet otherwise"))
    assert {one.why for one in history(outcome.path)} == {"from terms.csv"}
    bring_about(files, [one.reversed() for one in changes_since(files, before)], "Li", NOW)
    assert english(files) == {"s": "shipped"}


def test_many_new_entries_go_into_a_file_with_its_comments(desk, tmp_path):  # noqa: F811
    files, edits = desk
    own = files.places.project[0]
    edits.put(Entry("a", Kind.OTHER, ("甲子",), "first", required=False), None)
    own.write_text(own.read_text("utf-8") + "# ours\n", "utf-8")
    path = tmp_path / "many.csv"
    path.write_text("zh,en\n" + "".join(f"词条{chr(0x4E00 + at)},term {at}\n" for at in range(300)), "utf-8")
    chosen = [one.entry for one in preview(read_terms(path), files.term_base.entries)]
    take_chosen(edits, chosen, Layer.PROJECT, "")
    assert len(files.term_base.entries) == 302
    assert "# ours\n" in own.read_text("utf-8")
    again = preview(read_terms(path), files.term_base.entries, files.term_base.entries)
    assert {one.standing for one in again} == {Standing.SAME}


def test_what_was_lost_and_which_rules_were_broken_can_be_kept(tmp_path):
    path = tmp_path / "a.tbx"
    path.write_text('<martif type="TBX"><text><body><termEntry><langSet xml:lang="en"><tig><term>a</term></tig>'
                    "</langSet></termEntry></body></text></martif>", "utf-8")  # fmt: skip
    made = term_format("tbx")
    report = loss_report("a.tbx", read_terms(path).losses, made.faults(path.read_bytes(), "a.tbx"), "en")
    assert report.startswith("a.tbx\n\nnot carried over: concepts without Chinese or English (1: #1)\n  #1\n")
    assert "1: type must be TBX-Basic\n" in report
    assert "未能保留" in loss_report("a.tbx", read_terms(path).losses, (), "zh")
    assert term_format("csv").faults(b"", "f.csv") == ()


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read_terms(tmp_path / "none.csv")
