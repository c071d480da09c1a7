"""Term files that people edit elsewhere, whatever their editor does to them."""

import contextlib
import random

import pytest

from tests.glossary.builders import HEAD
from translator_desk.app.glossary_files import GlossaryFiles, GlossaryPlaces, folders, places_of
from translator_desk.app.paths import Paths
from translator_desk.errors import InputError
from translator_desk.glossary.entry import Layer
from translator_desk.glossary.term_base import TermBase
from translator_desk.glossary.yaml_file import parse_term_file
from translator_desk.model.project import Project


def item(key, en="one", zh="甲乙"):
    return f"- {{id: {key}, kind: other, zh: [{zh}], en: {en}}}\n"


@pytest.fixture
def places(tmp_path):
    for name in ("shipped", "house"):
        (tmp_path / name).mkdir()
    (tmp_path / "shipped" / "s.yaml").write_text(HEAD + item("s", "shipped"), "utf-8")
    return GlossaryPlaces(tmp_path / "shipped", tmp_path / "house", (tmp_path / "p.glossary.yaml",))


def settled(files, now):
    for wait in (0.0, 0.2, 0.2, 1.1):
        now += wait
        news = files.look(now)
    assert not news.waiting
    return now, news


def english(files):
    return {entry.id: entry.en for entry in files.term_base.entries}


def test_new_content_is_taken_within_a_second_and_not_before_it_stands_still(places):
    files = GlossaryFiles(places)
    own = places.project[0]
    own.write_text(HEAD + item("a"), "utf-8")
    assert files.look(1.0).waiting
    own.write_text(HEAD + item("a") + item("b", zh="丙丁"), "utf-8")
    assert files.look(1.1).waiting
    assert english(files) == {"s": "shipped"}
    news = files.look(1.3)
    assert (news.changed, news.waiting) == ((own,), False)
    assert english(files) == {"s": "shipped", "a": "one", "b": "one"}
    assert files.look(1.4).changed == ()


def test_what_cannot_be_read_leaves_the_last_good_in_force_and_names_the_line(places):
    own = places.project[0]
    own.write_text(HEAD + item("a"), "utf-8")
    files = GlossaryFiles(places)
    own.write_text(HEAD + item("a", "two") + "- id: b\n  kinds: x\n", "utf-8")
    now, news = settled(files, 1.0)
    (problem,) = news.problems
    assert (problem.error.line, problem.error.column, problem.line) == (6, 3, "  kinds: x")
    assert "until then" in str(problem.message)
    assert english(files)["a"] == "one"
    assert files.look(now + 9).changed == ()
    own.write_text(HEAD + item("a", "two"), "utf-8")
    _, news = settled(files, now + 10)
    assert (news.problems, english(files)["a"]) == ((), "two")


def test_the_line_of_a_file_in_another_encoding_can_be_read(places):
    own = places.project[0]
    files = GlossaryFiles(places)
    own.write_bytes((HEAD + item("a", zh="督查督办会")).encode("gbk"))
    _, news = settled(files, 1.0)
    assert "probably GBK" in str(news.problems[0].error)
    assert "督查督办会" in news.problems[0].line


def test_two_files_of_a_layer_that_claim_one_id_leave_the_terms_as_they_were(places):
    (places.house / "a.yaml").write_text(HEAD + item("a"), "utf-8")
    files = GlossaryFiles(places)
    (places.house / "b.yaml").write_text(HEAD + item("a", "two") + item("c"), "utf-8")
    now, news = settled(files, 1.0)
    assert "used already" in str(news.problems[0].error)
    assert english(files) == {"s": "shipped", "a": "one"}
    assert english(GlossaryFiles(places)) == {"s": "shipped", "a": "one"}
    (places.house / "a.yaml").unlink()
    settled(files, now + 1)
    assert english(files) == {"s": "shipped", "a": "two", "c": "one"}


def test_a_small_change_keeps_what_was_derived(places):
    own = places.project[0]
    own.write_text(HEAD + item("a"), "utf-8")
    files = GlossaryFiles(places)
    before = files.term_base
    before.hits("甲乙")
    own.write_text("# a word\n" + HEAD + item("a"), "utf-8")
    settled(files, 1.0)
    assert files.term_base is before
    own.write_text(HEAD + item("a", "two"), "utf-8")
    settled(files, 10.0)
    assert [(was.en, now.en) for was, now in files.term_base.changed_since(before)] == [("one", "two")]


def test_the_layers_of_an_entry_are_told_nearest_first(places):
    places.project[0].write_text(HEAD + item("s", "mine"), "utf-8")
    files = GlossaryFiles(places)
    assert [(one.en, one.layer) for one in files.shadowed("s")] == [("mine", Layer.PROJECT), ("shipped", Layer.SHIPPED)]
    assert set(folders(places)) == {places.shipped, places.house, places.project[0].parent}


