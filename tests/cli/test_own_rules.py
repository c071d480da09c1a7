"""Rule packs and words of one's own on the command line."""

from __future__ import annotations

import json

import pytest

from translator_desk.app.paths import Paths
from translator_desk.cli.main import main

PACK = """version: 1
check: calque
rules:
- id: working-meeting
  find: working meeting
  write: meeting
  why: {en: the house writes meeting, zh: 本单位写作 meeting}
  found: ["the «working meeting» came", "a «working meeting» went"]
  silent: [people, others]
"""


@pytest.fixture
def work(tmp_path, monkeypatch):
    """A text, a term base with rules beside it, and a home of its own."""
    monkeypatch.setattr(Paths, "of_user", lambda: Paths.under(tmp_path / "home"))
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "house.yaml").write_text(PACK, "utf-8")
    (tmp_path / "own.yaml").write_text("version: 2\nlanguage: {source: zh, target: en}\nentries: []\n", "utf-8")
    (tmp_path / "text.txt").write_text("The working meeting of the koklass ended.\n", "utf-8")
    return tmp_path


def checks(capsys, *arguments):
    main([str(one) for one in arguments])
    return [one["check"] for one in json.loads(capsys.readouterr().out)["issues"]]


def test_rules_beside_a_term_base_speak_and_are_listed_as_its_own(work, capsys):
    found = checks(capsys, "check", work / "text.txt", "--glossary", work / "own.yaml", "--format", "json")
    assert "calque" in found
    assert "calque" not in checks(capsys, "check", work / "text.txt", "--format", "json")
    main(["explain", "--list", "--glossary", str(work / "own.yaml"), "--lang", "en"])
    assert "working-meeting (house.yaml:4): the house writes meeting" in capsys.readouterr().out


def test_the_words_of_the_person_are_no_slips(work, capsys):
    assert "spelling" in checks(capsys, "check", work / "text.txt", "--format", "json")
    words = Paths.under(work / "home").own_words
    words.parent.mkdir(parents=True)
    words.write_text("koklass\n", "utf-8")
    assert "spelling" not in checks(capsys, "check", work / "text.txt", "--format", "json")


def test_a_pack_that_is_wrong_ends_the_run_with_its_place(work, capsys):
    (work / "rules" / "house.yaml").write_text(PACK.replace("calque", "speling"), "utf-8")
    assert main(["check", str(work / "text.txt"), "--glossary", str(work / "own.yaml")]) == 2
    assert "house.yaml:2:8" in capsys.readouterr().err
