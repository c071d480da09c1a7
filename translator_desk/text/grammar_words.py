"""English words by what they do beside others: the table ``grammar_words.tsv``, whose head tells the roles."""

from __future__ import annotations

from functools import cache

from translator_desk.resources import data_rows


def grammar_words(role: str) -> frozenset[str]:
    """Return the words of a role, in small letters.

    Raises:
        KeyError: The table has no such role.
    """
    return _by_role()[role]


@cache
def _by_role() -> dict[str, frozenset[str]]:
    return {role: frozenset(words.split()) for role, words in data_rows("grammar_words.tsv")}