def test_the_places_of_a_project_end_with_its_own_file(tmp_path):
    found = places_of(Paths.under(tmp_path), Project(term_bases=("t/a.yaml",)), tmp_path / "n.desk", shipped=False)
    assert found.project == (tmp_path / "t" / "a.yaml", tmp_path / "n.glossary.yaml")
    assert (found.shipped, found.house) == (None, tmp_path / "config" / "glossary")


class Editor:
    """Saves like editors do."""

    def __init__(self, path, dice):
        self.path = path
        self.dice = dice

    def save(self, data, between):
        how = self.dice.choice(["in place", "renamed", "halves", "deleted first", "emptied first"])
        if how == "in place":
            self.path.write_bytes(data)
        elif how == "renamed":
            beside = self.path.with_name("x.tmp")
            beside.write_bytes(data)
            beside.replace(self.path)
        elif how == "halves":
            cut = self.dice.randrange(len(data) + 1)
            self.path.write_bytes(data[:cut])
            between()
            with self.path.open("ab") as file:
                file.write(data[cut:])
        else:
            self.path.unlink(missing_ok=True) if how == "deleted first" else self.path.write_bytes(b"")
            between()
            self.path.write_bytes(data)


@pytest.mark.parametrize("seed", range(60))
def test_whatever_an_editor_does_the_last_good_content_is_in_force(places, seed):
    dice = random.Random(seed)
    own = places.project[0]
    files = GlossaryFiles(places)
    editor = Editor(own, dice)
    good = None
    now = 1.0
    for step in range(12):
        items = "".join(
            item(f"k{n}", f"v{step}", zh="甲乙丙丁"[: dice.randint(2, 4)]) for n in range(dice.randint(0, 4))
        )
        text = HEAD + items + dice.choice(["", "", "# 术语\n", "- id: broken\n", "<<<<<<< ours\n", "\tx"])
        if dice.random() < 0.3:
            text = text.replace("\n", "\r\n")
        data = dice.choice([b"", b"\xef\xbb\xbf"]) + text.encode(dice.choice(["utf-8", "utf-8", "gbk"]))
        seen = english(files)

        def between(seen=seen):
            nonlocal now
            now += 0.05
            files.look(now)
            assert english(files) == seen  # nothing half written is ever in force

        if dice.random() < 0.1 and own.exists():
            own.unlink()
            good = None
        else:
            editor.save(data, between)
            with contextlib.suppress(InputError):
                good = parse_term_file(data, str(own), Layer.PROJECT)
        now, _ = settled(files, now)
        expected = TermBase.build([parse_term_file((places.shipped / "s.yaml").read_bytes(), "s", Layer.SHIPPED)] +
                                  ([good] if good else []))  # fmt: skip
        assert {one.id: one for one in files.term_base.entries} == {one.id: one for one in expected.entries}


def test_the_news_say_what_was_in_force_before_of_a_file_that_is_new_or_back(places):
    own = places.project[0]
    own.write_text("- broken\n", "utf-8")
    files = GlossaryFiles(places)
    now = 1.0

    def before(path):
        nonlocal now
        for wait in (0.5, 0.5, 1.1):
            now += wait
            news = files.look(now)
            if path in news.changed:
                return [one.en for one in news.before[path]] if path in news.before else None
        raise AssertionError("nothing changed")

    own.write_text(HEAD + item("a"), "utf-8")
    assert before(own) is None  # nobody could read what it was
    other = places.house / "h.yaml"
    other.write_text(HEAD + item("h", "first", zh="丙丁"), "utf-8")
    assert before(other) == []
    other.unlink()
    assert before(other) == ["first"]
    other.write_text(HEAD + item("h", "second", zh="丙丁"), "utf-8")
    assert before(other) == ["first"]


def test_what_was_read_before_serves_on_where_nothing_changed(places):
    own = places.project[0]
    own.write_text(HEAD + item("a") + item("b", zh="丙丁"), "utf-8")
    known = GlossaryFiles(places).term_base
    files = GlossaryFiles(places, known)
    assert files.term_base is known
    assert all(one is known.entry(one.id) for one in files.files[own].entries)


def test_what_changed_since_it_was_read_is_taken_and_the_rest_serves_on(places):
    own = places.project[0]
    own.write_text(HEAD + item("a") + item("b", zh="丙丁"), "utf-8")
    known = GlossaryFiles(places).term_base
    known.hits("甲乙")
    own.write_text(HEAD + item("a") + item("b", "two", zh="丙丁"), "utf-8")
    files = GlossaryFiles(places, known)
    assert english(files) == {"s": "shipped", "a": "one", "b": "two"}
    assert files.term_base.changed_since(known) == ((known.entry("b"), files.term_base.entry("b")),)
    assert files.files[own].entries[0] is known.entry("a")
