"""What the checks stand on is read ahead."""

from __future__ import annotations

from translator_desk.app.warming import warm_checks
from translator_desk.checks.rules import spelling
from translator_desk.text import dictionary


def test_the_dictionary_is_there_afterwards():
    warm_checks()
    assert spelling.near_words("meetin")
    assert dictionary.near_words.cache_info().currsize >= 1
