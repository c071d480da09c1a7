"""What was typed about entries and into term files and not saved yet: kept in a file of the person's, for the next time."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from translator_desk.app.glossary_text import TermFileText
from translator_desk.errors import InputError, StoreError
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.glossary.entry import Entry, Kind, Layer, Origin
from translator_desk.glossary.yaml_file import parse_term_file
from translator_desk.glossary.yaml_write import term_file_text
from translator_desk.model.ids import EntryId

Row = list[str]
Fields = dict[str, str | bool | list[Row]]
"""What stands in the fields of a form, by the keys of the format: lists of texts as lines, other lists as rows."""
NEW = Entry(EntryId(""), Kind.OTHER, (), "", required=Kind.OTHER.required_by_default)
"""What a new entry begins as."""


@dataclass(frozen=True, slots=True)
class FormDraft:
    """What was typed into a form.

    Attributes:
        base: The entry as it was when the person began; ``NEW`` for a new one.
        fields: What stands in the fields.
    """

    base: Entry
    fields: Fields


@dataclass(frozen=True, slots=True)
class GlossaryDrafts:
    """All of a project.

    Attributes:
        forms: By id of the entry, "" for a new one.
        texts: By file.
    """

    forms: Mapping[str, FormDraft] = field(default_factory=dict)
    texts: Mapping[Path, TermFileText] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.forms or self.texts)


def drafts_file(data: Path, project: Path) -> Path:
    """Return where the drafts of a project are kept.

    Args:
        data: The person's folder for data.
        project: The project file.
    """
    name = hashlib.sha256(str(project.resolve()).encode()).hexdigest()[:24]
    return data / "glossary_drafts" / f"{name}.json"


def save_drafts(path: Path, drafts: GlossaryDrafts) -> None:
    """Write drafts; where there are none the file goes.

    Raises:
        StoreError: The file cannot be written.
    """
    if drafts:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, json.dumps(_said(drafts), ensure_ascii=False).encode("utf-8", "surrogatepass"))
    else:
        path.unlink(missing_ok=True)


def load_drafts(path: Path) -> GlossaryDrafts:
    """Return the drafts of a file; none where there is no such file, and without those that cannot be read."""
    try:
        said: Any = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
        forms = [_form(one) for one in said["forms"]]
        texts = [_text(one) for one in said["texts"]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, InputError, StoreError):
        return GlossaryDrafts()
    return GlossaryDrafts({one.base.id: one for one in forms}, {one.path: one for one in texts})


def _said(drafts: GlossaryDrafts) -> object:
    return {
        "forms": [
            {
                "base": term_file_text([one.base]) if one.base.id else "",
                "layer": one.base.layer.value,
                "file": one.base.origin.file,
                "line": one.base.origin.line,
                "fields": one.fields,
            }
            for one in drafts.forms.values()
        ],
        "texts": [
            {
                "path": str(one.path),
                "layer": one.layer.value,
                "base": base64.b64encode(one.base).decode(),
                "text": one.text,
            }
            for one in drafts.texts.values()
        ],
    }


def _form(said: Mapping[str, Any]) -> FormDraft:
    base = NEW
    if said["base"]:
        (read,) = parse_term_file(said["base"].encode(), said["file"], Layer(said["layer"])).entries
        base = replace(read, origin=Origin(said["file"], int(said["line"])))
    fields: Fields = dict(said["fields"])
    return FormDraft(base, fields)


def _text(said: Mapping[str, Any]) -> TermFileText:
    data = base64.b64decode(said["base"])
    return TermFileText(Path(said["path"]), Layer(said["layer"]), data, str(said["text"]))
