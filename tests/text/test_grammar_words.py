import pytest

from translator_desk.resources import data_rows
from translator_desk.text.grammar_words import grammar_words


def test_every_role_has_words_in_small_letters_and_none_twice() -> None:
    for role, words in data_rows("grammar_words.tsv"):
        listed = words.split()
        assert len(listed) == len(set(listed)), role
        assert grammar_words(role) == frozenset(listed)
        assert words == words.lower()


def test_the_roles_are_those_that_the_checks_ask_for() -> None:
    roles = ["joint", "particle", "prefix", "ending", "before-figure", "doubled", "behind-noun", "no-name"]
    assert [row[0] for row in data_rows("grammar_words.tsv")] == [*roles, "not-a-family", "one", "whole"]
    assert {"of", "'s"} <= grammar_words("joint")
    assert "less" in grammar_words("ending")


def test_a_role_nobody_listed_is_refused() -> None:
    with pytest.raises(KeyError):
        grammar_words("verb")
