"""Project files on the command line: the findings of the window, the history verified, nothing written."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.app.hand import Hand
from translator_desk.app.commands.edit import SetTarget
from translator_desk.app.commands.options import SetOptions
from translator_desk.app.commands.waivers import WaiveIssue
from translator_desk.app.documents import InputOptions
from translator_desk.app.safekeeping import MINUTES
from translator_desk.app.state import Options
from translator_desk.cli.main import main
from translator_desk.model.ids import CheckId, SegmentId
from translator_desk.model.waiver import WaiverScope
from translator_desk.wording import say

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"


@pytest.fixture
def run(capsys):
    def run(*arguments):
        code = main([str(one) for one in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def hand(tmp_path, monkeypatch):
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    made = Hand(tmp_path / "home")
    made.desk.change_settings(shipped_terms=True)
    return made


@pytest.fixture
def project(hand, tmp_path):
    made = hand.make(tmp_path / "samples.desk")
    texts = sorted(map(str, SAMPLES.glob("*.en.txt")))
    hand.desk.import_paths(made, InputOptions(tuple(texts), aligned=True), lambda _: None, hand.problems.append)
    yield made
    hand.desk.abandon_project(made, lambda: None)


def checked(run, *arguments):
    _, out, err = run("check", *arguments, "--format", "json", "--lang", "en")
    assert err == ""
    return json.loads(out)


def found(report):
    return [
        (one["document"], one["segment"], one["check"], one["fingerprint"], one["message"]) for one in report["issues"]
    ]


def in_window(project):
    state = project.session.state
    return [
        (one.document, state.position(one.segment) + 1, one.check, one.fingerprint, one.message.render("en"))
        for one in project.checking.all_issues()
    ]


def test_the_window_and_the_command_line_find_the_same(run, project):
    texts = checked(run, *sorted(SAMPLES.glob("*.en.txt")), "--aligned")
    assert found(texts)
    assert sorted(found(texts)) == sorted(in_window(project))
    # While the window has it open.
    assert sorted(found(checked(run, project.path))) == sorted(in_window(project))


def test_a_project_is_checked_as_it_was_decided(run, hand, project):
    first = project.checking.all_issues()[0]
    project.session.execute(WaiveIssue(first, WaiverScope.HERE, "as published"))
    other = project.checking.all_issues()[-1].check
    project.session.execute(SetOptions(Options(levels={CheckId(other): "off"})))
    project.path.with_suffix(".glossary.yaml").write_text(
        "version: 2\nentries:\n- {id: x, kind: other, zh: [卫生城市], en: Sanitary City}\n", "utf-8"
    )
    hand.close(project)
    again = hand.open(project.path)
    report = checked(run, project.path)
    assert sorted(found(report)) == sorted(in_window(again))
    assert report["counts"]["ignored"] == 1
    assert other not in {one["check"] for one in report["issues"]}
    hand.close(again)


def test_a_project_is_checked_alone(run, project):
    code, _, err = run("check", project.path, SAMPLES / "s1.en.txt", "--lang", "en")
    assert code == 2
    assert err == f"{project.path}: a project is checked alone: name no other files with it\n"


def test_reading_a_closed_project_leaves_no_trace(run, hand, project, tmp_path):
    hand.close(project)
    before = {one: one.stat().st_mtime_ns for one in tmp_path.iterdir()}
    content = project.path.read_bytes()
    for command in ("check", "read", "verify"):
        run(command, project.path)
    assert {one: one.stat().st_mtime_ns for one in tmp_path.iterdir()} == before
    assert project.path.read_bytes() == content


def test_a_file_that_is_no_project_is_named(run, tmp_path):
    bad = tmp_path / "bad.desk"
    bad.write_text("no project, but a text of some length to look at " * 5, "utf-8")
    for command in ("check", "read", "verify"):
        code, _, err = run(command, bad, "--lang", "en")
        assert code == 2
        assert err.startswith(f"{bad}: ")
        assert len(err.splitlines()) == 1
    bad.write_bytes(b"")
    assert "0 bytes" in run("check", bad, "--lang", "en")[2]


def test_a_whole_history_is_verified_and_pinned_by_its_head(run, project):
    code, out, _ = run("verify", project.path, "--lang", "en")
    assert code == 0
    head = out.split()[-1]
    assert len(head) == 64
    assert f"History up to {head}" in run("check", project.path, "--format", "html", "--lang", "en")[1]
    project.session.execute(SetTarget(SegmentId(1), "Now.", say("x", "x")))
    code, out, _ = run("verify", project.path, "--head", head, "--format", "json")
    answer = json.loads(out)
    assert (code, answer["whole"]) == (0, True)
    assert answer["head"] != head
    code, out, _ = run("verify", project.path, "--head", "ab" * 32, "--lang", "en")
    assert code == 1
    assert "never passed through" in out


def test_a_changed_history_is_found(run, hand, project):
    project.session.execute(SetTarget(SegmentId(1), "Now.", say("x", "x")))
    hand.close(project)
    connection = sqlite3.connect(project.path)
    for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute(
        "UPDATE revision SET record = replace(record, 'Now.', 'Not.') WHERE number = (SELECT max(number) FROM revision)"
    )
    connection.commit()
    connection.close()
    code, out, _ = run("verify", project.path, "--format", "json", "--lang", "en")
    answer = json.loads(out)
    assert code == 1
    assert answer["ok"] is True
    assert not answer["whole"]
    assert answer["bad"]["revision"] == answer["revisions"]
    code, out, _ = run("verify", project.path, "--lang", "zh")
    assert code == 1
    assert "历史记录曾被本程序以外的途径改动" in out


def test_a_damaged_file_is_found(run, hand, project):
    hand.close(project)
    data = bytearray(project.path.read_bytes())
    data[8192:] = b"\x7f" * (len(data) - 8192)
    project.path.write_bytes(data)
    code, out, err = run("verify", project.path, "--lang", "en")
    assert (code, err) == (1, "")
    assert "is damaged" in out


def test_two_states_of_a_project_are_compared(run, project, tmp_path):
    project.store.save_copy(tmp_path / "before.desk")
    assert run("diff", tmp_path / "before.desk", project.path)[0] == 0
    segment = project.session.state.segments[SegmentId(1)]
    project.session.execute(SetTarget(SegmentId(1), segment.target + " Indeed.", say("x", "x")))
    code, out, _ = run("diff", tmp_path / "before.desk", project.path)
    assert code == 1
    assert "Indeed." in out
    assert out.count("{+") == 1


def test_a_backup_is_listed_and_put_back(run, hand, project, monkeypatch):
    monkeypatch.setattr("translator_desk.app.paths.Paths.of_user", lambda: hand.desk.paths)
    code, out, _ = run("backups", project.path, "--lang", "en")
    assert (code, "no backups" in out) == (1, True)
    hand.clock.advance(60 * MINUTES)
    code, out, _ = run("backups", project.path)
    assert code == 0
    assert len(out.splitlines()) == 1
    kept = out.split()[-1]
    code, _, err = run("backups", project.path, "--restore", "--lang", "en")
    assert code == 2
    assert "is open" in err
    hand.close(project)
    content = project.path.read_bytes()
    project.path.write_bytes(content[:5000])
    code, out, _ = run("backups", project.path, "--restore", "--lang", "en")
    assert code == 0
    assert run("verify", project.path)[0] == 0
    (aside,) = project.path.parent.glob("*.before-restore-*")
    assert aside.read_bytes() == content[:5000]
    code, _, _ = run("backups", project.path, "--restore", kept)
    assert code == 0
    code, _, err = run("backups", project.path, "--restore", aside, "--lang", "en")
    assert code == 2
    assert err.startswith(f"{aside}: ")
