"""Terms and texts out of which tests put projects together in which every sort of check has something to say."""

from __future__ import annotations

from hypothesis import strategies as st

ENTRIES = [
    "- {id: p-deng, kind: person, zh: [邓群策], en: Deng Qunce, short: [Deng], source: s}",
    "- {id: pl-zone, kind: place, zh: [综合保税区, 综保区], en: comprehensive bonded zone, source: s,"
    " avoid: [{en: comprehensive insurance zone}]}",
    "- {id: t-mayor, kind: title, zh: [市长], en: Mayor, also: [mayor of the city], source: s}",
    "- {id: o-gov, kind: organisation, zh: [市政府], en: Municipal People's Government, also: [city government],"
    " source: s}",
    "- {id: pl-hy, kind: place, zh: [衡阳], en: Hengyang, source: s}",
    "- {id: t-chair, kind: title, zh: [主席], en: Chairman, single_holder: true, source: s,"
    " avoid: [{en: '{place} chairperson'}]}",
    "- {id: p-zheng, kind: person, zh: [郑建新], en: Zheng Jianxin, source: s,"
    " offices: [{post: t-chair, place: pl-hy, from: '2016', to: '2018'}]}",
    "- {id: p-liu, kind: person, zh: [刘跃高], en: Liu Yuegao, source: s,"
    " offices: [{post: t-chair, place: pl-hy, from: '2018', to: '2021'}]}",
]
PIECES = st.sampled_from(
    [
        ("邓群策", "Deng Qunce"), ("邓群策", "Deng Qunze"), ("", "Deng Qunze"), ("市长", "Mayor"),
        ("市长", "the official"), ("综合保税区", "comprehensive insurance zones"), ("市政府", "city government"),
        ("", "comprehensive insurance zone"),         ("市政府", "Municipal People's Government"), ("衡阳", "Henyang"),
        ("衡阳", "hengyang"),
        ("", "Hengyang  ,"),
        ("1100亿元", "11 billion yuan"), ("综保区", "the the zone"),
    ]
)  # fmt: skip
PAIR = st.lists(PIECES, min_size=1, max_size=4).map(
    lambda pieces: ("，".join(zh for zh, _ in pieces if zh), " ".join(en for _, en in pieces) + ".")
)
