"""Slips of English grammar that are certain, from the rule pack ``grammar``."""

from __future__ import annotations

from translator_desk.checks.base import Example, Family
from translator_desk.checks.rule_pack_check import RulePackCheck
from translator_desk.model.ids import CheckId
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.wording import Wording


class Grammar(RulePackCheck):
    """Finds patterns that no English sentence holds; doubtful ones are left alone."""

    id = CheckId("grammar")
    title = Wording("Grammar", "语法")
    explanation = Wording(
        "Only patterns that are certain: “we need urge them”, “make sure projects to start”, “one of the city”. The "
        "rules stand in glossaries/rules/grammar.yaml, each with examples of what is found and what is not.",
        "只报告有把握的句式：“we need urge them”“make sure projects to start”“one of the city”。"
        "规则见 glossaries/rules/grammar.yaml，每条附有应报告与不应报告的例句。",
    )
    mqm = Mqm.GRAMMAR
    level = Level.WARNING
    family = Family.GRAMMAR
    message = Wording("“{words}”: {why}; write “{write}”.", "“{words}”：{why}；应为“{write}”。")
    message_without_fix = Wording("“{words}”: {why}.", "“{words}”：{why}。")
    examples = (
        Example(
            "For new projects, we need urge them to start.",
            found=("we need urge",),
            fixed="For new projects, we need to urge them to start.",
        ),
        Example(
            "Make sure projects to start early.",
            found=("Make sure projects to",),
            fixed="Get projects to start early.",
        ),
        Example("Make sure to pass the test."),
        Example("If need be, we need help and need support."),
    )
