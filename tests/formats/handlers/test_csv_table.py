from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.handlers.contract import HandlerContract, layout_of
from translator_desk.errors import InputError
from translator_desk.formats.base import TableFile
from translator_desk.formats.handlers.csv_table import PAIRS, handler, new_table
from translator_desk.model.segment import Place

TSV = 'zh\ten\tnote\n邓群策到会。\tDeng Qunze came.\tx\n\n他说：\tHe said: "Haste!"\t\n'
CSV = 'ID,原文,译文\r\n1,邓群策到会。,"Deng Qunze came, and ""spoke""."\r\n2,再见。,Bye.\r\n'


class TestTsv(HandlerContract):
    handler = handler
    name = "a.tsv"
    files = (TSV, "邓群策到会。\tDeng Qunze came.\n再见。\tBye.")


class TestCsv(HandlerContract):
    handler = handler
    name = "a.csv"
    files = (CSV, "Deng Qunze came;邓群策到会。\nBye, all;再见。\n")


def read(text: str, name: str = "a.tsv") -> TableFile:
    return handler.read(text.encode(), name)


def pairs(file: TableFile) -> list[tuple[str, str]]:
    return [(row.source, row.target) for row in file.rows]


def test_rows_places_and_notes():
    file = read(TSV)
    assert pairs(file) == [("邓群策到会。", "Deng Qunze came."), ("他说：", 'He said: "Haste!"')]
    assert file.rows[0].note == "x"
    assert file.rows[1].target_place == Place(4, 5)
    assert file.rows[1].source_place == Place(4, 1)


def test_headings_in_chinese_and_quoted_cells():
    file = read(CSV, "a.csv")
    assert pairs(file)[0] == ("邓群策到会。", 'Deng Qunze came, and "spoke".')
    assert [row.id for row in file.rows] == ["1", "2"]
    assert file.rows[0].target_place == Place(2, 11)


def test_untouched_cells_keep_their_spelling():
    layout = read('"一","one"\n二,"two"\n', "a.csv").layout
    assert handler.write(layout, ["one", "2,5"]) == '"一","one"\n二,"2,5"\n'.encode()


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Hello.;你好。\nBye.;再见。\n", "a.csv", [("你好。", "Hello."), ("再见。", "Bye.")]),
        ("Hello.\t你好。\n", "a.csv", [("你好。", "Hello.")]),
        ("1,你好。,Hello.\n2,再见。,\n", "a.csv", [("你好。", "Hello."), ("再见。", "")]),
        ('"你好。"\t"Hello"\n', "a.tsv", [('"你好。"', '"Hello"')]),
        ('你好。\t"Hel\tlo"\n', "a.tsv", [("你好。", "Hel\tlo")]),
        ('他说\t"Yes," he said.\n', "a.tsv", [("他说", '"Yes," he said.')]),
        ("\n\nsource;target\n;\n你好。;\n", "a.csv", [("你好。", "")]),
        ('"你好。\r\n再见。",Hello.\r\n', "a.csv", [("你好。\n再见。", "Hello.")]),
    ],
)
def test_kinds_of_tables(text: str, name: str, found: list[tuple[str, str]]):
    assert pairs(read(text, name)) == found


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("zh\ten\n一\tone\n二\n", 3, 1, "has 1 where"),
        ("一\tone\ttoo many\n二\ttwo\n", 2, 1, "has 2 where"),
        ("一二三\n", 1, None, "one column"),
        ("one\ttwo\n", 1, None, "zh and en"),
    ],
)
def test_tables_that_cannot_be_read_say_where(text: str, line: int, column: int | None, words: str):
    with pytest.raises(InputError) as caught:
        read(text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert words in str(caught.value)


@pytest.mark.parametrize(("text", "line", "column"), [('一,"one\n二,two\n', 1, 3), ('一,one\n二,"two" three\n', 2, 8)])
def test_quotation_marks_that_do_not_pair_say_where(text: str, line: int, column: int):
    with pytest.raises(InputError) as caught:
        read(text, "a.csv")
    assert (caught.value.line, caught.value.column) == (line, column)


CELL = st.text("ab邓=+-@＝＋－＠\t\r\n\"',; °5C", max_size=12).map(
    lambda text: text.replace("\r\n", "\n").replace("\r", "\n")
)


@given(
    st.lists(st.tuples(CELL, CELL).filter(lambda row: any(cell.strip() for cell in row)), min_size=1),
    st.sampled_from(",\t"),
)
def test_our_own_tables_come_back_and_hold_no_formula(rows: list[tuple[str, str]], delimiter: str):
    data = new_table(("zh", "en"), rows, delimiter, PAIRS)
    file = handler.read(data, "a.tsv" if delimiter == "\t" else "a.csv")
    assert pairs(file) == rows
    reader = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter)
    cells = [cell for row in reader for cell in row]
    assert not any(cell.lstrip(" \u3000\u00a0").startswith(tuple("=+-@＝＋－＠\r")) for cell in cells)


def test_a_temperature_comes_back_as_it_was():
    data = new_table(("zh", "en"), [("零下五度", "-5°C")], ",", PAIRS)
    assert b'"\t-5' in data
    layout = layout_of(handler.read(data, "a.csv"))
    assert layout.paragraphs[0].text == "-5°C"
    assert handler.write(layout, ["-6°C"]) == data.replace(b"-5", b"-6")
