"""Names one slip from what the characters or the term base say."""

from __future__ import annotations

import random

import pytest

from tests.app.builders import document
from tests.checks.test_examples import term_base_of
from translator_desk.checks.base import CheckContext, Example, Facts
from translator_desk.checks.rules.name_misspelt import NameMisspelt
from translator_desk.model.ids import SegmentId
from translator_desk.model.segment import Segment
from translator_desk.model.severity import Level
from translator_desk.text.pinyin import join_syllables, near_syllables

PERSON = "- {{id: p, kind: person, zh: [{zh}], en: {en}, source: s{more}}}\n"


def issues(target, source="", terms=""):
    made = document("d", [target], has_source=bool(source))
    segment = Segment(SegmentId(1), made.id, 0, source, target, imported_target=target)
    context = CheckContext(term_base_of(Example("", terms=terms)))
    return list(NameMisspelt().find(Facts(segment, made, context, source)))


def found(target, source="", terms=""):
    return [(one.target.of(target), one.expected[0]) for one in issues(target, source, terms)]


@pytest.mark.parametrize(
    ("target", "source", "expected"),
    [
        ("Province Fen Huashi said so.", "冯华石说", ("Fen Huashi", "Feng Huashi")),
        ("the Mayor, Zhen Jianxin’s", "市长郑建新的", ("Zhen Jianxin", "Zheng Jianxin")),
        ("Cha Mingde came", "查明德来了", ("Cha Mingde", "Zha Mingde")),
        ("Ouyan Wen came", "欧阳文来了", ("Ouyan Wen", "Ouyang Wen")),
        ("Nu Ling came", "吕玲来了", ("Nu Ling", "Lyu Ling")),
        ("Li Chan'an came", "李长安来了", ("Li Chan'an", "Li Chang'an")),
        ("in Zhongqing today", "今天在重庆", ("Zhongqing", "Chongqing")),
        ("in Shaanx today", "今天在陕西", ("Shaanx", "Shaanxi")),
        ("in Jinsan Town today", "今天在金山镇", ("Jinsan", "Jinshan")),
        ("He Lon came", "贺龙来了", ("He Lon", "He Long")),
        ("Jong Yao came", "钟繇来了", ("Jong Yao", "Zhong Yao")),
        ("Kaang Guangren came", "康广仁来了", ("Kaang Guangren", "Kang Guangren")),
        ("in Guangzon today", "今天在广宗县", ("Guangzon", "Guangzong")),
        ("in Dinxing today", "今天在定兴", ("Dinxing", "Dingxing")),
        ("in Xenzhen today", "今天在深圳", ("Xenzhen", "Shenzhen")),
        ("in Laiyuang today", "今天在涞源", ("Laiyuang", "Laiyuan")),
        ("in Yueqin today", "今天在乐清", ("Yueqin", "Yueqing")),
    ],
)
def test_the_characters_say_how_a_name_is_spelt(target, source, expected):
    assert found(target, source) == [expected]


@pytest.mark.parametrize(
    ("target", "source"),
    [
        ("Lyu Ling, Lü Fang and Lu Ping", "吕玲、吕芳、吕平"),
        ("Shaanxi and Shanxi", "陕西和山西"),
        ("Taipei and Hualien", "台北和花莲"),
        ("Ri Yong Ho told the assembly", "李勇浩在大会上说"),
        ("Pu Shu sang", "朴树演唱"),
        ("Guang’an City", "广安市"),
        ("Deng Qunce said", "他说"),
        ("Haiti and China", "海地和中国"),
        ("Ryan Zinke came", "瑞恩·津克来了"),
        ("The Beijing station", "这和北京站"),
        ("President Laisi spoke", "总统莱西讲话"),
    ],
)
def test_right_spellings_pass(target, source):
    assert found(target, source) == []


def test_two_persons_of_the_base_are_not_taken_for_one_another():
    terms = PERSON.format(zh="刘正兴", en="Liu Zhengxing", more="") + PERSON.format(
        zh="刘正新", en="Liu Zhengxin", more=""
    ).replace("id: p", "id: q")
    assert found("Liu Zhengxin and Liu Zhengxing attended.", terms=terms) == []
    assert found("Liu Zhengxin attended.", terms=terms) == []
    assert found("Liu Zhengxin attended.", "刘正兴出席。", terms) == [("Liu Zhengxin", "Liu Zhengxing")]


def test_without_the_chinese_a_short_name_is_left_alone():
    terms = PERSON.format(zh="朱健", en="Zhu Jian", more="")
    assert found("Zhu Jiang spoke.", terms=terms) == []
    assert found("Zhu Jiang spoke.", "朱健讲话。", terms) == [("Zhu Jiang", "Zhu Jian")]


def test_an_unverified_entry_only_advises_and_the_evidence_names_it():
    terms = PERSON.format(zh="邓群策", en="Deng Qunce", more=", verified: false")
    (issue,) = issues("Deng Qunze spoke.", terms=terms)
    assert issue.level is Level.INFO
    assert issue.entry == "p"
    assert "example.yaml" in issue.evidence[0].render("en")


def test_the_source_words_are_named():
    (issue,) = issues("Deng Qunze spoke.", "市长邓群策讲话")
    assert issue.source.of("市长邓群策讲话") == "邓群策"
    assert issue.level is Level.ERROR
    assert "邓群策" in issue.message.render("zh")


GIVEN = (("志", "zhi"), ("文", "wen"), ("丽", "li"), ("新", "xin"), ("宾", "bin"), ("超", "chao"), ("龙", "long"))
SURNAMES = (("邓", "deng"), ("彭", "peng"), ("许", "xu"), ("唐", "tang"), ("谢", "xie"), ("段", "duan"))


@pytest.mark.parametrize("seed", range(40))
def test_any_likely_slip_in_a_given_name_is_found_and_mended(seed):
    choice = random.Random(seed)
    surname, first, second = choice.choice(SURNAMES), choice.choice(GIVEN), choice.choice(GIVEN)
    characters = surname[0] + first[0] + second[0]
    right = f"{surname[1].capitalize()} {join_syllables((first[1], second[1]))}"
    slips = [one for one, step in near_syllables(second[1]).items() if not step.rare and one[0] not in "aeo"]
    wrong = f"{surname[1].capitalize()} {join_syllables((first[1], choice.choice(slips)))}"
    target, source = f"On Monday {wrong} opened it.", f"周一，{characters}宣布开幕。"
    assert found(target, source) == [(wrong, right)]
    assert found(target.replace(wrong, right), source) == []
