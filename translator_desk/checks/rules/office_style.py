"""How offices and bodies are named, from the rule pack ``office-style``."""

from __future__ import annotations

from translator_desk.checks.base import Example, Family
from translator_desk.checks.rule_pack_check import RulePackCheck
from translator_desk.model.ids import CheckId
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.wording import Wording


class OfficeStyle(RulePackCheck):
    """Finds offices and bodies named against the usage of the six systems, without any term base."""

    id = CheckId("office-style")
    title = Wording("How an office is named", "职务、机构的写法")
    explanation = Wording(
        "CPC and Party say one thing twice; the committee takes “the” and must be named; Party posts have deputy, "
        "congress and CPPCC posts vice; a minister sits in the State Council only. The rules stand in "
        "glossaries/rules/office_style.yaml. “Party Secretary Zheng” and second mentions are left alone.",
        "CPC 与 Party 重复；委员会前要有冠词，且须说明是哪个委员会；党内副职用 deputy，人大、政协副职用 vice；minister 只用于"
        "国务院部长。规则见 glossaries/rules/office_style.yaml。“Party Secretary Zheng”及再次提及时的简称不报告。",
    )
    mqm = Mqm.WRONG_TERM
    level = Level.WARNING
    family = Family.PLACE
    message = Wording("“{words}”: {why}; write “{write}”.", "“{words}”：{why}；应为“{write}”。")
    message_without_fix = Wording("“{words}”: {why}.", "“{words}”：{why}。")
    examples = (
        Example(
            "Secretary of the CPC Hengyang Municipal Party Committee",
            found=("CPC Hengyang Municipal Party Committee",),
            fixed="Secretary of the CPC Hengyang Municipal Committee",
        ),
        Example(
            "He was Vice Secretary of the Party Committee.",
            found=("Vice Secretary",),
            fixed="He was Deputy Secretary of the Party Committee.",
        ),
        Example("Party Secretary Zheng Jianxin of the CPC Hengyang Municipal Committee"),
        Example("Zhu Jian, Deputy Secretary of the Municipal Party Committee and Vice Chairperson of the CPPCC"),
    )
