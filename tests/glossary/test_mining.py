import random

from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.builders import term_base
from translator_desk.glossary.mining import mine
from translator_desk.glossary.mining_align import align_words
from translator_desk.glossary.mining_text import chinese_words, english_words, is_common, is_usual, may_be_term, normal
from translator_desk.glossary.term_base import TermBase

SUBJECTS = [
    ("衡阳", "Hengyang"),
    ("长沙", "Changsha"),
    ("企业", "the enterprises"),
    ("项目", "the project"),
    ("专家", "experts"),
]
VERBS = [("支持", "supports"), ("建设", "builds"), ("访问", "visits"), ("介绍", "presents"), ("研究", "studies")]
TERMS = [
    ("综合保税区", "comprehensive bonded zone"),
    ("生态环境", "ecological environment"),
    ("乡村振兴", "rural revitalization"),
]


def corpus(size=60, seed=1):
    dice = random.Random(seed)
    rows = []
    for number in range(size):
        (zh_a, en_a), (zh_b, en_b), (zh_c, en_c) = dice.choice(SUBJECTS), dice.choice(VERBS), TERMS[number % 3]
        place = dice.choice([("今天", "Today"), ("去年", "Last year"), ("明天", "Tomorrow")])
        rows.append((number, f"{place[0]}，{zh_a}{zh_b}{zh_c}。", f"{place[1]} {en_a} {en_b} the {en_c}."))
    return rows


def test_terms_are_found_with_their_renderings():
    rows = corpus()
    rows[0] = (0, rows[0][1], rows[0][2].replace("bonded zone", "insurance zone"))
    found = {one.zh: one for one in mine(rows, TermBase.empty())}
    assert {zh for zh, _ in TERMS} <= set(found)
    zone = found["综合保税区"]
    assert len(zone.segments) == 20
    assert (zone.renderings[0].en, len(zone.renderings[0].segments)) == ("comprehensive bonded zone", 19)
    assert [(one.en, one.segments) for one in zone.renderings[1:]] == [("comprehensive insurance zone", (0,))]
    assert found["乡村振兴"].renderings[0].en == "rural revitalization"


def test_what_has_an_entry_is_left_out():
    base = term_base("- {id: z, kind: place, zh: [综合保税区], en: comprehensive bonded zone}\n")
    assert "综合保税区" not in {one.zh for one in mine(corpus(), base)}


def test_nothing_is_said_of_little():
    assert mine(corpus(2), TermBase.empty()) == ()
    assert mine([(1, "", "one"), (2, "一", "")], TermBase.empty()) == ()
    assert mine(corpus(), TermBase.empty(), stopped=lambda: True) == ()
    assert len(mine(corpus(), TermBase.empty(), most=2)) == 2


def test_a_known_pair_and_a_latin_word_guide_the_aligner():
    pairs = [(["甲", "乙"], ["one", "two"])] * 6 + [(["丙", "GDP"], ["three", "gdp"])] * 6
    plain, known = align_words(pairs, {}), align_words(pairs, {("甲", "two"): 1.0})
    assert known[0][0][0, 1] > plain[0][0][0, 1]
    assert known[-1][0][1].argmax() == 1
    assert [matrix.shape for matrix, _ in align_words([([], ["a"]), (["甲"], [])], {})] == [(0, 1), (1, 0)]


@given(
    st.lists(
        st.tuples(st.lists(st.sampled_from("甲乙丙"), max_size=4), st.lists(st.sampled_from("abc"), max_size=4)),
        max_size=5,
    )
)
def test_surety_is_between_none_and_all(pairs):
    for (zh, en), (surety, enough) in zip(pairs, align_words(pairs, {}), strict=True):
        assert surety.shape == enough.shape == (len(zh), len(en))
        assert ((surety >= 0) & (surety <= 1)).all()


def test_words_have_their_places():
    text = "the U.S. People's-Congress, (two) Zones"
    words = english_words(text)
    assert [text[one.start : one.end] for one in words] == ["U", "S", "People", "Congress", "two", "Zones"]
    assert [one.norm for one in words][-1] == "zone"
    assert [one.hard for one in words] == [True, False, False, False, True, True]
    assert [(one.text, one.start) for one in chinese_words("綜合保稅區，GDP")] == [
        ("综合", 0),
        ("保税区", 2),
        ("GDP", 6),
    ]
    assert not may_be_term(chinese_words("的"))
    assert normal("Organisations") == normal("organization")


def test_what_everybody_knows_or_what_only_points_is_no_term():
    assert [is_common(one) for one in ("市场", "时间", "综合保税区", "市场主体")] == [True, True, False, False]
    assert [is_usual("市场", one) for one in ("markets", "bazaar", "market entities")] == [True, False, False]
    for words in ("全市", "本省经济", "该市", "我国经济", "当地企业"):
        assert not may_be_term(chinese_words(words)), words
    for words in ("全国人大", "全会精神", "高新技术", "本科教育"):
        assert may_be_term(chinese_words(words)), words


def test_common_words_are_no_candidates():
    pairs = [("重庆港", "Chongqing port"), ("北京港", "Beijing port"), ("南京港", "Nanjing port")] * 4
    rows = [
        (at, f"全市市场看好{zh}的时间。", f"The market of the city likes the time of {en}.")
        for at, (zh, en) in enumerate(pairs)
    ]
    assert not {"全市", "市场", "时间", "全市市场"} & {one.zh for one in mine(rows, TermBase.empty())}


def test_a_common_word_that_is_steadily_something_else_here_is_a_candidate():
    rows = [
        (key, zh.replace("综合保税区", "专业"), en.replace("comprehensive bonded zone", "trade craft"))
        for key, zh, en in corpus()
    ]
    assert {one.zh: one for one in mine(rows, TermBase.empty())}["专业"].renderings[0].en == "trade craft"
    rows = [(key, zh, en.replace("trade craft", "major")) for key, zh, en in rows]
    assert "专业" not in {one.zh for one in mine(rows, TermBase.empty())}
