"""The notation in which rule packs say what to find, and what to write instead.

A phrase is English as it stands, in any case, with any white space and with hyphens or spaces:

    word            this word
    report[s]       this word with or without an ending
    <carry>         any form of the word: carry, carries, carried, carrying
    (a|b c)         one of these
    [word]          this, or nothing
    <NUMBER>        a number in figures or words; <COUNT> one above one (not 0.5, not 1)
    <WORD> <WORDS>  any word; one to four words
    <NAME>          one to four words with capitals
    <PLACE>         a capitalised word, or several, of a place: as <NAME>, but never a body or a rank
    <LEVEL>         municipal, provincial, county, district, city and the like
    <PERSON>        two words with capitals: surname and given name
    <GERUND>        a word in -ing
    <MONTH>         January to December; <DAY>, <YEAR>, <ORDINAL> figures of a day, of a year, 21st or third
    <THING> <THINGS> a noun of things that are counted, in the singular; in the plural
    <UNIT>          a unit that is counted, in the singular; <MASS> a noun that has no plural
    <VERB>          a verb that is no noun; <VERBS>, <VERBED>, <VERBING> its forms
    <ADVERB>        a word in -ly; <SMALL>, <CAPITAL> a word in small letters, with a capital
    <GAP>           anything within the sentence; <CLAUSE> up to the next mark
    <START>         nothing: the sentence begins
    <END>           nothing: a mark or the end follows; <STOP> so, or a word that no noun is joined to
    <SPACE>         a space and no hyphen
    «words»         what is found; the rest of the phrase only says where

In what to write, ``$1`` is what the first ``(…)`` or ``<CAPITALS>`` of the phrase found, ``$0`` all that was found,
``<plural $1>`` another form of it, and the first ``<carry>`` takes the ending of the first ``<word>`` found, and so on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from translator_desk.checks.phrase_index import (
    FIGURE,
    LONE,
    SILENT,
    UNKNOWN,
    Clue,
    Ends,
    clue_of,
    either_end,
    ends_in_turn,
    ends_of,
)
from translator_desk.checks.phrase_starts import Starts, either_start, places, searchable, sentence_starts
from translator_desk.checks.phrase_words import CHANGES, NAMES, finds, listed, words_of
from translator_desk.text.inflection import word_forms
from translator_desk.text.reinflect import like_inflected
from translator_desk.text.span import Span
from translator_desk.text.word_tree import any_of

_TOKEN = re.compile(r"<([^<>]*)>|([(|)\[\]«»])|([\w’'&]+(?:\[\w+\])?)|([,.;:%])|[\s-]+|(.)")
_JOINT = r"[\s\u00a0\-‐‑]+"
_SHORTEST_ANCHOR = 3
_DIGITS = r"\d(?:[\d,.]*\d)?"
_FEW = listed("number word")
_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_NAME_WORD = r"[A-Z][\w’']*(?:-[A-Z][\w’']*)?"
_NOT_PLACE = r"(?!(?:CPC|CPPCC|Party|Municipal|Provincial|County|District|City|Prefectural|The|Standing|People)\b)"
_LEVELS = "municipal|provincial|prefectural|county|district|city|township|town|village|autonomous regional|regional"
_CLASSES = {
    "NUMBER": rf"(?:{_DIGITS}|(?i:{any_of(('one', *_FEW))}))",
    "COUNT": rf"(?:(?<!\d)(?<!\d[.,])(?![01]\b){_DIGITS}|(?i:{any_of(_FEW)}))",
    "WORD": r"[^\W\d_][\w’']*",
    "WORDS": rf"[^\W\d_][\w’']*(?:{_JOINT}[^\W\d_][\w’']*){{0,3}}?",
    "NAME": rf"{_NAME_WORD}(?:{_JOINT}{_NAME_WORD}){{0,3}}?",
    "PLACE": rf"{_NOT_PLACE}{_NAME_WORD}(?:{_JOINT}{_NOT_PLACE}{_NAME_WORD}){{0,2}}?",
    "LEVEL": rf"(?i:{_LEVELS})",
    "PERSON": rf"[A-Z][a-zü]+{_JOINT}[A-Z][a-zü]+(?:['’][a-z]+)?",
    "GERUND": r"[a-z]{2,}ing",
    "MONTH": "January|February|March|April|May|June|July|August|September|October|November|December",
    "DAY": r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?(?!\d|[.,]\d)",
    "YEAR": r"(?:19|20)\d\d(?!\d|[.,]\d)",
    "ORDINAL": rf"(?:\d+(?:st|nd|rd|th)|(?i:{_ORDINALS}))",
    "ADVERB": r"[a-z]{3,}ly",
    "CAPITAL": r"[A-Z][\w’']*",
    "SMALL": r"[a-z][a-z’']*",
    "CLAUSE": r"(?:[^.,!?;:\n“”\"]|(?<=\d)[.,](?=\d)){0,120}?",
    "GAP": r"(?:[^.!?;:\n“”\"]|(?<=\d)\.(?=\d)){0,160}?",
}
_AFTER_NOUN = (
    "in|of|for|with|from|to|on|at|by|that|which|who|whose|where|when|as|since|during|within|across|after|before|through"
    "|throughout|this|last|each|per|every|are|were|is|was|have|has|had|will|would|should|can|could|must|may|participated"
    "|attended|took|been|annually|nationwide|including|than|under|respectively"
)
_FIRSTS = {
    "NUMBER": (FIGURE, "one", *_FEW),
    "COUNT": (FIGURE, *_FEW),
    "LEVEL": tuple(_LEVELS.split("|")),
    "MONTH": tuple(_CLASSES["MONTH"].lower().split("|")),
    "DAY": (FIGURE,),
    "YEAR": (FIGURE,),
    "ORDINAL": (FIGURE, *_ORDINALS.split("|")),
}
"""What a class may be, where its words can be counted."""
_LONE = ("GERUND", "ADVERB", "SMALL")
"""Classes of one word without joints inside."""
_NOTHING = {
    "START": r"(?:(?<![^\n])|(?<=[.!?;:] )|(?<=[“\"]))",
    "END": r"(?=\s*(?:[^\w\s]|$))",
    "SPACE": r"(?=\s)",
    "STOP": rf"(?=\s*(?:[^\w\s’'\-/“‘\"(]|$)|\s+(?:{_AFTER_NOUN})\b)",
}
_KNOWN = (*_CLASSES, *NAMES, *_NOTHING)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…])[\s“”\"‘’'(]*\Z")
_TEMPLATE = re.compile(r"(?:<(?P<change>[a-z]+) )?\$(?P<capture>\d)(?(change)>)|<(?P<form>[^<>]+)>")
_STARTS_BY = 80
_NO_CLUE = Clue(frozenset())


class PhraseError(ValueError):
    """A phrase is not written as the notation wants; the text says what is wrong, in English and Chinese."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.en = en
        self.zh = zh


