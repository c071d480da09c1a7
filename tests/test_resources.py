"""What ships beside the code: every table says where its facts are from, and every row can be read."""

from __future__ import annotations

from itertools import takewhile

import pytest

from translator_desk.resources import data_rows, data_yaml, resource_path, shipped_glossaries

TABLES = sorted(path.name for path in resource_path("data").glob("*.tsv"))
LISTS = sorted(path.name for path in resource_path("data").glob("*.yaml"))
PACKS = sorted(shipped_glossaries().joinpath("rules").glob("*.yaml"))


def header_of(path):
    return list(takewhile(lambda line: line.startswith("#"), path.read_text("utf-8").splitlines()))


@pytest.mark.parametrize(
    "path", [*(resource_path("data", name) for name in (*TABLES, *LISTS)), *PACKS], ids=lambda path: path.name
)
def test_every_table_states_its_origin(path):
    assert any("Origin: " in line for line in header_of(path))


@pytest.mark.parametrize("name", TABLES)
def test_every_row_says_something(name):
    rows = data_rows(name)
    assert rows
    assert all(row[0] for row in rows)


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_keyed_by_words(name):
    assert all(isinstance(key, str) and value for key, value in data_yaml(name).items())
