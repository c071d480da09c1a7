"""The way of a document from translation to print, and who may move it: the table of roles and moves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from translator_desk.model.state import Role
from translator_desk.wording import Message, say


class Stage(StrEnum):
    """How far a document has come."""

    TRANSLATION = "translation"
    REVIEW = "review"
    REVIEWED = "reviewed"
    FINAL = "final"


class Move(StrEnum):
    """What a person can do with a segment or a document beyond writing in it."""

    CONFIRM = "confirm"
    HAND_OVER = "hand-over"
    TAKE_BACK = "take-back"
    DECIDE = "decide"
    APPROVE = "approve"
    ASK_BACK = "ask-back"
    ANSWER = "answer"
    COMMENT = "comment"
    FINISH = "finish"
    REOPEN = "reopen"
    SEE_WAIVER = "see-waiver"
    ASSIGN = "assign"


_EVERYBODY = frozenset(Role)

WHO_MAY: Mapping[Move, frozenset[Role]] = {
    Move.CONFIRM: _EVERYBODY,
    Move.HAND_OVER: frozenset({Role.TRANSLATOR, Role.REVIEWER}),
    Move.TAKE_BACK: frozenset({Role.TRANSLATOR, Role.REVIEWER}),
    Move.DECIDE: _EVERYBODY,
    Move.APPROVE: frozenset({Role.REVIEWER}),
    Move.ASK_BACK: frozenset({Role.REVIEWER, Role.EDITOR}),
    Move.ANSWER: _EVERYBODY,
    Move.COMMENT: _EVERYBODY,
    Move.FINISH: frozenset({Role.REVIEWER}),
    Move.REOPEN: frozenset({Role.REVIEWER, Role.EDITOR}),
    Move.SEE_WAIVER: frozenset({Role.REVIEWER, Role.EDITOR}),
    Move.ASSIGN: frozenset({Role.TRANSLATOR, Role.REVIEWER}),
}
"""The table of the manual. Whose own wording it is counts besides: see ``review.four_eyes``."""

FROM_STAGE: Mapping[Move, frozenset[Stage]] = {
    Move.HAND_OVER: frozenset({Stage.TRANSLATION}),
    Move.TAKE_BACK: frozenset({Stage.REVIEW}),
    Move.APPROVE: frozenset({Stage.REVIEW}),
    Move.FINISH: frozenset({Stage.REVIEWED}),
    Move.REOPEN: frozenset({Stage.REVIEWED, Stage.FINAL}),
}
"""Stages that a document can be moved on from; a move that is not named asks for none."""

LEADS_TO: Mapping[Move, Stage] = {
    Move.HAND_OVER: Stage.REVIEW,
    Move.TAKE_BACK: Stage.TRANSLATION,
    Move.APPROVE: Stage.REVIEWED,
    Move.FINISH: Stage.FINAL,
    Move.REOPEN: Stage.REVIEW,
}

MOVE_NAMES: Mapping[Move, Message] = {
    Move.CONFIRM: say("confirm a translation", "确认译文"),
    Move.HAND_OVER: say("hand to review", "送审"),
    Move.TAKE_BACK: say("take back from review", "撤回送审"),
    Move.DECIDE: say("accept, reject or amend a change of somebody else", "接受、拒绝或改定他人的修改"),
    Move.APPROVE: say("approve", "审定"),
    Move.ASK_BACK: say("ask back", "退回询问"),
    Move.ANSWER: say("answer a question", "答复询问"),
    Move.COMMENT: say("comment, resolve and reopen a thread", "批注、关闭或重新打开讨论"),
    Move.FINISH: say("declare final", "定稿"),
    Move.REOPEN: say("reopen", "重新打开审校"),
    Move.SEE_WAIVER: say("confirm that an error may be ignored", "复核已忽略的错误"),
    Move.ASSIGN: say("assign with a due date", "分派并设定期限"),
}

ROLE_NAMES: Mapping[Role, Message] = {
    Role.TRANSLATOR: say("translator", "译员"),
    Role.REVIEWER: say("reviewer", "审校"),
    Role.EDITOR: say("terminology editor", "术语编辑"),
}

STAGE_NAMES: Mapping[Stage, Message] = {
    Stage.TRANSLATION: say("in translation", "翻译中"),
    Stage.REVIEW: say("in review", "审校中"),
    Stage.REVIEWED: say("reviewed", "已审定"),
    Stage.FINAL: say("final", "已定稿"),
}


@dataclass(frozen=True, slots=True)
class Handling:
    """How a document is handled now.

    Attributes:
        stage: How far it has come.
        tracked: Whether "Track changes" is on; outside of translation every edit is tracked in any case.
        handed_by: Who handed it to review and thereby answers for its text; "" before.
        handed_time: When (UTC), or None.
        assignee: Who shall work on it next; "" for nobody in particular.
        due: Until when, or None.
    """

    stage: Stage = Stage.TRANSLATION
    tracked: bool = False
    handed_by: str = ""
    handed_time: dt.datetime | None = None
    assignee: str = ""
    due: dt.date | None = None

    @property
    def tracks(self) -> bool:
        """Whether an edit becomes a pending change under its author's name."""
        return self.tracked or self.stage is not Stage.TRANSLATION


def may(role: Role, move: Move) -> bool:
    """Return whether people of ``role`` may make ``move`` at all."""
    return role in WHO_MAY[move]
