from hypothesis import given
from hypothesis import strategies as st

from translator_desk.text.normalize import fold_key, half_width, lowered


def test_full_width_letters_figures_and_marks_become_half_width():
    assert half_width("ＧＤＰ　１２．５％（万元）") == "GDP 12.5%(万元)"


def test_a_key_does_not_see_quotes_hyphens_case_and_white_space():
    assert fold_key("The  People’s\u00a0High-Tech\nZone ") == fold_key("the people's high tech zone")
    assert fold_key("Leiyang") != fold_key("Laiyang")


def test_searching_text_keeps_its_offsets_where_lower_case_is_longer():
    text = "İzmir’s High-tech “Zone”"
    assert lowered(text) == 'İzmir\'s high tech "zone"'


@given(st.text())
def test_lengths_stay(text):
    assert len(half_width(text)) == len(text)
    assert len(lowered(text)) == len(text)


@given(st.text(st.sampled_from("Aaé‘’‛ʼ′`´“”„‟″-‐‑‒–—\u00a0\u2003\u3000\t\n\x0b\x85\u2028 ")))
def test_each_mark_is_lowered_as_it_is_alone(text):
    assert lowered(text) == "".join(map(lowered, text))


@given(st.text())
def test_a_key_is_its_own_key(text):
    assert fold_key(fold_key(text)) == fold_key(text)
