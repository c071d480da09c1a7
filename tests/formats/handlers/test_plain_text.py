from __future__ import annotations

from tests.formats.handlers.contract import HandlerContract, layout_of, texts_of
from translator_desk.formats.handlers.plain_text import handler
from translator_desk.model.segment import Place

ARTICLE = """• News
  • Local
  • Culture
City Speeds Up Repairs of Old Bridges
From:衡州新闻网 | Date Add in:2020-03-04 08:00:00 [A\u00a0\u00a0A]

On March 3, Deng Qunze visited two bridges.  He asked for haste.

\u3000\u3000The works cost 3 million yuan.\u00a0
Translator: Lin
ICP NO:12345678"""
WRAPPED = """Repairs of the old bridges in the city of Lake Town began on Monday, and
Deng Qunze, the mayor, visited two of them to see how the works were going
on; he asked everybody to make haste.

The works cost three million yuan, of which the province pays about a half
and the city the other half, as was agreed last year in a contract that was
signed by all.
"""


class TestPlainText(HandlerContract):
    handler = handler
    name = "a.txt"
    files = (ARTICLE, WRAPPED, "Deng Qunze\n", "\n\n Deng Qunze \n\n")
    edited_files = ("Deng Qunze\r\n\r\n  came.\nHe spoke.\n\n",)


def test_blanks_at_the_ends_of_a_line_are_layout():
    file = handler.read(ARTICLE.encode(), "a.txt")
    assert [block.text for block in file.blocks][-3:] == [
        "The works cost 3 million yuan.",
        "Translator: Lin",
        "ICP NO:12345678",
    ]
    assert file.blocks[-3].place == Place(9, 3)


def test_by_line_every_line_is_a_block():
    file = handler.read(b"one\n\n three \n", "a.txt", by_line=True)
    assert [(block.text, block.place) for block in file.blocks] == [
        ("one", Place(1, 1)),
        ("", Place(2, 1)),
        ("three", Place(3, 2)),
    ]


def test_an_empty_line_can_be_filled_in():
    layout = layout_of(handler.read("一\r\n\r\n三".encode(), "a.txt", by_line=True))
    assert handler.write(layout, ["一", "two", "三"]) == "一\r\ntwo\r\n三".encode()


def test_a_file_broken_to_a_width_is_read_by_paragraph():
    layout = layout_of(handler.read(WRAPPED.encode(), "a.txt"))
    assert len(layout.paragraphs) == 2
    assert "Monday, and Deng Qunze" in layout.paragraphs[0].text
    edited = [text.replace("Qunze", "Qunce") for text in texts_of(layout)]
    assert handler.write(layout, edited).decode() == WRAPPED.replace("Qunze", "Qunce")


def test_chinese_broken_to_a_width_is_joined_without_blanks():
    line = "衡州市今天召开会议部署老旧桥梁维修工作要求各部门加强配合按时完成任务"
    text = "\n".join([line] * 4) + "。\n"
    layout = layout_of(handler.read(text.encode(), "a.txt"))
    assert texts_of(layout) == [line * 4 + "。"]


def test_a_sentence_a_line_is_no_broken_paragraph():
    text = "\n".join(f"This is sentence number {n} and it stands on its own line of text." for n in range(100, 110))
    assert len(handler.read(text.encode(), "a.txt").blocks) == 10


def test_line_ends_that_are_typed_become_those_of_the_file():
    layout = layout_of(handler.read(b"one\r\ntwo\r\n", "a.txt"))
    assert handler.write(layout, ["one\nand a half", "two"]) == b"one\r\nand a half\r\ntwo\r\n"


def test_unusual_separators_are_no_line_ends():
    file = handler.read("a\u2028b\u0085c\x1dd".replace("\x1d", "").encode(), "a.txt")
    assert [block.text for block in file.blocks] == ["a\u2028b\u0085cd"]
