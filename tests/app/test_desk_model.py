"""Whatever is done at the desk, and undone: what it shows is what the project file gives back."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.app.hand import Hand
from translator_desk.app.commands.documents import RemoveDocument
from translator_desk.app.commands.edit import EditSource, EditTarget, SetTarget
from translator_desk.app.commands.options import SetOptions
from translator_desk.app.commands.state import SetState
from translator_desk.app.commands.structure import JoinWithNext, SplitSegment
from translator_desk.app.documents import InputOptions
from translator_desk.app.state import Options
from translator_desk.errors import DeskError
from translator_desk.model.state import SegmentState
from translator_desk.store import audit
from translator_desk.text.span import Span
from translator_desk.wording import say

SENTENCES = ("The mayor came. ", "He spoke twice. ", "Workers got 300 yuan each.\n\n", "All went home.\n")
CHINESE = "市长来了。他讲了两次话。\n\n工人每人得到300元。\n\n大家都回家了。\n"
TEXT = st.text(st.sampled_from("ab 市 \n𠮷"), max_size=6)
LABEL = say("x", "x")


class DeskAgainstItsFile(RuleBasedStateMachine):
    """Every step goes through the session; the file is opened again and compared."""

    @initialize()
    def make(self):
        self.folder = Path(tempfile.mkdtemp(prefix="desk-model-"))
        self.hand = Hand(self.folder / "home")
        (self.folder / "a.txt").write_text("".join(SENTENCES), "utf-8")
        (self.folder / "zh.txt").write_text(CHINESE, "utf-8")
        self.project = self.hand.make(self.folder / "p.desk", self.folder / "a.txt")

    @property
    def session(self):
        return self.project.session

    def _do(self, command):
        try:
            self.session.execute(command)
        except DeskError:
            return

    def _segment(self, data):
        return data.draw(st.sampled_from(sorted(self.session.state.segments)))

    def _document(self, data):
        return data.draw(st.sampled_from(self.session.state.document_order))

    def _any(self):
        return bool(self.session.state.segments)

    @rule(data=st.data(), text=TEXT, leave=st.booleans())
    def type_words(self, data, text, leave):
        if self._any():
            key = self._segment(data)
            at = data.draw(st.integers(0, len(self.session.state.segments[key].target)))
            self._do(EditTarget(key, Span(at, at), text))
            self.hand.clock.advance(0.4)
            if leave:
                self.session.leave_row(key)

    @rule(data=st.data(), text=TEXT, source=st.booleans())
    def write(self, data, text, source):
        if self._any():
            key = self._segment(data)
            self._do(EditSource(key, text) if source else SetTarget(key, text, LABEL))

    @rule(data=st.data())
    def join(self, data):
        if self._any():
            self._do(JoinWithNext(self._segment(data)))

    @rule(data=st.data())
    def split(self, data):
        if self._any():
            segment = self.session.state.segments[self._segment(data)]
            self._do(SplitSegment(segment.id, len(segment.target) // 2, len(segment.source) // 2))

    @rule(data=st.data())
    def confirm(self, data):
        if self._any():
            self._do(SetState((self._segment(data),), SegmentState.TRANSLATED))

    @rule(profile=st.sampled_from(("standard", "strict")))
    def decide(self, profile):
        self._do(SetOptions(Options(profile=profile)))

    @rule()
    def undo(self):
        self.session.undo()

    @rule()
    def redo(self):
        self.session.redo()

    @rule()
    def add_a_file(self):
        if len(self.session.state.documents) < 4:
            self.hand.desk.import_paths(
                self.project,
                InputOptions(inputs=(str(self.folder / "a.txt"),)),
                lambda _: None,
                self.hand.problems.append,
            )

    @rule(text=TEXT.filter(str.strip))
    def paste(self, text):
        if len(self.session.state.documents) < 4:
            self.hand.desk.paste(self.project, text, done=lambda _: None, failed=self.hand.problems.append)

    @rule(data=st.data())
    def take_out(self, data):
        if self.session.state.documents:
            self._do(RemoveDocument(self._document(data)))

    @rule(data=st.data())
    def attach(self, data):
        if self.session.state.documents:
            key = self._document(data)
            self.hand.desk.attach_source(self.project, key, self.folder / "zh.txt", lambda _: None, lambda _: None)

    @rule(data=st.data(), sentences=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
    def read_anew(self, data, sentences):
        if self.session.state.documents:
            key = self._document(data)
            (self.folder / "a.txt").write_text("".join(sentences), "utf-8")
            self.hand.desk.reimport(self.project, key, self.folder / "a.txt", lambda _: None, lambda _: None)

    @rule()
    def close_and_open(self):
        self.hand.close(self.project)
        self.project = self.hand.open(self.project.path)

    @invariant()
    def what_is_shown_is_what_is_kept(self):
        if not hasattr(self, "project"):
            return
        assert self.hand.problems == []
        shown = self.session.state.project()
        kept = self.project.store.load()
        typing = {one.segment: one.text for one in self.project.store.drafts()}
        if self.project.autosave.idle:
            assert kept == shown
            assert typing == {}
        else:
            self.hand.clock.advance(2)
            typing = {one.segment: one.text for one in self.project.store.drafts()}
            stands = {one.id: one.target for group in kept.segments.values() for one in group}
            for group in shown.segments.values():
                for one in group:
                    assert typing.get(one.id, stands.get(one.id)) == one.target

    def teardown(self):
        if hasattr(self, "project"):
            self.hand.close(self.project)
            assert audit.verify(self.project.path) is None
            shutil.rmtree(self.folder)


def test_the_desk_and_its_file_agree():
    run_state_machine_as_test(
        DeskAgainstItsFile,
        settings=settings(
            max_examples=int(os.environ.get("DESK_MODEL_RUNS", "12")),
            stateful_step_count=20,
            deadline=None,
            derandomize="DESK_MODEL_RUNS" not in os.environ,
            suppress_health_check=list(HealthCheck),
            # Shrinking repeats hundreds of runs on the disk; the steps printed are enough to follow.
            phases=(Phase.explicit, Phase.reuse, Phase.generate),
        ),
    )
