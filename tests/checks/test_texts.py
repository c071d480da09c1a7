from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.checks.texts import Texts, plain_words, texts_of
from translator_desk.checks.touched import EntryChanges, touched_by
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.segment import Segment
from translator_desk.text.inflection import Rendering
from translator_desk.text.normalize import lowered

ROWS = {
    1: ("邓群策讲话", "Deng Qunze’s speech, and the 5G report"),
    2: ("长安", "Li Chang'an and Deng Qun-ce spoke in Leiyag."),
    3: ("", "Streamlining the administrations of Hengyang"),
    4: ("安长", "leiyang, Hénan and nothing else"),
}


def texts(rows=ROWS):
    return Texts((SegmentId(key), source, target) for key, (source, target) in rows.items())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Xi’an’s people's 5G-net", ["xian", "people", "5g", "net"]),
        ("Lü of 衡阳Hengyang's", ["lü", "of", "hengyang"]),
        ("", []),
    ],
)
def test_plain_words_have_neither_apostrophes_nor_possessives(text, words):
    assert plain_words(lowered(text)) == words


def test_the_chinese_is_found_letter_by_letter():
    found = texts()
    assert set(found.with_source("长安")) == {2}
    assert set(found.with_source("安")) == {2, 4}
    assert set(found.with_source("衡")) == set()


@pytest.mark.parametrize(
    ("form", "where"),
    [
        ("streamline administration", {3}),
        ("5G reports", {1}),
        ("administer", set()),
        ("the", {1, 3}),
        ("speech", {1}),
        ("&", set()),
    ],
)
def test_a_form_is_found_in_any_inflection(form, where):
    assert set(texts().with_form(Rendering(form))) == where


def test_a_name_is_found_one_slip_away_and_in_any_joints():
    found = texts()
    assert set(found.with_two_like("deng", "qunce")) == {1, 2}
    assert set(found.with_two_like("teng", "qunze")) == {1}
    assert set(found.with_two_like("teng", "qunce")) == set()
    assert set(found.with_letters({"deng"}, ("dengqunce",))) == {2}
    assert set(found.with_letters({"li"}, ("lichangan",))) == {2}


def test_a_place_is_found_one_slip_away_and_without_its_capital():
    assert set(texts().with_one_like("leiyang")) == {2, 4}
    assert set(texts().with_one_like("hengyang")) == {3}


def test_what_is_edited_counts_as_it_is_now():
    found = texts()
    found.replace(SegmentId(1), "衡阳", "Zhong Wei of Leiyan spoke")
    found.remove(SegmentId(2))
    assert found.segments() == {1, 3, 4}
    assert len(found) == 3
    assert set(found.with_source("邓群策")) == set()
    assert set(found.with_source("衡阳")) == {1}
    assert set(found.with_one_like("leiyang")) == {1, 4}
    assert set(found.with_two_like("zhong", "wei")) == {1}
    assert set(found.with_words("deng qun")) == set()
    assert set(found.with_words("zhong wei of")) == {1}


def test_texts_changed_while_they_are_joined_count_as_they_are_at_the_end():
    def segment(key, target):
        return Segment(SegmentId(key), DocumentId("d"), 0, "", target)

    now = {1: segment(1, "old words"), 2: segment(2, "gone words"), 3: segment(3, "same words")}
    steps = iter([lambda: now.update({1: segment(1, "new words"), 4: segment(4, "more words")}), lambda: now.pop(2)])
    found = texts_of(lambda: dict(now), lambda: next(steps, lambda: None)())
    assert set(found.with_words("words")) == {1, 3, 4}
    assert set(found.with_words("new words")) == {1}


WORDS = ["ant", "ants", "Ant", "bee's", "Bee", "Xi'an", "Xian", "Qun-ce", "2020"]
TEXT = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)


@given(st.lists(TEXT, max_size=5), st.lists(st.tuples(st.integers(0, 4), st.none() | TEXT), max_size=5), TEXT)
def test_the_answers_are_those_of_reading_every_text(first, edits, asked):
    now = dict(enumerate(first))
    found = texts({key: (text, text) for key, text in now.items()})
    for key, text in edits:
        if text is None:
            now.pop(key, None)
            found.remove(SegmentId(key))
        else:
            now[key] = text
            found.replace(SegmentId(key), text, text)
    form = Rendering(asked)
    if form.stems:
        assert set(found.with_form(form)) == {key for key, text in now.items() if form.find(lowered(text), text)}
    if asked:
        assert set(found.with_source(asked)) == {key for key, text in now.items() if asked in text}
        words = lowered(asked)
        assert set(found.with_words(words)) >= {
            key for key, text in now.items() if f" {words} " in f" {lowered(text)} "
        }


def test_where_many_names_change_every_text_is_touched():
    names = frozenset((f"w{'a' * number}", "qunce") for number in range(60))
    nothing = frozenset()
    changes = EntryChanges(nothing, (), names, nothing, nothing, nothing)
    assert touched_by(changes, texts()) == {1, 2, 3, 4}
    assert touched_by(replace(changes, persons=frozenset(list(names)[:20])), texts()) == set()
