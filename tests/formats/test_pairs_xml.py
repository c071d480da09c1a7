"""Pairs in the files of other tools: well-formed, as their formats say, and every letter comes back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translator_desk.formats.pairs_xml import Pair, as_tmx, as_xliff
from translator_desk.formats.safe_xml import children, parse_xml

XML = "{http://www.w3.org/XML/1998/namespace}"
WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=20
) | st.sampled_from(["&lt;", "]]>", "<b>", "“𠮷”", " a  b "])
PAIRS = st.lists(st.builds(Pair, WORDS, WORDS, st.floats(0, 1)), max_size=6)


def one(element, name):
    (found,) = children(element, name)
    return found


@given(PAIRS)
def test_xliff_holds_every_pair(pairs):
    root = parse_xml(as_xliff(pairs, "a & b.zh.txt"), None)
    assert root.tag == "{urn:oasis:names:tc:xliff:document:1.2}xliff"
    file = one(root, "file")
    assert dict(file.attrib) == {
        "original": "a & b.zh.txt",
        "source-language": "zh-CN",
        "target-language": "en",
        "datatype": "plaintext",
    }
    units = list(children(one(file, "body"), "trans-unit"))
    assert [(one(unit, "source").text or "", one(unit, "target").text or "") for unit in units] == [
        (pair.source, pair.target) for pair in pairs
    ]
    assert [unit.get("id") for unit in units] == [str(number) for number in range(1, len(pairs) + 1)]
    assert all(unit.get(f"{XML}space") == "preserve" for unit in units)
    # The order that its schema wants.
    assert all([child.tag.rpartition("}")[2] for child in unit] == ["source", "target", "note"] for unit in units)


@given(PAIRS)
def test_tmx_holds_what_has_a_counterpart(pairs):
    root = parse_xml(as_tmx(pairs), None)
    header = one(root, "header")
    needed = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert set(header.attrib) == needed
    read = []
    for unit in children(one(root, "body"), "tu"):
        variants = list(children(unit, "tuv"))
        assert [variant.get(f"{XML}lang") for variant in variants] == ["zh-CN", "en"]
        read.append(tuple(one(variant, "seg").text for variant in variants))
    assert read == [(pair.source, pair.target) for pair in pairs if pair.source and pair.target]


def test_a_memory_of_lines_says_so():
    assert b'segtype="paragraph"' in as_tmx([], segments="paragraph")
