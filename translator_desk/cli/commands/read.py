"""``translator-desk read``: what the desk understands of one file; the door for every file of unknown worth."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from translator_desk.app.documents import read_file
from translator_desk.app.glossary_exchange import read_terms
from translator_desk.app.project_files import SUFFIX, read_project
from translator_desk.formats.base import FileWarning, TableFile
from translator_desk.formats.furniture import set_aside
from translator_desk.glossary.entry import Entry
from translator_desk.glossary.yaml_file import read_term_file

HELP = "Read one file and print what the desk understood of it, as one JSON object."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be said on the command line."""
    parser.add_argument("file", metavar="FILE", help="a text, a web page, a bilingual table, a term base or a project")
    parser.add_argument("--format", choices=("json",), default="json", help="form of the answer")


def run(arguments: argparse.Namespace) -> int:
    """Print one JSON object on the last line."""
    path = Path(arguments.file)
    if path.suffix.lower() in (".yaml", ".yml"):
        entries = [_entry(one) for one in read_term_file(path).entries]
        return _say({"ok": True, "kind": "glossary", "entries": entries, "warnings": []})
    if path.suffix.lower() == ".tbx":
        terms = read_terms(path)
        lost = [{"line": None, "message": one.message.render(arguments.lang)} for one in terms.losses]
        entries = [_entry(one) for one in terms.entries]
        return _say({"ok": True, "kind": "glossary", "entries": entries, "warnings": lost})
    if path.suffix.lower() == SUFFIX:
        project, told = read_project(path)
        pairs = [[one.source, one.target] for group in project.segments.values() for one in group]
        said = [{"line": None, "message": one.render(arguments.lang)} for one in told]
        return _say({"ok": True, "kind": "project", "title": project.title, "segments": pairs, "warnings": said})
    file = read_file(str(path))
    warnings = [_warning(one, arguments.lang) for one in file.warnings]
    if isinstance(file, TableFile):
        pairs = [[row.source, row.target] for row in file.rows]
        return _say({"ok": True, "kind": "table", "segments": pairs, "warnings": warnings})
    text = [paragraph.text for paragraph in set_aside(file).layout.paragraphs]
    return _say({"ok": True, "kind": "text", "text": text, "warnings": warnings})


def _warning(warning: FileWarning, language: str) -> dict[str, object]:
    return {"line": warning.line, "message": warning.message.render(language)}


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "zh": list(entry.zh),
        "en": entry.en,
        "also": [form.en for form in entry.also],
        "short": list(entry.short),
        "avoid": [form.en for form in entry.avoid],
        "required": entry.required,
        "verified": entry.verified,
    }


def _say(answer: dict[str, object]) -> int:
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return 0
