"""One process that looks at segments for another one, which started it; ``check_workers`` has the other end.

It reads messages from its standard input and writes answers to its standard output, each a length and that many bytes.
It keeps nothing, and ends where its input ends: when the program that started it closes it, or dies.
"""

from __future__ import annotations

import gc
import os
import queue
import signal
import struct
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import IO

from translator_desk.checks.base import CheckContext, OwnFacts
from translator_desk.checks.elsewhere import Onlooker, Task, pack
from translator_desk.checks.portable import packed, unpacked
from translator_desk.glossary.entry import Entry
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.document import Document, LayoutParagraph
from translator_desk.model.ids import CheckId
from translator_desk.model.project import NameDecision
from translator_desk.model.segment import Segment

NICENESS = 5
"""Enough for the window to go first; with more, the workers of a busy computer hardly come to work."""
_LENGTH = struct.Struct("<I")
_ENTRIES_AT_ONCE = 500
"""Entries packed in one call, which holds up the window: half a millisecond."""
_PARAGRAPHS_AT_ONCE = 500


def write_message(stream: IO[bytes], data: bytes) -> None:
    """Write one message; the stream is not flushed."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)


def read_message(stream: IO[bytes]) -> bytes | None:
    """Return the next message, None where the stream has ended."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None


def messages_of_context(task: Task) -> Iterator[bytes]:
    """Yield what a worker must be told before tasks with this context."""
    entries = task.context.term_base.entries
    for start in range(0, len(entries), _ENTRIES_AT_ONCE):
        yield packed(("take_entries", entries[start : start + _ENTRIES_AT_ONCE]))
    yield packed(("take_context", task.context.name_decisions, task.context.own, task.running))


def messages_of_document(document: Document) -> Iterator[bytes]:
    """Yield what a worker must be told before tasks with segments of a document."""
    layout = document.layout
    for start in range(0, len(layout.paragraphs), _PARAGRAPHS_AT_ONCE):
        yield packed(("take_paragraphs", layout.paragraphs[start : start + _PARAGRAPHS_AT_ONCE]))
    yield packed(("take_document", replace(document, layout=replace(layout, paragraphs=()))))


def message_of_segments(task: Task) -> bytes:
    """Return the message that is answered, by as many messages as an ``Onlooker`` gives answers."""
    return packed(("look", task.segments))


class Worker:
    """Does what the messages say."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._paragraphs: list[LayoutParagraph] = []
        self._onlooker: Onlooker | None = None

    def do(self, message: bytes) -> Iterator[bytes]:
        """Do what a message says; yield the answers to it."""
        what, *values = unpacked(message)
        if what == "look":
            yield from self._look(*values)
        else:
            getattr(self, f"_{what}")(*values)

    def _take_entries(self, entries: Sequence[Entry]) -> None:
        self._entries += entries

    def _take_context(self, decisions: tuple[NameDecision, ...], own: OwnFacts, running: frozenset[CheckId]) -> None:
        self._onlooker = None  # two term bases at once are not needed
        term_base = TermBase({entry.id: entry for entry in self._entries})
        self._entries = []
        self._onlooker = Onlooker(CheckContext(term_base, decisions, own), running)

    def _take_paragraphs(self, paragraphs: Sequence[LayoutParagraph]) -> None:
        self._paragraphs += paragraphs

    def _take_document(self, document: Document) -> None:
        assert self._onlooker is not None
        layout = replace(document.layout, paragraphs=tuple(self._paragraphs))
        self._paragraphs = []
        self._onlooker.open_document(replace(document, layout=layout))

    def _look(self, segments: tuple[Segment, ...]) -> Iterator[bytes]:
        assert self._onlooker is not None
        yield from map(pack, self._onlooker.answers(segments))


def main() -> None:
    """Work until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program that started it
    if hasattr(os, "nice") and sys.argv[1:] == ["gently"]:
        os.nice(NICENESS)
    # Nobody else may write where the answers go.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    messages: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_read_on, args=(messages,), daemon=True).start()
    gc.disable()
    worker, settled = Worker(), False
    while True:
        answered = False
        for answer in worker.do(messages.get()):
            write_message(answers, answer)
            answers.flush()
            answered = True
        if answered and not settled:
            # Terms and tables stay: going through them for cycles again and again takes a third of the time.
            gc.freeze()
            gc.enable()
            settled = True


def _read_on(messages: queue.SimpleQueue[bytes]) -> None:
    """Read ahead, so that whoever writes need not wait; end the process at once where the input ends."""
    while (message := read_message(sys.stdin.buffer)) is not None:
        messages.put(message)
    os._exit(0)
