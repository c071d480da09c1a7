"""One name joined in two ways in one document: Kim Jong-un and Kim Jong Un."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Observation, Sight
from translator_desk.checks.name_facts import capital_runs
from translator_desk.checks.one_way import other_way, way_seen
from translator_desk.checks.source_persons import squeezed
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.dictionary import is_english
from translator_desk.text.span import Span
from translator_desk.wording import Wording

_LONGEST_PIECE = 7
_PIECES = 3
_HYPHENED = re.compile(r"[A-Z](?<![\w’'-].)[a-z]{1,6} [A-Z][a-z]{1,6}[-‑‐][A-Za-z][a-z]{0,6}(?![\w-])")


class NameJoints(GroupCheck):
    """Compares names of three pieces with a hyphen, and without, by their letters."""

    id = CheckId("name-joints")
    title = Wording("One name joined in two ways", "同一人名连写方式不一")
    explanation = Wording(
        "A name of three pieces stands in one document with a hyphen and without, or with a capital behind the hyphen "
        "and without: Kim Jong-un, Kim Jong Un, Kim Jong-Un. Either may be right; a text keeps to one. The rarer is "
        "shown; where both are equally frequent it is a note.",
        "三个音节的人名在同一文件中有的带连字符、有的不带，或连字符后大小写不一（Kim Jong-un、Kim Jong Un、Kim Jong-Un）。"
        "各有所据，但全文应统一。报告较少见者；两者次数相同时仅作提示。",
    )
    mqm = Mqm.ENTITY
    level = Level.WARNING
    family = Family.CONSISTENCY
    sight = Sight.TEXTS
    figures_and_names = True
    smallest_group = 2
    judged_by = frozenset()
    gate = capital_runs
    examples = (
        Example(
            "Kim Jong Un smiled.",
            before=(("", "Kim Jong-un came."), ("", "Kim Jong-un spoke.")),
            found=("Kim Jong Un",),
            fixed="Kim Jong-un smiled.",
        ),
        Example(
            "Moon Jae-In left.",
            before=(("", "Moon Jae-in came."), ("", "Moon Jae-in spoke.")),
            found=("Moon Jae-In",),
            fixed="Moon Jae-in left.",
        ),
        Example("Kim Jong-un smiled.", before=(("", "Kim Jong-un came."),)),
        Example("The New Year Eve is near.", before=(("", "On New Year-eve they met."),), note="Words, no name."),
        Example("Kim Jong Un smiled.", elsewhere=("Kim Jong-un came.",), note="Another document."),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Return the names of three pieces, by their letters."""
        target = facts.target
        found = [Span(*match.span()) for match in _HYPHENED.finditer(target)] if "-" in target or "‑" in target else []
        for start, run in facts.of(capital_runs):
            if run.count(" ") == _PIECES - 1:
                pieces = run.split(" ")
                if max(map(len, pieces)) <= _LONGEST_PIECE and target[start + len(run) : start + len(run) + 1] != "-":
                    found.append(Span(start, start + len(run)))
        return [
            way_seen(facts, squeezed(words), span.start, words)
            for span in found
            if not _is_english(words := span.of(target))
        ]

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the places of the rarer forms."""
        counts = Counter(one.text for one in observations)
        if len(counts) < 2:
            return
        (usual, most), (_, second), *_ = counts.most_common()
        level = Level.INFO if most == second else None
        for one in observations:
            if one.text != usual:
                yield other_way(self, one, usual, observations, level=level)


def _is_english(words: str) -> bool:
    """Whether every piece is an English word: New Year Eve, Red Cross Day."""
    return all(is_english(piece.lower()) for piece in re.split(r"[ ‐‑-]", words))
