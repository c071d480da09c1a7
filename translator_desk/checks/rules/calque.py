"""Chinglish of government and news text, from the rule pack ``calque``."""

from __future__ import annotations

from translator_desk.checks.base import Example, Family
from translator_desk.checks.rule_pack_check import RulePackCheck
from translator_desk.model.ids import CheckId
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.wording import Wording


class Calque(RulePackCheck):
    """Finds Chinese said in English words; each rule names the better form."""

    id = CheckId("calque")
    title = Wording("Chinglish", "中式英语")
    explanation = Wording(
        "The words are English, the way of saying it is Chinese: “in the next step”, “the broad masses”, “positively "
        "respond”. The rules, each with its reason, the better form and examples, stand in glossaries/rules/calque.yaml. "
        "Where the Chinese is at hand, rules that name a Chinese word speak only beside it.",
        "用的是英语单词，说法却是汉语的：“in the next step”“the broad masses”“positively respond”。"
        "各条规则连同理由、较好的说法和例句见 glossaries/rules/calque.yaml。有原文时，注明中文词语的规则只在原文含有该词语时才报告。",
    )
    mqm = Mqm.AWKWARD
    level = Level.WARNING
    family = Family.CALQUE
    message = Wording("“{words}”: {why}; better “{write}”.", "“{words}”：{why}；宜作“{write}”。")
    message_without_fix = Wording("“{words}”: {why}.", "“{words}”：{why}。")
    examples = (
        Example(
            "In the next step, the city will build roads.",
            found=("In the next step",),
            fixed="Next, the city will build roads.",
        ),
        Example(
            "Residents positively responded to the call.",
            found=("positively responded",),
            fixed="Residents actively responded to the call.",
        ),
        Example(
            "He conveyed the spirit of the conference.",
            "他传达了会议精神。",
            found=("the spirit of",),
            fixed="He conveyed the guiding principles of the conference.",
        ),
        Example("She carried forward the spirit of Lei Feng."),
        Example("The patient responded positively to the drug."),
    )