class Phrase:
    """One phrase, ready to be looked for.

    Attributes:
        anchors: Letters (as ``lowered`` text has them) of which every text that holds the phrase holds one.
        clue: What the words of a text must show for the phrase to stand there; that of no text where it is not looked
            for by itself.
        captures: How many ``$n`` it gives.
        forms: The words in angle brackets with the group that holds what was found.
        from_sentence_starts: Whether it stands at the beginning of a sentence only.
    """

    __slots__ = (
        "_pattern",
        "_regex",
        "_starts",
        "anchors",
        "captures",
        "clue",
        "forms",
        "from_sentence_starts",
        "marked",
    )

    def __init__(
        self,
        regex: str,
        anchors: tuple[str, ...],
        clue: Clue,
        captures: int,
        forms: tuple[tuple[str, str], ...],
        starts: Starts | None,
    ) -> None:
        self._regex = regex
        self._pattern: re.Pattern[str] | None = None
        self.anchors = anchors
        self.clue = clue
        self.captures = captures
        self.forms = forms
        self.marked = "(?P<mark>" in regex
        self.from_sentence_starts = _NOTHING["START"] in regex[:_STARTS_BY]
        self._starts = searchable(starts)

    @property
    def pattern(self) -> re.Pattern[str]:
        """Finds it in a text as it stands; made when first asked for, most phrases never stand in a project."""
        if self._pattern is None:
            self._pattern = re.compile(self._regex)
        return self._pattern

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where it stands in a text as it stands, in order."""
        if self.from_sentence_starts:
            for start in sentence_starts(text):
                match = self.pattern.match(text, start)
                if match:
                    yield match
        elif self._starts is None:
            yield from self.pattern.finditer(text)
        else:
            end = 0
            for start in places(text, self._starts):
                match = self.pattern.match(text, start) if start >= end else None
                if match:
                    end = match.end()
                    yield match

    def span(self, match: re.Match[str]) -> Span:
        """Return what a match found: what the phrase marks, or all of it."""
        return Span(*match.span("mark" if self.marked else 0))

    def rewritten(self, match: re.Match[str], template: str) -> str:
        """Return what to write over a match; "" where an ending does not fit."""
        forms = iter(self.forms)
        span = self.span(match)
        leads = _is_capital_by_place(match, span)

        def filled(one: re.Match[str]) -> str:
            if one["capture"]:
                group = f"c{one['capture']}" if one["capture"] != "0" else "mark" if self.marked else 0
                found: str = match[group] or ""
                if one.start() and leads and match.start(group) == span.start and span.of(match.string)[1:].islower():
                    found = found[0].lower() + found[1:]  # it led the sentence, and leads no more
                return CHANGES[one["change"]](found) if one["change"] and found else found
            base, group = next(forms, ("", ""))
            return like_inflected(one["form"], base, match[group]) if base and match[group] else one["form"]

        words = re.sub(" (?=[,.;:])", "", " ".join(_TEMPLATE.sub(filled, template).split()))
        if words[:1].islower() and leads:
            words = words[0].upper() + words[1:]
        return words


def _is_capital_by_place(match: re.Match[str], span: Span) -> bool:
    """Whether the words found begin with a capital because they begin a sentence or stand in a headline."""
    found = span.of(match.string)
    if not found[:1].isupper():
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", found) if len(word) > _SHORTEST_ANCHOR]
    return all(word[0].isupper() for word in words) or _SENTENCE_START.search(match.string, 0, span.start) is not None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a phrase.

    Attributes:
        regex: Its expression.
        words: Words of which one stands wherever the piece does; () where that cannot be said.
        starts: What it may begin with; None where that cannot be said.
        ends: The words it may begin and end with.
        optional: Whether it may be missing.
        tight: Whether no space is wanted before it.
        open: Whether no space is wanted after it.
        anchors: The words by which a text that holds the piece is found; () where each part may be a short word.
        parts: The ends of its parts in turn, where it is marked.
    """

    regex: str
    words: tuple[str, ...] = ()
    starts: Starts | None = None
    ends: Ends = UNKNOWN
    optional: bool = False
    tight: bool = False
    open: bool = False
    anchors: tuple[str, ...] = ()
    parts: tuple[Ends, ...] = ()


