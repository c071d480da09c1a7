from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from translator_desk.app.documents import (
    InputOptions,
    ReadInputs,
    read_file,
    read_inputs,
    read_pasted,
    read_text,
)
from translator_desk.app.exports import paragraph_texts, written_target
from translator_desk.errors import InputError
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.document import Document
from translator_desk.model.segment import Place, Segment

SAMPLES = Path(__file__).parent.parent / "data" / "samples"
TERMS = TermBase.empty()
ARTICLE = """• Lake News
• At Home
• Abroad
{title}
From:湖州市新闻网 | Date Add in:2020-03-0{n} 08:00:00 [A\u00a0\u00a0A]

{body}

Translator: Lin
ICP NO:01234567"""
CHINESE = (
    "老桥修缮完成\n来源：湖州新闻网  时间：2020-03-04\n\n"
    "3月3日，市长邓群策察看了两座桥。他要求加快进度。\n工程耗资300万元。\n"
)
LOST = (
    "市民对修缮工作普遍表示十分满意，认为老桥承载着几代人的共同记忆，希望有关部门今后继续加强日常养护和安全巡查，"
    "同时做好历史资料的收集整理和宣传展示，让更多年轻人了解家乡的过去。"
)
ENGLISH = (
    "Old Bridges Repaired\n2020-03-05 08:00\n\nOn March 3, Mayor Deng Qunce visited two bridges. "
    "He asked for haste.\n\nThe works cost 3 million yuan.\n"
)


def read(*inputs: Path | str, **options: object) -> ReadInputs:
    return read_inputs(InputOptions(tuple(map(str, inputs)), **options), TERMS)


def only(result: ReadInputs) -> tuple[Document, tuple[Segment, ...]]:
    (document,) = result.project.documents
    return document, result.project.segments[document.id]


def pairs(segments: tuple[Segment, ...]) -> list[tuple[str, str]]:
    return [(one.source, one.target) for one in segments]


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    (tmp_path / "bridge.zh.txt").write_text(CHINESE, encoding="utf-8")
    (tmp_path / "bridge.en.txt").write_text(ENGLISH, encoding="utf-8")
    return tmp_path


def test_a_table_holds_both_languages_whatever_its_name_ends_in(tmp_path: Path):
    for name in ("terms_zh.tsv", "terms_en.tsv", "road-en.csv"):
        sign = "," if name.endswith("csv") else "\t"
        (tmp_path / name).write_text(f"市长来了。{sign}The mayor came.\n", encoding="utf-8")
    (tmp_path / "road.zh.txt").write_text("市长来了。\n", encoding="utf-8")
    assert [len(read(tmp_path / name).project.documents) for name in ("terms_zh.tsv", "terms_en.tsv")] == [1, 1]
    result = read(tmp_path / "road-en.csv")
    assert [one.source_path for one in result.project.documents] == [str(tmp_path / "road-en.csv")]
    with pytest.raises(InputError, match="no English file"):
        read(tmp_path / "road.zh.txt")


def test_a_text_without_a_headline_has_the_name_of_its_file(tmp_path: Path):
    (tmp_path / "bridge.zh.txt").write_text("市长来了。\n他讲了话。\n", encoding="utf-8")
    (tmp_path / "bridge.en.txt").write_text("The mayor came.\nHe spoke.\n", encoding="utf-8")
    (tmp_path / "road.txt").write_text("Roads Repaired\n\nThe mayor came.\n", encoding="utf-8")
    titles = [document.title for document in read(tmp_path).project.documents]
    assert titles == ["bridge", "Roads Repaired"]


