import datetime as dt

from tests.app.builders import session
from tests.glossary.builders import term_base
from translator_desk.app.glossary_dismissed import Dismissed
from translator_desk.app.glossary_mining import FindKind, mined, reviewed, wordings_changed
from translator_desk.app.snapshot import Snapshot
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.revision import Revision, RevisionKind
from translator_desk.model.state import SegmentState

CHANGES = [
    (1, "综合保税区建成。", "The insurance zone was built.", "The bonded zone was built."),
    (2, "访问综合保税区。", "They visited the insurance zone today.", "They visited the bonded zone today."),
    (2, "访问综合保税区。", "They saw the insurance zone today.", "They saw the bonded zone today."),
    (3, "综合保税区。", "An insurance zone.", "A bonded zone."),
    (4, "一次。", "once", "one time"),
    (5, "数字", "1,000 tons", "2,000 tons"),
    (6, "数字", "1,000 tons", "2,000 tons"),
]


def test_what_reviewers_keep_changing_is_told_with_the_chinese_they_share():
    (change,) = wordings_changed(CHANGES, TermBase.empty())
    assert (change.old, change.new, change.segments, change.zh) == (
        "insurance zone",
        "bonded zone",
        (1, 2, 3),
        "综合保税区",
    )


def test_what_an_entry_says_already_is_left_out():
    base = term_base("- {id: a, kind: place, zh: [综合保税区], en: bonded zone}\n")
    assert wordings_changed(CHANGES, base) == ()


ZONES = [
    ("综合保税区建成。", "The bonded zone was built."),
    ("他们访问综合保税区。", "They visited the bonded zone."),
] * 3


def revision(number, segment, kind, target):
    time = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    return Revision(str(number), segment, kind, "Li", time, number, "", target, None, SegmentState.TRANSLATED)


def history(*steps):
    return [revision(number, *step) for number, step in enumerate(steps)]


def test_an_open_project_is_mined_for_terms():
    made, _ = session(("a", ZONES))
    found = mined(Snapshot.of(made.state), (), TermBase.empty())
    zone = next(one for one in found if one.zh == "综合保税区")
    assert (zone.kind, zone.renderings[0], len(zone.segments)) == (FindKind.TERM, ("bonded zone", 6), 6)


def test_names_without_an_entry_are_found_with_their_chinese_and_spellings():
    pairs = [("市长朱健讲话。", "Mayor Zhu Jian spoke."), ("朱健说。", "Zhu Jian said."), ("朱健来。", "Zhu Jan came.")]
    made, _ = session(("a", pairs), ("b", [("", "Deng Qunce spoke."), ("", "Deng Qunce went."), ("", "Li Mo sang.")]))
    found = [one for one in mined(Snapshot.of(made.state), (), TermBase.empty()) if one.kind is FindKind.NAME]
    assert [(one.zh, one.renderings) for one in found] == [("朱健", (("Zhu Jian", 2),)), ("", (("Deng Qunce", 2),))]
    base = term_base(
        "- {id: p-z, kind: person, zh: [朱健], en: Zhu Jian}\n- {id: p-d, kind: person, zh: [邓], en: Deng Qunce}\n"
    )
    assert not [one for one in mined(Snapshot.of(made.state), (), base) if one.kind is FindKind.NAME]


def test_what_people_wrote_instead_of_what_is_read_from_the_history():
    made, _ = session(
        ("a", [("综合保税区。", "The bonded zone."), ("访问综合保税区。", "A bonded zone."), ("别的", "x")])
    )
    steps = history(
        (1, RevisionKind.IMPORT, "The insurance zone."),
        (2, RevisionKind.IMPORT, "An insurance zone."),
        (1, RevisionKind.EDIT, "The bonded zone."),
        (2, RevisionKind.AMEND, "A bonded zone."),
        (3, RevisionKind.IMPORT, "one"),
        (3, RevisionKind.REPLACE, "two"),
        (9, RevisionKind.IMPORT, "gone"),
        (9, RevisionKind.EDIT, "away"),
    )
    texts = Snapshot.of(made.state)
    assert [one[0] for one in reviewed(steps, texts)] == [1, 2]
    (find, *_) = mined(texts, steps, TermBase.empty())
    assert (find.kind, find.zh, find.renderings, find.instead_of, find.segments) == (
        FindKind.CHANGED,
        "综合保税区",
        (("bonded zone", 2),),
        "insurance zone",
        (1, 2),
    )


def test_a_change_that_an_entry_says_otherwise_names_the_entry():
    base = term_base("- {id: a, kind: place, zh: [综合保税区], en: free zone}\n")
    (change,) = wordings_changed(CHANGES, base)
    assert (change.zh, change.entry) == ("综合保税区", "a")


def test_what_was_dismissed_is_not_shown_again_and_can_be_taken_back(tmp_path):
    made, _ = session(("a", ZONES))
    texts = Snapshot.of(made.state)
    find = next(one for one in mined(texts, (), TermBase.empty()) if one.zh == "综合保税区")
    dismissed = Dismissed(tmp_path / "p.glossary.dismissed.json")
    assert dismissed.keys() == ()
    dismissed.add(find.key)
    dismissed.add(find.key)
    assert Dismissed(tmp_path / "p.glossary.dismissed.json").keys() == (find.key,)
    assert find not in mined(texts, (), TermBase.empty(), dismissed.keys())
    dismissed.remove(find.key)
    assert find in mined(texts, (), TermBase.empty(), dismissed.keys())


def test_a_file_that_cannot_be_read_dismisses_nothing(tmp_path):
    path = tmp_path / "p.glossary.dismissed.json"
    path.write_text("{", "utf-8")
    assert Dismissed(path).keys() == ()


def test_a_search_is_given_up():
    made, _ = session(("a", ZONES))
    assert mined(Snapshot.of(made.state), (), TermBase.empty(), stopped=lambda: True) == ()
