import datetime as dt

from tests.glossary.builders import term_base
from translator_desk.glossary.office_timeline import by_post, of_person

TERMS = """
- {id: t-mayor, kind: title, zh: [市长], en: mayor, single_holder: true}
- {id: t-deputy, kind: title, zh: [副市长], en: deputy mayor}
- id: p-a
  kind: person
  zh: [甲乙]
  en: A
  offices:
  - {post: t-deputy, place: pl-x, seen: ["2009-03"]}
  - {post: t-mayor, place: pl-x, from: "2010-05", to: "2013-02"}
- {id: p-b, kind: person, zh: [丙丁], en: B, offices: [{post: t-mayor, place: pl-x, from: 2014-01-10, to: "2017"}]}
- {id: p-c, kind: person, zh: [戊己], en: C, offices: [{post: t-mayor, place: pl-x, from: "2016", to: present}, {post: t-mayor}]}
"""


def test_the_holders_of_a_post_are_told_with_gaps_and_overlaps():
    line = by_post(term_base(TERMS))["t-mayor", "pl-x"]
    assert [term.person.id for term in line.terms] == ["p-a", "p-b", "p-c"]
    (gap,) = line.gaps
    assert (gap.first, gap.last) == (dt.date(2013, 3, 1), dt.date(2014, 1, 9))
    (overlap,) = line.overlaps
    assert (overlap.one.person.id, overlap.other.person.id) == ("p-b", "p-c")
    assert (overlap.first, overlap.last) == (dt.date(2016, 12, 31), dt.date(2017, 1, 1))


def test_a_post_that_several_hold_has_neither_gaps_nor_overlaps_and_unknown_dates_come_last():
    posts = by_post(term_base(TERMS.replace(", single_holder: true", "")))
    assert list(posts) == [("t-deputy", "pl-x"), ("t-mayor", "pl-x"), ("t-mayor", "")]
    assert (posts["t-mayor", "pl-x"].gaps, posts["t-mayor", "pl-x"].overlaps) == ((), ())
    assert [term.first for term in posts["t-mayor", ""].terms] == [None]


def test_the_offices_of_a_person_are_in_order_of_time():
    line = of_person(term_base(TERMS).entry("p-a"))
    assert [(term.office.post, term.first, term.begun, term.ended) for term in line.terms] == [
        ("t-deputy", dt.date(2009, 3, 1), False, False),
        ("t-mayor", dt.date(2010, 5, 1), True, True),
    ]
    assert line.overlaps == ()
