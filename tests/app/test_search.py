"""Words found and replaced on both sides."""

from __future__ import annotations

import pytest

from tests.app.builders import session
from translator_desk.app.commands.edit import ReplaceMany
from translator_desk.app.search import Hit, Query, Side, find, occurrences, replacement_at, replacements
from translator_desk.errors import RefusedError
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.text.span import Span

ONE, TWO = SegmentId(1), SegmentId(2)


def project():
    return session(
        ("a", [("衡陽市人民政府", "The Municipal Government of Hengyang; the government's plan.")]),
        ("b", [("衡阳的政府", "“Government”  it said, GOVERNMENT it is.")]),
    )[0]


def spans(query):
    return [(one.segment, one.side, one.span) for one in find(project().state, query)]


def test_both_sides_are_searched_whatever_the_capitals():
    state = project().state
    found = [(one.segment, one.span.of(state.segments[one.segment].target)) for one in find(state, Query("government"))]
    assert found == [(ONE, "Government"), (ONE, "government"), (TWO, "Government"), (TWO, "GOVERNMENT")]


def test_simplified_finds_traditional_and_the_other_way_round():
    wanted = [(ONE, Side.SOURCE, Span(0, 2)), (TWO, Side.SOURCE, Span(0, 2))]
    assert spans(Query("衡阳")) == wanted
    assert spans(Query("衡陽")) == wanted


def test_case_whole_words_patterns_and_scope_narrow_the_search():
    assert len(spans(Query("government", match_case=True))) == 1
    assert len(spans(Query("govern", whole_words=True))) == 0
    assert len(spans(Query(r"\bG\w+t\b", pattern=True, match_case=True))) == 2
    assert {key for key, _, _ in spans(Query("government", document=DocumentId("b")))} == {TWO}


def test_straight_and_curly_quotes_and_any_white_space_are_one():
    assert len(spans(Query('"government" it'))) == 1
    assert len(spans(Query("government’s"))) == 1


@pytest.mark.parametrize("query", [Query("  "), Query("(", pattern=True)])
def test_what_cannot_be_searched_is_refused_with_a_sentence(query):
    with pytest.raises(RefusedError):
        list(find(project().state, query))


def test_a_replacement_keeps_capitals():
    put = [one.words for one in replacements(project().state, Query("government", Side.TARGET), "authority")]
    assert put == ["Authority", "authority", "Authority", "AUTHORITY"]


def test_a_pattern_may_use_its_groups_and_a_missing_one_is_refused():
    state = project().state
    query = Query(r"(Municipal) (Government)", Side.TARGET, pattern=True)
    assert [one.words for one in replacements(state, query, r"\2 (\1)")] == ["Government (Municipal)"]
    with pytest.raises(RefusedError):
        replacements(state, query, r"\3")


def test_both_sides_are_replaced_in_one_step_and_undone_in_one():
    one = project()
    before = dict(one.state.segments)
    places = replacements(one.state, Query("衡阳"), "衡山")
    assert [place.in_source for place in places] == [True, True]
    places += replacements(one.state, Query("government", Side.TARGET), "office")
    one.execute(ReplaceMany(places))
    assert one.state.segments[ONE].source == "衡山市人民政府"
    assert one.state.segments[TWO].target == "“Office”  it said, OFFICE it is."
    one.undo()
    for key, segment in before.items():
        assert (one.state.segments[key].source, one.state.segments[key].target) == (segment.source, segment.target)


def test_one_hit_is_replaced_where_it_still_stands():
    one = project()
    query = Query("government", Side.TARGET)
    hits = list(find(one.state, query))
    place = replacement_at(one.state, query, "office", hits[1])
    assert place is not None
    one.execute(ReplaceMany((place,)))
    assert one.state.segments[ONE].target == "The Municipal Government of Hengyang; the office's plan."
    assert replacement_at(one.state, query, "office", hits[1]) is None
    assert replacement_at(one.state, query, "x", Hit(SegmentId(99), Side.TARGET, Span(0, 1))) is None


def test_a_fix_everywhere_leaves_longer_words_and_other_capitals_alone():
    one = session(("a", [("", "Deng Qunze, Deng Qunzes and deng qunze met Deng Qunze.")]))[0]
    found = occurrences(one.state, "Deng Qunze", "Deng Qunce")
    assert [place.span.start for place in found] == [0, 43]
