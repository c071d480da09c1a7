import json
from pathlib import Path

import jsonschema
import pytest

from tests.glossary.builders import HEAD
from translator_desk.cli.main import main
from translator_desk.formats.terms.registry import term_formats
from translator_desk.glossary.yaml_file import read_term_file
from translator_desk.glossary.yaml_write import entry_data
from translator_desk.resources import resource_path

GOOD = "# ours\n" + HEAD + "- {id: x-a, kind: other, zh: [甲乙], en: one, note: kept}  # the first\n"
BAD = HEAD + "- {id: x-a, kind: other, zh: [甲乙], en: one, avoid: [two, One]}\n"


@pytest.fixture
def file(tmp_path):
    def made(name, text):
        (tmp_path / name).write_text(text, "utf-8")
        return str(tmp_path / name)

    return made


@pytest.fixture
def texts(file):
    return [
        file("a.zh.txt", "综合保税区建成。综合保税区很大。"),
        file("a.en.txt", "The comprehensive insurance zone was built. The comprehensive bonded zone is large."),
    ]


def run(capsys, *arguments):
    """Run an action; a JSON answer must be what its schema allows."""
    code = main(["glossary", *arguments])
    said = capsys.readouterr()
    if "json" in arguments:
        schema = resource_path("schemas", f"glossary-{arguments[0]}.schema.json").read_text("utf-8")
        jsonschema.Draft202012Validator(json.loads(schema)).validate(json.loads(said.out))
    return code, said.out, said.err


def test_lint_names_line_and_column_and_mends(capsys, file):
    bad = file("bad.yaml", BAD)
    code, out, _ = run(capsys, "lint", bad, "--no-default-glossary")
    assert code == 1
    assert f"{bad}:4:58: error accepted-and-avoided: “One” of “x-a”" in out
    assert run(capsys, "lint", bad, "--fix")[0] == 0
    assert read_term_file(Path(bad)).entries[0].avoid[0].en == "two"
    assert run(capsys, "lint", bad, "--lang", "zh")[1].startswith("共 0 个问题")


def test_lint_of_what_is_not_there_could_not_run(capsys, tmp_path):
    code, out, error = run(capsys, "lint", str(tmp_path / "none.yaml"))
    assert (code, out) == (2, "")
    assert "none.yaml: is not there; give a term file" in error


def test_lint_tells_what_cannot_be_read_and_goes_on(capsys, file, tmp_path):
    file("a.yaml", HEAD + "- id: x\n  kinds: other\n")
    file("b.yaml", BAD)
    file("c.yaml", BAD)
    code, out, _ = run(capsys, "lint", str(tmp_path), "--format", "json")
    problems = json.loads(out)["problems"]
    assert code == 1
    assert (problems[0]["code"], problems[0]["line"], problems[0]["column"]) == ("unreadable", 5, 3)
    assert {one["code"] for one in problems} == {"unreadable", "same-id", "accepted-and-avoided"}
    log = json.loads(run(capsys, "lint", str(tmp_path), "--format", "sarif")[1])
    assert log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 5


def test_lint_tells_entries_that_texts_never_need(capsys, file, texts):
    code, out, _ = run(capsys, "lint", file("g.yaml", GOOD), "--used-in", *texts)
    assert (code, "info unused: “x-a”" in out) == (1, True)


def test_the_shipped_term_bases_are_clean(capsys):
    assert run(capsys, "lint", "glossaries")[0] == 0


def test_impact_counts_and_lists_flags(capsys, file, texts):
    old = file("old.yaml", HEAD)
    new = file(
        "new.yaml", HEAD + "- {id: pl-z, kind: place, zh: [综合保税区], en: bonded area, avoid: [bonded zone]}\n"
    )
    code, out, _ = run(capsys, "impact", old, new, *texts, "--no-default-glossary")
    lines = out.splitlines()
    assert code == 1
    assert lines[0].endswith("flags in 1 document")
    assert any(line.startswith("+ ") and "a.en.txt:1:" in line for line in lines)
    code, out, _ = run(capsys, "impact", old, old, *texts, "--format", "json")
    assert (code, json.loads(out)["appears"]) == (0, [])


