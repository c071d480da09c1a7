"""The glossary of OmegaT: a line a term, source, target and comment between tabs, UTF-8."""

from __future__ import annotations

from collections.abc import Sequence

from translator_desk.errors import InputError
from translator_desk.formats.encoding import decode
from translator_desk.formats.terms.base import (
    Losses,
    TermFormat,
    TermsRead,
    TermsWritten,
    at_line,
    note_losses,
    without_place,
)
from translator_desk.formats.text_gate import admit
from translator_desk.glossary.entry import Entry, Form, Kind
from translator_desk.model.ids import EntryId
from translator_desk.wording import Wording, say

_FIRST_LINE = "# Glossary in tab-separated format -*- coding: utf-8 -*-\n"
_HELD = ("also", "note")


class _OmegaT(TermFormat):
    """Every Chinese form with every accepted form is a line; the first line of a Chinese form has the preferred one."""

    id = "omegat"
    title = Wording("OmegaT glossary", "OmegaT 术语表")
    extensions = (".txt", ".utf8")

    def read(self, data: bytes, file: str) -> TermsRead:
        """Return an entry for the Chinese forms that share their lines; further columns and lines without a target are told."""
        text = decode(data, file).text
        admit(text, file)
        losses = Losses()
        forms: dict[str, list[str]] = {}
        notes: dict[str, list[str]] = {}
        for number, line in enumerate(text.splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            source, *rest = (cell.strip() for cell in line.split("\t"))
            if not rest:
                raise InputError(
                    file,
                    say(
                        "this line has no tab: write source, tab, target",
                        "此行没有制表符：请按“原文、制表符、译文”书写",
                    ),
                    line=number,
                    column=1,
                )
            if not source or not rest[0]:
                losses.add(say("lines without a source or a target", "缺原文或译文的行"), at_line(number))
                continue
            if any(rest[2:]):
                losses.add(say("columns after the third", "第三列之后的列"), at_line(number))
            _once(forms.setdefault(source, []), rest[0])
            if len(rest) > 1 and rest[1]:
                _once(notes.setdefault(source, []), rest[1])
        alike: dict[tuple[tuple[str, ...], str], list[str]] = {}
        for zh, targets in forms.items():
            alike.setdefault((tuple(targets), "; ".join(notes.get(zh, ()))), []).append(zh)
        entries = tuple(
            Entry(EntryId(""), Kind.OTHER, tuple(zh), en, required=False, also=tuple(map(Form, also)), note=note)
            for ((en, *also), note), zh in alike.items()
        )
        return TermsRead(entries, frozenset({"zh", "en", "also", "note"}), losses.all())

    def write(self, entries: Sequence[Entry]) -> TermsWritten:
        """Return the lines, entry by entry."""
        losses = Losses()
        lines = [_FIRST_LINE]
        for entry in entries:
            note_losses(entry, _HELD, losses)
            losses.add("id", entry.id)
            note = _flat(entry.note)
            for zh in entry.zh:
                targets = dict.fromkeys(without_place(form) for form in entry.accepted)
                lines += [f"{_flat(zh)}\t{_flat(en)}\t{note}".rstrip("\t") + "\n" for en in targets]
        return TermsWritten("".join(lines).encode(), losses.all())


def _once(found: list[str], text: str) -> None:
    if text not in found:
        found.append(text)


def _flat(text: str) -> str:
    return " ".join(text.split())


formats = (_OmegaT(),)
