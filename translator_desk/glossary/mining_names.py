"""Names of persons that a project uses again and again without an entry."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable

from translator_desk.glossary.entry import Kind
from translator_desk.glossary.mining import Candidate, RenderingMet
from translator_desk.glossary.source_index import source_forms
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.names import NameRun, name_runs_en, surname_table
from translator_desk.text.pinyin import split_syllables
from translator_desk.text.scripts import simplify
from translator_desk.text.sounds import heard

FEWEST = 2
"""Segments in which a name must stand."""


def mine_names(
    segments: Iterable[tuple[Hashable, str, str]], term_base: TermBase, stopped: Callable[[], bool] = lambda: False
) -> tuple[Candidate, ...]:
    """Return the persons named in several segments that have no entry, the most frequent first.

    The Chinese is what sounds like the name and begins with a surname; spellings of one Chinese name stand together.
    Where the texts have no Chinese, a name stands for itself.

    Args:
        segments: Key, Chinese (or "") and English of each.
        term_base: Terms known already.
        stopped: Asked between segments; where it says yes there is no answer.
    """
    persons = term_base.of_kind(Kind.PERSON)
    spelt = {form.lower() for entry in persons for form in (*entry.accepted, *entry.short)}
    written = {form for entry in persons for form in source_forms(entry)}
    found: defaultdict[str, dict[str, dict[Hashable, None]]] = defaultdict(lambda: defaultdict(dict))
    for key, zh, en in segments:
        if stopped():
            return ()
        source = simplify(zh)
        for run in name_runs_en(en):
            if run.words.lower() in spelt:
                continue
            characters = _characters(source, run)
            if characters not in written and (characters or not source):
                found[characters or run.words][run.words][key] = None
    candidates = []
    for name, spellings in found.items():
        where = tuple(dict.fromkeys(key for keys in spellings.values() for key in keys))
        if len(where) >= FEWEST:
            ranked = sorted(spellings.items(), key=lambda one: -len(one[1]))
            renderings = tuple(RenderingMet(words, tuple(keys)) for words, keys in ranked)
            candidates.append(Candidate("" if name in spellings else name, where, renderings, float(len(where))))
    return tuple(sorted(candidates, key=lambda one: -one.score))


def _characters(source: str, run: NameRun) -> str:
    """Return the characters of the source that are the name, "" where none are."""
    heard_as: Counter[str] = Counter()
    for surname in split_syllables(run.surname.lower()):
        for given in split_syllables(run.given.lower()):
            syllables = (*surname, *given)
            for start in heard(source, syllables):
                name = source[start : start + len(syllables)]
                if name[: len(surname)] in surname_table():
                    heard_as[name] += 1
    return heard_as.most_common(1)[0][0] if heard_as else ""
