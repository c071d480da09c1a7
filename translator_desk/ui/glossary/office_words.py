"""What offices and their dates are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from translator_desk.glossary.entry import Entry, Office
from translator_desk.glossary.office_timeline import Term
from translator_desk.glossary.term_base import TermBase


def name_of(reference: str, term_base: TermBase) -> str:
    """Return the Chinese of the entry an office names, or its own words."""
    entry = term_base.entry(reference)
    return entry.zh[0] if entry is not None else reference


def post_of(office: Office, term_base: TermBase) -> str:
    """Return a post with its place: 衡阳 市长."""
    return " ".join(name_of(one, term_base) for one in (office.place, office.post) if one)


def person_of(person: Entry) -> str:
    """Return a person in both languages."""
    return f"{person.zh[0]} {person.plain_en}" if person.zh else person.plain_en


def dates_of(office: Office) -> str:
    """Return the dates of an office as they are known."""
    if office.start is None and office.end is None and not office.present:
        seen = ", ".join(map(str, office.seen))
        if seen:
            return QCoreApplication.translate("Offices", "seen %1").replace("%1", seen)
        return QCoreApplication.translate("Offices", "dates unknown")
    unknown = "?"
    begin = str(office.start) if office.start else unknown
    present = QCoreApplication.translate("Offices", "present")
    return f"{begin} – {present if office.present else office.end or unknown}"


def whole_of(term: Term, term_base: TermBase) -> str:
    """Return all that is known of a term of office."""
    said = f"{person_of(term.person)}: {post_of(term.office, term_base)}, {dates_of(term.office)}"
    return f"{said} ({term.office.source})" if term.office.source else said