def test_articles_are_one_target_only_project(tmp_path: Path):
    for n in range(1, 4):
        text = ARTICLE.format(title=f"Headline {n}", n=n, body=f"The mayor spoke {n} times. Nobody slept.")
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    result = read(tmp_path)
    assert [document.title for document in result.project.documents] == ["Headline 1", "Headline 2", "Headline 3"]
    assert [document.date for document in result.project.documents] == [dt.date(2020, 3, n) for n in (1, 2, 3)]
    document = result.project.documents[1]
    segments = result.project.segments[document.id]
    assert [one.target for one in segments] == ["Headline 2", "The mayor spoke 2 times.", "Nobody slept."]
    assert [one.separator for one in segments] == ["", " ", ""]
    assert [one.target_place for one in segments] == [Place(4, 1), Place(7, 1), Place(7, 26)]
    assert not document.has_source
    assert document.source_path is None
    assert {one.source for one in segments} == {""}
    assert [one.id for all_of in result.project.segments.values() for one in all_of] == list(range(1, 10))
    assert document.byline.translator == "Lin"
    assert "• Abroad" in document.furniture
    assert written_target(document, segments) == (tmp_path / "2.txt").read_bytes()
    assert result.warnings == ()


@pytest.mark.parametrize("named", ["bridge.en.txt", "bridge.zh.txt", "."])
def test_a_pair_is_known_by_its_names(pair: Path, named: str):
    document, segments = only(read(pair / named))
    assert pairs(segments) == [
        ("老桥修缮完成", "Old Bridges Repaired"),
        ("3月3日，市长邓群策察看了两座桥。", "On March 3, Mayor Deng Qunce visited two bridges."),
        ("他要求加快进度。", "He asked for haste."),
        ("工程耗资300万元。", "The works cost 3 million yuan."),
    ]
    assert document.id == "bridge"
    assert document.has_source
    assert (document.source_path, document.target_path) == (str(pair / "bridge.zh.txt"), str(pair / "bridge.en.txt"))
    assert document.date == dt.date(2020, 3, 5)
    assert segments[2].source_place == Place(4, 18)
    assert segments[2].target_place == Place(4, 51)
    assert all(one.confidence is not None for one in segments)
    assert written_target(document, segments) == ENGLISH.encode()


def test_other_spellings_of_the_sides_and_kinds(tmp_path: Path):
    (tmp_path / "a_zh.html").write_text("<p>市长到会。</p>", encoding="utf-8")
    (tmp_path / "a_en.html").write_text("<p>The mayor came.</p>", encoding="utf-8")
    (tmp_path / "B-ZH.txt").write_text("市长到会。", encoding="utf-8")
    (tmp_path / "B-EN.html").write_text("<p>The mayor came.</p>", encoding="utf-8")
    result = read(tmp_path)
    assert sorted(result.project.segments) == ["B", "a"]
    for segments in result.project.segments.values():
        assert pairs(segments) == [("市长到会。", "The mayor came.")]


def test_a_pair_named_by_hand_and_only_half_of_one(pair: Path):
    result = read(source=str(pair / "bridge.zh.txt"), target=str(pair / "bridge.en.txt"))
    assert only(result)[0].id == "bridge"
    with pytest.raises(InputError, match="both files"):
        read(source=str(pair / "bridge.zh.txt"))


def test_a_chinese_file_alone_is_refused_by_name_and_left_out_of_a_folder(pair: Path):
    (pair / "other.zh.txt").write_text("市长", encoding="utf-8")
    with pytest.raises(InputError, match=r"other\.en\.txt"):
        read(pair / "other.zh.txt")
    result = read(pair)
    assert [document.id for document in result.project.documents] == ["bridge"]
    assert "other.zh.txt" in str(result.warnings[0])


@pytest.mark.parametrize("name", ["s1", "s2", "s3"])
def test_line_by_line_segment_and_line_number_agree(name: str):
    document, segments = only(read(SAMPLES / f"{name}.en.txt", aligned=True))
    english = (SAMPLES / f"{name}.en.txt").read_text("utf-8").splitlines()
    chinese = (SAMPLES / f"{name}.zh.txt").read_text("utf-8").splitlines()
    assert pairs(segments) == list(zip(chinese, english, strict=True))
    assert [one.target_place for one in segments] == [Place(n, 1) for n in range(1, len(english) + 1)]
    assert [one.confidence for one in segments] == [None] * len(english)
    assert written_target(document, segments) == (SAMPLES / f"{name}.en.txt").read_bytes()


