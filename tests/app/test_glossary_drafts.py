"""What was typed and not saved comes back the next time, whatever it is."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.layouts import make_entry
from translator_desk.app.glossary_drafts import NEW, FormDraft, GlossaryDrafts, drafts_file, load_drafts, save_drafts
from translator_desk.app.glossary_text import TermFileText
from translator_desk.glossary.entry import Layer
from translator_desk.ui.glossary.fields import fields_of


@given(st.integers(0, 9999), st.text(max_size=20), st.binary(max_size=20))
def test_drafts_come_back_as_they_were(tmp_path_factory, seed, typed, data):
    path = drafts_file(tmp_path_factory.mktemp("data"), tmp_path_factory.getbasetemp() / "p.desk")
    entry = make_entry(random.Random(seed), 1)
    text = TermFileText(path.with_name("f.yaml"), Layer.HOUSE, data, typed)
    forms = {
        entry.id: FormDraft(entry, {**fields_of(entry), "en": typed, "also": [[typed, "soon"]]}),
        "": FormDraft(NEW, fields_of(NEW)),
    }
    save_drafts(path, GlossaryDrafts(forms, {text.path: text}))
    found = load_drafts(path)
    assert found.texts == {text.path: text}
    assert {key: one.fields for key, one in found.forms.items()} == {key: one.fields for key, one in forms.items()}
    assert found.forms[""].base == NEW
    assert fields_of(found.forms[entry.id].base) == {
        key: value.strip() if isinstance(value, str) else value for key, value in fields_of(entry).items()
    }
    save_drafts(path, GlossaryDrafts())
    assert not path.exists()
    assert not load_drafts(path)


@pytest.mark.parametrize("said", [b"", b"[]", b'{"forms": [{}], "texts": []}', b"\xff", b'{"forms": 1, "texts": []}'])
def test_a_file_that_is_none_of_ours_holds_no_drafts(tmp_path, said):
    (tmp_path / "d.json").write_bytes(said)
    assert not load_drafts(tmp_path / "d.json")
