"""Word differences: both texts rebuild, no English word is cut, white space makes no island."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from translator_desk.review.diff import DiffKind, begins_token, tokens, word_diff

TEXT = st.text(alphabet=st.sampled_from("ab Dengqunce 邓群策。,.15\n\t𠮷😀'-\u0301"), max_size=60)


def sides(runs):
    old = "".join(run.text for run in runs if run.kind is not DiffKind.INSERTED)
    new = "".join(run.text for run in runs if run.kind is not DiffKind.REMOVED)
    return old, new


@given(TEXT)
def test_tokens_joined_are_the_text(text):
    assert "".join(tokens(text)) == text


@given(TEXT)
def test_a_token_begins_where_the_one_before_ends(text):
    ends = {0}
    for token in tokens(text):
        ends.add(max(ends) + len(token))
    assert {at for at in range(len(text) + 1) if begins_token(text, at)} == ends


@settings(max_examples=300)
@given(TEXT, TEXT)
def test_both_texts_rebuild_from_the_runs(old, new):
    assert sides(word_diff(old, new)) == (old, new)


def test_a_word_is_never_cut():
    runs = word_diff("Deng Qunze presided.", "Deng Qunce presided.")
    assert [(run.kind, run.text) for run in runs] == [
        (DiffKind.SAME, "Deng "),
        (DiffKind.REMOVED, "Qunze"),
        (DiffKind.INSERTED, "Qunce"),
        (DiffKind.SAME, " presided."),
    ]


def test_changes_parted_by_a_space_are_one():
    runs = word_diff("the comprehensive insurance zone", "the integrated bonded zone")
    assert [run.text for run in runs] == ["the ", "comprehensive insurance", "integrated bonded", " zone"]


def test_han_text_is_compared_by_character():
    runs = word_diff("市长邓群策讲话", "市长邓群泽讲话")
    assert [run.text for run in runs] == ["市长邓群", "策", "泽", "讲话"]


def test_equal_texts_have_one_run_and_empty_ones_none():
    assert [run.text for run in word_diff("same", "same")] == ["same"]
    assert word_diff("", "") == ()


def test_more_words_than_the_surrogate_border_are_kept_apart():
    old = " ".join(f"w{number}" for number in range(60_000))
    new = old.replace("w59999", "other")
    assert sides(word_diff(old, new)) == (old, new)
