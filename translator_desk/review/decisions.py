"""Decisions on hunks: accept, reject, in part, amend; any subset in any order.

A decision settles the pieces of its hunk and touches the wording of no other. It names the hunk as it was seen; where
the text has moved on since, it is refused rather than applied to something else.
"""

from __future__ import annotations

from collections.abc import Mapping

from translator_desk.errors import RefusedError
from translator_desk.model.redline import Outcome, Redline
from translator_desk.review.grouping import Hunk, hunks
from translator_desk.text.span import Span
from translator_desk.wording import say


def decide(redline: Redline, hunk: Hunk, outcome: Outcome, *, part: Span | None = None) -> Redline:
    """Return the redline with ``hunk`` accepted or rejected.

    Args:
        redline: The redline the hunk was read off.
        hunk: The hunk as it was seen.
        outcome: What to do with it.
        part: Span of the display inside the hunk, to decide that part only; the rest stays pending.

    Raises:
        RefusedError: The hunk is no longer as it was seen, or the part lies outside it.
    """
    refuse_stale(redline, hunk)
    if part is not None and not hunk.display.contains(part):
        raise _stale()
    return redline.settle(part or hunk.display, outcome)


def decide_many(redline: Redline, outcomes: Mapping[Hunk, Outcome]) -> Redline:
    """Return the redline with several of its hunks decided at once.

    Raises:
        RefusedError: One of them is no longer as it was seen; nothing is decided.
    """
    for hunk in outcomes:
        refuse_stale(redline, hunk)
    # From the end, so that the spans before keep their places.
    for hunk in sorted(outcomes, key=lambda one: one.display, reverse=True):
        redline = redline.settle(hunk.display, outcomes[hunk])
    return redline


def decide_author(redline: Redline, hunk: Hunk, author: str, outcome: Outcome) -> Redline:
    """Return the redline with only what ``author`` did inside ``hunk`` decided.

    Where others wrote over it, or it was written over theirs, one wording stands on the other, see ``takes_all``.

    Raises:
        RefusedError: The hunk is no longer as it was seen.
    """
    refuse_stale(redline, hunk)
    if takes_all(hunk, author, outcome):
        return redline.settle(hunk.display, outcome)
    return redline.settle_of(author, hunk.display, outcome)


def takes_all(hunk: Hunk, author: str, outcome: Outcome) -> bool:
    """Return whether deciding what ``author`` did decides all of the hunk.

    Who accepts words that were written over another's pending ones accepts that those are gone with what they stood
    for; who rejects words over which another wrote leaves nothing for the other's to stand for.
    """
    if outcome is Outcome.ACCEPT:
        return any(one.removed_by == author and not one.agreed for one in hunk.pieces)
    return any(one.inserted_by == author and not one.stands for one in hunk.pieces)


def amend(redline: Redline, hunk: Hunk, words: str) -> Redline:
    """Return the redline with ``words`` agreed in place of the hunk: neither its old wording nor its new one.

    Raises:
        RefusedError: The hunk is no longer as it was seen.
    """
    refuse_stale(redline, hunk)
    return redline.amend(hunk.display, words)


def refuse_stale(redline: Redline, hunk: Hunk) -> None:
    """Raise ``RefusedError`` unless ``hunk`` is one of the hunks of ``redline`` now."""
    if hunk not in hunks(redline):
        raise _stale()


def pending(redline: Redline) -> Redline | None:
    """Return the redline where anything in it is pending, else None."""
    return redline if redline.pending else None


def _stale() -> RefusedError:
    return RefusedError(
        say("This change is no longer as it was shown; look at it again.", "该处修改已有变动，请重新查看。")
    )
