"""The command line: findings at the right place, documented JSON, exit codes, one line for what cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from translator_desk.checks.registry import all_checks
from translator_desk.cli.main import main

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
NAMES = ("s1", "s2", "s3")
LEVELS = {"error", "warning", "info"}


@pytest.fixture
def run(capsys):
    """Run the command line; give exit code, standard output and standard error."""

    def run(*arguments):
        code = main([str(one) for one in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def sample(name):
    return ["check", "--source", SAMPLES / f"{name}.zh.txt", "--target", SAMPLES / f"{name}.en.txt", "--aligned"]


@pytest.fixture
def findings(run):
    def findings(name):
        code, out, _ = run(*sample(name), "--format", "json", "--lang", "en")
        return code, json.loads(out)

    return findings


def gold(name):
    return yaml.safe_load((SAMPLES / f"{name}.gold.yaml").read_text("utf-8"))


def overlap(issue, span):
    mine = issue["target"]
    return issue["segment"] == span["segment"] and mine["start"] < span["end"] and span["start"] < mine["end"]


def test_a_misspelt_mayor_is_found_where_he_stands(findings):
    code, report = findings("s1")
    assert code == 1
    (issue,) = [one for one in report["issues"] if one["target"]["text"] == "Deng Qunze"]
    assert (issue["target"]["line"], issue["target"]["column"]) == (5, 116)
    assert (issue["target"]["start"], issue["target"]["end"]) == (115, 125)
    assert issue["level"] == "error"
    assert issue["expected"] == ["Deng Qunce"]


def test_text_lines_are_ones_that_editors_jump_from(run):
    code, out, err = run(*sample("s1"), "--lang", "en")
    assert (code, err) == (1, "")
    (line,) = [one for one in out.splitlines() if "“Deng Qunze”" in one]
    assert line.startswith(f"{SAMPLES / 's1.en.txt'}:5:116: error name-")
    assert line.endswith("[expected Deng Qunce]")


@pytest.mark.parametrize("name", NAMES)
def test_correct_english_of_the_samples_is_left_alone(findings, name):
    _, report = findings(name)
    wanted = gold(name)
    flagged = [
        (issue["check"], issue["target"]["text"], fine["span"])
        for issue in report["issues"]
        for fine in wanted["ok"]
        if issue["level"] != "info" and overlap(issue, fine)
        if not any(overlap(issue, label) for label in wanted["labels"])
    ]
    assert flagged == []


@pytest.mark.parametrize("name", NAMES)
def test_json_has_the_documented_fields(findings, name):
    _, report = findings(name)
    assert set(report) == {"schema", "ok", "documents", "issues", "not_run", "counts"}
    assert report["schema"] == "translator-desk/check/1"
    assert report["ok"] is True
    assert set(report["counts"]) == {"segments", "error", "warning", "info", "ignored"}
    (document,) = report["documents"]
    assert set(document) == {"id", "source_path", "target_path", "title", "date", "segments"}
    lines = (SAMPLES / f"{name}.en.txt").read_text("utf-8").splitlines()
    numbered = {one["number"]: one for one in document["segments"]}
    assert all(set(one) == {"number", "source", "target", "target_line", "target_column"} for one in numbered.values())
    assert report["counts"]["segments"] == len(numbered) == gold(name)["segments"]
    assert report["issues"]
    for issue in report["issues"]:
        assert {
            "check", "severity", "mqm", "level", "document", "segment", "target", "source",
            "message", "evidence", "expected", "fixes", "related", "fingerprint",
        } == set(issue)  # fmt: skip
        assert issue["severity"] in {"critical", "major", "minor", "neutral"}
        assert issue["level"] in LEVELS
        assert issue["document"] == document["id"]
        place = issue["target"]
        assert set(place) == {"start", "end", "text", "line", "column"}
        assert numbered[issue["segment"]]["target"][place["start"] : place["end"]] == place["text"]
        assert lines[place["line"] - 1][place["column"] - 1 :].startswith(place["text"])
        if issue["source"]:
            words = issue["source"]
            assert numbered[issue["segment"]]["source"][words["start"] : words["end"]] == words["text"]
    assert len({one["fingerprint"] for one in report["issues"]}) == len(report["issues"])
    for level in LEVELS:
        assert report["counts"][level] == sum(one["level"] == level for one in report["issues"])


@pytest.fixture
def clean(tmp_path):
    path = tmp_path / "clean.txt"
    path.write_text("The ferry stopped at the pier.\n", "utf-8")
    return path


@pytest.fixture
def doubled(tmp_path):
    path = tmp_path / "doubled.txt"
    path.write_text("The ferry stopped at the the pier.\n", "utf-8")
    return path


def test_exit_0_where_nothing_is_to_report(run, clean):
    code, _, err = run("check", clean, "--no-default-glossary")
    assert (code, err) == (0, "")


def test_exit_1_from_the_level_asked_for(run, doubled):
    only = ("check", doubled, "--no-default-glossary", "--only", "repeated-word")
    assert run(*only)[0] == 1
    assert run(*only, "--fail-on", "info")[0] == 1
    assert run(*only, "--fail-on", "error")[0] == 0


def test_the_last_line_counts_segments_and_findings(run, doubled):
    said = run("check", doubled)[1].splitlines()[-1]
    assert said == "Segments: 1. Errors: 0, warnings: 1, notes: 0, ignored: 0"


def test_a_check_left_out_finds_nothing(run, doubled):
    assert run("check", doubled, "--no-default-glossary", "--skip", "repeated-word")[0] == 0


def test_quiet_only_sets_the_exit_code(run, doubled):
    assert run("check", doubled, "--no-default-glossary", "--quiet") == (1, "", "")


def test_output_goes_to_the_file(run, doubled, tmp_path):
    goal = tmp_path / "report.json"
    code, out, _ = run("check", doubled, "--no-default-glossary", "--format", "json", "--output", goal)
    assert (code, out) == (1, "")
    assert json.loads(goal.read_text("utf-8"))["issues"][0]["check"] == "repeated-word"


def test_english_alone_names_the_checks_that_need_the_chinese(run, clean):
    _, out, _ = run("check", clean, "--format", "json", "--lang", "en")
    missing = {one["check"] for one in json.loads(out)["not_run"]}
    assert "number-mismatch" in missing
    assert "repeated-word" not in missing


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["check", "--no-such-option"], ["no-such-command"], ["check", "a.txt", "--date", "June"]],
)
def test_bad_usage_is_one_line_and_exit_2(run, arguments):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.endswith("\n")
    assert len(err.splitlines()) == 1


def test_an_unreadable_file_is_one_line_and_exit_2(run, tmp_path):
    missing = tmp_path / "missing.txt"
    code, out, err = run("check", missing, "--lang", "en")
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert err.startswith(f"{missing}: ")


def test_an_unreadable_file_is_an_object_where_json_is_asked_for(run, tmp_path):
    missing = tmp_path / "missing.txt"
    code, out, err = run("check", missing, "--format", "json", "--lang", "en")
    refused = json.loads(out)
    assert code == 2
    assert (refused["schema"], refused["ok"]) == ("translator-desk/check/1", False)
    assert set(refused["error"]) == {"file", "line", "column", "message"}
    assert refused["error"]["file"] == str(missing)
    assert refused["error"]["message"] in err


def test_lines_that_do_not_pair_are_refused(run, tmp_path):
    chinese, english = tmp_path / "a.zh.txt", tmp_path / "a.en.txt"
    chinese.write_text("一。\n二。\n三。\n", "utf-8")
    english.write_text("One.\nTwo.\n", "utf-8")
    code, _, err = run("check", "--source", chinese, "--target", english, "--aligned", "--lang", "en")
    assert code == 2
    assert len(err.splitlines()) == 1
    assert "--aligned" in err


@pytest.mark.parametrize("form", ["html", "junit"])
def test_every_form_names_the_slip(run, doubled, form):
    code, out, _ = run("check", doubled, "--no-default-glossary", "--format", form)
    assert code == 1
    assert "the the" in out


def test_sarif_points_at_the_words(run, doubled):
    code, out, _ = run("check", doubled, "--no-default-glossary", "--format", "sarif")
    (result,) = json.loads(out)["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert code == 1
    assert result["ruleId"] == "repeated-word"
    assert place["artifactLocation"]["uri"] == str(doubled)
    assert place["region"] == {"startLine": 1, "startColumn": 22, "endColumn": 29}


def test_explain_lists_every_check(run):
    code, out, _ = run("explain", "--list", "--lang", "en")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == [check.id for check in all_checks()]


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.id)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_explain_says_how_to_switch_a_check_off(run, check, language):
    code, out, _ = run("explain", check.id, "--lang", language)
    assert code == 0
    assert check.title.of(language) in out
    assert f"--skip {check.id}" in out


def test_explain_of_no_check_names_the_list(run):
    code, out, err = run("explain", "no-such-check", "--lang", "en")
    assert (code, out) == (2, "")
    assert "explain --list" in err


def test_diff_shows_words_and_says_whether_texts_differ(run, clean, doubled):
    code, out, _ = run("diff", doubled, clean)
    assert code == 1
    assert out.replace("[-", "").replace("-]", "") == doubled.read_text("utf-8")
    assert out.count("[-") == 1
    assert run("diff", clean, clean)[:2] == (0, clean.read_text("utf-8"))


def test_diff_as_a_page_escapes_the_texts(run, tmp_path, clean):
    marked = tmp_path / "marked.txt"
    marked.write_text("The ferry <b>stopped</b> at the pier.\n", "utf-8")
    code, out, _ = run("diff", clean, marked, "--format", "html")
    assert code == 1
    assert "<b>" not in out
    assert "<ins>" in out
