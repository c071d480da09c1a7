"""Reads what the checks stand on before anybody waits for it: dictionary, rule packs, readings, units."""

from __future__ import annotations

from translator_desk.app.documents import read_pasted
from translator_desk.checks.base import CheckContext
from translator_desk.checks.engine import check_all
from translator_desk.glossary.term_base import TermBase

_CHINESE = "6月6日，衡阳市委书记张明在会上说，全市投资增长12%。"
_ENGLISH = "On June 6, Zhang Ming, Secretary of the CPC Hengyang Municipal Committee, told the meetin that it grew 12%."


def warm_checks() -> None:
    """Check one sentence, so that every check has loaded its data; takes some seconds the first time in a process."""
    nothing = TermBase({})
    check_all(read_pasted(_CHINESE, _ENGLISH, nothing).project, CheckContext(nothing))
