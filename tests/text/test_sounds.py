"""Where a Chinese text sounds like an English spelling."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translator_desk.text.sounds import heard, nearly_heard

SOURCE = "周一，邓群策会见邓原、曾乐平"
texts = st.text(alphabet=st.sampled_from("邓群策曾乐平周一，长A𠮷"), max_size=20)
spellings = st.lists(
    st.sampled_from(["deng", "qun", "ce", "ze", "zeng", "le", "yue", "ping", "zhang"]), min_size=1, max_size=3
)


def test_characters_are_heard_in_any_of_their_readings():
    assert heard(SOURCE, ("deng", "qun", "ce")) == [3]
    assert heard(SOURCE, ("zeng", "le", "ping")) == heard(SOURCE, ("zeng", "yue", "ping")) == [11]
    assert heard(SOURCE, ("deng", "qun", "ze")) == []


def test_a_step_in_one_syllable_is_named_with_its_place():
    (near,) = nearly_heard(SOURCE, ("deng", "qun", "ze"))
    assert near.span.of(SOURCE) == "邓群策"
    assert (near.readings, near.at, near.step.kind) == (("deng", "qun", "ce"), 2, "voicing")


def test_two_steps_are_too_many():
    assert nearly_heard(SOURCE, ("den", "qun", "ze")) == []


@given(texts, spellings)
def test_what_is_heard_is_not_nearly_heard(text, spelling):
    exact = set(heard(text, spelling))
    near = nearly_heard(text, spelling)
    assert exact.isdisjoint(one.start for one in near)
    assert all(one.span.end <= len(text) and len(one.span) == len(spelling) for one in near)
    assert all(at + len(spelling) <= len(text) for at in exact)
    for one in near:
        assert one.start in heard(text, one.readings)
