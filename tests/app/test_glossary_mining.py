from tests.app.builders import session
from tests.glossary.builders import term_base
from translator_desk.app.glossary_mining import mined_terms, wordings_changed
from translator_desk.glossary.term_base import TermBase

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
    (change,) = wordings_changed(CHANGES[:3] + CHANGES[4:], TermBase.empty())
    assert (change.old, change.new, change.segments, change.zh) == (
        "insurance zone",
        "bonded zone",
        (1, 2),
        "综合保税区",
    )


def test_what_an_entry_says_already_is_left_out():
    base = term_base("- {id: a, kind: place, zh: [综合保税区], en: bonded zone}\n")
    assert wordings_changed(CHANGES, base) == ()


def test_an_open_project_is_mined():
    pairs = [
        ("综合保税区建成。", "The bonded zone was built."),
        ("他们访问综合保税区。", "They visited the bonded zone."),
    ] * 3
    made, _ = session(("a", pairs))
    assert "综合保税区" in {one.zh for one in mined_terms(made.state, TermBase.empty())}
