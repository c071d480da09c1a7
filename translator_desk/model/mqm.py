"""The MQM error types that the checks use (themqm.org, MQM Core; paths as ``dimension/type``)."""

from __future__ import annotations

from enum import StrEnum


class Mqm(StrEnum):
    """An MQM type, printed as it goes into reports."""

    WRONG_TERM = "terminology/wrong-term"
    INCONSISTENT_TERM = "terminology/inconsistent-use-of-terminology"
    MISTRANSLATION = "accuracy/mistranslation"
    NUMBER = "accuracy/mistranslation/number"
    DATE_TIME = "accuracy/mistranslation/date-time"
    ENTITY = "accuracy/mistranslation/entity"
    OMISSION = "accuracy/omission"
    ADDITION = "accuracy/addition"
    UNTRANSLATED = "accuracy/untranslated"
    GRAMMAR = "linguistic-conventions/grammar"
    SPELLING = "linguistic-conventions/spelling"
    PUNCTUATION = "linguistic-conventions/punctuation"
    CAPITALIZATION = "linguistic-conventions/capitalization"
    DUPLICATION = "linguistic-conventions/duplication"
    WHITESPACE = "linguistic-conventions/whitespace"
    INCONSISTENCY = "style/inconsistent-style"
    AWKWARD = "style/awkward-style"
    LOCALE_DATE = "locale-conventions/date-format"
    MEASUREMENT = "locale-conventions/measurement-format"
