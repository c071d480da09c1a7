"""A term file as text: read, looked over, given back byte for byte."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.test_glossary_files import item, places  # noqa: F401
from tests.glossary.builders import HEAD
from tests.glossary.layouts import make_file
from translator_desk.app.glossary_files import GlossaryFiles
from translator_desk.app.glossary_lint import lint_files, lint_in_force
from translator_desk.app.glossary_state import glossary_state, record_of
from translator_desk.app.glossary_text import TermFileText, look_at, read_text, with_entries
from translator_desk.errors import InputError
from translator_desk.glossary.entry import Entry, Kind, Layer
from translator_desk.glossary.yaml_file import parse_term_file
from translator_desk.model.severity import Level

BOM = b"\xef\xbb\xbf"


@given(st.integers(0, 100_000))
def test_a_text_nobody_touched_gives_its_bytes_and_a_touched_line_changes_alone(seed):
    written, _ = make_file(seed)
    text = TermFileText("f.yaml", Layer.PROJECT, written.data, written.data.decode("utf-8-sig").replace("\r\n", "\n"))
    assert not text.changed
    assert text.data == written.data
    lines = text.text.split("\n")
    at = random.Random(seed).randrange(len(lines) - 1) if len(lines) > 1 else 0
    lines[at] += " # more"
    said = text.typed("\n".join(lines))
    assert said.changed
    was, now = (one.split(b"\n") for one in (written.data, said.data))
    assert [number for number, (one, other) in enumerate(zip(was, now, strict=True)) if one != other] == [at]


@given(st.lists(st.sampled_from(["a", "b", "c\r", "d\u2028e", "é"]), max_size=8), st.text("ab\né甲", max_size=12))
def test_whatever_is_typed_comes_back_with_the_line_breaks_of_the_file(lines, typed):
    base = "\n".join(lines).encode()
    text = TermFileText("f.yaml", Layer.PROJECT, base, "").typed(typed)
    assert text.data.decode().replace("\r\n", "\n") == typed


def test_a_file_is_read_as_it_is_and_one_that_is_none_yet_begins_as_a_new_one(places):  # noqa: F811
    files = GlossaryFiles(places)
    own = places.project[0]
    fresh = read_text(files, own)
    assert fresh.text.startswith("version: 2\n")
    assert not fresh.changed
    own.write_bytes(BOM + (HEAD + item("a")).replace("\n", "\r\n").encode())
    text = read_text(files, own)
    assert "\r" not in text.text
    assert text.data == own.read_bytes()
    own.write_bytes((HEAD + item("a")).encode("gbk"))
    with pytest.raises(InputError, match="not UTF-8"):
        read_text(files, own)


def test_a_text_is_looked_over_as_if_it_were_saved(places):  # noqa: F811
    files = GlossaryFiles(places)
    own = places.project[0]
    text = read_text(files, own)
    wrong = text.typed(HEAD + "- id: a\n  kinds: x\n")
    look = look_at(files, wrong)
    assert (look.file, [(one.line, one.column, one.code) for one in look.findings]) == (None, [(5, 3, "unreadable")])
    doubtful = text.typed(HEAD + "- id: a\n  kind: other\n  zh: [丙丁]\n  en: one\n  avoid: [one]\n")
    look = look_at(files, doubtful)
    ((place, code, fix),) = [((one.line, one.column), one.code, one.fix) for one in look.findings]
    assert (place, code, fix.avoid) == ((8, 11), "accepted-and-avoided", ())
    assert "avoid" not in doubtful.with_entry(fix).text
    assert look_at(files, text.typed(HEAD + item("s", "mine"))).findings == ()


def test_the_window_and_the_command_line_find_the_same_at_the_same_places(places):  # noqa: F811
    own = places.project[0]
    own.write_text(
        HEAD
        + "- id: a\n  kind: other\n  zh: [丙丁]\n  en: ｏne\n  avoid: [{en: two}, ｏne]\n"
        + "- id: p-b\n  kind: person\n  zh: [戊己]\n  en: Wu Ji\n  offices:\n  - {post: t-none, from: '2019', to: '2018'}\n",
        "utf-8",
    )
    (places.house / "h.yaml").write_text(HEAD + "- id: h\n  kinds: x\n", "utf-8")
    window = lint_in_force(GlossaryFiles(places))
    line = lint_files([own, places.house / "h.yaml"], places.shipped)
    assert len(window) > 3
    assert {(one.file, one.line, one.column, one.code, one.fix) for one in window} == {
        (one.file, one.line, one.column, one.code, one.fix) for one in line
    }
    levels = [one.level for one in window]
    assert levels == sorted(levels, key=[Level.ERROR, Level.WARNING, Level.INFO].index)


def test_entries_typed_elsewhere_are_taken_into_the_text_line_by_line(places):  # noqa: F811
    files = GlossaryFiles(places)
    own = places.project[0]
    own.write_text(HEAD + "# ours\n" + item("a") + item("b", zh="丙丁"), "utf-8")
    files = GlossaryFiles(places)
    text = read_text(files, own)
    one = files.term_base.entry("a")
    changed, taken = with_entries(
        text, [Entry(one.id, Kind.OTHER, one.zh, "uno", required=False), Entry("", Kind.OTHER, (), "")]
    )
    assert [each.id for each in taken] == ["a"]
    assert changed.text == text.text.replace("en: one", "en: uno", 1)


def test_what_is_switched_off_is_known_with_what_it_would_say(places):  # noqa: F811
    own = places.project[0]
    own.write_text(HEAD + "- {id: s, disabled: true}\n" + item("a")[:-2] + ", disabled: true}\n", "utf-8")
    files = GlossaryFiles(places)
    state = glossary_state(files)
    assert [(one.id, one.en) for one in state.off] == [("s", "shipped"), ("a", "one")]
    assert state.is_off("s")
    assert list(state.files)[-1] == own
    assert parse_term_file(own.read_bytes(), str(own)).entries == ()


def test_a_file_that_cannot_be_read_and_one_that_is_not_there_are_among_the_files(places):  # noqa: F811
    (places.house / "h.yaml").write_text("- [", "utf-8")
    state = glossary_state(GlossaryFiles(places))
    assert dict(state.files) == {
        places.shipped / "s.yaml": Layer.SHIPPED, places.house / "h.yaml": Layer.HOUSE, places.project[0]: Layer.PROJECT,
    }  # fmt: skip
    assert record_of(GlossaryFiles(places), "s") == ()
