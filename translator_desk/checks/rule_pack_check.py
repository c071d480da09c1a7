"""Checks whose rules stand in rule packs: a class names its pack by its id and says how its findings are told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import ClassVar

from translator_desk.checks.base import Facts, SegmentCheck
from translator_desk.checks.phrase import Phrase
from translator_desk.checks.rule_pack import Candidates, Rule, shipped_rules
from translator_desk.checks.term_facts import accepted_spans, lowered_target
from translator_desk.checks.word_facts import phrase_words
from translator_desk.glossary.renderings import accepted_index
from translator_desk.model.issue import Issue
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say


class RulePackCheck(SegmentCheck):
    """A check whose rules stand in the pack of its id."""

    message: ClassVar[Wording]
    """Sentence with ``{words}``, ``{why}`` and ``{write}``."""
    message_without_fix: ClassVar[Wording]

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each place at which a rule speaks; of overlapping places the longest."""
        rules = facts.of(_candidates).get(self.id)
        if not rules:
            return ()
        return self.found_by(facts, rules.values())

    def found_by(self, facts: Facts, rules: Iterable[tuple[Rule, Iterable[Phrase]]]) -> Sequence[Issue]:
        """Return what these rules find in a segment by the phrases beside them."""
        hits = [
            (rule, one, match)
            for rule, phrases in rules
            for one, match in rule.find(facts.target, facts.source, phrases)
        ]
        if not hits:
            return ()
        hits.sort(key=lambda hit: (-len(span := hit[1].span(hit[2])), span.start, hit[0].id))
        taken: list[Span] = []
        issues: list[Issue] = []
        for rule, one, match in hits:
            span = one.span(match)
            # Accepted forms are found in any case, so they say nothing to a rule about capitals.
            accepted = not rule.case and _is_accepted(facts, span)
            if not accepted and not any(span.overlaps(other) for other in taken):
                taken.append(span)
                issues.append(self._issue(facts, span, rule, one, match))
        return issues

    def _issue(self, facts: Facts, span: Span, rule: Rule, one: Phrase, match: re.Match[str]) -> Issue:
        expected = tuple(dict.fromkeys(words for form in rule.write if (words := one.rewritten(match, form))))
        wording = self.message if expected else self.message_without_fix
        values = {"words": span.of(facts.target), "write": expected[0] if expected else ""}
        message = say(
            wording.en.replace("{why}", _literal(rule.why.en)),
            wording.zh.replace("{why}", _literal(rule.why.zh)),
            **values,
        )
        source = next((Span(at, at + len(zh)) for zh in rule.zh if (at := facts.source.find(zh)) >= 0), None)
        return self.issue(
            facts,
            span,
            message,
            source=source,
            level=rule.level,
            expected=expected,
            evidence=(say("rule {id} ({place})", "规则 {id}（{place}）", id=rule.id, place=rule.place),),
        )


def _candidates(facts: Facts) -> Candidates:
    """Return the rules that may speak in a segment: those of the project in place of the shipped ones of their id."""
    words, own = facts.of(phrase_words), facts.context.own.rules
    found = shipped_rules().candidates(words)
    if own is None:
        return found
    for check, rules in found.items():
        for rule in [one for one in rules if (check, one) in own.ids]:
            del rules[rule]
    for check, rules in own.candidates(words).items():
        found.setdefault(check, {}).update(rules)
    return found


def _is_accepted(facts: Facts, span: Span) -> bool:
    """Whether the words are, or stand in, a rendering that the term base accepts: there the project has decided."""
    if any(one.contains(span) for one in facts.of(accepted_spans)):
        return True
    lowered = facts.of(lowered_target)
    longer = accepted_index(facts.context.term_base).longer_than(" ".join(span.of(lowered).split()))
    return any(one.contains(span) for form in longer for one in form.find(lowered, facts.target))


def _literal(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
