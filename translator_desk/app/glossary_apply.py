"""A new preferred form offered wherever an old one stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from translator_desk.app.commands.edit import Replacement
from translator_desk.app.glossary_files import GlossaryFiles
from translator_desk.app.glossary_history import history
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.term_facts import source_hits
from translator_desk.checks.term_fix import preferred_instead
from translator_desk.glossary.entry import Entry
from translator_desk.glossary.renderings import renderings_of
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.document import Document
from translator_desk.model.segment import Segment
from translator_desk.model.workflow import Stage
from translator_desk.text.inflection import Rendering
from translator_desk.text.normalize import lowered
from translator_desk.text.scripts import simplify


def former_entries(files: GlossaryFiles, entry: Entry) -> tuple[Entry, ...]:
    """Return the entry with each preferred form it had before, the latest first.

    They are found in the record of its file and in the entries it stands over.
    """
    own = [path for path, file in files.files.items() if any(one.id == entry.id for one in file.entries)]
    forms = [str((change.before or {}).get("en", "")) for path in own for change in reversed(history(path, entry.id))]
    forms += [one.en for one in files.shadowed(entry.id)]
    return tuple(replace(entry, en=form) for form in dict.fromkeys(forms) if form and form != entry.en)


def former_forms(term_base: TermBase, before: Iterable[Entry]) -> list[tuple[str, Rendering]]:
    """Return the preferred form of each entry as it was, with what finds it in any inflection."""
    return [(one.en, renderings_of(term_base.with_entry(one)).of(one).accepted[0]) for one in before]


def new_form_everywhere(
    term_base: TermBase,
    before: Iterable[Entry],
    now: Entry,
    texts: Iterable[tuple[Document, Segment]],
    stopped: Callable[[], bool] = lambda: False,
    told: Callable[[Replacement], object] = lambda _: None,
) -> tuple[Replacement, ...]:
    """Return where an old preferred form of an entry stands, with the new one fitted in; nothing is changed.

    Number, verb form, capitals and place are those of the old words. A segment with Chinese counts only where the
    term stands in it; one without counts by its English alone. Documents declared final are passed over.

    Args:
        term_base: The terms with the entry as it is now.
        before: The entry with each of its old preferred forms.
        now: The entry with the new one.
        texts: Segments with their documents.
        stopped: Asked between segments; where it says yes there is no answer.
        told: Told each place as it is found.
    """
    old = former_forms(term_base, before)
    context = CheckContext(term_base)
    found: list[Replacement] = []
    for document, segment in texts:
        if stopped():
            return ()
        if document.handling.stage is Stage.FINAL:
            continue
        low = lowered(segment.target)
        spans = {span: form for form, rendering in reversed(old) for span in rendering.find(low, segment.target)}
        if not spans:
            continue
        facts = Facts(segment, document, context, simplify(segment.source))
        if segment.source and not any(now in owners for _, _, owners in facts.of(source_hits)):
            continue
        end = 0
        for span in sorted(spans):
            words, form = span.of(segment.target), spans[span]
            new = next(iter(preferred_instead(facts, span, now, form, "")), "")
            if words.isupper() and not form.isupper():
                new = new.upper()  # a headline
            if span.start >= end and new not in ("", words):
                found.append(Replacement(segment.id, span, words, new))
                told(found[-1])
                end = span.end
    return tuple(found)
