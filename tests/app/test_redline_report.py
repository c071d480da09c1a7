"""Pages that stand alone: whole words, every name, nothing that runs."""

from __future__ import annotations

import datetime as dt
import re
from html.parser import HTMLParser

import pytest

from tests.app.builders import session
from tests.store.values import revision
from translator_desk.app.commands.comments import AddComment, AskBack
from translator_desk.app.commands.edit import SetTarget
from translator_desk.app.commands.workflow import SetFourEyes, TrackChanges
from translator_desk.app.redline_report import (
    Imprint,
    as_page,
    changes_report,
    digest_report,
    redline_html,
    redline_report,
)
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.project import Person
from translator_desk.model.redline import Piece, Redline
from translator_desk.model.revision import RevisionKind
from translator_desk.review.history import changes_since, digest
from translator_desk.text.span import Span
from translator_desk.wording import say

A = DocumentId("a")
IMPRINT = Imprint("ab" * 32, dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC), "Chen")


class Reader(HTMLParser):
    """Reads a page and refuses whatever could run or fetch."""

    def __init__(self):
        super().__init__()
        self.text = ""
        self.marked = {"del": "", "ins": ""}
        self.open = []

    def handle_starttag(self, tag, attrs):
        assert tag not in {"script", "img", "link", "iframe", "object", "form", "a"}
        assert not [name for name, _ in attrs if name.startswith("on") or name in {"src", "href", "style"}]
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data
        if self.open and self.open[-1] in self.marked:
            self.marked[self.open[-1]] += data


def read(page):
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert not reader.open
    return reader


def redline_page(*facts):
    return as_page(redline_report(*facts))


def changes_page(*facts):
    return as_page(changes_report(*facts))


def digest_page(*facts):
    return as_page(digest_report(*facts))


@pytest.fixture
def desk():
    opened, _ = session(("a", [("邓<b>群策。", "Deng Qunze & co."), ("二。", "Two.")]))
    opened.execute(TrackChanges(A, True))
    opened.execute(SetTarget(SegmentId(1), "Deng Qunce & <co>.", say("x", "x")))
    return opened


def test_whole_words_are_struck_and_inserted_with_their_author(desk):
    shown = redline_html(desk.state.segments[SegmentId(1)].redline)
    assert shown.startswith('Deng <del title="Li Wei">Qunze</del><ins title="Li Wei">Qunce</ins> &amp; ')


def test_what_one_inserted_and_another_struck_is_shown(desk):
    redline = Redline((Piece("the "), Piece("acting ", "Li", "Chen"), Piece("mayor")))
    assert redline_html(redline) == 'the <del title="Chen, Li">acting </del>mayor'


@pytest.mark.parametrize(("language", "stage"), [("en", "in translation"), ("zh", "翻译中")])
def test_a_redline_page_stands_alone_and_says_what_pins_it(desk, language, stage):
    desk.execute(AddComment(SegmentId(1), "<script>alert(1)</script>", Span(0, 4)))
    page = redline_page(desk.state, desk.state.documents[A], Imprint("ab" * 32, IMPRINT.time, "Chen", language))
    found = read(page)
    for words in (
        stage,
        "✎ Li Wei",
        "ab" * 32,
        "邓<b>群策。",
        "“Deng” <script>alert(1)</script>",
        "Two.",
        "2026-11-25 09:00 UTC",
    ):
        assert words in found.text
    assert (found.marked["del"], found.marked["ins"]) == ("Qunze", "Qunce<>")
    assert not re.search(r"https?:|url\(", page)


def test_a_page_says_when_four_eyes_are_off(desk):
    desk.execute(SetFourEyes(False))
    assert "OFF" in read(redline_page(desk.state, desk.state.documents[A], IMPRINT)).text


def history(desk):
    one = desk.state.segments[SegmentId(1)]
    begun = revision(one, RevisionKind.IMPORT, "Li Wei", target=one.baseline, redline=None, note="")
    return [begun, revision(one, RevisionKind.AMEND, "Chen", redline=None, note="clearer")]


def test_changes_since_a_point_are_a_page(desk):
    found = changes_since(history(desk), 1, desk.state.document_segments(A))
    page = changes_page(desk.state, desk.state.documents[A], found, say("since the import", "导入以来"), IMPRINT)
    assert read(page).marked["ins"] == "Qunce<>"
    assert "clearer" in page
    empty = changes_page(desk.state, desk.state.documents[A], [], say("since noon", "中午以来"), IMPRINT)
    assert "Nothing was changed." in read(empty).text


def test_the_digest_tells_what_was_done_and_why(desk):
    desk.person = Person("Chen", "reviewer")
    entries = digest(history(desk), "Li Wei")
    found = read(digest_page(desk.state, desk.state.documents[A], entries, "Li Wei", IMPRINT))
    assert "amended" in found.text
    assert "Chen" in found.text
    assert "clearer" in found.text
    assert "Nobody changed" in read(digest_page(desk.state, desk.state.documents[A], [], "Li", IMPRINT)).text
    desk.execute(AskBack(SegmentId(2), "Two what?"))
    assert "Two what?" in read(digest_page(desk.state, desk.state.documents[A], [], "Li", IMPRINT)).text
