"""What the desk understands of one file, and the pairs of two texts, as JSON that programs read."""

from __future__ import annotations

import json
from pathlib import Path

from translator_desk.cli.main import main
from translator_desk.formats.safe_xml import parse_xml

SAMPLES = Path(__file__).parent.parent / "data" / "samples"


def said(capsys, *arguments):
    code = main([*arguments])
    return code, json.loads(capsys.readouterr().out.splitlines()[-1])


def test_read_gives_the_text_without_its_byline(capsys):
    code, answer = said(capsys, "read", str(SAMPLES / "s1.en.txt"))
    assert (code, answer["ok"], answer["kind"]) == (0, True, "text")
    assert answer["text"][0].startswith("Going All Out")
    assert not any("Date Add in" in line for line in answer["text"])


def test_read_gives_entries_and_pairs(capsys, tmp_path):
    terms = tmp_path / "terms.yaml"
    terms.write_text("version: 2\nentries:\n- {id: a, kind: other, zh: [不], en: no}\n", "utf-8")
    _, answer = said(capsys, "read", str(terms))
    assert answer["entries"][0]["en"] == "no"
    table = tmp_path / "pairs.tsv"
    table.write_text("zh\ten\n你好世界\tHello world\n", "utf-8")
    _, answer = said(capsys, "read", str(table))
    assert answer["segments"] == [["你好世界", "Hello world"]]


def test_a_refused_file_is_a_sentence_and_an_error_object(capsys, tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text("version: 2\nentries:\n- {id: a, kind: planet, zh: [x], en: y}\n", "utf-8")
    code, answer = said(capsys, "read", str(bad), "--format", "json")
    assert code == 2
    assert answer["ok"] is False
    assert answer["error"]["line"] == 3


def test_every_unit_stands_in_exactly_one_bead(capsys):
    pair = ["--source", str(SAMPLES / "s1.zh.txt"), "--target", str(SAMPLES / "s1.en.txt")]
    for unit in ("line", "sentence"):
        code, answer = said(capsys, "align", *pair, "--unit", unit, "--format", "json")
        assert code == 0
        for side, name in ((0, "source"), (1, "target")):
            units = [number for bead in answer["beads"] for number in bead[side]]
            assert units == list(range(len(answer[name])))
        assert len(answer["confidence"]) == len(answer["beads"])


def test_pairs_for_other_tools(capsys, tmp_path):
    pair = ["--source", str(SAMPLES / "s1.zh.txt"), "--target", str(SAMPLES / "s1.en.txt")]
    assert main(["align", *pair]) == 0
    rows = [line.split("\t")[:2] for line in capsys.readouterr().out.splitlines()[1:]]
    assert main(["align", *pair, "--format", "xliff"]) == 0
    xliff = parse_xml(capsys.readouterr().out.encode(), None)
    sides = [[one.text or "" for one in xliff.iter(f"{{*}}{side}")] for side in ("source", "target")]
    assert [list(row) for row in zip(*sides, strict=True)] == rows
    assert next(xliff.iter("{*}file")).get("original") == "s1.zh.txt"
    assert main(["align", *pair, "--format", "tmx", "--output", str(tmp_path / "a.tmx")]) == 0
    assert capsys.readouterr().out == ""
    memory = parse_xml((tmp_path / "a.tmx").read_bytes(), None)
    assert [one.text for one in memory.iter("seg")] == [side for row in rows if all(row) for side in row]
