"""Which of the phrases of a document are shown as variants, and beside which usual one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.rules import variant_in_document
from translator_desk.checks.rules.variant_in_document import VariantInDocument
from translator_desk.glossary.term_base import TermBase

CONTEXT = CheckContext(TermBase({}))
PHRASE = st.lists(
    st.sampled_from(
        ["comprehensive", "bonded", "insurance", "digital", "economy", "economic", "key", "Key", "Economic", "Digital"]
    ),
    min_size=2,
    max_size=3,
).flatmap(lambda words: st.sampled_from(["zone", "zones", "area", "Zone", "Area"]).map(lambda head: [*words, head]))
TEXTS = st.lists(PHRASE.map(" ".join), min_size=2, max_size=8)


@given(TEXTS)
def test_each_phrase_is_shown_beside_the_most_usual_of_its_variants(texts):
    check, seen = VariantInDocument(), {}
    for number, text in enumerate(texts):
        for one in check.observe(Facts(segment(number, text), document(), CONTEXT, "")):
            seen.setdefault(one.key, []).append(one)
    for group in seen.values():
        places = {}
        for one in group:
            places.setdefault(one.data.words, []).append(one)
        order = {words: (-len(ones), number) for number, (words, ones) in enumerate(places.items())}
        named = {words for words, ones in places.items() if any(one.data.named for one in ones)}
        expected = []
        for words, ones in places.items():
            rivals = [
                other
                for other in places
                if order[other] < order[words]
                and variant_in_document._variants(words, other, words in named or other in named)
            ]
            if rivals:
                usual = places[min(rivals, key=order.__getitem__)]
                expected += [(one.segment, one.span, usual[0].text, len(usual)) for one in ones]
        found = [
            (one.segment, one.target, one.related[0].text, len(one.related)) for one in check.judge(group, CONTEXT)
        ]
        assert found == expected