class _Parser:
    def __init__(self, text: str, *, case: bool) -> None:
        self._case = case
        self._tokens = [match for match in _TOKEN.finditer(text) if match.group().strip(" -\t\n")]
        self._at = 0
        self._marked = False
        self.captures = 0
        self.forms: list[tuple[str, str]] = []

    def parse(self) -> _Piece:
        whole = self._sequence()
        if self._at < len(self._tokens):
            raise PhraseError(
                f"“{self._tokens[self._at].group()}” stands alone; brackets come in pairs",
                f"“{self._tokens[self._at].group()}”没有配对的括号",
            )
        return whole

    def _sequence(self) -> _Piece:
        pieces: list[_Piece] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token[2] in ("|", ")", "]", "»"):
                break
            self._at += 1
            pieces.append(self._piece(token))
        return _joined(pieces)

    def _piece(self, token: re.Match[str]) -> _Piece:
        if token[5]:
            raise PhraseError(f"“{token[5]}” has no meaning in a phrase", f"短语中不能使用“{token[5]}”")
        if token[2] == "[":
            inner = self._sequence()
            self._close("]")
            return _Piece(inner.regex, starts=inner.starts, ends=inner.ends._replace(optional=True), optional=True)
        if token[2] == "«":
            if self._marked:
                raise PhraseError("only one part can stand between « and »", "« 和 » 在一条短语中只能用一次")
            self._marked = True
            inner = self._sequence()
            self._close("»")
            return _Piece(
                f"(?P<mark>{inner.regex})",
                inner.words,
                inner.starts,
                inner.ends,
                tight=inner.tight,
                anchors=inner.anchors,
                parts=inner.parts,
            )
        if token[2] == "(":
            self.captures += 1
            name = f"c{self.captures}"
            if simple := self._plain_ways():
                return _Piece(
                    f"(?P<{name}>{self._any_case(any_of(simple))})", simple, frozenset(simple), ends_of(simple)
                )
            ways = [self._sequence()]
            while self._at < len(self._tokens) and self._tokens[self._at][2] == "|":
                self._at += 1
                ways.append(self._sequence())
            self._close(")")
            words = tuple(word for way in ways for word in way.words) if all(way.words for way in ways) else ()
            ends, starts = either_end([way.ends for way in ways]), either_start(way.starts for way in ways)
            regex = "|".join(sorted((way.regex for way in ways), key=len, reverse=True))
            return _Piece(f"(?P<{name}>{regex})", words, starts, ends)
        if token[1] is not None:
            return self._bracketed(token[1].strip())
        if token[4]:
            return _Piece(re.escape(token[4]), starts=frozenset((token[4],)), ends=SILENT, tight=True)
        word, _, ending = token[3].removesuffix("]").partition("[")
        regex = self._literal(word) + (f"(?:{self._literal(ending)})?" if ending else "")
        word = word.lower().replace("’", "'")
        words = (word, word + ending.lower()) if ending else (word,)
        return _Piece(regex, words, frozenset(words[:1]), ends_of(words))

    def _plain_ways(self) -> tuple[str, ...]:
        """Return the words up to the end of a bracket, and pass it, where each of its ways is one word; else ()."""
        words: list[str] = []
        for at in range(self._at, len(self._tokens) - 1, 2):
            word, mark = self._tokens[at][3], self._tokens[at + 1][2]
            if not word or not (word.isalpha() and word.islower()) or mark not in ("|", ")"):
                return ()
            words.append(word)
            if mark == ")":
                self._at = at + 2
                return tuple(words)
        return ()

    def _bracketed(self, word: str) -> _Piece:
        if word in _NOTHING:
            return _Piece(_NOTHING[word], ends=SILENT if word == "SPACE" else UNKNOWN, tight=True, open=word != "SPACE")
        if word in NAMES:
            self.captures += 1
            words = words_of(word)
            return _Piece(f"(?P<c{self.captures}>{finds(word)})", words, frozenset(words), _ends_of_class(word))
        if word in _CLASSES:
            self.captures += 1
            words = _FIRSTS[word] if word == "MONTH" else ()
            ends = LONE if word in _LONE else ends_of(_FIRSTS.get(word, ()))
            starts = frozenset(_FIRSTS[word]) if word in _FIRSTS else None
            return _Piece(f"(?P<c{self.captures}>{_CLASSES[word]})", words, starts, ends)
        if not word.isalpha() or not word.islower():
            raise PhraseError(
                f"“<{word}>” is neither a word in small letters nor one of {', '.join(_KNOWN)}",
                f"“<{word}>”既不是小写单词，也不是 {'、'.join(_KNOWN)} 之一",
            )
        forms = sorted(word_forms(word), key=lambda one: (-len(one), one))
        name = f"f{len(self.forms) + 1}"
        self.forms.append((word, name))
        return _Piece(
            f"(?P<{name}>{'|'.join(map(self._literal, forms))})", tuple(forms), frozenset(forms), ends_of(forms)
        )

    def _close(self, bracket: str) -> None:
        if self._at >= len(self._tokens) or self._tokens[self._at][2] != bracket:
            raise PhraseError(f"a “{bracket}” is missing", f"缺少“{bracket}”")
        self._at += 1

    def _literal(self, word: str) -> str:
        regex = re.escape(word).replace("’", "'").replace("'", "['’]")
        return self._any_case(regex)

    def _any_case(self, regex: str) -> str:
        return regex if self._case else f"(?i:{regex})"


