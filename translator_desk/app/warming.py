"""Makes what the checks stand on before anybody waits for it: dictionary, rule packs, readings, a term base's indexes."""

from __future__ import annotations

from translator_desk.app.documents import read_pasted
from translator_desk.checks.base import CheckContext
from translator_desk.checks.capital_terms import capital_terms
from translator_desk.checks.engine import check_all
from translator_desk.checks.name_facts import known_names
from translator_desk.checks.person_letters import PersonLetters
from translator_desk.checks.title_facts import title_forms
from translator_desk.collection import no_collection
from translator_desk.glossary.form_lines import form_lines
from translator_desk.glossary.renderings import avoid_index
from translator_desk.glossary.term_base import TermBase

_CHINESE = "6月6日，衡阳市委书记张明在会上说，全市投资增长12%。"
_ENGLISH = "On June 6, Zhang Ming, Secretary of the CPC Hengyang Municipal Committee, told the meetin that it grew 12%."


def warm_checks() -> None:
    """Check one sentence, so that every check has loaded its data; takes some seconds the first time in a process."""
    nothing = TermBase({})
    check_all(read_pasted(_CHINESE, _ENGLISH, nothing).project, CheckContext(nothing))


def warm_terms(term_base: TermBase) -> None:
    """Make the indexes that the first segment checked asks of a term base; a third of a second for 50,000 entries."""
    with no_collection():
        term_base.hits("")
        avoid_index(term_base)
        form_lines(term_base)
        for builder in (known_names, capital_terms, PersonLetters, title_forms):
            term_base.index(builder)
