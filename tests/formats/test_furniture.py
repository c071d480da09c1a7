from __future__ import annotations

import datetime as dt

import pytest

from translator_desk.formats.base import TextFile
from translator_desk.formats.furniture import Page, repeated_lines, set_aside
from translator_desk.formats.furniture_rules import rules
from translator_desk.formats.handlers.plain_text import handler

MENU = "• Lake News\n    • At Home\n    • Abroad ”Project of the Year\n  • Reports"
FOOTER = """Sponsored by Lake Town Municipal People's Government, Undertaken by Lake Town Normal University
Technical Support & Design:Lake Town Normal University
ICP NO:01234567"""
BODY = "On March 3, the mayor visited two old bridges.\n\nHe asked for haste."


def read(text: str, path: str = "a.txt") -> TextFile:
    return handler.read(text.encode(), path)


def kept(page: Page) -> list[str]:
    return [paragraph.text for paragraph in page.layout.paragraphs]


def test_a_page_of_a_government_site():
    byline = "From:湖州市新闻网 | Date Add in:2020-03-04 08:00:01 [A\u00a0\u00a0A]"
    page = set_aside(read(f"{MENU}\nOld Bridges Repaired\n{byline}\n\n{BODY}\n\n\nTranslator: Lin\n\n{FOOTER}"))
    assert kept(page) == ["Old Bridges Repaired", *BODY.split("\n\n")]
    assert page.title == "Old Bridges Repaired"
    assert page.byline.source_line == "湖州市新闻网"
    assert page.byline.published == dt.date(2020, 3, 4)
    assert page.byline.translator == "Lin"
    assert page.byline.line == byline
    assert page.furniture == (*(line.strip() for line in MENU.split("\n")), "Translator: Lin", *FOOTER.split("\n"))
    assert page.places[0].line == 5


def test_a_section_name_above_the_headline():
    page = set_aside(read(f"Special Column\nOld Bridges Repaired\nFrom:湖州 | Date Add in:2020-03-04\n{BODY}"))
    assert page.furniture == ("Special Column",)
    assert page.title == "Old Bridges Repaired"


def test_a_second_headline_is_text():
    page = set_aside(read(f"Old Bridges Repaired\nMayor visits works\n2020-03-04 08:00\n{BODY}"))
    assert kept(page)[:2] == ["Old Bridges Repaired", "Mayor visits works"]


@pytest.mark.parametrize(
    ("line", "source", "date"),
    [
        ("From:衡州市电子政务办 | Date Add in:2019-09-25 09:00:01 [A\u00a0\u00a0A]", "衡州市电子政务办", "2019-09-25"),
        ("From: Lake Town News Network | Date Add in: 2019-06-07 09:00:00", "Lake Town News Network", "2019-06-07"),
        ("来源：衡州新闻网  时间：2019-06-07 09:00:00", "衡州新闻网", "2019-06-07"),
        ("来源：衡州日报 2019年6月7日 【字体：大 中 小】", "衡州日报", "2019-06-07"),
        ("发布时间：2019-06-07 09:00 来源：衡州新闻网 浏览次数：12", "衡州新闻网", "2019-06-07"),
        ("2022-04-29 0 By", "", "2022-04-29"),
        ("2019/6/7 9:00", "", "2019-06-07"),
        ("Updated: June 7, 2019", "", "2019-06-07"),
        ("7 June 2019", "", "2019-06-07"),
        ("Source: Lake Daily | Author: Li Wei | 2019-06-07", "Lake Daily", "2019-06-07"),
        ("Source: Xinhua", "Xinhua", None),
        ("Date: 2019-06-31 Source: Xinhua", "Xinhua", None),
    ],
)
def test_bylines(line: str, source: str, date: str | None):
    byline = rules().byline(line)
    assert byline is not None
    assert byline.source_line == source
    assert str(byline.published) == str(date)
    assert byline.line == line


