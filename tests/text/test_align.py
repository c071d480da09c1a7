"""Pairing: every unit in one bead, in order; sentences cut in two, put together or left out are seen."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from translator_desk.text.align import align

UNITS = st.lists(st.text(alphabet="会议开始。ab 12,.", max_size=30), max_size=12)
SOURCE = [
    "新港大桥昨日正式通车，双向六车道，全长2180米。",
    "桥头公园同时开放，园内种植桂花树460株。",
    "市民代表冒雨参加了首批步行活动。",
    "渡口将在三个月内停用，14艘渡船改作游船。",
    "工程历时五年，投资37.5亿元。",
]
TARGET = [
    "The Xingang Bridge, 2,180 meters long and six lanes wide, opened to traffic yesterday.",
    "The park at its head opened on the same day, with 460 osmanthus trees planted inside.",
    "Residents joined the first walk across in spite of the rain.",
    "The ferry will close within three months and its 14 boats will become tour boats.",
    "The work took five years and cost 3.75 billion yuan in all.",
]


def pairs(source, target, *anchors):
    return [(bead.source, bead.target) for bead in align(source, target, *anchors)]


def straight(count, start=0, shift=0):
    return [((i,), (i + shift,)) for i in range(start, start + count)]


@settings(max_examples=60)
@given(UNITS, UNITS)
def test_every_unit_stands_in_exactly_one_bead_in_order(source, target):
    beads = align(source, target)
    assert [i for bead in beads for i in bead.source] == list(range(len(source)))
    assert [j for bead in beads for j in bead.target] == list(range(len(target)))
    assert all(bead.source or bead.target for bead in beads)
    assert all(0 <= bead.confidence <= 1 for bead in beads)


def test_texts_of_very_different_length_are_paired_to_the_end():
    beads = align(["会议开始。"], ["The meeting began."] * 90)
    assert [j for bead in beads for j in bead.target] == list(range(90))


def test_one_to_one():
    assert pairs(SOURCE, TARGET) == straight(5)


def test_a_sentence_cut_in_two():
    target = [*TARGET[:1], "The park at its head opened on the same day.", "It has 460 osmanthus trees.", *TARGET[2:]]
    assert pairs(SOURCE, target) == [((0,), (0,)), ((1,), (1, 2)), *straight(3, start=2, shift=1)]


def test_two_sentences_put_together():
    target = [*TARGET[:3], f"{TARGET[3][:-1]}; {TARGET[4]}"]
    assert pairs(SOURCE, target) == [*straight(3), ((3, 4), (3,))]


def test_a_long_sentence_left_out_of_the_english():
    left_out = (
        "据市交通运输局有关负责人介绍，老桥建于上世纪七十年代，桥面狭窄，"
        "早晚高峰时段车辆常常排队等候，居民盼望新桥已有多年。"
    )
    found = pairs([*SOURCE[:3], left_out, *SOURCE[3:]], TARGET)
    assert found == [*straight(3), ((3,), ()), ((4,), (3,)), ((5,), (4,))]


def test_a_long_sentence_the_chinese_does_not_have():
    added = (
        "Photographs taken by our own reporters along both banks of the river, from the first pile to the last cable, "
        "are shown in the weekend edition and will later hang in the hall of the city library."
    )
    found = pairs(SOURCE, [*TARGET[:3], added, *TARGET[3:]])
    assert found == [*straight(3), ((), (3,)), *straight(2, start=3, shift=1)]


def test_common_words_tell_which_short_sentence_was_left_out():
    source = ["会议在北京召开。", "代表们参观了博物馆。", "医生讨论了疫苗。"]
    target = ["The meeting was held in Beijing.", "The doctors discussed the vaccine."]
    assert pairs(source, target) == [((0,), (0,)), ((1,), ()), ((2,), (1,))]


def test_anchors_outweigh_lengths():
    source, target = (
        ["甲乙丙丁戊己庚。", "辛壬癸子丑寅卯。", "辰巳午未申酉戌。"],
        ["Abc def ghi jkl mno pq.", "Rst uvw xyz abc def gh."],
    )
    one, other = (frozenset({f"term {name} {number}" for number in range(3)}) for name in ("one", "other"))
    none = frozenset()
    assert pairs(source, target, [one, none, other], [one, other]) == [((0,), (0,)), ((1,), ()), ((2,), (1,))]
    assert pairs(source, target, [none, one, other], [one, other]) == [((0,), ()), ((1,), (0,)), ((2,), (1,))]


def test_a_long_text_without_counterpart_at_its_beginning():
    added = ["Photographs of the river were taken by residents."] * 70
    assert pairs(SOURCE, [*added, *TARGET]) == [*(((), (j,)) for j in range(70)), *straight(5, shift=70)]


def test_a_quotation_mark_that_stands_alone_belongs_to_its_neighbour():
    beads = pairs(SOURCE, [*TARGET[:3], "”", *TARGET[3:]])
    assert all(source and target for source, target in beads)
