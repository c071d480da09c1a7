import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.app.builders import session
from tests.glossary.builders import term_base
from translator_desk.app.checking import Checking
from translator_desk.app.glossary_use import Hit, entry_use, forms_of, never_met
from translator_desk.app.jobs import InlineLane
from translator_desk.app.snapshot import Snapshot
from translator_desk.text.span import Span

BASE = """
- {id: z, kind: place, zh: [综合保税区], en: bonded zone, avoid: [insurance zone]}
- {id: zz, kind: place, zh: [湘综合保税区], en: Hunan bonded zone}
- {id: y, kind: other, zh: [甲乙], en: x}
"""


def opened(*documents):
    base = term_base(BASE)
    made, _ = session(*documents)
    checking = Checking(made, base, InlineLane())
    checking.start()
    return base, made, checking


def test_an_entry_is_told_with_places_flags_and_the_date_it_was_met_last():
    base, made, checking = opened(
        (
            "a",
            [("綜合保稅區。", "The insurance zone."), ("别的。", "Other."), ("湘综合保税区。", "Hunan bonded zone.")],
        ),
        ("b", [("综合保税区。", "Bonded zones.")]),
    )
    made.state.documents["b"] = replace(made.state.documents["b"], date=dt.date(2019, 9, 20))
    use = entry_use(Snapshot.of(made.state), base, base.entry("z"), checking.all_issues())
    assert use.hits == (Hit(1, None), Hit(4, Span(0, 12)))
    assert use.last_seen == dt.date(2019, 9, 20)
    assert {one.check for one in use.issues} >= {"term-avoid"}
    assert {one.entry for one in use.issues} == {"z"}


def test_a_text_without_chinese_is_looked_through_for_the_english():
    base, made, checking = opened(("a", [("", "The bonded zone."), ("", "Nothing.")]))
    use = entry_use(Snapshot.of(made.state), base, base.entry("z"), checking.all_issues())
    assert use.hits == (Hit(1, Span(4, 15)),)


def test_looking_is_given_up_when_nobody_waits_for_it():
    base, made, _ = opened(("a", [("综合保税区。", "The bonded zone.")]))
    assert entry_use(Snapshot.of(made.state), base, base.entry("z"), (), lambda: True) is None


def test_own_entries_that_are_never_met_are_named():
    base, made, _ = opened(("a", [("湘综合保税区。", "The Hunan bonded zone.")]))
    own, shipped = never_met(Snapshot.of(made.state), base)
    assert [(one.entry, one.code) for one in own] == [("z", "unreachable"), ("y", "unused")]
    assert shipped == 0


def test_a_snapshot_stays_as_it_was():
    _, made, _ = opened(("a", [("甲", "one"), ("乙", "two")]))
    texts = Snapshot.of(made.state)
    made.state.segments.clear()
    assert [segment.target for _, segment in texts.rows()] == ["one", "two"]


WORDS = st.lists(st.sampled_from(["综合保税区", "湘综合保税区", "綜合保稅區", "甲乙", "。"]), max_size=3).map("".join)
ENGLISH = st.lists(st.sampled_from(["bonded zones", "The Bonded Zone", "insurance zone", "x"]), max_size=3).map(
    " ".join
)


@given(st.lists(st.tuples(WORDS, ENGLISH), min_size=1, max_size=8), st.sampled_from(["z", "zz", "y"]))
def test_looking_where_an_entry_may_stand_finds_what_looking_everywhere_finds(pairs, key):
    base, made, checking = opened(("a", pairs))
    texts, entry = Snapshot.of(made.state), base.entry(key)
    among = checking.may_hold(*forms_of(base, entry))
    assert entry_use(texts, base, entry, (), among=among) == entry_use(texts, base, entry, ())


def test_while_not_all_is_checked_an_entry_may_stand_anywhere():
    made, _ = session(("a", [("综合保税区。", "The bonded zone.")]))
    base = term_base(BASE)
    checking = Checking(made, base, InlineLane())
    assert checking.may_hold(*forms_of(base, base.entry("z"))) is None


def test_looking_for_entries_never_met_is_given_up_when_nobody_waits_for_it():
    base, made, _ = opened(("a", [("湘综合保税区。", "The Hunan bonded zone.")]))
    assert never_met(Snapshot.of(made.state), base, lambda: True) == ((), 0)
