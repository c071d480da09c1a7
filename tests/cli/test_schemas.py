"""What programs read is what the schemas that ship say."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.app.hand import Hand
from translator_desk.cli.main import main
from translator_desk.resources import resource_path

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
NAMES = ("align", "check", "read", "verify")


@pytest.fixture
def answer(capsys):
    """Run the command line; give the exit code and the answer, which its schema allows."""

    def answer(*arguments):
        code = main([str(one) for one in arguments])
        out = capsys.readouterr().out
        said = json.loads(out[out.index("{") :])
        jsonschema.validate(said, schema(arguments[0]))
        return code, said

    return answer


def schema(name):
    return json.loads(resource_path("schemas", f"{name}.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_the_schemas_are_schemas(name):
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("more", [["--aligned"], [], ["--no-default-glossary"]])
def test_findings(answer, more):
    code, said = answer("check", SAMPLES, *more, "--format", "json")
    assert (code, said["ok"], len(said["documents"])) == (1, True, 3)


def test_findings_of_what_stands_between_segments(answer, tmp_path):
    (tmp_path / "a.txt").write_text("The ferry stopped.The pier was full.  He left.", "utf-8")
    _, said = answer("check", tmp_path / "a.txt", "--format", "json", "--no-default-glossary")
    parts = [fix.get("part") for issue in said["issues"] for fix in issue["fixes"]]
    assert "separator" in parts


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "gone.txt", "--format", "json"],
        ["check", "--format", "json"],
        ["check", "--format", "json", "--no-such-option"],
        ["check", "--format=json", "--date", "June", "a.txt"],
        ["align", "--format", "json", "--source", "gone.txt", "--target", "gone.txt"],
        ["align", "--format", "json"],
        ["read", "gone.txt"],
        ["verify", "gone.desk", "--format", "json"],
    ],
)
def test_refusals(answer, arguments):
    code, said = answer(*arguments)
    assert (code, said["ok"]) == (2, False)


@pytest.mark.parametrize("unit", ["line", "sentence"])
def test_pairs(answer, unit):
    pair = ["--source", SAMPLES / "s1.zh.txt", "--target", SAMPLES / "s1.en.txt"]
    assert answer("align", *pair, "--unit", unit, "--format", "json")[0] == 0


def test_files_of_every_kind(answer, tmp_path):
    (tmp_path / "a.txt").write_bytes("市长来了。\u200b他走了。".encode("gb18030"))
    (tmp_path / "a.html").write_text("<h1>Head</h1><p>The mayor came.</p>", "utf-8")
    (tmp_path / "a.tsv").write_text("市长\tMayor\n", "utf-8")
    (tmp_path / "a.yaml").write_text("version: 2\nentries:\n- {id: a, kind: other, zh: [不], en: no}\n", "utf-8")
    hand = Hand(tmp_path / "home")
    hand.close(hand.make(tmp_path / "a.desk", tmp_path / "a.html"))
    kinds = {}
    for path in sorted(tmp_path.glob("a.*")):
        code, said = answer("read", path)
        assert code == 0
        kinds[path.suffix] = said["kind"]
        if path.suffix == ".txt":
            assert said["warnings"], "the encoding is said"
    assert kinds == {".desk": "project", ".html": "text", ".tsv": "table", ".txt": "text", ".yaml": "glossary"}
