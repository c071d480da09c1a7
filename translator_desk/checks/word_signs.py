"""What stands between two spaces of a target, written as signs: one sign each for words, figures and marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from translator_desk.resources import data_rows
from translator_desk.text.pinyin import proper_splits
from translator_desk.text.word_kinds import NO_KIND, Kind, kinds_of

_SHORT = "|".join(sorted({row[0].capitalize() for row in data_rows("abbreviations.tsv") if row[0].isalpha()}))
_PIECE = re.compile(
    r"(?P<mark>[,;:.!?()\"“”«»—–…\[\]/]|--)"
    r"|(?P<figure>(?:US)?[$¥€£]?\d+(?:,\d{3})*(?:\.\d+)?%?(?:st|nd|rd|th)?(?![\w]))"
    rf"|(?P<short>(?:[A-Za-z]\.){{2,}}|(?:{_SHORT})\.)"
    r"|(?P<word>[^\W\d_]+(?:['’-][^\W_]+)*)(?P<own>['’](?![^\W\d_]))?"
    r"|(?P<other>\S)"
)
_MARKS = {",": ",", ".": ".", "!": ".", "?": "?", "(": "(", ")": ")", "[": "(", "]": ")", "…": "."}
_NAME, _PINYIN, _BODY, _NAMES, _FIGURE, _YEAR, _PERCENT, _ORDINAL, _OWN, _OTHER = "NZBMFYPO'*"
_YEARS = re.compile(r"(?:19|20)\d\d")
_FIRST_KIND, FIRST_WORD = 0x200, 0x400
_MOST_KEPT = 200_000
SIGNS = {
    "NAME": _NAME + _PINYIN + _BODY,
    "PINYIN": _PINYIN,
    "BODY": _BODY,
    "NAMES": _NAMES,
    "FIGURE": _FIGURE,
    "YEAR": _YEAR,
    "PERCENT": _PERCENT,
    "ORDINAL": _ORDINAL,
    "OWN": _OWN,
    "COMMA": ",",
    "STOP": ".",
    "QUESTION": "?",
    "END": ',;.?()"*',
}
KINDS_MET = frozenset(
    map(
        Kind, (0, 1, 2, 3, 4, 5, 8, 10, 11, 13, 15, 16, 20, 32, 36, 48, 49, 52, 53, 64, 65, 69, 128, 129, 132, 133, 176)
    )
) | frozenset(map(Kind, (177, 192, 193, 197, 256, 257, 260, 261, 384, 385, 389, 433)))
"""The kinds that words of the dictionary have, alone and together; the fewer signs, the quicker the shapes."""


FIXED_SIGNS = frozenset("".join((*SIGNS.values(), *_MARKS.values(), ';"1', _OTHER)))
"""All signs but those of words."""


def sign_of_kinds(kinds: Kind) -> str:
    """Return the sign of a word that may be of these kinds."""
    return chr(_FIRST_KIND + (kinds if kinds in KINDS_MET else 0))


class Memo(dict[str, str]):
    """The signs of tokens, what stands between two spaces, remembered."""

    def __init__(self, signs_of: Callable[[str], str]) -> None:
        super().__init__()
        self._signs_of = signs_of

    def __missing__(self, token: str) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
        found = self[token] = self._signs_of(token)
        return found


class TokenSigns:
    """Writes what stands between two spaces as signs."""

    def __init__(self, sign: Callable[[str], str], bodies: frozenset[str]) -> None:
        self._sign = sign
        self._bodies = bodies

    def of(self, token: str) -> str:
        """Return the signs of a token."""
        return "".join(self._signs(token))

    def _signs(self, token: str) -> Iterator[str]:
        for _, _, sort, text in pieces(token):
            if sort == "mark":
                yield _MARKS.get(text, ";" if text in ";:—–--" else '"')
            elif sort == "figure":
                yield _figure(text)
            elif sort == "own":
                yield _OWN
            elif sort == "short":
                yield _NAME
            elif sort == "other":
                yield _OTHER
            else:
                yield self._word(text)

    def _word(self, word: str) -> str:
        low = word.lower().replace("’", "'")
        if low.startswith(_TENS) and low.rpartition("-")[2] in _ONES:
            return _FIGURE
        if word[0].isupper():
            plural = not word.isupper() and Kind.PLURAL in kinds_of(low)
            if plural:
                return _NAMES
            if low in self._bodies:
                return _BODY
            return _PINYIN if not word.isupper() and not kinds_of(low) and proper_splits(low) else _NAME
        if "-" in low and self._sign(low) == sign_of_kinds(NO_KIND):
            return sign_of_kinds(Kind.ADJECTIVE)
        return self._sign(low)


def first_word(token: str) -> str:
    """Return the word that a token begins with, "" where it begins with anything else."""
    match = _PIECE.match(token)
    return match["word"] or "" if match else ""


def pieces(token: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield place, sort and letters of each part of what stands between two spaces; a possessive is a part of its own."""
    for match in _PIECE.finditer(token):
        sort = match.lastgroup or "other"
        if sort not in ("word", "own"):
            yield match.start(), match.end(), sort, match[0]
            continue
        word, start = match["word"], match.start("word")
        end = start + len(word)
        owned = word[-2:] in ("'s", "’s") and word.lower() not in _NOT_OWN
        if owned:
            yield start, end - 2, "word", word[:-2]
            yield end - 2, end, "own", word[-2:]
        else:
            yield start, end, "word", word
            if match["own"]:
                yield end, end + 1, "own", match["own"]


def _figure(text: str) -> str:
    if text.endswith("%"):
        return _PERCENT
    if text[-1].isalpha():
        return _ORDINAL
    if text == "1" or text.startswith("0."):  # "0.5 day" or days: both are written
        return "1"
    return _YEAR if _YEARS.fullmatch(text) else _FIGURE


_NOT_OWN = frozenset(("it's", "he's", "she's", "that's", "there's", "let's", "what's", "who's", "here's"))
_TENS = tuple(f"{ten}-" for ten in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"))
_ONES = frozenset(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"))
