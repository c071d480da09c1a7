"""The patterns of site furniture, read from their data file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from translator_desk.model.document import Byline
from translator_desk.resources import data_yaml


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What an HTML page says about itself and which of its parts are no running text; all lower case."""

    date_meta: frozenset[str]
    source_meta: frozenset[str]
    aside_elements: frozenset[str]
    kept_header_inside: frozenset[str]
    aside_words: frozenset[str]


class Rules:
    """The patterns, compiled; each answers for one line without its outer blanks."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._lines = _any_of(data["lines"])
        self._sections = _any_of(data["sections"])
        self._credits = [re.compile(pattern, re.IGNORECASE) for pattern in data["credits"]]
        self._byline = _BylineParser(data["byline"])
        self.bullets = frozenset(data["bullets"])
        self.html = PageFacts(**{key: frozenset(values) for key, values in data["html"].items()})

    def is_site_line(self, line: str) -> bool:
        """Return whether the site, not the article, says this."""
        return self._lines.fullmatch(line) is not None

    def is_section(self, line: str) -> bool:
        """Return whether ``line`` is the name of a section of a site."""
        return self._sections.fullmatch(line) is not None

    def credit(self, line: str) -> str:
        """Return the translator whom ``line`` credits, or ""."""
        for pattern in self._credits:
            match = pattern.fullmatch(line)
            if match:
                return match["name"].strip(" .")
        return ""

    def byline(self, line: str) -> Byline | None:
        """Return what ``line`` says of publisher and date where it says nothing else, or None."""
        return self._byline.parse(line)

    def date(self, text: str) -> dt.date | None:
        """Return the first date in ``text``, or None."""
        return self._byline.date(text)


@cache
def rules() -> Rules:
    """Return the rules that ship with the program."""
    return Rules(data_yaml("furniture.yaml"))


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


class _BylineParser:
    """Eats a line part by part; a line with a rest is no byline."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        months: list[str] = data["months"]
        self._months = {name[:3].lower(): number for number, name in enumerate(months, start=1)}
        any_month = "|".join(f"{name}|{name[:3]}" for name in months)
        words = [pattern.replace("{months}", any_month) for pattern in data["date_words"]]
        self._dates = [re.compile(pattern, re.IGNORECASE) for pattern in (data["date"], *words)]
        self._separators = re.compile(data["separators"])
        self._time = re.compile(data["time"], re.IGNORECASE)
        self._counter = re.compile(rf"(?:{data['counter']})(?![A-Za-z])", re.IGNORECASE)
        self._date_label = re.compile(data["date_label"], re.IGNORECASE)
        labels = rf"(?:{data['source_label']}|{data['person_label']})"
        # A value ends where the next part begins: a rule, two blanks, another label, a date.
        stop = (
            rf"(?=\s*[|｜\t]|\s\s|\s*$|\s*(?:{data['date_label']})\s*(?:{data['date']})|\s+(?:{data['date']})"
            rf"|\s*{labels}|\s*[\[【(（]\s*(?:A|字|大)|\s+(?:{data['counter']}))"
        )
        stop = re.sub(r"\?P<\w+>", "?:", stop)
        self._source = re.compile(rf"(?:{data['source_label']})\s*(?P<value>{data['value']}){stop}", re.IGNORECASE)
        self._person = re.compile(rf"(?:{data['person_label']})\s*(?:{data['value']}){stop}", re.IGNORECASE)

    def date(self, text: str) -> dt.date | None:
        for pattern in self._dates:
            match = pattern.search(text)
            if match:
                return self._value(match)
        return None

    def parse(self, line: str) -> Byline | None:
        at, published, source = 0, None, ""
        while at < len(line):
            separator = self._separators.match(line, at)
            if separator:
                at = separator.end()
                continue
            named = self._source.match(line, at)
            if named:
                source, at = source or named["value"].strip(), named.end()
                continue
            found = next((m for m in (pattern.match(line, at) for pattern in self._dates) if m), None)
            if found:
                published, at = published or self._value(found), found.end()
                continue
            other = (
                self._time.match(line, at)
                or self._counter.match(line, at)
                or self._person.match(line, at)
                or self._labelled_date(line, at)
            )
            if not other or other.end() == at:
                return None
            at = other.end()
        if published is None and not source:
            return None
        return Byline(source_line=source, published=published, line=line)

    def _labelled_date(self, line: str, at: int) -> re.Match[str] | None:
        """Return the label of a date, where a date follows it."""
        label = self._date_label.match(line, at)
        if not label:
            return None
        rest = line[label.end() :].lstrip()
        return label if any(pattern.match(rest) for pattern in self._dates) else None

    def _value(self, match: re.Match[str]) -> dt.date | None:
        parts = match.groupdict()
        name = parts.get("month_name")
        month = self._months[name[:3].lower()] if name else int(parts["month"])
        try:
            return dt.date(int(parts["year"]), month, int(parts["day"]))
        except ValueError:
            return None
