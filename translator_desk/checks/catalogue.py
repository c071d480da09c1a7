"""The catalogue of checks for the manual, made from what the checks declare."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from translator_desk.checks.base import Check, Example, Family, Need
from translator_desk.model.severity import Level
from translator_desk.wording import Wording

NEEDS = {
    Need.SOURCE: Wording("the Chinese", "中文原文"),
    Need.DATE: Wording("the date of the document", "文档日期"),
    Need.TERMS: Wording("a term base", "术语库"),
}
LEVELS = {
    Level.ERROR: Wording("error", "错误"),
    Level.WARNING: Wording("warning", "警告"),
    Level.INFO: Wording("note", "提示"),
}
FAMILIES = {
    Family.OFFICE_HOLDER: Wording("Who holds which office", "任职情况"),
    Family.NAME: Wording("Names of persons", "人名"),
    Family.PLACE: Wording("Places and offices", "地名与职务"),
    Family.FIGURE: Wording("Figures, dates, units", "数字、日期与单位"),
    Family.SLOGAN: Wording("Set phrases with numbers", "含数字的固定提法"),
    Family.TERM_AVOID: Wording("Renderings to avoid", "应避免的译法"),
    Family.TERM_MISSING: Wording("Terms not rendered", "未译出的术语"),
    Family.TERM_INCONSISTENT: Wording("Terms rendered in several ways", "译法不一的术语"),
    Family.CALQUE: Wording("Chinglish", "中式英语"),
    Family.GRAMMAR: Wording("Grammar", "语法"),
    Family.SPELLING: Wording("Spelling and capitals", "拼写与大小写"),
    Family.COMPLETENESS: Wording("Completeness", "完整性"),
    Family.LAYOUT: Wording("Spaces and marks", "空格与标点"),
    Family.CONSISTENCY: Wording("Consistency", "前后一致"),
}
_HEAD = Wording(
    """# Checks

What the desk looks for, where it stays silent, and an example of each. This page is made from the checks themselves
(`make catalogue`); `translator-desk explain ID` prints the same on the command line.

**Levels.** *error* would shame the office in print, *warning* is what a reviser would change, *note* asks you to look.
A project can give every check another level or switch it off. Issues that the check itself judged lighter than usual
stay lighter: the new level moves all of them by as much.

**Profiles.** *standard* runs all checks but those marked strict; *strict* runs these as well; *names-and-figures* runs
only the checks marked so.

**One slip, one issue.** Where several checks point at the same words, the first in the order of this page speaks. What
the others saw becomes its evidence, their fix is offered where it has none, and the level is the highest of them. Where
a whole sentence is missing, the sentence is reported, and what is missing with it is its evidence.

**Not run.** A check that lacks what it needs (the Chinese, a date, a term base) is listed as not run. So are most
checks for a segment of more than 50,000 characters.
""",
    """# 检查项目

本页列出各项检查会发现什么、不报告什么，并各附示例。本页由检查本身生成（`make catalogue`）；
命令行 `translator-desk explain ID` 显示相同内容。

**级别。** *错误*：印出来会出丑；*警告*：审校者会改；*提示*：请看一眼。每个项目可以为任一检查另定级别或将其关闭。
检查自身判定较轻的问题仍然较轻：新级别使该检查的所有问题同步升降。

**检查方案。** *standard* 运行除标为“严格”之外的全部检查；*strict* 连同这些一起运行；
*names-and-figures* 只运行标为“人名与数字”的检查。

**一处失误，一个问题。** 多项检查指向同一处文字时，按本页顺序由排在前面的报告；其他检查所见列为依据，
报告者没有修改建议时采用它们的建议，级别取其中最高者。
整句漏译时只报告该句，句中随之缺失的内容列为依据。

**未运行。** 缺少所需条件（中文原文、日期、术语库）的检查列为未运行；超过 50,000 个字符的片段，大多数检查也不运行。
""",
)
_WORDS = {
    "level": Wording("Level", "级别"),
    "mqm": Wording("MQM", "MQM"),
    "needs": Wording("Needs", "需要"),
    "nothing": Wording("nothing but the English", "仅需英文"),
    "strict": Wording("strict profile only", "仅严格方案"),
    "figures": Wording("also in the profile names-and-figures", "亦属“人名与数字”方案"),
    "found": Wording("Found", "会发现"),
    "silent": Wording("Silent", "不报告"),
    "nothing_there": Wording("(something missing)", "（缺失）"),
    "fixed": Wording("corrected", "改为"),
    "before": Wording("earlier in the document", "文档前文"),
    "elsewhere": Wording("elsewhere in the project", "项目他处"),
    "date": Wording("dated", "日期"),
    "comma": Wording("; ", "；"),
    "colon": Wording(": ", "："),
}


def catalogue(checks: Iterable[Check], language: str) -> str:
    """Return the page of the manual in Markdown, in ``language`` ("en" or "zh"), the checks in order of precedence."""
    ordered = sorted(checks, key=lambda check: (check.family, check.id))
    parts = [_HEAD.of(language)]
    for family, members in groupby(ordered, key=lambda check: check.family):
        parts.append(f"## {FAMILIES[family].of(language)}\n")
        parts += [_section(check, language) for check in members]
    return "\n".join(parts)


def _section(check: Check, language: str) -> str:
    def word(name: str) -> str:
        return _WORDS[name].of(language)

    needs = ", ".join(NEEDS[need].of(language) for need in sorted(check.needs)) or word("nothing")
    facts = [
        f"{word('level')}{word('colon')}{LEVELS[check.level].of(language)}",
        f"{word('mqm')}{word('colon')}{check.mqm.value}",
        f"{word('needs')}{word('colon')}{needs}",
    ]
    facts += [word("strict")] * check.strict_only + [word("figures")] * check.figures_and_names
    lines = [
        f"### {check.id} {check.title.of(language)}\n",
        f"{check.explanation.of(language)}\n",
        f"{word('comma').join(facts)}\n",
    ]
    for name, wanted in (("found", True), ("silent", False)):
        examples = [example for example in check.examples if bool(example.found) is wanted]
        lines += [f"- {word(name)}{word('colon')}{_example(example, language)}" for example in examples]
    return "\n".join(lines) + "\n"


def _example(example: Example, language: str) -> str:
    def word(name: str) -> str:
        return _WORDS[name].of(language)

    text = f"{example.source} | {_code(example.target)}" if example.source else _code(example.target)
    if example.found:
        text += " → " + ", ".join(f"**{_plain(words)}**" if words else word("nothing_there") for words in example.found)
    extra = []
    if example.fixed:
        extra.append(f"{word('fixed')}{word('colon')}{_code(example.fixed)}")
    if example.before:
        extra.append(f"{word('before')}{word('colon')}{', '.join(_code(target) for _, target in example.before)}")
    if example.elsewhere:
        extra.append(f"{word('elsewhere')}{word('colon')}{', '.join(map(_code, example.elsewhere))}")
    if example.date:
        extra.append(f"{word('date')} {example.date}")
    if example.note and language == "en":
        extra.append(_plain(example.note))
    return word("comma").join([text, *extra])


def _code(text: str) -> str:
    """Return text as Markdown shows it literally, spaces at its ends and back-ticks in it included."""
    fence = "``" if "`" in text else "`"
    pad = " " if "`" in text or text != text.strip() else ""
    return f"{fence}{pad}{text}{pad}{fence}".replace("\n", "⏎") if text else "∅"


def _plain(text: str) -> str:
    """Return text with the signs of Markdown disarmed."""
    return "".join(f"\\{ch}" if ch in "*_`[]<>|\\" else ch for ch in text).replace("\n", "⏎")
