"""People at a review, to be killed: they edit, decide, ask, answer, hand over, undo, and say what was saved.

Run as ``python -m tests.app.kill.reviewing PROJECT HOME SEED``. After every step that the desk called saved, a line
tells the hash at the end of the history, the texts, the number of comments, how documents are handled, and the revision
of a decision.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from tests.app.hand import Hand
from translator_desk.app.changes import Saving
from translator_desk.app.commands.comments import AddComment, AnswerComment, AskBack, CloseThread, open_threads
from translator_desk.app.commands.edit import EditTarget
from translator_desk.app.commands.review import AmendHunk, DecideHunk, open_hunks
from translator_desk.app.commands.state import SetState
from translator_desk.app.commands.structure import JoinWithNext, SplitSegment
from translator_desk.app.commands.workflow import ApproveSegments, MoveDocument, TrackChanges
from translator_desk.errors import RefusedError
from translator_desk.model.project import Person
from translator_desk.model.redline import Outcome
from translator_desk.model.state import SegmentState
from translator_desk.model.workflow import Move
from translator_desk.text.span import Span

PEOPLE = (Person("Li Wei", "translator"), Person("Chen", "reviewer"), Person("Wu", "editor"))
WORDS = ("mayor ", "spoke", ", ", "", "the ", "市长", "𠮷")


def step(session, chance):
    """Return a command somebody might give now."""
    state = session.state
    document = state.document_order[0]
    segment = state.segments[chance.choice(state.order[document])]
    hunks = open_hunks(segment)
    threads = open_threads(state, segment.id)
    at = chance.randrange(len(segment.target) + 1)
    span = Span(at, min(len(segment.target), at + chance.randrange(6)))
    choices = [
        EditTarget(segment.id, span, chance.choice(WORDS), typing=False),
        EditTarget(segment.id, span, chance.choice(WORDS), typing=False),
        AddComment(segment.id, "look", span if span.start < span.end else None),
        AskBack(segment.id, "why?"),
        MoveDocument(document, chance.choice(list(Move)[1:3])),
        TrackChanges(document, chance.random() < 0.9),
        ApproveSegments((segment.id,)),
        ApproveSegments((segment.id,)),
        SetState((segment.id,), SegmentState.TRANSLATED),
        JoinWithNext(segment.id),
        SplitSegment(segment.id, at, 0),
    ]
    if hunks:
        hunk = chance.choice(hunks)
        choices += [DecideHunk(segment.id, hunk, chance.choice(list(Outcome)))] * 4
        choices += [AmendHunk(segment.id, hunk, "amended")] * 2
    if threads:
        choices += [AnswerComment(threads[0].id, "so"), CloseThread(threads[0].id)]
    return chance.choice(choices)


def main(path: Path, home: Path, seed: int) -> None:
    chance = random.Random(seed)
    hand = Hand(home)
    project = hand.open(path)
    session = project.session
    print("open", flush=True)
    while True:
        session.person = chance.choice(PEOPLE)
        hand.clock.advance(1)
        command = step(session, chance) if chance.random() < 0.85 else None
        try:
            if command is None:
                session.undo()
            else:
                session.execute(command)
        except RefusedError:
            continue
        assert project.autosave.saving is Saving.SAVED
        segments = [one for key in session.state.document_order for one in session.state.document_segments(key)]
        targets = [[one.id, one.target, one.baseline] for one in segments]
        handled = [session.state.documents[key].handling.stage for key in session.state.document_order]
        is_decision = isinstance(command, DecideHunk | AmendHunk)
        decision = project.store.revisions(command.segment)[-1].id if is_decision else None
        said = [project.store.head().hash, targets, len(session.state.comments), handled, decision]
        print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
