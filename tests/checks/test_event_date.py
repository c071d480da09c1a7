"""The day of the event: the first the body names, its year completed backwards."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.checks.builders import LAYOUT, document
from translator_desk.checks.event_date import event_date
from translator_desk.model.document import LayoutParagraph


def of(text, published):
    layout = replace(LAYOUT, paragraphs=(LayoutParagraph("", "A title", "A title"), LayoutParagraph("\n", text, text)))
    return event_date(replace(document(date=published), layout=layout))


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("On September 20, he spoke.", "2019-09-25", "2019-09-20"),
        ("On the afternoon of December 25, 2019", "2020-01-02", "2019-12-25"),
        ("On December 25 he spoke; on January 1 he left.", "2020-01-02", "2019-12-25"),
        ("Sept. 20th saw it.", "2019-09-25", "2019-09-20"),
        ("2月7日是虎年第一个工作日", "2022-04-29", "2022-02-07"),
        ("Nothing is dated.", "2019-09-25", "2019-09-25"),
        ("On February 31 nothing happens.", "2019-09-25", "2019-09-25"),
    ],
)
def test_the_first_day_counts(text, published, day):
    assert of(text, dt.date.fromisoformat(published)) == dt.date.fromisoformat(day)


def test_without_a_publication_date_nothing_is_known():
    assert of("On September 20, he spoke.", None) is None
