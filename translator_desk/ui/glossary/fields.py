"""What a form holds of an entry, as plain values that survive a form, and the way back to the entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from translator_desk.app.glossary_drafts import Fields, Row
from translator_desk.errors import RefusedError
from translator_desk.glossary.coarse_date import CoarseDate
from translator_desk.glossary.entry import AvoidForm, Entry, Form, Kind, Office
from translator_desk.model.ids import EntryId
from translator_desk.model.severity import Level
from translator_desk.wording import Message, say

YES = "true"
"""What a row says of a condition that holds; "" of one that does not."""
PRESENT = "present"
CONDITIONS = ("standalone", "with_source", "case_sensitive", "quoted_ok")
_LINES = ("zh", "not_inside", "short")
_TEXTS = ("id", "en", "note", "source")
_TRUTHS = ("required", "word", "single_holder", "verified")


def fields_of(entry: Entry) -> Fields:
    """Return what a form shows of an entry."""
    fields: Fields = {key: "\n".join(getattr(entry, key)) for key in _LINES}
    fields |= {key: str(getattr(entry, key)) for key in _TEXTS}
    fields |= {key: bool(getattr(entry, key)) for key in _TRUTHS}
    fields["kind"] = entry.kind.value
    fields["also"] = [[one.en, _written(one.until)] for one in entry.also]
    fields["avoid"] = [
        [
            one.en,
            one.why,
            one.level.value,
            *(YES if getattr(one, key) else "" for key in CONDITIONS),
            _written(one.until),
        ]
        for one in entry.avoid
    ]
    fields["offices"] = [
        [
            one.post,
            one.place,
            _written(one.start),
            PRESENT if one.present else _written(one.end),
            ", ".join(map(str, one.seen)),
            one.source,
        ]
        for one in entry.offices
    ]
    return fields


def entry_of(base: Entry, fields: Fields) -> Entry:
    """Return the entry with what the fields say; what nobody touched stays as it is, to the byte.

    Raises:
        RefusedError: A row lacks its form or post, or a date is none.
    """
    shown = fields_of(base)
    touched = {key: value for key, value in fields.items() if value != shown[key]}
    values: dict[str, Any] = {}
    for key, value in touched.items():
        if isinstance(value, bool):
            values[key] = value
        elif isinstance(value, list):
            rows = [[cell.strip() for cell in row] for row in value]
            values[key] = tuple(_ROWS[key](row) for row in rows if any(_said(key, row)))
        elif key in _LINES:
            values[key] = tuple(line.strip() for line in value.splitlines() if line.strip())
        else:
            values[key] = Kind(value) if key == "kind" else EntryId(value.strip()) if key == "id" else value.strip()
    return replace(base, **values)


def _said(key: str, row: Sequence[str]) -> Sequence[str]:
    """Return the cells by which a row is no empty one: a level is chosen in every row."""
    return [*row[:2], *row[3:]] if key == "avoid" else row


def _written(date: CoarseDate | None) -> str:
    return str(date) if date is not None else ""


def _date(text: str) -> CoarseDate | None:
    if not text:
        return None
    try:
        return CoarseDate.parse(text)
    except ValueError:
        raise RefusedError(
            say(
                "“{text}” is no date; write 2018, 2018-02 or 2018-02-11.",
                "“{text}”不是日期；请写作 2018、2018-02 或 2018-02-11。",
                text=text,
            )
        ) from None


def _needed(text: str, missing: Message) -> str:
    if not text:
        raise RefusedError(missing)
    return text


def _form(row: Row) -> Form:
    en, until = row
    missing = say("A form that is right as well has no English; fill it in.", "“亦可”中有一行没有英文；请填写。")
    return Form(_needed(en, missing), _date(until))


def _avoid(row: Row) -> AvoidForm:
    en, why, level, *conditions, until = row
    missing = say("A form to avoid has no English; fill it in.", "“避免”中有一行没有英文；请填写。")
    found: Mapping[str, bool] = {key: cell == YES for key, cell in zip(CONDITIONS, conditions, strict=True)}
    return AvoidForm(_needed(en, missing), why, Level(level) if level else Level.WARNING, **found, until=_date(until))


def _office(row: Row) -> Office:
    post, place, start, end, seen, source = row
    missing = say("An office has no post; fill it in.", "“任职”中有一行没有职务；请填写。")
    days = [_date(one.strip()) for one in seen.replace("，", ",").replace("、", ",").split(",")]
    return Office(
        _needed(post, missing),
        place,
        _date(start),
        None if end == PRESENT else _date(end),
        end == PRESENT,
        tuple(one for one in days if one is not None),
        source,
    )


_ROWS: Mapping[str, Any] = {"also": _form, "avoid": _avoid, "offices": _office}
