"""Verbs: tense, infinitive, participle, noun or adjective in their place."""

from __future__ import annotations

from translator_desk.checks.base import Example
from translator_desk.checks.shape_check import ShapeCheck
from translator_desk.model.ids import CheckId
from translator_desk.wording import Wording


class VerbForm(ShapeCheck):
    """Finds verbs in a form that the words beside them do not allow."""

    id = CheckId("verb-form")
    title = Wording("Form of verbs", "动词形式")
    explanation = Wording(
        "The words beside a verb ask for a form: “for teach growers”, “the develop of industry”, “to "
        "vigorous promote”, “Since 2020, the city built 30”, “has been opened in 2022”, “which to be "
        "completed”. The rules stand in resources/data/sentence_shapes.yaml.",
        "动词的形式由其前后的词决定，如“for teach growers”“the develop of indust"
        "ry”“to vigorous promote”“Since 2020, the city built 30”“"
        "has been opened in 2022”“which to be completed”。规则见 reso"
        "urces/data/sentence_shapes.yaml。",
    )
    examples = (
        Example("They were sent for teach growers.", found=("for teach",), fixed="They were sent to teach growers."),
        Example("The plant has been opened in 2019.", found=("has been opened",)),
        Example("They were sent to teach growers, and the plant was opened in 2019."),
        Example("Since 2020, the city has built the plant that opened in May."),
    )
