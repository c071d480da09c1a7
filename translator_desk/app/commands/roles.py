"""Who may do what: the table of roles and moves, asked by every command of the review."""

from __future__ import annotations

from translator_desk.app.commands.base import Doing
from translator_desk.app.state import ProjectState
from translator_desk.errors import RefusedError
from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId
from translator_desk.model.state import Role
from translator_desk.model.workflow import FROM_STAGE, MOVE_NAMES, ROLE_NAMES, STAGE_NAMES, WHO_MAY, Move, may
from translator_desk.wording import LANGUAGES, Message, say

_JOINS = {"en": ", ", "zh": "、"}


def refuse_role(doing: Doing, move: Move) -> None:
    """Refuse a move that the person's role may not make.

    Raises:
        RefusedError: The role may not.
    """
    role = Role(doing.person.role)
    if may(role, move):
        return
    allowed = sorted(WHO_MAY[move])
    names = {key: _JOINS[key].join(ROLE_NAMES[one].render(key) for one in allowed) for key in LANGUAGES}
    raise RefusedError(
        say(
            "Your role is {role_en}; “{move}” is for: {roles_en}. Ask one of them, or change your role.",
            "您当前的身份是{role_zh}，“{move_zh}”由{roles_zh}进行。请与其联系，或更改您的身份。",
            move=MOVE_NAMES[move].render("en"),
            move_zh=MOVE_NAMES[move].render("zh"),
            roles_en=names["en"],
            roles_zh=names["zh"],
            role_en=ROLE_NAMES[role].render("en"),
            role_zh=ROLE_NAMES[role].render("zh"),
        )
    )


def document_of(state: ProjectState, document: DocumentId) -> Document:
    """Return the document.

    Raises:
        RefusedError: It is no longer there.
    """
    if document not in state.documents:
        raise RefusedError(say("This document is no longer in the project.", "该文档已不在项目中。"))
    return state.documents[document]


def refuse_stage(document: Document, move: Move) -> None:
    """Refuse a move that the document's stage does not allow.

    Raises:
        RefusedError: It does not.
    """
    stage = document.handling.stage
    if move in FROM_STAGE and stage not in FROM_STAGE[move]:
        raise RefusedError(_wrong_stage(document, move))


def _wrong_stage(document: Document, move: Move) -> Message:
    stage = document.handling.stage
    return say(
        "“{title}” is {stage}, so “{move}” is not possible now.",
        "“{title}”目前{stage_zh}，不能进行“{move_zh}”。",
        title=document.title,
        stage=STAGE_NAMES[stage].render("en"),
        stage_zh=STAGE_NAMES[stage].render("zh"),
        move=MOVE_NAMES[move].render("en"),
        move_zh=MOVE_NAMES[move].render("zh"),
    )
