"""Changes of term files taken back: byte for byte, and without losing what others wrote meanwhile."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.app.builders import session
from tests.app.test_glossary_edits import NOW, desk  # noqa: F401
from tests.app.test_glossary_files import english, item, places  # noqa: F401
from tests.glossary.builders import HEAD
from translator_desk.app.commands.terms import TermsChanged
from translator_desk.app.glossary_history import history
from translator_desk.app.glossary_undo import bring_about, changes_since, own_content
from translator_desk.app.term_change import TermFileChange
from translator_desk.errors import RefusedError
from translator_desk.glossary.entry import Entry, Kind, Layer
from translator_desk.wording import say

LABEL = say("change", "修改")


def noted(files, work):
    """Do something to the files; return what it did to them."""
    before = own_content(files)
    work()
    return changes_since(files, before)


def back(files, changes):
    return bring_about(files, [one.reversed() for one in changes], "Li", NOW, "undo")


def term(key, en, zh="甲乙"):
    return Entry(key, Kind.OTHER, (zh,), en, required=False)


def test_what_was_changed_added_and_deleted_is_byte_for_byte_as_before(desk):  # noqa: F811
    files, edits = desk
    own = files.places.project[0]
    own.write_text(HEAD + "# ours\n" + item("a") + "\n" + item("b", zh="丙丁") + "# end", "utf-8")
    files.look(1.0)
    files.look(2.0)
    first = own.read_bytes()
    a, b = (files.term_base.entry(key) for key in "ab")
    steps = [
        noted(files, lambda: edits.put(replace(a, en="other"), a)),
        noted(files, lambda: edits.delete(b)),
        noted(files, lambda: edits.put(term("c", "new"), None)),
        noted(files, lambda: edits.switch_off("s")),
    ]
    last = own.read_bytes()
    assert english(files) == {"a": "other", "c": "new"}
    for changes in reversed(steps):
        back(files, changes)
    assert own.read_bytes() == first
    assert english(files) == {"a": "one", "b": "one", "s": "shipped"}
    for changes in steps:
        bring_about(files, changes, "Li", NOW)
    assert own.read_bytes() == last
    assert {one.why for one in history(own)} == {"", "disabled", "undo"}


def test_two_entries_made_one_are_two_again(desk):  # noqa: F811
    files, edits = desk
    one, two = (edits.put(term(key, en), None).entry for key, en in (("a", "first"), ("b", "second")))
    before = files.places.project[0].read_bytes()
    changes = noted(files, lambda: edits.join(one, two))
    assert files.term_base.entry("b") is None
    back(files, changes)
    assert files.places.project[0].read_bytes() == before


def test_what_others_wrote_since_stays_and_a_contradiction_is_refused(desk):  # noqa: F811
    files, edits = desk
    own = files.places.project[0]
    base = edits.put(term("a", "one"), None).entry
    changes = noted(files, lambda: edits.put(replace(base, en="two"), base))
    text = own.read_text("utf-8")
    own.write_text("# theirs\n" + text + item("z", "zed", "丙丁"), "utf-8")
    back(files, changes)
    assert own.read_text("utf-8").startswith("# theirs\n")
    assert (english(files)["a"], english(files)["z"]) == ("one", "zed")
    own.write_text(own.read_text("utf-8").replace("one", "three"), "utf-8")
    there = own.read_bytes()
    with pytest.raises(RefusedError, match="changed by somebody else since"):
        bring_about(files, changes, "Li", NOW)
    assert own.read_bytes() == there


def test_a_file_that_was_not_there_holds_nothing_again(desk):  # noqa: F811
    files, edits = desk
    changes = noted(files, lambda: edits.put(term("a", "one"), None))
    assert [one.before for one in changes] == [None]
    back(files, changes)
    assert english(files) == {"s": "shipped"}
    bring_about(files, changes, "Li", NOW)
    assert english(files)["a"] == "one"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(deeds=st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["put", "delete"]), st.text("xyz ", min_size=1)
       .map(str.strip).filter(bool)), max_size=6))  # fmt: skip
def test_any_deeds_are_undone_in_turn(desk, deeds):  # noqa: F811
    files, edits = desk
    start = {path: data for path, data in own_content(files).items() if data is not None}
    done = []
    for key, deed, en in deeds:
        there = files.term_base.entry(key)
        if deed == "put":
            entry = replace(there, en=en) if there else term(key, en)
            done.append(noted(files, lambda entry=entry, there=there: edits.put(entry, there)))
        elif there is not None:
            done.append(noted(files, lambda there=there: edits.delete(there)))
    for changes in reversed(done):
        back(files, changes)
    now = own_content(files)
    assert all(now[path] == data for path, data in start.items())
    assert english(files) == {"s": "shipped"}


def test_the_session_tells_which_files_are_to_be_written():
    made, _ = session(("a", [("甲", "a")]))
    heard = []
    made.subscribe(lambda changes: heard.append(changes.term_files))
    change = TermFileChange("p.yaml", Layer.PROJECT, b"1", b"2")
    made.execute(TermsChanged((change,), LABEL))
    made.undo()
    made.redo()
    assert heard == [(change,), (change.reversed(),), (change,)]