def _joined(pieces: Sequence[_Piece]) -> _Piece:
    if len(pieces) == 1 and not pieces[0].optional and not pieces[0].parts:
        single = pieces[0]
        anchors = single.words if _rarity(single.words)[0] >= _SHORTEST_ANCHOR else ()
        return replace(single, open=False, anchors=anchors, parts=(single.ends,))
    if all(piece.optional for piece in pieces):
        raise PhraseError(
            "the phrase, or a part of it, holds nothing that must stand", "短语（或其中一部分）没有必须出现的词"
        )
    parts: list[str] = []
    begins = True
    for piece in pieces:
        joint = r"\s*" if piece.tight else _JOINT
        if not piece.optional:
            parts.append(piece.regex if begins else joint + piece.regex)
            begins = piece.open
        elif begins:
            parts.append(f"(?:(?:{piece.regex}){_JOINT})?")
        else:
            parts.append(f"(?:{joint}(?:{piece.regex}))?")
    must = [piece for piece in pieces if not piece.optional]
    groups = sorted((piece.words for piece in must if piece.words), key=_rarity, reverse=True)
    words = groups[0] if groups else ()
    ends = tuple(one for piece in pieces for one in piece.parts or (piece.ends,))
    first_sure = next(number for number, piece in enumerate(pieces) if not piece.optional)
    return _Piece(
        "".join(parts),
        words,
        either_start(piece.starts for piece in pieces[: first_sure + 1]),
        ends_in_turn(ends),
        tight=pieces[0].tight,
        anchors=words if _rarity(words)[0] >= _SHORTEST_ANCHOR else (),
        parts=ends,
    )


