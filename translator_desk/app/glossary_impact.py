"""What a change of the term base does before it is saved: which flags appear, which vanish, and where.

The answer is that of a full check. Where the change bears on many segments it grows part by part.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from translator_desk.checks.engine import CheckRun
from translator_desk.checks.texts import Between, at_once
from translator_desk.checks.trial import Trial
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import DocumentId
from translator_desk.model.issue import Issue
from translator_desk.wording import Message, say

_AT_A_TIME = 25
"""Segments looked at in one step: some milliseconds."""
_TOLD_AGAIN = 1.1
"""What is known is told once so many times as many were looked at: each telling names all that was found."""


@dataclass(frozen=True, slots=True)
class Impact:
    """What a change of the term base does.

    Attributes:
        appears: Flags that come, in reading order.
        vanishes: Flags that go.
        searched: How many segments the change bears on.
        looked_at: How many of them have been looked at; the flags are those of these.
    """

    appears: tuple[Issue, ...] = ()
    vanishes: tuple[Issue, ...] = ()
    searched: int = 0
    looked_at: int = 0

    @property
    def whole(self) -> bool:
        """Whether nothing is left to look at."""
        return self.looked_at == self.searched

    @property
    def documents(self) -> frozenset[DocumentId]:
        """The documents concerned."""
        return frozenset(issue.document for issue in (*self.appears, *self.vanishes))

    @property
    def message(self) -> Message:
        """The sentence beside the save button."""
        documents = len(self.documents)
        said = say(
            "+{more} / -{fewer} flags in {documents} document" + ("" if documents == 1 else "s"),
            "{documents} 个文档中：新增 {more} 条、消除 {fewer} 条",
            more=len(self.appears),
            fewer=len(self.vanishes),
            documents=documents,
        )
        if self.whole:
            return said
        return say(
            "{said} so far; {looked_at} of {searched} segments looked at",
            "{said}（目前已看 {searched} 个片段中的 {looked_at} 个）",
            said=said,
            looked_at=self.looked_at,
            searched=self.searched,
        )


def impact_of(
    run: CheckRun,
    term_base: TermBase,
    *,
    stopped: Callable[[], bool] = lambda: False,
    told: Callable[[Impact], None] = lambda _: None,
    held: Callable[[], AbstractContextManager[object]] = nullcontext,
    between: Between = at_once,
) -> Impact | None:
    """Return what putting ``term_base`` in force would do; the run stays as it is.

    Args:
        run: The findings in force. What it has not checked yet is not counted.
        term_base: The terms as they would be.
        stopped: Asked between parts; where it says yes the answer is None.
        told: Told now and then what is known so far.
        held: Keeps others from the run while it is asked; in between, while texts are looked at, they may use it.
        between: Called, while others are kept from the run, between the steps of the search for the segments.
    """
    with held():
        run.settle()
        trial = run.trial(term_base, between)
    done, total, told_at = 0, len(trial.segments), 0.0
    while done < total:
        if stopped():
            return None
        sight = trial.look(trial.segments[done : done + _AT_A_TIME])
        with held():
            trial.take(sight)
        done = min(done + _AT_A_TIME, total)
        if told_at <= done < total:
            told(_so_far(trial, done))
            told_at = done * _TOLD_AGAIN
    if stopped():
        return None
    with held():
        trial.settle()
    return _so_far(trial, total)


def _so_far(trial: Trial, looked_at: int) -> Impact:
    in_order = [trial.differences[key] for key in trial.in_order(trial.differences)]
    return Impact(
        tuple(issue for appears, _ in in_order for issue in appears),
        tuple(issue for _, vanishes in in_order for issue in vanishes),
        len(trial.segments),
        looked_at,
    )
