"""What can be asked of ``check``: profiles, term bases, dates, forms; what cannot be read, and why."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from translator_desk.cli.main import main

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
PAIR = ("check", "--source", SAMPLES / "s1.zh.txt", "--target", SAMPLES / "s1.en.txt", "--aligned", "--lang", "en")


@pytest.fixture
def run(capsys):
    def run(*arguments):
        code = main([str(one) for one in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def checks(run):
    """Give the checks that found something, with the words."""

    def checks(*arguments):
        _, out, _ = run(*arguments, "--format", "json")
        return {(one["check"], one["target"]["text"]) for one in json.loads(out)["issues"]}

    return checks


def test_a_profile_is_a_set_of_checks(checks):
    every, figures = checks(*PAIR), checks(*PAIR, "--profile", "names-and-figures")
    assert figures < every
    assert any(check.startswith("name") for check, _ in figures)
    assert not any(check in ("spacing", "quotes-unpaired", "repeated-word") for check, _ in figures)
    assert every <= checks(*PAIR, "--profile", "strict")


@pytest.mark.parametrize("folder", [False, True])
def test_a_term_base_of_the_persons_own_is_added(checks, tmp_path, folder):
    terms = tmp_path / "terms" / "own.yaml"
    terms.parent.mkdir()
    terms.write_text(
        "version: 2\nentries:\n- {id: ferry, kind: other, zh: [渡船], en: ferry boat, avoid: [ferry]}\n", "utf-8"
    )
    (tmp_path / "a.zh.txt").write_text("渡船停了。\n", "utf-8")
    (tmp_path / "a.en.txt").write_text("The ferry stopped.\n", "utf-8")
    bare = ("check", tmp_path / "a.en.txt", "--no-default-glossary")
    assert checks(*bare) == set()
    assert ("term-avoid", "ferry") in checks(*bare, "--glossary", terms.parent if folder else terms)


def test_names_are_clustered_without_any_term_base(checks, tmp_path):
    for number in range(4):
        mayor = "Deng Qunze" if number == 3 else "Deng Qunce"
        text = f"Mayor {mayor} spoke at meeting {number}. {mayor} then left the hall.\n"
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    found = checks("check", tmp_path, "--no-default-glossary")
    assert {words for check, words in found if check == "name-cluster"} == {"Deng Qunze"}


def test_the_date_is_taken_where_the_file_has_none(run, tmp_path):
    (tmp_path / "a.txt").write_text("The mayor came.\n", "utf-8")
    for given in (None, "2019-09-20"):
        _, out, _ = run("check", tmp_path / "a.txt", "--format", "json", *(["--date", given] if given else []))
        assert json.loads(out)["documents"][0]["date"] == given


def test_junit_is_xml_that_counts(run, tmp_path):
    (tmp_path / "a<b>&.txt").write_text("The ferry stopped at the the pier & left.\n", "utf-8")
    code, out, _ = run("check", tmp_path, "--no-default-glossary", "--format", "junit")
    assert code == 1
    suites = ElementTree.fromstring(out)
    (suite,) = suites
    failures = suite.findall("testcase/failure")
    assert int(suite.get("failures")) == len(failures) >= 1
    assert int(suite.get("skipped")) == len(suite.findall("testcase/skipped"))
    assert int(suite.get("tests")) == len(suite.findall("testcase"))
    assert failures[0].text == "the the"


def test_sarif_names_files_as_uris(run, tmp_path):
    (tmp_path / "新 闻.txt").write_text("The ferry stopped at the the pier.\n", "utf-8")
    _, out, _ = run("check", tmp_path, "--no-default-glossary", "--format", "sarif")
    (result,) = json.loads(out)["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].endswith("/%E6%96%B0%20%E9%97%BB.txt")
    assert place["region"] == {"startLine": 1, "startColumn": 22, "endColumn": 29}


@pytest.mark.parametrize("form", ["text", "html", "junit", "sarif", "json"])
def test_every_form_speaks_chinese_too(run, tmp_path, form):
    (tmp_path / "a.txt").write_text("The ferry stopped at the the pier.\n", "utf-8")
    code, out, _ = run("check", tmp_path / "a.txt", "--no-default-glossary", "--format", form, "--lang", "zh")
    assert code == 1
    assert any("\u4e00" <= char <= "\u9fff" for char in out)


@pytest.mark.parametrize(
    ("name", "content", "place", "words"),
    [
        ("a.xlf", b"<xliff/>", "", "XLIFF is not readable yet"),
        ("a.tmx", b"<tmx/>", "", "not readable yet"),
        ("a.docx", b"PK\x03\x04", "", "Word documents are not readable yet"),
        ("a.pdf", b"%PDF-1.7", "", "PDF is not readable"),
        ("a.txt", b"PK\x03\x04rest", "", "archives and packed documents"),
        ("a.txt", b"", "", "the file is empty"),
        ("a.txt", b" \n\n", "", "there is no text in the file"),
        ("a.txt", b"one\ntwo\x00", ":2:4", "U+0000"),
        ("a.txt", b"caf\xe9 d\x81", ":1:4", "fits neither UTF-8 nor GB18030"),
        ("a.txt", "\ufeffone".encode("utf-16-le")[:-1], ":1:3", "UTF-16"),
        ("a.tsv", b"one\ttwo\n", ":1", "no column of Chinese"),
        ("a.tsv", "一\tone\n二\ttwo\tthree\n".encode(), ":2:1", "has 3 where the first row has 2 cells"),
        ("a.csv", '一,"one\n'.encode(), ":1:3", "quotation mark"),
        ("a.yaml", b"version: 2", "", "a YAML file is a glossary"),
        ("a.qqq", b"text", "", "does not know this kind of file"),
        ("gone.txt", None, "", "there is no such file"),
    ],
)
def test_what_cannot_be_read_is_one_line_with_place_and_remedy(run, tmp_path, name, content, place, words):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    code, out, err = run("check", path, "--lang", "en")
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert err.startswith(f"{path}{place}: ")
    assert words in err
    code, _, chinese = run("check", path, "--lang", "zh")
    assert code == 2
    assert any("\u4e00" <= char <= "\u9fff" for char in chinese)
