"""Fits a fix into its place: the marks that the text uses, and the article before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from translator_desk.model.document import Document
from translator_desk.model.issue import Fix, FixPart
from translator_desk.text.articles import sound_of
from translator_desk.text.span import Span

_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w|\s|$)")
_QUOTE = re.compile(r"[\"“”]")
_ARTICLE = re.compile(r"\b([Aa]n?) $")
_WORD = re.compile(r"[A-Za-z]+(?![A-Za-z&/]|\.[A-Za-z])")
_LONGEST_ARTICLE = 4
"""Code points of "an" with the space after it and the one before it."""


def fitted(fixes: Iterable[Fix], target: str, document: Document) -> tuple[Fix, ...]:
    """Return fixes of the target as the text around them wants them.

    Apostrophes and quotation marks become straight or curly as in the segment, else as in the document; "a" and "an"
    before the words follow their new sound. A fix that writes marks only, or at the separator, stays as it is.
    """
    return tuple(
        _after_article(_marked(fix, target, document), target) if fix.part is FixPart.TARGET else fix for fix in fixes
    )


def _marked(fix: Fix, target: str, document: Document) -> Fix:
    words = fix.replacement
    if not any(ch.isalnum() for ch in words):
        return fix
    if _APOSTROPHE.search(words) is not None:
        curly = _is_curly(_APOSTROPHE, "’", target, document)
        if curly is not None:
            words = _APOSTROPHE.sub("’" if curly else "'", words)
    if _QUOTE.search(words) is not None:
        curly = _is_curly(_QUOTE, "“”", target, document)
        if curly is not None:
            words = _curled(words) if curly else _QUOTE.sub('"', words)
    return fix if words == fix.replacement else replace(fix, replacement=words)


def _is_curly(mark: re.Pattern[str], curly: str, target: str, document: Document) -> bool | None:
    """Return how the segment writes a mark, else how the document does first; None where neither has one."""
    for text in (target, *(paragraph.text for paragraph in document.layout.paragraphs)):
        match = mark.search(text)
        if match is not None:
            return match[0] in curly
    return None


def _curled(words: str) -> str:
    return re.sub(r'(^|[\s(])"', r"\1“", words).replace('"', "”")


def _after_article(fix: Fix, target: str) -> Fix:
    at = fix.span.start
    article = _ARTICLE.search(target[max(0, at - _LONGEST_ARTICLE) : at])
    old, new = _WORD.match(target, at), _WORD.match(fix.replacement)
    if article is None or old is None or new is None or not len(fix.span):
        return fix
    is_an = article[1].lower() == "an"
    if sound_of(new[0]) != ("consonant" if is_an else "vowel"):
        return fix
    right = article[1][0] + ("" if is_an else "n")
    return Fix(Span(at - len(article[0]), fix.span.end), f"{right} {fix.replacement}")
