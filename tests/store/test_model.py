"""A store and a dictionary are told the same things in any order, with crashes between, and agree."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.store import values
from translator_desk.errors import StaleSegmentError
from translator_desk.model.ids import CheckId, DocumentId, SegmentId
from translator_desk.model.redline import Piece, Redline
from translator_desk.model.revision import RevisionKind
from translator_desk.model.state import SegmentState
from translator_desk.store import audit, backup
from translator_desk.store.base import ChangeBatch, SegmentWrite
from translator_desk.store.connect import create_project, open_project
from translator_desk.store.positions import positions

WORDS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=12)
PIECES = st.lists(
    st.builds(Piece, WORDS.filter(bool), st.none() | st.just("Li"), st.none() | st.just("王芳")), max_size=4
).map(lambda pieces: Redline(tuple(pieces)))


class StoreAgainstDict(RuleBasedStateMachine):
    """The dictionary is the truth; the store must say the same after every step."""

    @initialize()
    def make(self):
        self.folder = Path(tempfile.mkdtemp(prefix="desk-model-"))
        self.path = self.folder / "p.desk"
        self.store = create_project(self.path, "A project", "Li").store
        self.order: dict[str, list[int]] = {}
        self.segments: dict[int, object] = {}
        self.history: list[object] = []
        self.drafts: dict[tuple[int, str], str] = {}
        self.comments: dict[str, object] = {}
        self.options: dict[str, object] = {"title": "A project", "profile": "standard"}
        self.last_batch: ChangeBatch | None = None

    def _any_segment(self, data):
        return data.draw(st.sampled_from(sorted(self.segments)))

    @rule(count=st.integers(0, 4), texts=st.lists(WORDS, min_size=8, max_size=8))
    def import_document(self, count, texts):
        name = f"doc{len(self.order)}-{len(self.history)}"
        first = self.store.next_segment_id()
        new = [
            values.segment(first + number, name, source=texts[number], target=texts[number + 4])
            for number in range(count)
        ]
        kept = [values.revision(one, RevisionKind.IMPORT) for one in new]
        self.store.save_documents((values.document(name),), new, kept)
        self.order[name] = [one.id for one in new]
        self.segments |= {one.id: one for one in new}
        self.history += kept

    @rule(data=st.data(), text=WORDS, redline=st.none() | PIECES, state=st.sampled_from(SegmentState))
    def edit(self, data, text, redline, state):
        if not self.segments:
            return
        one = self.segments[self._any_segment(data)]
        now = replace(values.edited(one, text), redline=redline, state=state)
        author = data.draw(st.sampled_from(("Li", "王芳")))
        kept = values.revision(now, author=author)
        self.last_batch = ChangeBatch(
            segments=(SegmentWrite(now, one.version),), revisions=(kept,), cleared_drafts=(one.id,)
        )
        self.store.save_changes(self.last_batch)
        self.segments[one.id] = now
        self.history.append(kept)
        self.drafts.pop((one.id, author), None)

    @rule()
    def send_the_last_batch_again(self):
        if self.last_batch is not None:
            self.store.save_changes(self.last_batch)

    @rule(data=st.data())
    def edit_what_is_stale(self, data):
        if not self.segments:
            return
        one = self.segments[self._any_segment(data)]
        with pytest.raises(StaleSegmentError):
            self.store.save_changes(
                ChangeBatch(
                    segments=(SegmentWrite(values.edited(one, "lost?"), one.version + 1),),
                    revisions=(values.revision(one),),
                    title="never",
                )
            )

    @rule(data=st.data(), text=WORDS)
    def split(self, data, text):
        if not self.segments:
            return
        one = self.segments[self._any_segment(data)]
        new = values.segment(self.store.next_segment_id(), one.document, target=text)
        order = list(self.order[one.document])
        order.insert(order.index(one.id) + 1, new.id)
        kept = values.revision(new, RevisionKind.SPLIT)
        self.store.save_changes(
            ChangeBatch(segments=(SegmentWrite(new),), order={one.document: tuple(order)}, revisions=(kept,))
        )
        self.order[one.document] = order
        self.segments[new.id] = new
        self.history.append(kept)

    @rule(data=st.data())
    def take_out(self, data):
        if not self.segments:
            return
        one = self.segments.pop(self._any_segment(data))
        order = [key for key in self.order[one.document] if key != one.id]
        self.order[one.document] = order
        self.store.save_changes(ChangeBatch(removed=(one.id,), order={one.document: tuple(order)}))

    @rule(data=st.data())
    def reorder(self, data):
        if not self.order:
            return
        name = data.draw(st.sampled_from(sorted(self.order)))
        order = data.draw(st.permutations(self.order[name]))
        self.order[name] = list(order)
        self.store.save_changes(ChangeBatch(order={DocumentId(name): tuple(map(SegmentId, order))}))

    @rule(data=st.data())
    def remove_document(self, data):
        if not self.order:
            return
        name = data.draw(st.sampled_from(sorted(self.order)))
        for key in self.order.pop(name):
            del self.segments[key]
        self.store.save_changes(ChangeBatch(removed_documents=(DocumentId(name),)))

    @rule(data=st.data())
    def list_documents_anew(self, data):
        names = data.draw(st.permutations(list(self.order)))
        self.order = {name: self.order[name] for name in names}
        self.store.save_changes(ChangeBatch(document_order=tuple(map(DocumentId, names))))

    @rule(data=st.data(), text=WORDS, author=st.sampled_from(("Li", "王芳")))
    def type_something(self, data, text, author):
        if not self.segments:
            return
        key = self._any_segment(data)
        self.store.save_draft(SegmentId(key), text, self.segments[key].version, author)
        self.drafts[key, author] = text

    @rule(text=WORDS, key=st.sampled_from("abc"))
    def comment(self, text, key):
        one = values.comment(key, text=text)
        self.store.save_changes(ChangeBatch(comments=(one,)))
        self.comments[key] = one

    @rule(title=WORDS, profile=st.sampled_from(("standard", "strict")), waived=st.lists(WORDS, max_size=3))
    def decide(self, title, profile, waived):
        fields = {
            "title": title,
            "profile": profile,
            "waivers": tuple(values.waiver(words, number) for number, words in enumerate(waived)),
            "check_levels": {CheckId("spacing"): profile},
        }
        self.store.save_changes(ChangeBatch(**fields))
        self.options |= fields

    @rule()
    def close_and_open(self):
        self.store.close()
        opened = open_project(self.path, who="Li")
        assert not opened.unclean
        self.store = opened.store

    @rule()
    def crash_and_open(self):
        """Go on with what a killed process would leave: the files as they are, without a close."""
        crashed = Path(tempfile.mkdtemp(dir=self.folder))
        for ending in ("", "-wal", ".lock"):
            if Path(f"{self.path}{ending}").exists():
                shutil.copyfile(f"{self.path}{ending}", crashed / f"p.desk{ending}")
        self.store.close()
        self.path = crashed / "p.desk"
        opened = open_project(self.path, who="Li")
        assert opened.unclean
        assert opened.read_only_reason is None
        self.store = opened.store

    @rule()
    def back_up_and_restore(self):
        made = backup.backup_now(self.path, self.folder / "backups")
        self.store.close()
        self.path.unlink()
        backup.restore(made.path, self.path)
        made.path.unlink()
        self.store = open_project(self.path, who="Li").store

    @invariant()
    def both_say_the_same(self):
        project = self.store.load()
        assert [document.id for document in project.documents] == list(self.order)
        assert {name: [one.id for one in listed] for name, listed in project.segments.items()} == self.order
        assert {one.id: one for listed in project.segments.values() for one in listed} == self.segments
        assert {name: getattr(project, name) for name in self.options} == self.options
        assert {(one.segment, one.author): one.text for one in self.store.drafts()} == self.drafts
        assert {one.id: one for one in self.store.comments()} == self.comments

    @invariant()
    def history_only_grew(self):
        kept = self.store.revisions()
        # What came without a revision left a line of its own.
        assert [one for one in kept if one.author] == self.history
        assert self.store.head().length == len(kept)

    def teardown(self):
        if hasattr(self, "store"):
            self.store.close()
            assert audit.verify(self.path) is None
            shutil.rmtree(self.folder)


def test_the_store_and_a_dictionary_agree():
    run_state_machine_as_test(
        StoreAgainstDict,
        settings=settings(
            max_examples=int(os.environ.get("DESK_MODEL_RUNS", "8")),
            stateful_step_count=25,
            deadline=None,
            derandomize="DESK_MODEL_RUNS" not in os.environ,
            suppress_health_check=list(HealthCheck),
            # Shrinking repeats hundreds of runs on the disk; the steps printed are enough to follow.
            phases=(Phase.explicit, Phase.reuse, Phase.generate),
        ),
    )


@given(st.lists(st.integers(1, 30), unique=True), st.dictionaries(st.integers(1, 30), st.integers(0, 40)))
def test_positions_sort_as_ordered(order, known):
    moved = positions(order, known)
    placed = known | moved
    assert sorted(order, key=placed.__getitem__) == order
    assert len({placed[key] for key in order}) == len(order)
    assert set(moved) <= set(order)


@given(st.lists(st.integers(1, 50), unique=True, min_size=1), st.integers(0, 49))
def test_a_split_moves_no_other_row(order, place):
    known = positions(order, {})
    place = min(place, len(order))
    assert set(positions([*order[:place], 99, *order[place:]], known)) == {99}
