"""Nouns: number, article, possessive."""

from __future__ import annotations

from translator_desk.checks.base import Example
from translator_desk.checks.shape_check import ShapeCheck
from translator_desk.model.ids import CheckId
from translator_desk.wording import Wording


class NounForm(ShapeCheck):
    """Finds nouns in a wrong number, nouns without an article and other slips of form."""

    id = CheckId("noun-form")
    title = Wording("Form of nouns", "名词形式")
    explanation = Wording(
        "A noun that is counted stands in the plural after “three”, “many”, “other”, and a noun that is "
        "not counted has no plural: “other route”, “its progresses”, “freights trains”, “two third of”. "
        "Headlines are left alone. The rules stand in resources/data/sentence_shapes.yaml.",
        "可数名词在 three、many、other 之后用复数，不可数名词没有复数，如“other route”“it"
        "s progresses”“freights trains”“two third of”。标题不报告。规则见 r"
        "esources/data/sentence_shapes.yaml。",
    )
    examples = (
        Example("The buses ran on other route.", found=("route",), fixed="The buses ran on other routes."),
        Example("It will report its progresses.", found=("progresses",), fixed="It will report its progress."),
        Example("The buses ran on another route, and each other town reported its progress."),
        Example("It is one of many sports events; two thirds of the goods trains ran."),
    )
