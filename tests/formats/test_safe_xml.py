import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.errors import InputError
from translator_desk.formats.safe_xml import children, inner_text, line_of, local, parse_xml

BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]><a b="&y;">&y;</a>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


@pytest.mark.parametrize("text", [BOMB, OUTSIDE, '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://x/"> %p;]><a/>'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_entities_are_refused_before_they_are_read(text, encoding):
    with pytest.raises(InputError, match="declares entities"):
        parse_xml(text.encode(encoding), "f.xml")


def test_what_is_not_declared_is_not_fetched():
    root = parse_xml(b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a>one <!-- no --><b>two</b></a>', "f.xml")
    assert (local(root), inner_text(root)) == ("a", "one two")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<a>\n<b></a>", "f.xml:2:8: is not well-formed XML here"),
        (b"", "f.xml"),
        (b"\xff\xfe", "f.xml"),
        (b"<a>" * 300 + b"</a>" * 300, "not well-formed"),
        (b"<a>\x01</a>", "not well-formed"),
    ],
)
def test_what_is_no_xml_is_told_with_its_place(data, said):
    with pytest.raises(InputError) as caught:
        parse_xml(data, "f.xml")
    assert said in str(caught.value)


def test_names_are_read_without_their_namespace():
    root = parse_xml(b'<t:a xmlns:t="u"><t:b/><c/><!-- x --><?p i?></t:a>', "f.xml")
    assert [local(one) for one in children(root)] == ["b", "c"]
    assert [line_of(one) for one in children(root, "c")] == [1]


@given(st.binary(max_size=200) | st.text("<>&;!?/=\"' ab[]-", max_size=80).map(str.encode))
def test_whatever_the_bytes_the_answer_is_a_root_or_one_sentence(data):
    sentence = "f.xml"
    try:
        parse_xml(data, "f.xml")
    except InputError as error:
        sentence = str(error)
    assert sentence.startswith("f.xml")
