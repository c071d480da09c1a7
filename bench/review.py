"""How long the review takes: the queue of 2,000 changes, a decision, the redline of a long segment.

Run as ``python -m bench.review``. The baseline of the same run is one pass over the text, word by word.
"""

from __future__ import annotations

import platform
import random
import statistics
import time
from collections.abc import Callable

from tests.app import builders
from translator_desk.app.checking import Checking
from translator_desk.app.commands.edit import ReplaceMany, Replacement
from translator_desk.app.commands.review import DecideHunk
from translator_desk.app.commands.workflow import MoveDocument
from translator_desk.app.jobs import InlineLane
from translator_desk.app.review_queue import ReviewQueue
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.project import Person
from translator_desk.model.redline import Outcome, Redline
from translator_desk.model.workflow import Move
from translator_desk.review.diff import tokens, word_diff
from translator_desk.review.grouping import hunks
from translator_desk.text.span import Span

TEXT = (
    "the mayor of Hengyang presided over a meeting on inspection and supervision at which nine special working groups "
    "reported that output grew by 8.5 percent to 1,500 million yuan while the city’s parks and districts checked their "
    "work against the standards found gaps and put them right one by one before the provincial team arrived in June"
)
WORDS = TEXT.split()
SEGMENTS, PENDING = 10_000, 2_000


class LaterLane(InlineLane):
    """Keeps the work of the background until it is called for: at the desk it runs in a thread of its own."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def submit(self, work, done, failed) -> None:
        self.waiting.append(lambda: InlineLane.submit(self, work, done, failed))

    def run(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


def sentence(chance: random.Random, length: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(length // 6)).capitalize() + "."


def timed(call: Callable[[], object], times: int = 20) -> list[float]:
    """Return the milliseconds of each of ``times`` calls, sorted."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        found.append(1000 * (time.perf_counter() - start))
    return sorted(found)


def say(name: str, found: list[float], aim: str = "") -> None:
    worst = found[min(len(found) - 1, int(0.95 * len(found)))]
    print(f"{name:<58} median {statistics.median(found):8.2f} ms   p95 {worst:8.2f} ms   {aim}")


def long_segment(chance: random.Random) -> None:
    text = sentence(chance, 2_100)[:2_000]
    redline = Redline.of(text)
    edited = text
    for author in ("Li", "Chen") * 12:
        at = chance.randrange(len(redline.target) - 20)
        redline = redline.write(Span(at, at + chance.randrange(12)), chance.choice(WORDS), author)
    for _ in range(25):
        words = edited.split(" ")
        words[chance.randrange(len(words))] = chance.choice(WORDS)
        edited = " ".join(words)
    print(f"segment of {len(text)} characters, {len(hunks(redline))} changes")
    say("  baseline: its words", timed(lambda: tokens(text), 200))
    say("  hunks of its redline", timed(lambda: hunks(Redline(redline.pieces)), 200), "aim < 5 ms")
    say("  one letter typed into it", timed(lambda: redline.write(Span(900, 900), "x", "Li"), 200), "aim < 5 ms")
    say("  word redline of two texts", timed(lambda: word_diff(text, edited), 50), "aim < 5 ms")


def queue(chance: random.Random) -> None:
    pairs = [("", sentence(chance, 132)) for _ in range(SEGMENTS)]
    session, _ = builders.session(("a", pairs))
    lane = LaterLane()
    checking = Checking(session, TermBase(()), lane, yields=False)
    checking.start()
    lane.run()
    session.execute(MoveDocument(DocumentId("a"), Move.HAND_OVER))
    chosen = sorted(chance.sample(range(1, SEGMENTS + 1), PENDING))
    places = []
    for number in chosen:
        target = session.state.segments[SegmentId(number)].target
        old = target.split(" ")[3]
        at = target.index(old)
        places.append(Replacement(SegmentId(number), Span(at, at + len(old)), old, "altered"))
    session.execute(ReplaceMany(tuple(places)))
    lane.run()
    session.person = Person("Chen", "reviewer")
    print(f"{SEGMENTS} segments, {PENDING} pending changes")
    texts = [session.state.segments[SegmentId(number)].target for number in chosen]
    say("  baseline: words of the segments that changed", timed(lambda: [tokens(text) for text in texts], 5))
    opened = timed(lambda: ReviewQueue(session, checking.issues, checking.try_out).changes(), 5)
    say("  queue opened", opened, "aim < 300 ms")
    waiting = ReviewQueue(session, checking.issues, checking.try_out)
    session.subscribe(waiting.take)
    waiting.changes()
    at = (SegmentId(chosen[0]), 0)

    def decide() -> None:
        nonlocal at
        change = waiting.next(at)
        assert change is not None
        assert change.hunk is not None
        outcome = chance.choice(list(Outcome))
        session.execute(DecideHunk(change.segment, change.hunk, outcome))
        waiting.next((change.segment, change.number))
        at = (change.segment, 0)

    say("  a decision, its check, and the next change found", timed(decide, 200), "aim < 50 ms with the painting")
    say("  20 segments judged by the checks, both ways", timed(waiting.refine, 20))


def main() -> None:
    print(f"Python {platform.python_version()}, {platform.machine()}")
    chance = random.Random(7)
    long_segment(chance)
    queue(chance)


if __name__ == "__main__":
    main()
