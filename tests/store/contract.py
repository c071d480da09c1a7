"""What every store must do. A store's tests inherit this class and say how the store is made and reopened."""

from __future__ import annotations

import datetime as dt
import threading
from dataclasses import replace

import pytest

from tests.store import values
from translator_desk.errors import StaleSegmentError, StoreError
from translator_desk.model.ids import WHOLE_PROJECT, CheckId, DocumentId, SegmentId
from translator_desk.model.project import NameDecision, Person, Project
from translator_desk.model.revision import RevisionKind
from translator_desk.model.state import SegmentState
from translator_desk.model.waiver import WaiverScope
from translator_desk.store.base import ChangeBatch, SegmentWrite, StaleSegmentsError, Store

NEWS = DocumentId("news")


class StoreContract:
    """``store`` is an open, empty store; ``reopen`` closes it and opens the same project again."""

    @pytest.fixture
    def store(self) -> Store:
        raise pytest.UsageError("a store's tests give the store")

    def reopen(self, store: Store) -> Store:
        raise pytest.UsageError("a store's tests say how it is opened again")

    def test_a_new_project_is_empty(self, store):
        project = store.load()
        assert project == Project(title="A project")
        assert store.revisions() == ()
        assert store.comments() == ()
        assert store.drafts() == ()
        assert store.people() == ()
        assert store.next_segment_id() == 1
        assert store.head().length == 0

    def test_all_of_a_document_comes_back(self, store):
        rare = values.document("rare", 0, date=None, source_path=None, has_source=False, furniture=())
        segments = (values.segment(1), values.RICH, values.segment(3, "rare", source="", target="", imported_target=""))
        store.save_documents((values.document(), rare), segments, (values.revision(values.RICH),))
        store = self.reopen(store)
        project = store.load()
        assert project.documents == (values.document(), rare)
        assert project.segments == {NEWS: segments[:2], DocumentId("rare"): segments[2:]}

    def test_reading_order_is_the_order_given_and_not_that_of_the_ids(self, store):
        store.save_documents((values.document(),), tuple(values.segment(number) for number in (5, 2, 9, 1)))
        assert [one.id for one in self.reopen(store).load().segments[NEWS]] == [5, 2, 9, 1]

    def test_all_decisions_come_back(self, store):
        store.save_documents((values.document(),), (values.segment(1),))
        waivers = (values.waiver(), values.waiver("he he", scope=WaiverScope.EVERYWHERE))
        decisions = (NameDecision("Deng Qunce", "Deng Qunze", True, "Li"),)
        store.save_changes(
            ChangeBatch(
                waivers=waivers,
                name_decisions=decisions,
                check_levels={CheckId("spacing"): "off"},
                profile="strict",
                term_bases=("a.yaml", "术语.yaml"),
                title="新标题",
            )
        )
        project = self.reopen(store).load()
        assert project.waivers == waivers
        assert project.name_decisions == decisions
        assert project.check_levels == {"spacing": "off"}
        assert (project.profile, project.term_bases, project.title) == ("strict", ("a.yaml", "术语.yaml"), "新标题")

    def test_what_a_batch_does_not_name_stays(self, store):
        store.save_documents((values.document(),), (values.segment(1),))
        store.save_changes(ChangeBatch(waivers=(values.waiver(),), profile="strict", title="x"))
        before = store.load()
        store.save_changes(ChangeBatch())
        assert store.load() == before
        store.save_changes(ChangeBatch(waivers=()))
        assert store.load() == replace(before, waivers=())

    def test_an_edit_writes_segment_and_revision(self, store):
        first = values.segment(1)
        store.save_documents((values.document(),), (first,))
        now = values.edited(first, "Another sentence.")
        kept = values.revision(now)
        store.save_changes(ChangeBatch(segments=(SegmentWrite(now, 0),), revisions=(kept,)))
        store = self.reopen(store)
        assert store.load().segments[NEWS] == (now,)
        assert store.revisions(now.id) == (kept,)

    def test_history_keeps_every_field_and_the_order(self, store):
        store.save_documents((values.document(),), (values.segment(1), values.RICH))
        (unsaid,) = store.revisions()
        kept = tuple(
            values.revision(values.RICH if number % 2 else values.segment(1), kind, author=f"author {number}")
            for number, kind in enumerate(RevisionKind)
        )
        store.save_changes(ChangeBatch(revisions=kept[:4]))
        store.save_changes(ChangeBatch(revisions=kept[4:]))
        store = self.reopen(store)
        assert store.revisions() == (unsaid, *kept)
        assert store.revisions(values.RICH.id) == kept[1::2]
        assert store.head().length == 1 + len(kept)

    def test_a_stale_segment_is_refused_and_nothing_is_written(self, store):
        one, two = values.segment(1), values.segment(2)
        store.save_documents((values.document(),), (one, two))
        theirs = values.edited(two, "Theirs.")
        store.save_changes(ChangeBatch(segments=(SegmentWrite(theirs, 0),), revisions=(values.revision(theirs),)))
        before, history = store.load(), store.revisions()
        mine = (values.edited(one, "Mine."), values.edited(two, "Mine."))
        with pytest.raises(StaleSegmentsError) as caught:
            store.save_changes(
                ChangeBatch(
                    segments=tuple(SegmentWrite(segment, 0) for segment in mine),
                    revisions=tuple(values.revision(segment) for segment in mine),
                    title="not this either",
                )
            )
        assert two.id in caught.value.segments
        assert isinstance(caught.value, StaleSegmentError)
        assert store.load() == before
        assert store.revisions() == history

    def test_a_segment_that_was_taken_out_is_stale(self, store):
        one = values.segment(1)
        store.save_documents((values.document(),), (one,))
        store.save_changes(ChangeBatch(removed=(one.id,), order={NEWS: ()}))
        with pytest.raises(StaleSegmentError):
            store.save_changes(ChangeBatch(segments=(SegmentWrite(values.edited(one, "x"), 0),)))

    def test_a_new_segment_with_an_id_that_is_taken_is_refused(self, store):
        store.save_documents((values.document(),), (values.segment(1),))
        with pytest.raises(StaleSegmentError):
            store.save_documents((values.document("other"),), (values.segment(1, "other"),))
        assert [one.id for one in store.load().documents] == ["news"]

    def test_a_new_segment_without_a_place_is_a_bug_and_writes_nothing(self, store):
        store.save_documents((values.document(),), (values.segment(1),))
        with pytest.raises(ValueError, match="order"):
            store.save_changes(ChangeBatch(title="x", segments=(SegmentWrite(values.segment(2)),)))
        assert store.load().title == "A project"

    def test_a_batch_sent_twice_is_written_once(self, store):
        first = values.segment(1)
        store.save_documents((values.document(),), (first,))
        now = values.edited(first, "Once.")
        batch = ChangeBatch(segments=(SegmentWrite(now, 0),), revisions=(values.revision(now),))
        store.save_changes(batch)
        head = store.head()
        store.save_changes(batch)
        assert store.load().segments[NEWS] == (now,)
        assert store.head() == head

    def test_an_import_sent_twice_is_written_once(self, store):
        one = values.segment(1)
        parts = ((values.document(),), (one,), (values.revision(one, RevisionKind.IMPORT),))
        store.save_documents(*parts)
        store.save_documents(*parts)
        assert store.load().segments == {NEWS: (one,)}
        assert len(store.revisions()) == 1

    def test_one_id_for_two_revisions_is_a_bug(self, store):
        one = values.segment(1)
        store.save_documents((values.document(),), (one,))
        store.save_changes(ChangeBatch(revisions=(values.revision(one, key="same"),)))
        with pytest.raises(ValueError, match="same"):
            store.save_changes(ChangeBatch(revisions=(values.revision(one, key="same", author="Wang"),)))

    def test_split_join_and_undo_keep_the_order(self, store):
        store.save_documents((values.document(),), tuple(values.segment(number) for number in (1, 2, 3)))
        new = values.segment(4)
        store.save_changes(
            ChangeBatch(
                segments=(SegmentWrite(values.edited(values.segment(2), "Half"), 0), SegmentWrite(new)),
                order={NEWS: tuple(map(SegmentId, (1, 2, 4, 3)))},
            )
        )
        assert [one.id for one in store.load().segments[NEWS]] == [1, 2, 4, 3]
        store.save_changes(ChangeBatch(removed=(SegmentId(2),), order={NEWS: tuple(map(SegmentId, (1, 4, 3)))}))
        assert [one.id for one in store.load().segments[NEWS]] == [1, 4, 3]
        back = values.segment(2, version=7)
        store.save_changes(
            ChangeBatch(segments=(SegmentWrite(back),), order={NEWS: tuple(map(SegmentId, (2, 4, 1, 3)))})
        )
        assert [one.id for one in self.reopen(store).load().segments[NEWS]] == [2, 4, 1, 3]

    def test_splitting_in_one_place_again_and_again_keeps_the_order(self, store):
        store.save_documents((values.document(),), (values.segment(1), values.segment(2)))
        order = [1, 2]
        for number in range(3, 60):
            order.insert(1, number)
            store.save_changes(
                ChangeBatch(
                    segments=(SegmentWrite(values.segment(number)),), order={NEWS: tuple(map(SegmentId, order))}
                )
            )
        assert [one.id for one in store.load().segments[NEWS]] == order

    def test_ids_are_never_used_again(self, store):
        store.save_documents((values.document(),), (values.segment(1), values.segment(2)))
        assert store.next_segment_id() == 3
        store.save_changes(
            ChangeBatch(
                removed=(SegmentId(2),),
                order={NEWS: (SegmentId(1),)},
                revisions=(values.revision(values.segment(2), RevisionKind.JOIN),),
            )
        )
        assert store.next_segment_id() == 3

    def test_documents_change_move_and_go(self, store):
        names = ("a", "b", "c")
        for number, name in enumerate(names, start=1):
            store.save_documents((values.document(name),), (values.segment(number, name),))
        renamed = values.document("b", title="Renamed")
        store.save_changes(ChangeBatch(documents=(renamed,)))
        assert [one.id for one in store.load().documents] == ["a", "b", "c"]
        store.save_changes(
            ChangeBatch(removed_documents=(DocumentId("a"),), document_order=(DocumentId("c"), DocumentId("b")))
        )
        project = self.reopen(store).load()
        assert project.documents == (values.document("c"), renamed)
        assert set(project.segments) == {"b", "c"}

    def test_comments_are_kept_changed_and_taken_back(self, store):
        one, two = values.comment("one"), values.comment("two", span=None, answers="one")
        store.save_changes(ChangeBatch(comments=(one, two)))
        closed = replace(one, resolved=True)
        store.save_changes(ChangeBatch(comments=(closed,), removed_comments=("two",)))
        assert self.reopen(store).comments() == (closed,)

    def test_the_last_draft_of_an_author_is_kept(self, store):
        store.save_documents((values.document(),), (values.segment(1),))
        store.save_draft(SegmentId(1), "Sen", 0, "Li")
        store.save_draft(SegmentId(1), "Sente 打字", 0, "Li")
        store.save_draft(SegmentId(1), "Other", 0, "Wang")
        drafts = self.reopen(store).drafts()
        assert [(one.segment, one.text, one.base_version, one.author) for one in drafts] == [
            (1, "Sente 打字", 0, "Li"),
            (1, "Other", 0, "Wang"),
        ]
        assert abs(drafts[0].time - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=5)

    def test_a_revision_ends_the_drafts_of_its_author_only(self, store):
        one = values.segment(1)
        store.save_documents((values.document(),), (one, values.segment(2)))
        for number, author in ((1, "Li"), (1, "Wang"), (2, "Li")):
            store.save_draft(SegmentId(number), "typed", 0, author)
        now = values.edited(one, "typed")
        store.save_changes(
            ChangeBatch(
                segments=(SegmentWrite(now, 0),),
                revisions=(values.revision(now, author="Li"),),
                cleared_drafts=(one.id,),
            )
        )
        assert {(draft.segment, draft.author) for draft in store.drafts()} == {(1, "Wang"), (2, "Li")}

    def test_people_and_their_sessions(self, store):
        store.save_person(Person("王芳", "translator"))
        store.save_person(Person("Li", "reviewer"))
        store.save_person(Person("Li", "editor"))
        store.save_session_state("Li", '{"segment": 4}')
        store.save_session_state("Li", '{"segment": 5}')
        store = self.reopen(store)
        assert store.people() == (Person("Li", "editor"), Person("王芳", "translator"))
        assert store.session_state("Li") == '{"segment": 5}'
        assert store.session_state("王芳") == ""

    def test_half_a_character_is_refused_with_a_remedy_and_writes_nothing(self, store):
        one = values.segment(1)
        store.save_documents((values.document(),), (one,))
        with pytest.raises(StoreError, match="half of a character"):
            store.save_changes(ChangeBatch(title="x", segments=(SegmentWrite(values.edited(one, "a\ud842b"), 0),)))
        assert store.load().title == "A project"
        store.save_changes(ChangeBatch(segments=(SegmentWrite(values.edited(one, "fine"), 0),)))

    def test_states_are_all_kept(self, store):
        segments = tuple(values.segment(number, state=state) for number, state in enumerate(SegmentState, start=1))
        store.save_documents((values.document(),), segments)
        assert store.load().segments[NEWS] == segments

    def test_the_head_moves_with_all_that_is_in_the_record_and_with_nothing_else(self, store):
        one = values.segment(1)
        store.save_documents((values.document(),), (one,))
        heads = [store.head()]
        for _ in range(3):
            store.save_changes(ChangeBatch(revisions=(values.revision(one),)))
            heads.append(store.head())
        # What came without a revision leaves a line under nobody's name.
        store.save_changes(ChangeBatch(title="x"))
        heads.append(store.head())
        assert [head.length for head in heads] == [1, 2, 3, 4, 5]
        assert len({head.hash for head in heads}) == 5
        assert (store.revisions()[-1].author, store.revisions()[-1].segment) == ("", WHOLE_PROJECT)
        store.save_changes(ChangeBatch())
        store.save_draft(one.id, "typing", 0, "Li")
        store.save_person(Person("Li", "reviewer"))
        store.save_session_state("Li", "{}")
        assert store.head() == heads[-1]

    def test_another_thread_is_refused(self, store):
        caught = []

        def work():
            try:
                store.load()
            except RuntimeError as error:
                caught.append(str(error))

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        assert caught == ["a store belongs to the thread that opened it"]

    def test_closing_twice_is_allowed_and_then_it_is_closed(self, store):
        store.close()
        store.close()
        with pytest.raises(RuntimeError):
            store.load()
