"""Odd words: a term of the base makes them known, and the checks that share them agree on who speaks."""

from __future__ import annotations

from tests.checks.builders import document, segment, terms
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.capital_terms import capital_terms
from translator_desk.checks.engine import CheckRun
from translator_desk.checks.word_facts import Sort, WordsOfTerms, odd_words
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.normalize import lowered
from translator_desk.text.tokens import letters_only

GORAL = "- {id: g, kind: other, zh: 斑羚, en: koklass pheasant}"


def odd(target, term_base=None):
    context = CheckContext(term_base or TermBase.empty())
    return [(one.word, one.sort) for one in odd_words(Facts(segment(1, target), document(), context, ""))]


def issues(target, term_base=None):
    run = CheckRun(term_base or TermBase.empty())
    run.open_document(document(has_source=False))
    run.check(segment(1, target), (0, 0))
    run.settle()
    assert not run.failures
    return [(one.check, one.target.of(target)) for one in run.issues(segment(1, target).id)]


def test_words_are_sorted():
    text = "In july the familly of zhongxinhua saw china and GongJianNian at info@desk.cn."
    assert odd(text) == [
        ("july", Sort.CAPITAL), ("familly", Sort.UNKNOWN), ("zhongxinhua", Sort.PINYIN), ("china", Sort.DOUBTFUL),
        ("GongJianNian", Sort.HUMPS),
    ]  # fmt: skip


def test_the_same_text_has_the_same_words_again():
    text = "the koklass of the park"
    assert odd(text) == odd(text) == [("koklass", Sort.UNKNOWN)]


def test_a_form_of_the_term_base_makes_its_words_known_where_it_stands():
    assert odd("a koklass pheasant", terms(GORAL)) == []
    assert odd("a koklass", terms(GORAL)) == [("koklass", Sort.UNKNOWN)]


def test_the_index_follows_a_change_of_the_term_base():
    before, now = TermBase.empty(), terms(GORAL)
    entry = now.entry("g")
    added = before.index(WordsOfTerms).after_change(None, entry, now)
    assert added.explain("koklass", "the koklass pheasant")
    assert not added.after_change(entry, None, before).explain("koklass", "the koklass pheasant")


def found_in(index, text):
    return [text[start:end] for start, end, _ in index.find(text, lowered(text), letters_only(text).split())]


def test_names_of_several_words_are_found_without_their_capitals():
    base = terms("- {id: e, kind: event, zh: 国家卫生城市, en: National Hygienic City}")
    index = base.index(capital_terms)
    text = "a National hygienic City, a National Hygienic City, the South china Sea"
    assert found_in(index, text) == ["hygienic", "china"]
    gone = index.after_change(base.entry("e"), None, TermBase.empty())
    assert found_in(gone, "a national hygienic city") == []


def test_one_slip_is_one_issue():
    assert issues("He came to hengyang.") == [("capitals", "hengyang")]
    assert issues("the familly of the mayor") == [("spelling", "familly")]
    assert issues("the GongJianNian campaign") == [("pinyin-left-over", "GongJianNian")]
