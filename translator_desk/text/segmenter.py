"""Cuts paragraphs into sentences and keeps what stands between them: joined again they are the paragraph."""

from __future__ import annotations

import re
from functools import cache

from translator_desk.resources import data_rows

_ZH_END = re.compile(r"(?:[。！？]|…{1,2}|[!?](?=\s|$|[”’」』）)]))+[”’」』）)】》]*\s*|\n+\s*")
_EN_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=(\s*))|;(?=[A-Z])|\n+")
_ADDRESS = re.compile(r"\W*(?:https?://|www\.|\S+@)", re.IGNORECASE)


@cache
def abbreviations() -> frozenset[str]:
    """Return the English abbreviations that end with a full stop in the middle of a sentence, in small letters, without the stop."""
    return frozenset(row[0] for row in data_rows("abbreviations.tsv"))


def split_chinese(paragraph: str) -> list[tuple[str, str]]:
    """Return the sentences of a Chinese paragraph, each with the white space after it.

    A sentence ends at 。！？ or …… with its closing quotes, and at a line break.
    """
    cuts = []
    for match in _ZH_END.finditer(paragraph):
        if _inside_quotes(paragraph, match.end()) and paragraph[match.start()] != "\n":
            continue
        cuts.append(match.end())
    return _parts(paragraph, cuts)


def _inside_quotes(paragraph: str, at: int) -> bool:
    """Whether a short quotation is still open at ``at``: the sentence goes on behind it."""
    opened = paragraph.rfind("“", 0, at)
    if opened < 0 or paragraph.rfind("”", opened, at) >= 0:
        return False
    closed = paragraph.find("”", at)
    rest = paragraph[closed + 1 : closed + 2]
    return 0 <= closed - opened < 40 and rest not in ("", "\n")


def split_english(paragraph: str) -> list[tuple[str, str]]:
    """Return the sentences of an English paragraph, each with the white space after it.

    Sentences glued together without a space ("held.The", "year.Rednet") are parted with an empty separator;
    abbreviations, initials, decimals, file names and addresses are not.
    """
    cuts = []
    for match in _EN_END.finditer(paragraph):
        at = match.end()
        if match[0][0] in ";\n":
            cuts.append(at + len(paragraph[at:]) - len(paragraph[at:].lstrip()))
            continue
        gap = len(match[1])
        following = paragraph[at + gap : at + gap + 1]
        if not following:
            continue
        if gap:
            if _begins_sentence(following) and not _is_abbreviation(paragraph, match.start(), match[0]):
                cuts.append(at + gap)
        elif _is_glued(paragraph, match.start(), at):
            cuts.append(at)
    return _parts(paragraph, cuts)


def _begins_sentence(ch: str) -> bool:
    return ch.isupper() or ch.isdigit() or ch in "\"“‘'([—-" or ord(ch) > 0x2E80


def _word_before(text: str, at: int) -> str:
    start = at
    while start > 0 and (text[start - 1].isalpha() or text[start - 1] == "."):
        start -= 1
    return text[start:at]


def _is_abbreviation(text: str, at: int, end: str) -> bool:
    if not end.startswith(".") or len(end) > 1:
        return False
    word = _word_before(text, at)
    if len(word) == 1 and word.isupper() and word != "I":
        return True
    return word.lower() in abbreviations() or ("." in word and len(word) <= 5)


def _is_glued(text: str, dot: int, at: int) -> bool:
    """Whether two sentences meet at a full stop without a space."""
    before, after = text[dot - 1 : dot], text[at : at + 2]
    if not before or len(after) < 2 or not (before.islower() or before in '%)”’"' or before.isdigit()):
        return False
    if before.isdigit():
        return after[0].isupper() and after[1].islower()
    if _ADDRESS.match(text[:dot].rsplit(maxsplit=1)[-1]):
        return False
    word = _word_before(text, dot)
    if after[0].isdigit():
        return word.isalpha() and len(word) > 3 and text[at : at + 4].isdigit()
    if not after[0].isupper() or word.lower() in abbreviations() or (before.isalpha() and len(word.strip(".")) < 2):
        return False
    rest = text[at:].split(maxsplit=1)[0]
    if after[0] == "“" or "." in rest.rstrip('.,;:!?”’"') or "/" in rest or "@" in rest:
        return False
    return after[1].islower() or after[1] == " " or after.isupper() or after[1].isdigit()


def _parts(paragraph: str, cuts: list[int]) -> list[tuple[str, str]]:
    parts: list[tuple[str, str]] = []
    start = 0
    for cut in [*cuts, len(paragraph)]:
        piece = paragraph[start:cut]
        if not piece:
            continue
        body = piece.rstrip()
        if body or not parts:
            parts.append((body, piece[len(body) :]) if body else (piece, ""))
        else:
            parts[-1] = (parts[-1][0], parts[-1][1] + piece)
        start = cut
    return parts or [("", "")]
