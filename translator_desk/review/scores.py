"""How alike two texts are, by published measures with their signatures; the one gate to sacrebleu."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Metric(StrEnum):
    """What can be measured."""

    CHRF = "chrf"
    BLEU = "bleu"
    TER = "ter"


@dataclass(frozen=True, slots=True)
class Score:
    """One measure over a whole text.

    Attributes:
        metric: Which.
        name: As publications call it: "chrF2", "BLEU", "TER".
        value: Percent. chrF2 and BLEU are 100 for equal texts; TER is the number of edits in a hundred words, 0 for
            equal texts, and can pass 100.
        signature: All that the value depends on, as sacrebleu writes it, so that others can repeat it.
    """

    metric: Metric
    name: str
    value: float
    signature: str


def scores(
    hypotheses: Sequence[str], references: Sequence[str], metrics: Iterable[Metric] = tuple(Metric)
) -> tuple[Score, ...]:
    """Return the scores of English texts against references, line by line, over all lines together.

    Args:
        hypotheses: The lines to be judged, for ``TER`` the ones that were edited.
        references: The line each should have been; pairs in which both are blank are left out.
        metrics: What to measure, in this order.

    Raises:
        ValueError: The two have different numbers of lines, or no words.
    """
    pairs = [pair for pair in zip(hypotheses, references, strict=True) if any(side.strip() for side in pair)]
    if not any(reference.strip() for _, reference in pairs):
        raise ValueError("no words to compare with")
    judged, right = [one for one, _ in pairs], [one for _, one in pairs]
    return tuple(_score(metric, judged, right) for metric in metrics)


def _score(metric: Metric, judged: list[str], right: list[str]) -> Score:
    measure = _measure(metric)
    found = measure.corpus_score(judged, [right])
    return Score(metric, found.name, float(found.score), f"{found.name}|{measure.get_signature().format()}")


def _measure(metric: Metric) -> Any:
    # Lazily: nobody who only reads and writes should wait for it.
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    return {Metric.BLEU: BLEU, Metric.CHRF: CHRF, Metric.TER: TER}[metric]()
