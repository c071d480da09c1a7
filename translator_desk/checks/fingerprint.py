"""The key under which an issue is waived: its words, not its place.

A fingerprint is 24 hex digits: twenty of a SHA-1 over check, target words and source words, and four that count the
occurrence inside the segment. It survives edits elsewhere in the segment, another segmentation of the file and a
re-import; it changes with the words themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha1

from translator_desk.model.issue import FixPart, Issue
from translator_desk.model.segment import Segment
from translator_desk.text.span import Span

_WORDS = 20
_LONGEST_WORD = 40
_STRAIGHT_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})


def words_key(fingerprint: str) -> str:
    """Return the part of a fingerprint that stands for check and words, without the occurrence."""
    return fingerprint[:_WORDS]


def with_fingerprints(issues: Iterable[Issue], segment: Segment) -> tuple[Issue, ...]:
    """Return the issues of one segment, in the order given, each with its fingerprint.

    Equal words of one check are counted in that order, so give them in reading order.
    """
    seen: dict[str, int] = {}
    marked = []
    for issue in issues:
        key = _key(issue, segment)
        nth = seen.get(key, 0)
        seen[key] = nth + 1
        marked.append(replace(issue, fingerprint=f"{key}{nth & 0xFFFF:04x}"))
    return tuple(marked)


def _key(issue: Issue, segment: Segment) -> str:
    source = _normal(issue.source.of(segment.source)) if issue.source else ""
    if issue.part is FixPart.SEPARATOR:
        target = f"{_last_word(segment.target)}|{segment.separator}"
    elif issue.target is None:
        target = ""
    elif len(issue.target) or source:
        target = _normal(issue.target.of(segment.target))
    else:  # a place between words, told apart by the words it stands between
        at = issue.target.start
        target = f"{_last_word(segment.target[:at])}|{_first_word(segment.target[at:])}"
    return sha1(
        f"{issue.check}\0{target}\0{source}".encode("utf-8", "surrogatepass"), usedforsecurity=False
    ).hexdigest()[:_WORDS]


def _normal(words: str) -> str:
    """White space and the shape of quotation marks do not count; case does, a check may be about it."""
    return " ".join(words.translate(_STRAIGHT_QUOTES).split())


def _last_word(text: str) -> str:
    return next(iter(text[-_LONGEST_WORD:].split()[-1:]), "")


def _first_word(text: str) -> str:
    return next(iter(text[:_LONGEST_WORD].split(maxsplit=1)[:1]), "")


def words_of(issue: Issue, segment: Segment) -> str:
    """Return the target words of an issue, as a list of waivers shows them."""
    span = issue.target if issue.part is FixPart.TARGET else None
    return (span or Span(0, 0)).of(segment.target)
