"""Remarks on files, each with the file it is about before it."""

from __future__ import annotations

from translator_desk.errors import InputError
from translator_desk.wording import Message, Wording


def prefixed(file: str, message: Message, line: int | None = None, column: int | None = None) -> Message:
    """Return ``FILE:LINE:COLUMN: message`` with the parts that are known, in both languages."""
    place = ":".join(str(part) for part in (file or None, line, column) if part is not None)
    if not place:
        return message
    wording = message.wording
    if not message.values:
        # Without values a template is literal; beside one its braces would be read.
        wording = Wording(*(text.replace("{", "{{").replace("}", "}}") for text in (wording.en, wording.zh)))
    values = (("place", place), *message.values)
    return Message(Wording("{place}: " + wording.en, "{place}：" + wording.zh), values)


def left_out(error: InputError) -> Message:
    """Return the sentence for a file of a folder that could not be taken."""
    return prefixed(error.file or "", error.message, error.line, error.column)