def test_where_shows_places_and_flags(capsys, texts):
    _, out, _ = run(capsys, "where", "pl-zonghebaoshuiqu", *texts, "--format", "json")
    places = json.loads(out)["places"]
    assert [one["source"] for one in places] == ["综合保税区建成。", "综合保税区很大。"]


def test_where_with_an_own_term_base(capsys, file, texts):
    own = file("g.yaml", HEAD + "- {id: z, kind: place, zh: [综合保税区], en: bonded zone, avoid: [insurance zone]}\n")
    code, out, _ = run(capsys, "where", "z", *texts, "--glossary", own, "--no-default-glossary")
    assert (code, out.count("综合保税区")) == (0, 2 + out.count("“综合保税区”"))
    assert "term-avoid" in out
    assert run(capsys, "where", "none", *texts, "--format", "json")[0] == 2
    code, _, err = run(capsys, "where", "none", *texts, "--glossary", own)
    assert (code, "no entry “none”" in err) == (2, True)


@pytest.mark.parametrize("made", [one.id for one in term_formats()])
def test_export_and_import_change_nothing_that_is_known(capsys, file, tmp_path, made):
    own = file("g.yaml", GOOD)
    ending = next(one.extensions[0] for one in term_formats() if one.id == made)
    out = tmp_path / f"out{ending}"
    assert run(capsys, "export", own, "--format", made, "--output", str(out))[0] == 0
    before = (tmp_path / "g.yaml").read_bytes()
    code, said, _ = run(capsys, "import", str(out), "--into", own, "--format", made)
    assert (code, said) == (0, "0 added, 0 changed, 1 as they were\n")
    assert (tmp_path / "g.yaml").read_bytes() == before
    run(capsys, "import", str(out), "--into", str(tmp_path / "new.yaml"), "--format", made)
    (entry,) = read_term_file(tmp_path / "new.yaml").entries
    assert (entry.zh, entry.en, entry.note) == (("甲乙",), "one", "kept")


def test_import_adds_beside_what_people_wrote_and_tells_losses(capsys, file, tmp_path):
    own = file("g.yaml", GOOD)
    table = file("t.csv", "zh,en,Domain\n甲乙,one,a\n丙丁,two words,b\n")
    code, said, err = run(capsys, "import", table, "--into", own, "--dry-run")
    assert (code, said, "not carried over: Domain" in err) == (0, "1 added, 0 changed, 1 as they were\n", True)
    assert (tmp_path / "g.yaml").read_text("utf-8") == GOOD
    run(capsys, "import", table, "--into", own)
    text = (tmp_path / "g.yaml").read_text("utf-8")
    assert text.startswith(GOOD)
    assert entry_data(read_term_file(tmp_path / "g.yaml").entries[1]) == {
        "id": "x-two-words", "kind": "other", "zh": ["丙丁"], "en": "two words"}  # fmt: skip
    assert (tmp_path / "g.yaml.bak").read_text("utf-8") == GOOD


def test_what_cannot_be_done_is_one_sentence(capsys, file):
    own = file("g.yaml", GOOD)
    for arguments in (
        ["export", own, "--format", "xlsx"],
        ["import", own, "--into", own],
        ["import", "none.csv", "--into", own],
        ["lint"],
    ):
        code, _, err = run(capsys, *arguments)
        assert (code, len(err.strip().splitlines())) == (2, 1)


def test_read_understands_tbx_and_tells_what_it_passes_over(capsys, file, tmp_path):
    own = file("g.yaml", GOOD)
    main(["glossary", "export", own, "--format", "tbx-v2", "--output", str(tmp_path / "t.tbx")])
    text = (tmp_path / "t.tbx").read_text("utf-8").replace("</termEntry>", '<langSet xml:lang="fr"/></termEntry>')
    capsys.readouterr()
    assert main(["read", file("u.tbx", text)]) == 0
    answer = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (answer["kind"], answer["entries"][0]["zh"]) == ("glossary", ["甲乙"])
    assert "language fr" in answer["warnings"][0]["message"]
    assert main(["read", file("bad.tbx", "<martif>")]) == 2
