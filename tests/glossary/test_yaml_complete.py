import pytest

from tests.glossary.builders import HEAD, term_base
from translator_desk.glossary.yaml_complete import completions

BASE = term_base(
    "- {id: t-mayor, kind: title, zh: [市长], en: mayor}\n- {id: t-deputy, kind: title, zh: [副市长], en: deputy mayor}\n"
    "- {id: pl-x, kind: place, zh: [甲市], en: X City}\n"
)


def offered(typed):
    text = HEAD + typed.replace("|", "")
    at = len(HEAD) + typed.index("|")
    found = completions(text, at, BASE)
    for one in found:
        assert text[one.span.start : one.span.end] == text[one.span.start : at]
    return [one.text for one in found]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("- id: a\n  kind: pl|", ["place"]),
        ("- id: a\n  kind: |", ["person", "title", "organisation", "place", "slogan", "event", "unit", "other"]),
        ("- id: a\n  ver|\n", ["verified: "]),
        ("- id: a\n  verified: |", ["true", "false"]),
        ("- id: a\n  avoid:\n  - {en: x, l|", ["level: "]),
        ("- id: a\n  avoid:\n  - {en: x, level: w|}", ["warning"]),
        ("- id: a\n  offices:\n  - {post: t-|, place: pl-x}", ["t-mayor", "t-deputy"]),
        ("- id: a\n  offices:\n  - {post: 副|", ["t-deputy"]),
        ("- id: a\n  offices:\n  - {post: t-mayor, place: x c|", ["pl-x"]),
        ("- id: a\n  offices:\n  - {post: t-mayor, to: p|", ["present"]),
        ("- id: a\n  note: anything|", []),
        ("- id: a  # kind|", []),
    ],
)
def test_what_can_be_typed_is_offered(typed, found):
    assert offered(typed) == found


def test_keys_that_stand_already_are_not_offered():
    keys = offered("- id: a\n  kind: other\n  |\n  en: x\n- id: b\n  zh: [y]\n")
    assert "zh: " in keys
    assert not {"id: ", "kind: ", "en: "} & set(keys)
    assert offered("- id: a\n  avoid:\n  - {en: x, why: y, |}")[0] == "level: "
