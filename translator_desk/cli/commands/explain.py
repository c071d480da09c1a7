"""``translator-desk explain``: what a check finds, its examples, how to switch it off."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from translator_desk.app.own_checks import read_own
from translator_desk.app.paths import Paths
from translator_desk.checks.base import Check, Example, Need
from translator_desk.checks.registry import all_checks, check_by_id
from translator_desk.errors import RefusedError
from translator_desk.wording import Wording, say

HELP = "Explain a check: what it finds, where it stays silent, how to switch it off."

_WORDS = {
    "level": Wording("level", "级别"),
    "needs": Wording("needs", "需要"),
    "finds": Wording("Finds", "会发现"),
    "silent": Wording("Stays silent on", "不会报告"),
    "own": Wording("Own rules:", "自定义规则："),
    "off": Wording(
        "Switch it off: --skip {id}, or in the window under Project > Checks.",
        "关闭方法：--skip {id}，或在窗口的“项目 > 检查”中关闭。",
    ),
}
_NEEDS = {
    Need.SOURCE: Wording("the Chinese", "中文原文"),
    Need.DATE: Wording("the date of the document", "文档日期"),
    Need.TERMS: Wording("a term base", "术语库"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be said on the command line."""
    parser.add_argument("check", nargs="?", metavar="CHECK", help="id of the check; none lists all")
    parser.add_argument("--list", action="store_true", help="list all checks and own rules, a line each")
    parser.add_argument(
        "--glossary", action="append", default=[], metavar="PATH", help="term base whose own rules are listed, too"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the explanation, or the list."""
    language = arguments.lang
    if arguments.list or not arguments.check:
        width = max(len(check.id) for check in all_checks())
        for check in all_checks():
            sys.stdout.write(f"{check.id:<{width}}  {check.level.value:<7}  {check.title.of(language)}\n")
        sys.stdout.write(_own_rules([Path(one) for one in arguments.glossary], width, language))
        return 0
    try:
        check = check_by_id(arguments.check)
    except KeyError:
        raise RefusedError(
            say(
                "There is no check “{name}”; translator-desk explain --list names them all.",
                "没有名为“{name}”的检查；可用 translator-desk explain --list 查看全部。",
                name=arguments.check,
            )
        ) from None
    sys.stdout.write(explanation(check, language))
    return 0


def _own_rules(term_files: Sequence[Path], width: int, language: str) -> str:
    """Return the rules of the house and of these term bases, a line each: check, level, file and line, reason."""
    own = read_own(Paths.of_user(), term_files)
    lines = [
        f"{pack.check:<{width}}  {(rule.level or check_by_id(pack.check).level).value:<7}  "
        f"{rule.id} ({rule.place}): {rule.why.of(language)}\n"
        for pack in (own.rules.packs if own.rules is not None else ())
        for rule in pack.rules
    ]
    return "".join([f"\n{_WORDS['own'].of(language)}\n", *lines]) if lines else ""


def explanation(check: Check, language: str) -> str:
    """Return everything a translator may want to know about a check."""
    needs = ", ".join(_NEEDS[one].of(language) for one in sorted(check.needs)) or "—"
    lines = [
        f"{check.id}: {check.title.of(language)}",
        f"{_WORDS['level'].of(language)}: {check.level.value}; MQM: {check.mqm.value}; "
        f"{_WORDS['needs'].of(language)}: {needs}",
        "",
        check.explanation.of(language),
        "",
    ]
    for word, found in (("finds", True), ("silent", False)):
        examples = [one for one in check.examples if bool(one.found) is found]
        if examples:
            lines.append(f"{_WORDS[word].of(language)}:")
            lines += [line for example in examples for line in _example(example)]
            lines.append("")
    lines.append(_WORDS["off"].of(language).format(id=check.id))
    return "\n".join(lines) + "\n"


def _example(example: Example) -> list[str]:
    lines = [f"  {source} | {target}" if source else f"  {target}" for source, target in example.before]
    lines += [f"  {target}" for target in example.elsewhere]
    lines.append(f"  {example.source} | {example.target}" if example.source else f"  {example.target}")
    lines += [f"      → {words or '∅'}" for words in example.found]
    return lines
