from hypothesis import given
from hypothesis import strategies as st

from translator_desk.glossary.matcher import Matcher, overlapping_searches, python_searches

HAN = st.text("市委书记副长衡阳", max_size=24)
PATTERNS = st.lists(st.text("市委书记副长衡阳", min_size=1, max_size=4), unique=True, max_size=8)


def found(text, patterns, not_inside=None):
    return [text[start:end] for start, end, _ in Matcher(patterns, not_inside).find(text)]


def test_a_match_inside_a_longer_one_is_dropped():
    assert found("衡阳市副市长", ["市长", "副市长"]) == ["副市长"]


def test_partial_overlaps_both_stand():
    assert found("衡阳市人大常委会副主任", ["衡阳市", "市人大常委会副主任"]) == ["衡阳市", "市人大常委会副主任"]


def test_a_form_inside_a_listed_string_does_not_count():
    assert found("完成三成", ["三成", "成"], {1: ["完成"]}) == ["三成"]


def test_a_blocked_longer_form_gives_way_to_the_shorter_at_its_end():
    assert found("大市委书记", ["市委书记", "书记"], {0: ["大市委书记"]}) == ["书记"]


@given(HAN, PATTERNS)
def test_the_library_and_plain_python_find_the_same(text, patterns):
    for ours, theirs in zip(python_searches(patterns), overlapping_searches(patterns), strict=True):
        assert ours(text) == theirs(text)


@given(HAN, PATTERNS)
def test_exactly_the_matches_inside_no_other_are_found(text, patterns):
    everywhere = {
        (start, start + len(pattern))
        for pattern in patterns
        for start in range(len(text))
        if text.startswith(pattern, start)
    }
    outer = {
        one
        for one in everywhere
        if not any(other != one and other[0] <= one[0] and one[1] <= other[1] for other in everywhere)
    }
    hits = Matcher(patterns).find(text)
    assert [(start, end) for start, end, _ in hits] == sorted(outer)
    assert all(text[start:end] == patterns[number] for start, end, number in hits)