def test_line_by_line_an_empty_line_is_a_missing_translation(tmp_path: Path):
    (tmp_path / "a.zh.txt").write_text("一。\n\n三。\n\n\n", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("One.\n\n\n", encoding="utf-8")
    with pytest.raises(InputError, match="the English has 1 lines, the Chinese"):
        read(tmp_path / "a.en.txt", aligned=True)
    (tmp_path / "a.en.txt").write_text("One.\n\nThree.", encoding="utf-8")
    assert pairs(only(read(tmp_path, aligned=True))[1]) == [("一。", "One."), ("", ""), ("三。", "Three.")]
    (tmp_path / "a.en.txt").write_text("\n\nThree.", encoding="utf-8")
    assert pairs(only(read(tmp_path, aligned=True))[1]) == [("一。", ""), ("", ""), ("三。", "Three.")]


def test_line_mode_is_offered_where_the_lines_agree(pair: Path):
    assert read(pair).line_mode == ("bridge",)
    (pair / "bridge.zh.txt").write_text(f"{CHINESE}又一段。\n", encoding="utf-8")
    assert read(pair).line_mode == ()
    assert read(SAMPLES / "s1.en.txt").line_mode == ("s1",)
    assert read(SAMPLES / "s1.en.txt", aligned=True).line_mode == ()


def test_a_table_is_a_document(tmp_path: Path):
    (tmp_path / "t.csv").write_bytes('zh,en\r\n一。,"One, two."\r\n二。,\r\n'.encode())
    document, segments = only(read(tmp_path / "t.csv", date=dt.date(2020, 1, 2)))
    assert pairs(segments) == [("一。", "One, two."), ("二。", "")]
    assert document.has_source
    assert document.source_path == document.target_path == str(tmp_path / "t.csv")
    assert document.date == dt.date(2020, 1, 2)
    assert segments[0].target_place == Place(2, 5)
    assert written_target(document, segments) == (tmp_path / "t.csv").read_bytes()


def test_a_folder_reports_what_it_leaves_out(pair: Path):
    (pair / "notes.docx").write_bytes(b"PK\x03\x04")
    (pair / "broken.txt").write_bytes(b"one\ntwo\0")
    (pair / "terms.yaml").write_text("version: 2", encoding="utf-8")
    (pair / ".hidden.txt").write_text("x", encoding="utf-8")
    (pair / "blank.txt").write_text(" \n\n", encoding="utf-8")
    result = read(pair)
    assert [document.id for document in result.project.documents] == ["bridge"]
    said = [str(one) for one in result.warnings]
    assert any("notes.docx" in one for one in said)
    assert any(f"{pair / 'broken.txt'}:2:4: " in one for one in said)
    assert any("blank.txt: there is no text" in one for one in said)
    assert not any("terms" in one or "hidden" in one for one in said)
    assert all("{" not in one.render("zh") for one in result.warnings)


def test_a_file_that_was_named_is_never_left_out_in_silence(pair: Path):
    (pair / "broken.txt").write_bytes(b"one\ntwo\0")
    with pytest.raises(InputError) as caught:
        read(pair / "bridge.en.txt", pair / "broken.txt")
    assert (caught.value.file, caught.value.line, caught.value.column) == (str(pair / "broken.txt"), 2, 4)


def test_nothing_to_read(tmp_path: Path):
    with pytest.raises(InputError, match="name a file or a folder"):
        read()
    with pytest.raises(InputError, match="nothing in this folder"):
        read(tmp_path)
    (tmp_path / "a.qqq").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.qqq"):
        read(tmp_path)


def test_names_are_made_unique(tmp_path: Path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("The mayor came.", encoding="utf-8")
    result = read(tmp_path / "one", tmp_path / "two" / "a.txt", tmp_path / "one" / "a.txt")
    assert [document.id for document in result.project.documents] == ["a", "a-2"]


def test_chinese_opened_as_a_translation_is_remarked(tmp_path: Path):
    (tmp_path / "a.txt").write_text("市长出席会议并讲话。", encoding="utf-8")
    assert "mostly Chinese" in str(read(tmp_path / "a.txt").warnings[0])


def test_an_untranslated_paragraph_gets_a_place_of_its_own(tmp_path: Path):
    (tmp_path / "a.zh.txt").write_text(f"{CHINESE}{LOST}\n", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text(ENGLISH, encoding="utf-8")
    document, segments = only(read(tmp_path))
    assert pairs(segments)[-1] == (LOST, "")
    assert written_target(document, segments) == ENGLISH.encode()
    filled = (*segments[:-1], _with_target(segments[-1], "Citizens are content."))
    assert written_target(document, filled).decode() == ENGLISH.rstrip() + "\n\nCitizens are content.\n"


def test_an_untranslated_first_paragraph_comes_before_the_text(tmp_path: Path):
    (tmp_path / "a.zh.txt").write_text(f"{LOST}\n\n工程耗资300万元，由5家单位承担。\n", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("\n The works cost 3 million yuan, shared by 5 firms.\n", encoding="utf-8")
    document, segments = only(read(tmp_path))
    assert [one.target for one in segments] == ["", "The works cost 3 million yuan, shared by 5 firms."]
    assert written_target(document, segments) == (tmp_path / "a.en.txt").read_bytes()
    filled = (_with_target(segments[0], "Citizens are content."), segments[1])
    text = written_target(document, filled).decode()
    assert text.split("\n") == ["", " Citizens are content.", "The works cost 3 million yuan, shared by 5 firms.", ""]


def test_an_untranslated_sentence_is_filled_in_with_blanks_around_it():
    chinese = f"3月3日，全市普降大雨，部分道路积水。{LOST}5月5日，天气转晴，道路恢复通行。"
    english = "On March 3, heavy rain fell and some roads were flooded. May 5 was sunny and the roads were open again."
    document, segments = only(read_pasted(chinese, english, TERMS))
    assert [bool(one.target) for one in segments] == [True, False, True]
    assert paragraph_texts(document, segments) == [english]
    filled = (segments[0], _with_target(segments[1], "Citizens are content."), segments[2])
    assert paragraph_texts(document, filled) == [english.replace(". May", ". Citizens are content. May")]


def _with_target(segment: Segment, text: str) -> Segment:
    return Segment(**{name: getattr(segment, name) for name in Segment.__slots__} | {"target": text})


def test_pasted_text():
    document, segments = only(read_pasted("市长到会。", "The mayor came.", TERMS, date=dt.date(2020, 1, 1)))
    assert pairs(segments) == [("市长到会。", "The mayor came.")]
    assert (document.target_path, document.title, document.date) == ("", "The mayor came.", dt.date(2020, 1, 1))
    document, segments = only(read_pasted("", "The mayor came. He left.", TERMS))
    assert pairs(segments) == [("", "The mayor came."), ("", "He left.")]
    assert not document.has_source


def test_pasted_chinese_alone_waits_for_its_translation():
    document, segments = only(read_pasted("市长到会。\n会议结束。他走了。", "", TERMS))
    assert pairs(segments) == [("市长到会。", ""), ("会议结束。", ""), ("他走了。", "")]
    filled = tuple(
        _with_target(one, text) for one, text in zip(segments, ("He came.", "It ended.", "He left."), strict=True)
    )
    assert written_target(document, filled) == b"He came.\nIt ended. He left."


def test_pasted_lines():
    _, segments = only(read_pasted("一\n二", "One\nTwo", TERMS, aligned=True))
    assert pairs(segments) == [("一", "One"), ("二", "Two")]


@pytest.mark.parametrize(("source", "target"), [("", ""), (" \n", "\t"), ("", "a\0"), ("\ud800", "a")])
def test_pasted_text_passes_the_gate(source: str, target: str):
    with pytest.raises(InputError) as caught:
        read_pasted(source, target, TERMS)
    assert caught.value.file is None


def test_reading_one_file(tmp_path: Path):
    (tmp_path / "a.txt").write_text(ARTICLE.format(title="Head", n=1, body="Body."), encoding="utf-8")
    assert read_text(str(tmp_path / "a.txt")) == "Head\nBody."
    assert len(read_file(str(tmp_path / "a.txt")).blocks) == 8
    (tmp_path / "b.txt").write_text(" \n", encoding="utf-8")
    with pytest.raises(InputError, match="no text"):
        read_file(str(tmp_path / "b.txt"))


@pytest.mark.skipif("TRANSLATOR_DESK_ARTICLES" not in os.environ, reason="TRANSLATOR_DESK_ARTICLES names no folder")
def test_real_articles_come_back_byte_for_byte():
    result = read(os.environ["TRANSLATOR_DESK_ARTICLES"])
    assert result.project.documents
    for document in result.project.documents:
        assert document.date is not None
        segments = result.project.segments[document.id]
        assert written_target(document, segments) == Path(document.target_path).read_bytes()
        assert not any("Sponsored by" in one.target or "Translat" in one.target for one in segments)


def test_two_columns_pasted_are_a_pair_in_whatever_order():
    document, segments = only(read_pasted("", "The mayor came.\t市长到会。\n\nHe left.\t他走了。\n", TERMS))
    assert pairs(segments) == [("市长到会。", "The mayor came."), ("他走了。", "He left.")]
    assert (document.title, document.target_path, document.source_path) == ("Pasted text", "", None)
    assert document.has_source


def test_a_tab_in_english_alone_makes_no_table():
    _, segments = only(read_pasted("", "One\ttwo.\nThree\tfour.", TERMS))
    assert not any(one.source for one in segments)


def test_a_pasted_table_that_is_crooked_says_where():
    with pytest.raises(InputError, match="has 3 where the first row has 2 cells") as caught:
        read_pasted("", "市长\tMayor\n一\tOne\tTwo\n", TERMS)
    assert (caught.value.file, caught.value.line) == (None, 2)


def test_chinese_pasted_for_english_stands_on_its_own_side():
    document, segments = only(read_pasted("", "市长到会。他讲了TBEA的5G项目。", TERMS))
    assert pairs(segments) == [("市长到会。", ""), ("他讲了TBEA的5G项目。", "")]
    assert (document.has_source, document.target_path) == (True, "")
    _, segments = only(read_pasted("The mayor came.", "市长到会。", TERMS))
    assert pairs(segments) == [("市长到会。", "The mayor came.")]


@pytest.mark.parametrize("name", ["新闻.txt", "news.zh.txt"])
def test_a_chinese_file_alone_begins_a_translation_where_that_is_wanted(tmp_path: Path, name: str):
    file = tmp_path / name
    file.write_text("市长到会。\n\n会议结束。他走了。\n", encoding="utf-8")
    document, segments = only(read_inputs(InputOptions((str(file),), begin=True), TERMS))
    assert pairs(segments) == [("市长到会。", ""), ("会议结束。", ""), ("他走了。", "")]
    assert (document.source_path, document.target_path, document.title) == (str(file), "", name.split(".")[0])


def test_chinese_and_english_in_one_folder_without_names_are_not_mixed(tmp_path: Path):
    (tmp_path / "a.txt").write_text("The mayor came.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("市长到会。\n", encoding="utf-8")
    read_both = read_inputs(InputOptions((str(tmp_path),), begin=True), TERMS)
    assert [one.has_source for one in read_both.project.documents] == [False, True]
    assert not read_both.warnings
