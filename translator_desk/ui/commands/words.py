"""Adding an unknown word to the person's dictionary or the project's; the bar offers to take it out again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from translator_desk.app.own_checks import add_word, project_words, remove_word
from translator_desk.errors import DeskError
from translator_desk.ui.actions import ActionSpec, Menu
from translator_desk.ui.commands.flag import current_issue
from translator_desk.ui.context import DeskContext
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.wording import say

_SPELLING = "spelling"


def _unknown_word(context: DeskContext) -> str:
    """Return the word that the flag at hand calls unknown, "" where it is about something else."""
    issue = current_issue(context) if context.is_open and context.focus.segment is not None else None
    if issue is None or issue.check != _SPELLING or issue.target is None:
        return ""
    return issue.target.of(context.session.state.segments[issue.segment].target)


def _add(context: DeskContext, where: Callable[[DeskContext], Path]) -> None:
    word, file = _unknown_word(context), where(context)
    if not word:
        said = QCoreApplication.translate("Words", "This is for flags about spelling; there is none here.")
        context.shell.whisper(said)
    elif _change(context, add_word, file, word):
        context.focus.set_issue(None)
        context.shell.tell(
            say("“{word}” is in the dictionary now.", "“{word}”已加入词典。", word=word),
            (say("Undo", "撤销"), partial(_take_out, context, file, word)),
        )


def _take_out(context: DeskContext, file: Path, word: str) -> None:
    _change(context, remove_word, file, word)


def _change(context: DeskContext, change: Callable[[Path, str], bool], file: Path, word: str) -> bool:
    """Change a file of words and check anew what holds the word; return whether that could be done."""
    try:
        change(file, word)
    except DeskError as error:
        context.shell.tell(error)
        return False
    checking = context.project.checking
    own = checking.own
    words = own.words | {word.lower()} if change is add_word else own.words - {word.lower()}
    checking.use_own(replace(own, words=words))
    return True


def _is_about_a_word(context: DeskContext) -> bool:
    return bool(_unknown_word(context))


def _is_about_a_word_to_keep(context: DeskContext) -> bool:
    return context.writable and _is_about_a_word(context)


ACTIONS = (
    ActionSpec(
        id="issue.add-word",
        text=QT_TRANSLATE_NOOP("Actions", "Add to my &dictionary"),
        run=lambda context: _add(context, lambda context: context.desk.paths.own_words),
        menu=Menu.REVIEW,
        keys=("Alt+D",),
        enabled=_is_about_a_word,
        section=23,
    ),
    ActionSpec(
        id="issue.add-word-to-project",
        text=QT_TRANSLATE_NOOP("Actions", "Add to the pro&ject's dictionary"),
        run=lambda context: _add(context, lambda context: project_words(context.project.path)),
        menu=Menu.REVIEW,
        keys=("Alt+Shift+D",),
        enabled=_is_about_a_word_to_keep,
        section=24,
    ),
)
