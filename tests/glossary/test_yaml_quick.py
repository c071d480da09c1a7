"""The quick reader is never wrong: what it reads, the parser reads alike."""

import random

import pytest

from tests.glossary.builders import HEAD
from tests.glossary.layouts import make_entry, make_file
from translator_desk.errors import InputError
from translator_desk.glossary.entry import Layer
from translator_desk.glossary.strict_text import decoded, refuse_slips
from translator_desk.glossary.yaml_file import KEYS, parsed_term_file
from translator_desk.glossary.yaml_quick import quick_term_file
from translator_desk.glossary.yaml_write import entry_data, term_file_text
from translator_desk.resources import shipped_glossaries

BITS = ["'", '"', ": ", " #", "\n", "  ", "- ", "[", "]", "{", "}", ",", "&a ", "*a", "|", ">-", "~", "null", "#", "\\",
        "en: x", "- id: q", "id: a", "\n    more", "：", "\t", "…", "？", "@", "%", "no", "!!str ", "---\n", "''", "? "]  # fmt: skip


def both(text):
    quick = quick_term_file(text, "f.yaml", Layer.HOUSE)
    if quick is None:
        return None
    try:
        parsed = parsed_term_file(text, "f.yaml", Layer.HOUSE)
    except InputError as error:
        raise AssertionError(f"the parser refuses: {error}\n{text}") from None
    assert quick == parsed, text
    assert [one.origin for one in quick.entries] == [one.origin for one in parsed.entries]
    return quick


def test_every_layout_is_read_alike_or_left_to_the_parser():
    read = sum(both(make_file(seed)[0].text) is not None for seed in range(1500))
    assert read > 10


def test_the_canonical_layout_is_read_and_says_what_was_written():
    dice = random.Random(5)
    for _ in range(300):
        entries = [make_entry(dice, n) for n in range(4)]
        text = term_file_text(entries)
        read = parsed_term_file(text, "f.yaml", Layer.HOUSE)
        assert [entry_data(one) for one in read.entries] == [entry_data(one) for one in entries]
        both(text)


@pytest.mark.parametrize("file", sorted(shipped_glossaries().glob("*.yaml")), ids=lambda file: file.stem)
def test_shipped_files_are_read_without_the_parser(file):
    text = decoded(file.read_bytes(), "f.yaml")
    assert both(text) is not None


@pytest.mark.parametrize("seed", range(8))
def test_files_with_slips_are_read_alike_or_left_to_the_parser(seed):
    dice = random.Random(seed)
    text = (shipped_glossaries() / "people.yaml").read_text("utf-8")
    starts = [at for at in range(len(text)) if text.startswith("\n- id: ", at)]
    read = 0
    for _ in range(400):
        at = dice.randrange(len(starts) - 4)
        part = HEAD + text[starts[at] + 1 : starts[at + 3] + 1]
        for _ in range(dice.randint(1, 3)):
            place = dice.randrange(len(HEAD), len(part))
            part = part[:place] + dice.choice(BITS) + part[place + dice.choice([0, 0, 1, 3]) :]
        try:
            refuse_slips(part, "f.yaml", KEYS)
        except InputError:
            continue
        read += both(part) is not None
    assert read > 40
