"""Colours of a term file: keys, quoted texts, truths and dates, comments."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat

from translator_desk.ui.theme import Themes
from translator_desk.ui.utf16 import UtfMap

_KEY = re.compile(r"^ *(?:- +)*([A-Za-z_]+):(?= |$)|[{,] *([A-Za-z_]+):(?= )")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_CONSTANT = re.compile(r"(?<=: )(?:true|false|present|\d{4}(?:-\d\d){0,2})(?=\s*(?:[,}#]|$))")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_LITERAL = re.compile(r"(?:^|[:\-] +)[|>][-+]?\d?\s*(?:#.*)?$")
_DASH = re.compile(r"^ *(?:- +)*")
_OUTSIDE = -1


class YamlColours(QSyntaxHighlighter):
    """Colours one line after the other; the state of a line is the indentation of the literal text it is in."""

    def __init__(self, themes: Themes, parent: QObject) -> None:
        super().__init__(parent)
        self._themes = themes
        themes.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        literal = self.previousBlockState()
        margin = len(text) - len(text.lstrip(" "))
        if literal != _OUTSIDE and (not text.strip() or margin > literal):
            self.setCurrentBlockState(literal)
            self._paint(text, 0, len(text), "term")
            return
        for pattern, colour in ((_KEY, "accent"), (_CONSTANT, "info"), (_QUOTED, "term")):
            for found in pattern.finditer(text):
                group = found.lastindex or 0
                self._paint(text, *found.span(group), colour, bold=pattern is _KEY)
        quoted = [one.span() for one in _QUOTED.finditer(text)]
        comment = next(
            (one for one in _COMMENT.finditer(text) if not any(start < one.start() < end for start, end in quoted)),
            None,
        )
        if comment is not None:
            self._paint(text, *comment.span(), "muted")
        opens = _LITERAL.search(text[: comment.start()] if comment else text)
        self.setCurrentBlockState(margin if opens else _OUTSIDE)

    def _paint(self, text: str, start: int, end: int, colour: str, *, bold: bool = False) -> None:
        look = QTextCharFormat()
        look.setForeground(self._themes.current.colour(colour))
        if bold:
            look.setFontWeight(QFont.Weight.DemiBold)
        places = UtfMap(text)
        begin = places.to_qt(start)
        self.setFormat(begin, places.to_qt(end) - begin, look)