@cache
def _ends_of_class(name: str) -> Ends:
    return ends_of(words_of(name))


def _rarity(words: tuple[str, ...]) -> tuple[int, int]:
    return min(map(len, words), default=0), -len(words)


def phrase(text: str, *, case: bool = False, anchored: bool = True) -> Phrase:
    """Return a phrase from its notation.

    Args:
        text: The notation.
        case: Letters count as written.
        anchored: The phrase is looked for by itself, so it must have letters to be looked for by.

    Raises:
        PhraseError: The notation is broken, or the phrase holds no word of three letters to look for it by.
    """
    parser = _Parser(text, case=case)
    whole = parser.parse()
    if anchored and not whole.anchors:
        raise PhraseError(
            "the phrase needs one word of at least three letters that always stands",
            "短语至少要有一个必定出现的、不少于三个字母的词",
        )
    regex = rf"(?<![\w'’\-])(?:{whole.regex})(?!\w|-\w|['’][a-rt-z])"
    anchors = tuple(dict.fromkeys(whole.anchors))
    clue = clue_of(whole.parts, anchors) if anchored else _NO_CLUE
    return Phrase(regex, anchors, clue, parser.captures, tuple(parser.forms), whole.starts)


def refuse_template(template: str, phrases: Sequence[Phrase]) -> None:
    """Check that what to write asks for no more than every phrase gives.

    Raises:
        PhraseError: It asks for a ``$n`` that a phrase does not have, or for a form that is none.
    """
    for one in _TEMPLATE.finditer(template):
        if one["change"] and one["change"] not in CHANGES:
            raise PhraseError(
                f"“{one['change']}” is none of {', '.join(CHANGES)}", f"“{one['change']}”不是 {'、'.join(CHANGES)} 之一"
            )
    wanted = max((int(one["capture"]) for one in _TEMPLATE.finditer(template) if one["capture"]), default=0)
    if any(one.captures < wanted for one in phrases):
        raise PhraseError(
            f"“{template}” uses ${wanted}, but a phrase of the rule has fewer brackets",
            f"“{template}”用到 ${wanted}，但规则中有短语没有这么多括号",
        )
