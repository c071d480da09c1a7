from dataclasses import replace

import pytest

from tests.glossary.builders import HEAD, term_base
from translator_desk.glossary.entry import AvoidForm
from translator_desk.glossary.lint import lint
from translator_desk.glossary.lint_names import is_misread
from translator_desk.glossary.lint_places import ProblemPlaces
from translator_desk.glossary.splice_save import put_entry
from translator_desk.glossary.term_base import TermBase
from translator_desk.glossary.where_used import lint_use, where_used
from translator_desk.glossary.yaml_file import parse_term_file

A = "- {id: x-a, kind: other, zh: [甲乙], en: one}\n"
MAYOR = "- {id: t-a, kind: title, zh: [市长], en: mayor, single_holder: true}\n"


def person(key, zh, en, offices, more=""):
    return f"- {{id: {key}, kind: person, zh: [{zh}], en: {en}, offices: [{offices}]{more}}}\n"


@pytest.mark.parametrize(
    ("entries", "code", "said"),
    [
        ("- {id: x-a, kind: other, zh: [吨], en: ton}\n", "short-pattern", "one character only"),
        ("- {id: x-a, kind: other, zh: [甲乙], en: one, avoid: ['-']}\n", "short-pattern", "too short"),
        ("- {id: x-a, kind: other, zh: [三成], not_inside: [完成], en: tenth}\n", "idle-not-inside", "holds none"),
        ("- {id: x-a, kind: other, zh: [甲乙], en: one, avoid: [One]}\n", "accepted-and-avoided", "at once"),
        ("- {id: x-a, kind: other, zh: [甲乙], en: one, also: [uno], avoid: [uno]}\n", "accepted-and-avoided", "uno"),
        (A + "- {id: x-b, kind: other, zh: [丙丁], en: two, avoid: [one]}\n", "avoided-here-accepted-there", "“x-a”"),
        (A + "- {id: x-b, kind: other, zh: [甲乙], en: one}\n", "same-source", "make them one"),
        (A + "- {id: x-b, kind: other, zh: [甲乙], en: two}\n", "contradicting-source", "(terms.yaml:4)"),
        ("- {id: x-a, kind: other, zh: [甲乙], en: \"on\\u200be\"}\n", "invisible", "U+200B"),
        ("- {id: x-a, kind: other, zh: [\"甲\\u200b乙\"], en: one}\n", "invisible", "U+200B"),
        ("- {id: x-a, kind: other, zh: [甲乙], en: ｏne}\n", "full-width", "write “one”"),
        ("- {id: x-a, kind: other, zh: [甲乙], en: оne}\n", "homoglyph", "CYRILLIC SMALL LETTER O"),
        ("- {id: x-a, kind: other, zh: [甲乙], en: one 甲}\n", "unprintable", "as it stands"),
        ("- {id: x-a, kind: other, zh: [甲乙], en: one / two}\n", "unprintable", "as it stands"),
        ("- {id: x-a, kind: other, zh: [萬億], en: trillion}\n", "traditional", "write “万亿”"),
        (person("p-a", "邓群策", "Deng Qunze", ""), "misread", "no reading of 邓群策"),
        (person("p-a", "甲乙", "A", "{post: t-none}"), "unknown-id", "which no entry has"),
        (person("p-a", "甲乙", "A", "{post: p-a}"), "wrong-kind", "is a person and no title"),
        (person("p-a", "甲乙", "A", "{post: Mayor, from: '2020', to: '2019'}"), "reversed-dates", "before it begins"),
        (
            person("p-a", "甲乙", "A", "{post: Mayor, from: '2010', to: '2015'}, {post: Mayor, from: '2013', to: present}"),
            "overlapping-dates",
            "at the same time",
        ),
        (
            MAYOR
            + person("p-a", "甲乙", "A", "{post: t-a, from: '2010', to: '2015'}")
            + person("p-b", "丙丁", "B", "{post: t-a, from: '2013', to: '2018'}"),
            "two-holders",
            "“p-b” and “p-a”",
        ),
        (person("p-a", "甲乙", "Jia", "") + person("p-b", "甲乙", "Jia", ""), "same-name", "two people"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_both_languages(entries, code, said):
    (problem,) = lint(term_base(entries))
    assert (problem.code, said in str(problem.message)) == (code, True), problem.message
    assert problem.message.render("zh") != problem.message.render("en")
    if problem.fix is not None:
        base = term_base(entries)
        mended = TermBase({one.id: problem.fix if one.id == problem.entry else one for one in base.entries})
        assert lint(mended) == ()


@pytest.mark.parametrize(
    "entries",
    [
        A,
        MAYOR
        + person("p-a", "甲乙", "A", "{post: t-a, from: '2010', to: '2015'}")
        + person("p-b", "丙丁", "B", "{post: t-a, from: '2015', to: '2018'}"),
        person("p-a", "甲乙", "Jia", "{post: Mayor}") + person("p-b", "甲乙", "Jia", "", ", note: the writer"),
        A + "- {id: x-b, kind: other, zh: [丙丁], en: two, avoid: [{en: one, with_source: true}]}\n",
        "- {id: x-a, kind: other, zh: [万亿, 萬億], en: trillion}\n",
        person("p-a", "孙中山", "Sun Yat-sen", ""),
        person("p-a", "单于海燕", "Shan Yuhaiyan", ""),
        person("p-a", "曾乐", "Zeng Yue", ""),
        person("p-a", "吕后", "Lyu Hou", ""),
    ],
)
def test_what_may_be_right_is_left_alone(entries):
    assert lint(term_base(entries)) == ()


def test_only_pinyin_is_compared_with_characters():
    assert not is_misread(["许正宇"], ["Christopher Hui"])
    assert is_misread(["许正宇"], ["Xu Zhenyu"])
    assert not is_misread(["许正宇"], ["Xu Zhenyu", "Xu Zhengyu"])


def test_a_problem_is_told_with_line_and_column_and_its_mending_touches_nothing_else():
    text = (
        HEAD
        + "# first\n"
        + A
        + "- id: x-b\n  kind: other\n  zh: [丙丁]\n  en: two\n  avoid:\n  - {en: one, why: w}   # seen\n"
    )
    file = parse_term_file(text.encode(), "f.yaml")
    (problem,) = lint(TermBase.build([file]))
    assert ProblemPlaces(text.encode(), file).of(problem) == (11, 10)
    mended = put_entry(text.encode(), file, problem.fix).data.decode()
    assert mended == text.replace("why: w}", "why: w, with_source: true}")
    assert problem.fix.avoid == (AvoidForm("one", "w", with_source=True),)
    assert ProblemPlaces(text.encode(), file).of(replace(problem, entry="gone")) == (problem.origin.line, 1)


def test_entries_that_texts_never_need_are_told():
    base = term_base(
        A + "- {id: x-b, kind: other, zh: [乙丙], en: two}\n- {id: x-c, kind: other, zh: [甲乙丙], en: three}\n"
    )
    texts = ["甲乙丙丁", "甲乙"]
    assert where_used(base, enumerate(texts)) == {"x-a": (1,), "x-c": (0,)}
    assert [(one.entry, one.code) for one in lint_use(base, texts)] == [("x-b", "unreachable")]
    assert [(one.entry, one.code) for one in lint_use(base, ["甲乙"])] == [("x-b", "unused"), ("x-c", "unused")]
