"""Where the entries of a term base stand in texts, and which of them never do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from translator_desk.glossary.lint_base import Problem
from translator_desk.glossary.matcher import overlapping_searches
from translator_desk.glossary.source_index import source_forms
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import EntryId
from translator_desk.model.severity import Level
from translator_desk.text.scripts import simplify
from translator_desk.wording import say

Key = TypeVar("Key")


def where_used(term_base: TermBase, texts: Iterable[tuple[Key, str]]) -> Mapping[EntryId, tuple[Key, ...]]:
    """Return the texts in which each entry is found, in their order; a text counts once.

    Args:
        term_base: The entries.
        texts: Chinese texts, each with a key of its own.
    """
    found: defaultdict[EntryId, dict[Key, None]] = defaultdict(dict)
    for key, text in texts:
        for number in {number for _, _, number in term_base.hits(simplify(text))}:
            for entry in term_base.owners(number):
                found[entry.id][key] = None
    return {entry: tuple(keys) for entry, keys in found.items()}


def lint_use(
    term_base: TermBase, texts: Iterable[str], stopped: Callable[[], bool] = lambda: False
) -> tuple[Problem, ...]:
    """Return the entries that texts never need: their forms do not occur, or only inside longer terms.

    Args:
        term_base: The entries.
        texts: The Chinese of a project.
        stopped: Asked between texts; where it says yes there is no answer.
    """
    plain: list[str] = []
    numbers: set[int] = set()
    for text in texts:
        if stopped():
            return ()
        plain.append(simplify(text))
        numbers.update(number for _, _, number in term_base.hits(plain[-1]))
    used = {entry.id for number in numbers for entry in term_base.owners(number)}
    idle = [entry for entry in term_base.entries if entry.id not in used]
    forms = tuple(dict.fromkeys(form for entry in idle for form in source_forms(entry)))
    search, _ = overlapping_searches(forms)
    hidden = {forms[number] for text in plain for _, _, number in search(text)}
    problems = []
    for entry in idle:
        inside = next((form for form in source_forms(entry) if form in hidden), None)
        if inside is None:
            message = say(
                "“{id}” ({zh}) stands nowhere in these texts",
                "“{id}”（{zh}）在这些文本中从未出现",
                id=entry.id,
                zh=entry.zh[0],
            )
            problems.append(Problem(entry.origin, message, "unused", Level.INFO, entry.id, "zh"))
        else:
            message = say(
                "“{form}” of “{id}” stands only inside longer terms or what not_inside names, so it is never asked for",
                "“{id}”的“{form}”只出现在更长的术语或 not_inside 所列文字之中，因此从不检查",
                form=inside,
                id=entry.id,
            )
            problems.append(Problem(entry.origin, message, "unreachable", Level.INFO, entry.id, "zh", inside))
    return tuple(problems)
