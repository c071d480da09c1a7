import pytest

from tests.app.test_glossary_files import item, places  # noqa: F401
from tests.glossary.builders import HEAD
from translator_desk.app.clock import ManualClock
from translator_desk.app.glossary_files import GlossaryFiles
from translator_desk.app.glossary_watch import GlossaryWatch
from translator_desk.app.jobs import InlineLane


@pytest.fixture
def watched(places):  # noqa: F811
    clock, heard = ManualClock(), []
    files = GlossaryFiles(places)
    watch = GlossaryWatch(files, clock, InlineLane(), heard.append, heard.append)
    watch.start()
    return watch, clock, heard, places.project[0]


def test_a_change_is_told_within_a_second_and_once(watched):
    _, clock, heard, own = watched
    clock.advance(2)
    assert heard == []
    own.write_text(HEAD + item("a"), "utf-8")
    clock.advance(1)
    (news,) = heard
    assert (news.changed, news.term_base.entry("a").en) == ((own,), "one")
    clock.advance(20)
    assert len(heard) == 1


def test_what_is_wrong_is_told_and_that_it_is_mended(watched):
    _, clock, heard, own = watched
    own.write_text(HEAD + "- id: a\n", "utf-8")
    clock.advance(1)
    assert [one.error.line for one in heard[0].problems] == [4]
    own.write_text(HEAD + item("a"), "utf-8")
    clock.advance(1)
    assert (len(heard), heard[-1].problems) == (2, ())


def test_a_nudge_looks_at_once_and_a_stopped_watch_no_more(watched):
    watch, clock, heard, own = watched
    own.write_text(HEAD + item("a"), "utf-8")
    watch.nudge()
    clock.advance(0.2)
    assert len(heard) == 1
    watch.stop()
    own.write_text(HEAD, "utf-8")
    watch.nudge()
    clock.advance(30)
    assert len(heard) == 1


def test_what_changes_during_a_look_is_looked_at_right_after_it(places):  # noqa: F811
    clock, heard, own = ManualClock(), [], places.project[0]
    files, works = GlossaryFiles(places), []

    class Busy(InlineLane):
        def submit(self, work, done, failed):
            works.append(lambda: InlineLane.submit(self, work, done, failed))

    watch = GlossaryWatch(files, clock, Busy(), heard.append, heard.append)
    watch.start()
    watch.nudge()
    looked_at = files.look(clock.monotonic())
    own.write_text(HEAD + item("a"), "utf-8")
    watch.nudge()
    watch._arrived(looked_at)
    assert len(works) == 2
    works.pop()()
    clock.advance(0.2)
    works.pop()()
    assert heard[-1].changed == (own,)


def test_a_look_that_breaks_is_told_and_the_next_one_comes(watched, monkeypatch):
    watch, clock, heard, own = watched
    broken = OSError("the folder went away")

    def look(now):
        raise broken

    with monkeypatch.context() as patch:
        patch.setattr(watch._files, "look", look)
        clock.advance(0.6)
    assert heard == [broken]
    own.write_text(HEAD + item("a"), "utf-8")
    clock.advance(1)
    assert heard[-1].changed == (own,)