@pytest.mark.parametrize(
    "line",
    [
        "On March 3, 2020, the mayor visited two old bridges.",
        "From June 12th, the team will be in town.",
        "From 2019-06-07 the bridge is closed.",
        "时间：9时",
        "Time flies.",
        "",
        "2019 was a good year",
        "Source of the river",
    ],
)
def test_sentences_are_no_bylines(line: str):
    assert rules().byline(line) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Translator: Jing", "Jing"),
        ("Translated by Xie Caihong", "Xie Caihong"),
        ("(Translated by Li Wei)", "Li Wei"),
        ("翻译：李伟", "李伟"),
        ("Translated by the office of the mayor and read out at the meeting.", ""),
        ("Translators are needed.", ""),
    ],
)
def test_credits(line: str, name: str):
    assert rules().credit(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "Sponsored by the city, the fair drew ten thousand visitors.",
        "The meeting was hosted by the mayor.",
        "The government thanked all departments.",
        "Home prices rose by 2 percent.",
        "Print media are in decline.",
        "Next: the bridge.",
        "Editors met in the town hall on Friday to discuss the paper.",
        "分享改革成果，共建美好家园。",
        "地址选在湖边的新城区，市民普遍叫好。",
    ],
)
def test_sentences_are_no_furniture(line: str):
    assert line in kept(set_aside(read(f"Old Bridges Repaired\n2020-03-04\n{BODY}\n{line}\n")))


@pytest.mark.parametrize(
    "line",
    [
        "湘ICP备01234567号-1",
        "主办：衡州市人民政府",
        "Copyright © 2019 Lake Town",
        "当前位置：首页 > 新闻",
        "Home > News",
        "打印 | 关闭",
        "Previous: Old Mill Sold",
        "责任编辑：王 五",
    ],
)
def test_lines_of_a_site(line: str):
    assert line in set_aside(read(f"Old Bridges Repaired\n2020-03-04\n{BODY}\n{line}\n")).furniture


def test_the_date_at_the_end_of_a_document_is_its_own():
    page = set_aside(read(f"通知\n{BODY}\n{BODY}\n{BODY}\n湖州市人民政府\n2020年3月4日\n"))
    assert kept(page)[-1] == "2020年3月4日"
    assert page.byline.published is None


def articles(count: int) -> list[TextFile]:
    page = "Lake Town Portal\nDaily Bulletin\n\nHeadline {n}\nBody number {n} stands here.\n\nContact the office"
    return [read(page.format(n=n), f"{n}.txt") for n in range(count)]


def test_lines_that_files_share_at_head_and_foot_are_furniture():
    files = articles(3)
    page = set_aside(files[0], repeated_lines(files))
    assert kept(page) == ["Headline 0", "Body number 0 stands here."]
    assert page.furniture == ("Lake Town Portal", "Daily Bulletin", "Contact the office")
    assert kept(set_aside(files[0]))[0] == "Lake Town Portal"


def test_shared_lines_inside_the_text_stay():
    files = [read(f"Head {n}\nBody {n}.\nShared line\nMore {n}.") for n in range(4)]
    assert "Shared line" in kept(set_aside(files[0], repeated_lines(files)))


def test_two_versions_of_one_article_share_no_furniture():
    first = read("Headline\nBody one\nBody two\nDeng Qunze came\n", "1.txt")
    second = read("Headline\nBody one\nBody two\nDeng Qunce came\n", "2.txt")
    assert repeated_lines([first, second]) == frozenset()
    assert repeated_lines([first, first]) == frozenset()


def test_a_list_that_looks_like_a_menu_only_is_text():
    page = set_aside(read("• Home\n• News\n• Culture\n"))
    assert kept(page) == ["• Home", "• News", "• Culture"]


def test_line_by_line_everything_is_text_and_the_date_is_read():
    file = handler.read(b"Head\nFrom: Lake News | Date Add in: 2020-03-04\n\nBody.", "a.txt", by_line=True)
    page = set_aside(file)
    assert len(page.layout.paragraphs) == 4
    assert page.byline.published == dt.date(2020, 3, 4)
    assert page.title == "Head"
