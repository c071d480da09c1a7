"""The day a report is about: the first day its body names, its year completed backwards from the publication."""

from __future__ import annotations

import datetime as dt
import re

from translator_desk.model.document import Document
from translator_desk.text.numbers_en import MONTHS

_FEWEST_PARAGRAPHS = 6
_DAY = re.compile(
    rf"\b(?P<month>{'|'.join(MONTHS)}|(?:{'|'.join(name[:3] for name in MONTHS)}|Sept)\.?)\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b"
    r"(?:,?\s+(?P<year>(?:19|20)\d\d))?|(?:(?P<zyear>(?:19|20)\d\d)年)?(?P<zmonth>\d{1,2})月(?P<zday>\d{1,2})日"
)
_NUMBER_OF = {name[:3]: number for number, name in enumerate(MONTHS, 1)}


def event_date(document: Document, segment: str = "") -> dt.date | None:
    """Return the day a document is about, None where it has no date.

    Args:
        document: Its publication date is what a missing year is completed from.
        segment: A text of the document, for one whose paragraphs are not at hand.
    """
    published = document.date
    if published is None:
        return None
    body = [one.text for one in document.layout.paragraphs[:_FEWEST_PARAGRAPHS]] or [segment]
    for text in body:
        for match in _DAY.finditer(text):
            day = _completed(match, published)
            if day is not None:
                return day
    return published


def _completed(match: re.Match[str], published: dt.date) -> dt.date | None:
    month = _NUMBER_OF[match["month"][:3]] if match["month"] else int(match["zmonth"])
    day, year = int(match["day"] or match["zday"]), match["year"] or match["zyear"]
    try:
        if year:
            return dt.date(int(year), month, day)
        found = dt.date(published.year, month, day)
        return found if found <= published else dt.date(published.year - 1, month, day)
    except ValueError:
        return None
