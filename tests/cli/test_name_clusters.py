"""One person under two spellings in several articles: the rarer one is shown, whoever it is and whatever the order."""

from __future__ import annotations

import json
import random

import pytest

from translator_desk.cli.main import main

# The usual spelling, the slip, an office.
PEOPLE = (
    ("Gao Lanting", "Gao Lantin", "Mayor"),
    ("Wei Shuming", "Wei Suming", "Secretary of the CPC Municipal Committee"),
    ("Shen Guoqiang", "Shen Guoqian", "Mayor"),
    ("Tang Zhihui", "Tang Zihui", "Secretary of the CPC Municipal Committee"),
    ("Zheng Bolin", "Zhen Bolin", "Mayor"),
    ("Luo Canming", "Luo Chanming", "Secretary of the CPC Municipal Committee"),
    ("Jiang Xinyu", "Jiang Xingyu", "Mayor"),
    ("Peng Shaohua", "Peng Saohua", "Secretary of the CPC Municipal Committee"),
    ("Fang Junling", "Fang Junlin", "Mayor"),
    ("Song Zequan", "Song Zhequan", "Secretary of the CPC Municipal Committee"),
)
SENTENCES = (
    "{name}, {office}, opened the new hospital in the northern district.",
    "{name}, {office}, called for better buses before the winter.",
    "On Tuesday {name}, {office}, met farmers at the tea market.",
    "The report was heard by {name}, {office}, and the draft was passed.",
)
FILLER = (
    "The weather stayed dry for most of the week.",
    "Prices of vegetables fell a little in the markets.",
    "Two schools moved into their new buildings.",
)


def articles(number):
    """Return the articles of a project, how often the usual spelling stands in them, and the spellings."""
    usual, slip, office = PEOPLE[number]
    random_ = random.Random(number)
    count = 4 + number % 4
    names = [usual] * count + [slip]
    random_.shuffle(names)
    texts = []
    for position, name in enumerate(names):
        sentence = SENTENCES[(number + position) % len(SENTENCES)].format(name=name, office=office)
        around = random_.sample(FILLER, 2)
        texts.append("\n".join([f"News of day {position + 1}", around[0], sentence, around[1]]) + "\n")
    return texts, usual, slip, count


@pytest.fixture(params=range(len(PEOPLE)), ids=lambda number: PEOPLE[number][1])
def project(request, tmp_path, capsys):
    texts, usual, slip, count = articles(request.param)
    for position, text in enumerate(texts):
        (tmp_path / f"article_{position:02}.txt").write_text(text, "utf-8")
    code = main(["check", str(tmp_path), "--no-default-glossary", "--format", "json", "--lang", "en"])
    report = json.loads(capsys.readouterr().out)
    return report, code, usual, slip, count


def test_the_rarer_spelling_is_shown_with_the_usual_one(project):
    report, code, usual, slip, _ = project
    clusters = [one for one in report["issues"] if one["check"] == "name-cluster"]
    assert code == 1
    assert [one["target"]["text"] for one in clusters] == [slip]
    assert clusters[0]["expected"] == [usual]
    assert clusters[0]["level"] == "error"


def test_all_places_of_the_usual_spelling_are_named(project):
    report, _, usual, _, count = project
    (issue,) = [one for one in report["issues"] if one["check"] == "name-cluster"]
    texts = {(one["id"], part["number"]): part["target"] for one in report["documents"] for part in one["segments"]}
    words = [texts[one["document"], one["segment"]][one["start"] : one["end"]] for one in issue["related"]]
    assert words == [usual] * count
    assert len({(one["document"], one["segment"], one["start"]) for one in issue["related"]}) == count


def test_the_usual_spelling_is_never_flagged(project):
    report, _, usual, _, _ = project
    assert [one["check"] for one in report["issues"] if usual in one["target"]["text"]] == []
