"""What a glance at the figures of two texts says, against the full reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.text.figure_glance import plainly_agree
from translator_desk.text.figure_glance_en import english_glance
from translator_desk.text.figure_glance_zh import chinese_glance
from translator_desk.text.figure_pairing import pair_figures
from translator_desk.text.numbers_en import english_quantities
from translator_desk.text.numbers_zh import chinese_quantities
from translator_desk.text.quantity import Kind

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
ZH, EN = ([line for path in sorted(SAMPLES.glob(f"*.{side}.txt")) for line in path.read_text("utf-8").splitlines()]
          for side in ("zh", "en"))  # fmt: skip
CHINESE = st.lists(
    st.sampled_from(
        ["35", "万", "亿", "2020", "年", "6", "月", "12", "日", "%", "3.5", "1,200", "个", "百分点", "人", "元", "一", "两", "三", "十",
         "第", "百", "周", "星期", "半", "几", "数", "、", "至", "，", "分之", "成", "倍", "名", "天", "多", "近", "三亚", "翻", "译", "届",
         "级", "代", "和", "-", ":", "/", "A", " ", "号", "时", "点", "米", "千", "０", "上"]
    ),
    max_size=9,
).map("".join)  # fmt: skip
ENGLISH = st.lists(
    st.sampled_from(
        ["35", "million", "billion", "2020", "June", "May", "12", "12th", "%", "percent", "3.5", "1,200", "points", "people", "yuan",
         "one", "two", "three", "third", "ten", "hundred", "first", "week", "Monday", "Mondays", "half", "several", "and", "to",
         "or", "a", "of", "the", "RMB", "US$", "-", ",", ".", ":", "/", "5G", "dozen", "years", "way", "p.m.", "on", "in", "II",
         "quarter", "Sept.", "early", "–", "(", ")", "’s", "m", "day", "long", "“"]
    ),
    max_size=9,
).flatmap(lambda parts: st.sampled_from([" ", ""]).map(lambda joint: joint.join(parts)))  # fmt: skip


def firm(quantities):
    return sorted((one.kind, float(one.low)) for one in quantities if one.firm)


def seen(glance):
    return sorted((kind, float(value)) for kind, value in glance.firm)


def units_beside(quantities, *, are_firm):
    return {one.unit for one in quantities if one.firm is are_firm and one.kind is Kind.CARDINAL} - {"", "count"}


def assert_sees_what_is_read(glance, read):
    if glance is not None:
        assert seen(glance) == firm(read)
        counted = {unit for (kind, _), unit in glance.firm.items() if kind is Kind.CARDINAL} - {"", "count"}
        assert counted == units_beside(read, are_firm=True)
        assert units_beside(read, are_firm=False) <= glance.loose


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("新增就业35万人，同比增长5.3%。", {(Kind.CARDINAL, 350_000), (Kind.PERCENT, 5.3)}),
        ("2020年6月12日，三名学生", {(Kind.YEAR, 2020), (Kind.MONTH, 6), (Kind.DAY, 12), (Kind.CARDINAL, 3)}),
        ("提高5个百分点，第一，进一步", {(Kind.POINT, 5)}),
        ("周三举行", {(Kind.WEEKDAY, 3)}),
        ("没有数", set()),
    ],
)
def test_plain_chinese_is_seen(text, figures):
    assert set(seen(chinese_glance(text))) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It created 350,000 jobs, up 5.3 percent.", {(Kind.CARDINAL, 350_000), (Kind.PERCENT, 5.3)}),
        ("On June 12, 2020, three pupils", {(Kind.YEAR, 2020), (Kind.MONTH, 6), (Kind.DAY, 12), (Kind.CARDINAL, 3)}),
        ("On Wednesday the first of them paid 3.5 billion yuan", {(Kind.WEEKDAY, 3), (Kind.CARDINAL, 3_500_000_000)}),
        ("nothing at all", set()),
    ],
)
def test_plain_english_is_seen(text, figures):
    assert set(seen(english_glance(text))) == figures


@pytest.mark.parametrize("text", ["3至5万人", "三分之二", "1亿2000万元", "2020-06-12", "增长3倍", "上午9时", "二十四"])
def test_what_is_not_plain_in_chinese_is_left_to_the_reading(text):
    assert chinese_glance(text) is None


@pytest.mark.parametrize(
    "text", ["3 to 5 million", "two thirds", "the 12th", "5 p.m.", "5G", "twenty-four", "in early May"]
)
def test_what_is_not_plain_in_english_is_left_to_the_reading(text):
    assert english_glance(text) is None


@pytest.mark.parametrize("text", ZH)
def test_no_chinese_sample_has_other_figures_than_the_glance_sees(text):
    assert_sees_what_is_read(chinese_glance(text), chinese_quantities(text))


@pytest.mark.parametrize("text", EN)
def test_no_english_sample_has_other_figures_than_the_glance_sees(text):
    assert_sees_what_is_read(english_glance(text), english_quantities(text))


@given(CHINESE)
def test_a_glance_at_any_chinese_sees_what_is_read(text):
    assert_sees_what_is_read(chinese_glance(text), chinese_quantities(text))


@given(ENGLISH)
def test_a_glance_at_any_english_sees_what_is_read(text):
    assert_sees_what_is_read(english_glance(text), english_quantities(text))


@given(CHINESE, ENGLISH)
def test_where_two_texts_plainly_agree_no_figure_is_altered_lost_or_added(zh, en):
    source, target = chinese_glance(zh), english_glance(en)
    if source is not None and target is not None and plainly_agree(source, target):
        found = pair_figures(chinese_quantities(zh), english_quantities(en), (len(zh), len(en)))
        assert found.altered == ()
        assert not any(one.firm for one in (*found.lost, *found.added))


@pytest.mark.parametrize(
    ("zh", "en", "agree"),
    [
        ("3000亩水稻", "3,000 mu of rice", True),
        ("3000亩水稻", "3,000 acres of rice", False),
        ("37个领域", "37 fields", True),
        ("一天", "one hour", False),
        ("一天", "one day", True),
        ("增长5%", "up 6 percent", False),
    ],
)
def test_figures_agree_where_no_unit_is_in_doubt(zh, en, agree):
    assert plainly_agree(chinese_glance(zh), english_glance(en)) is agree
