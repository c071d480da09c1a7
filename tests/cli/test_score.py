"""Scores on the command line, as text and as the JSON that its schema allows."""

from __future__ import annotations

import json

import jsonschema
import pytest

from translator_desk.cli.main import main
from translator_desk.resources import resource_path


@pytest.fixture
def run(capsys):
    def run(*arguments):
        code = main(["score", *map(str, arguments), "--lang", "en"])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def pair(tmp_path):
    (tmp_path / "hyp.txt").write_text("The mayor spoke today.\n\nHe left.\n", "utf-8")
    (tmp_path / "ref.txt").write_text("The mayor spoke at noon.\n\nHe left.\n", "utf-8")
    return tmp_path / "hyp.txt", tmp_path / "ref.txt"


def test_all_measures_are_printed_with_their_signatures(run, pair):
    code, out, _ = run(*pair)
    assert code == 0
    names = [line.split()[0] for line in out.splitlines()]
    assert names == ["chrF2", "BLEU", "TER"]
    assert all("|version:2." in line for line in out.splitlines())
    assert float(out.splitlines()[2].split()[1]) == pytest.approx(200 / 7, abs=0.01)


def test_some_measures_as_json(run, pair):
    code, out, _ = run(*pair, "--metric", "ter,chrf", "--format", "json")
    said = json.loads(out)
    schema = json.loads(resource_path("schemas", "score.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(said, schema)
    assert code == 0
    assert [one["metric"] for one in said["scores"]] == ["ter", "chrf"]
    code, out, _ = run("gone.txt", pair[1], "--format", "json")
    jsonschema.validate(json.loads(out), schema)
    assert code == 2


def test_texts_that_do_not_fit_are_refused_with_a_remedy(run, pair, tmp_path):
    (tmp_path / "short.txt").write_text("One line.", "utf-8")
    code, _, err = run(tmp_path / "short.txt", pair[1])
    assert code == 2
    assert err.startswith(f"{tmp_path / 'short.txt'}: it has 1 lines, {pair[1]} has 3")
    (tmp_path / "empty.txt").write_text("\n\n\n", "utf-8")
    code, _, err = run(pair[0], tmp_path / "empty.txt")
    assert (code, "no words" in err or "empty" in err) == (2, True)
    code, _, err = run(*pair, "--metric", "meteor")
    assert (code, "chrf, bleu, ter" in err) == (2, True)
