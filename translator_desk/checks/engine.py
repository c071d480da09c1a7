"""Runs the checks over a project and keeps the findings up to date, segment by segment and group by group.

Single-threaded, without Qt and without time: whoever owns a run calls it in slices as small as he likes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from translator_desk.checks.base import Check, CheckContext, CheckOptions
from translator_desk.checks.collection import no_collection
from translator_desk.checks.elsewhere import Answer, Task
from translator_desk.checks.findings import Findings
from translator_desk.checks.groups import Order
from translator_desk.checks.looks import Checked, Look, Watch, look_at
from translator_desk.checks.options import levels_in_force
from translator_desk.checks.plan import LONGEST, Lane, Plan, make_plan, not_run
from translator_desk.checks.registry import all_checks
from translator_desk.checks.term_reach import reached
from translator_desk.checks.texts import Between, Texts, at_once, texts_of
from translator_desk.checks.touched import changed_entries, kinds_if_many, touched_by
from translator_desk.checks.trial import Trial
from translator_desk.glossary.entry import Kind
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.issue import Issue, NotRun
from translator_desk.model.project import NameDecision, Project
from translator_desk.model.segment import Segment
from translator_desk.model.waiver import Waiver
from translator_desk.text.inflection import Rendering
from translator_desk.text.normalize import lowered
from translator_desk.text.scripts import simplify

_ALL_KINDS = frozenset(Kind)
_NO_KINDS: frozenset[Kind] = frozenset()
_TOGETHER = 200
"""Segments checked together: more do not gain."""

_NOTHING: tuple[frozenset[str], frozenset[str]] = frozenset(), frozenset()


class CheckRun(Findings):
    """The findings of one project, kept up to date.

    Open the documents, ``check`` each segment, ``settle`` the groups, read ``issues``. After an edit ``check`` the
    segment again and settle: the result is that of a full run.

    Attributes:
        failures: Tracebacks of checks that broke, one a check; each is a bug of ours, and the check counts as silent
            on the segment that broke it.
    """

    def __init__(
        self,
        term_base: TermBase,
        options: CheckOptions | None = None,
        name_decisions: Iterable[NameDecision] = (),
        waivers: Iterable[Waiver] = (),
        *,
        checks: Iterable[Check] | None = None,
    ) -> None:
        """Prepare a run.

        Args:
            term_base: The layered term base in force.
            options: Which checks run and at which level.
            name_decisions: "Same person" / "different people", as decided so far.
            waivers: Dismissed issues.
            checks: The checks to choose from; all of the desk by default.

        Raises:
            SettingsError: The options name a check, a level or a profile that does not exist.
        """
        options = options or CheckOptions()
        self._checks = tuple(all_checks() if checks is None else checks)
        context = CheckContext(term_base, tuple(name_decisions), options.own)
        super().__init__(context, self._checks, levels_in_force(self._checks, options), waivers)
        self._plans: dict[DocumentId, Plan] = {}
        self._long: dict[SegmentId, DocumentId] = {}
        self._members: dict[DocumentId, set[SegmentId]] = {}
        self._stale: set[SegmentId] = set()
        self._stale_kinds = _NO_KINDS
        self._texts: Texts | None = None
        self._former: list[TermBase] = []

    @property
    def term_base(self) -> TermBase:
        """The term base in force."""
        return self._context.term_base

    # Documents and segments

    def open_document(self, document: Document) -> None:
        """Take a document in; again with other facts (a date, a source), then check its segments again."""
        self._plans[document.id] = self._plan(document)
        self._members.setdefault(document.id, set())

    def close_document(self, document: DocumentId) -> None:
        """Forget a document with all its segments."""
        for segment in tuple(self._members.get(document, ())):
            self.forget(segment)
        self._members.pop(document, None)
        self._plans.pop(document, None)

    def check(self, segment: Segment, order: Order) -> None:
        """Check one segment; groups it touches wait for ``settle``.

        Args:
            segment: The segment as it is now; its document is open.
            order: Its place in the reading order of the project, a key to sort by (document, position).

        Raises:
            KeyError: Its document is not open.
        """
        self.check_several([(segment, order)])

    def check_several(self, placed: Iterable[tuple[Segment, Order]]) -> None:
        """Check segments, each once, as ``check`` does; a hundred together take two thirds of the time.

        Raises:
            KeyError: A document is not open.
        """
        by_lane: dict[Lane, list[Look]] = {}
        for segment, order in placed:
            due = self._due(segment, order)
            if due is not None:
                look, lane = look_at(segment, self._plans[segment.document], self._context, *due)
                by_lane.setdefault(lane, []).append(look)
        for lane, looks in by_lane.items():
            watch = Watch(lane, looks)
            watch.find(self._failed)
            for look in looks:
                self._keep(look.facts.segment, look.plan, look.found, look.before)
                if look.before is not None:
                    for groups in lane.silent:
                        groups.forget(look.facts.segment.id)
            watch.observe(self._failed)
        self._forget_kinds()

    def hand_out(self, segments: Iterable[Segment]) -> Task:
        """Return a task for an ``Onlooker``: ``check`` these segments, but elsewhere; for a run of all checks.

        Raises:
            KeyError: A document is not open.
        """
        levels = self._verdicts.levels
        running = frozenset(check for check, level in levels.items() if level is not None)
        return Task(self._context, running, tuple((one, self._plans[one.document]) for one in segments))

    def take_over(
        self, task: Task, answer: Answer, now: Callable[[SegmentId], tuple[Segment, Order] | None]
    ) -> tuple[SegmentId, ...]:
        """Take over what was seen elsewhere, as if the segments were checked here, now.

        Args:
            task: The task that was handed out.
            answer: What was seen in some of its segments.
            now: Returns a segment as it is, and its place in the reading order; None where it is gone.

        Returns:
            The segments of which nothing was taken over, since they, their document or the context have changed: they
            are to be checked again.
        """
        for check, told in answer.failures.items():
            self._note_failure(check, told)
        late: list[SegmentId] = []
        for (segment, plan), (found, noted) in zip(task.rows[answer.first :], answer.seen, strict=False):
            key, current = segment.id, now(segment.id)
            if current is None:
                continue
            if (
                current[0] is not segment
                or self._context is not task.context
                or self._plans.get(segment.document) is not plan
            ):
                late.append(key)
                continue
            due = self._due(*current)
            if due is None:
                continue
            before, changed = due
            self._keep(segment, plan, found, before)
            if before is not None:
                for check, groups in self._groups.items():
                    if check not in noted:
                        groups.forget(key)
            for check, observations in noted.items():
                groups = self._groups[check]
                groups.observe(key, observations, judge_again=not changed.isdisjoint(groups.check.judged_by))
        self._forget_kinds()
        return tuple(late)

    def _due(self, segment: Segment, order: Order) -> tuple[Checked | None, frozenset[Kind]] | None:
        """Take note of a segment; return what was remembered of it and the kinds of entries that changed since.

        None where it stands as it was checked.
        """
        key, plan = segment.id, self._plans[segment.document]
        before = self._checked.get(key)
        self._changed.add(key)
        if before is None:
            self._members[segment.document].add(key)
            self._order[key] = order
        elif self._order[key] != order:
            self.reorder({key: order})
        stale = key in self._stale
        if before is not None and before.segment is segment and before.plan is plan and not stale:
            return None
        self._stale.discard(key)
        new = before is None or before.plan is not plan
        return before, _ALL_KINDS if new else self._stale_kinds if stale else _NO_KINDS

    def _forget_kinds(self) -> None:
        if not self._stale:
            self._stale_kinds = _NO_KINDS

    def _keep(self, segment: Segment, plan: Plan, found: list[Issue], before: Checked | None) -> None:
        """Keep what was found in a segment."""
        key = segment.id
        if max(len(segment.source), len(segment.target)) > LONGEST:
            self._long[key] = segment.document
        elif self._long:
            self._long.pop(key, None)
        self._put(Checked(segment, plan, found))
        if self._texts is not None and (before is None or not _reads_alike(before.segment, segment)):
            self._texts.replace(key, simplify(segment.source), segment.target)

    def try_out(self, segment: Segment) -> tuple[Issue, ...]:
        """Return the open issues that a checked segment would have as given; nothing of it is remembered.

        Groups that would take long are left out.
        """
        plan = self._plans[segment.document]
        look, lane = look_at(segment, plan, self._context)
        watch = Watch(lane, [look])
        watch.find(self._failed)
        for groups, seen in watch.seen(self._failed):
            try:
                look.found += groups.try_out(segment.id, seen, self._order, self._context)
            except Exception:
                self._failed(groups.check.id)
        return self._verdicts.of(segment, look.found)[0]

    def forget(self, segment: SegmentId) -> None:
        """Take a segment out of the run; unknown ones are passed over."""
        checked = self._checked.pop(segment, None)
        if checked is None:
            return
        self._members[checked.segment.document].discard(segment)
        for groups in self._groups.values():
            groups.forget(segment)
        del self._order[segment]
        self._with_found.discard(segment)
        self._stale.discard(segment)
        self._changed.discard(segment)
        self._long.pop(segment, None)
        if self._texts is not None:
            self._texts.remove(segment)

    def reorder(self, orders: Mapping[SegmentId, Order]) -> None:
        """Give segments another place in the reading order; groups that read differently now wait."""
        before = {key: self._order[key] for key, order in orders.items() if self._order.get(key, order) != order}
        if not before:
            return
        self._order.update((key, orders[key]) for key in before)
        for groups in self._groups.values():
            groups.reordered(before, self._order)

    # Findings

    def not_run(self, document: DocumentId) -> tuple[NotRun, ...]:
        """Return the checks that could not run on an open document, with the reasons; not those switched off.

        May be asked while another thread uses the run.
        """
        plan = self._plans.get(document)
        if plan is None:
            return ()
        too_long = sum(of == document for of in self._long.copy().values())
        return tuple(not_run(plan.document, self._checks, self._verdicts.levels, self._no_terms(), too_long))

    # What the person at the desk can change

    def set_term_base(self, term_base: TermBase, between: Between = at_once) -> frozenset[SegmentId]:
        """Put another term base in force, at once; return the segments to ``check`` again, those its changes bear on.

        Others may use the run ``between`` two steps of the search; where that raises, the next call finds what was missed.
        """
        self._former.append(self._context.term_base)
        had_no_terms = self._no_terms()
        self._context = replace(self._context, term_base=term_base)
        if had_no_terms != self._no_terms():
            self._former.clear()
            self._renew_plans()
            return self._let_stale(self._checked)
        touched, kinds = self._touched_by(self._former, term_base, between)
        self._former.clear()
        return self._let_stale(touched, kinds)

    def may_hold(self, source: Iterable[str], forms: Iterable[Rendering], between: Between = at_once) -> set[SegmentId]:
        """Return the checked segments that may hold one of these words in the Chinese, or these forms in the English.

        Args:
            source: Chinese words, simplified.
            forms: English forms.
            between: Called between two steps of the search, where others may use the run.
        """
        texts = self._all_texts(between)
        found = {key for words in source for key in texts.with_source(words)}
        for form in forms:
            between()
            found.update(texts.with_form(form))
        return found & self._checked.keys()

    def trial(self, term_base: TermBase, between: Between = at_once) -> Trial:
        """Return a trial of another term base, for which nothing is looked at yet; the run, settled, stays as it is.

        Others may use the run ``between`` two steps of the search for what the terms bear on.
        """
        former = [*self._former, self._context.term_base]
        if bool(term_base) == bool(self._context.term_base):
            touched, kinds = self._touched_by(former, term_base, between)
            asked = reached((pair for old in former for pair in term_base.changed_since(old)), self._checks)
        else:
            touched, kinds, asked = set(self._checked), _ALL_KINDS, frozenset(check.id for check in self._checks)
        return Trial(
            replace(self._context, term_base=term_base),
            touched,
            kinds,
            asked,
            checked=self._checked,
            order=self._order,
            groups=self._groups,
            verdicts=self._verdicts,
            issues=self.issues,
        )

    def _touched_by(
        self, former: Sequence[TermBase], term_base: TermBase, between: Between
    ) -> tuple[set[SegmentId], frozenset[Kind]]:
        """Return the checked segments on which another term base bears, and the kinds of the entries that differ."""
        if kinds := kinds_if_many(former, term_base, len(self._checked), between):
            return set(self._checked), kinds
        changes = changed_entries(former, term_base, between)
        touched = touched_by(changes, self._all_texts(between), between)
        # Issues may speak of words that a term base now explains, and say the place of entries.
        for key in self._with_issues() if changes.words or changes.moved else ():
            between()
            words, entries = self._about(key) if key in self._checked else _NOTHING
            if not (changes.words.isdisjoint(words) and changes.moved.isdisjoint(entries)):
                touched.add(key)
        return touched.intersection(self._checked), changes.kinds

    def set_options(
        self, options: CheckOptions, *, name_decisions: Iterable[NameDecision] | None = None
    ) -> frozenset[SegmentId]:
        """Put other options in force, and other decisions about names where given.

        Returns:
            The segments to ``check`` again, by own words those that hold one that came or went. Levels alone ask for none: the issues change at once.

        Raises:
            SettingsError: The options name a check, a level or a profile that does not exist.
        """
        touched: set[SegmentId] = set()
        if name_decisions is not None and (decisions := tuple(name_decisions)) != self._context.name_decisions:
            differ = set(decisions) ^ set(self._context.name_decisions)
            self._context = replace(self._context, name_decisions=decisions)
            names = {lowered(name).strip() for one in differ for name in (one.first, one.second)}
            touched = {key for name in names if name for key in self._all_texts().with_words(name)}
        if (before := self._context.own) != options.own:
            self._context = replace(self._context, own=options.own)
            if before.rules is not options.own.rules:
                touched.update(self._checked)
            for word in before.words ^ options.own.words:
                touched.update(self._all_texts().with_words(word))
        levels = levels_in_force(self._checks, options)
        if levels != self._verdicts.levels:
            switched = any((level is None) != (self._verdicts.levels[check] is None) for check, level in levels.items())
            self._verdicts.levels = levels
            self._changed.update(self._with_issues())
            for checked in self._checked.values():
                checked.shown = None
            if switched:
                self._renew_plans()
                touched.update(self._checked)
        return self._let_stale(touched)

    def _no_terms(self) -> bool:
        return not self._context.term_base

    def _plan(self, document: Document) -> Plan:
        running = [check for check in self._checks if self._verdicts.levels[check.id] is not None]
        return make_plan(document, running, self._groups, self._no_terms())

    def _renew_plans(self) -> None:
        self._plans = {key: self._plan(plan.document) for key, plan in self._plans.items()}

    def _let_stale(self, segments: Iterable[SegmentId], kinds: frozenset[Kind] = _ALL_KINDS) -> frozenset[SegmentId]:
        touched = frozenset(segments)
        self._stale |= touched
        if touched:
            self._stale_kinds |= kinds
        return touched

    def _all_texts(self, between: Between = at_once) -> Texts:
        if self._texts is None or self._texts.worn:
            self._texts = texts_of(lambda: {key: one.segment for key, one in self._checked.items()}, between)
        return self._texts


def _reads_alike(before: Segment, now: Segment) -> bool:
    return before.target == now.target and before.source == now.source


def check_all(
    project: Project,
    context: CheckContext,
    options: CheckOptions | None = None,
    *,
    waivers: Iterable[Waiver] | None = None,
    checks: Iterable[Check] | None = None,
) -> CheckRun:
    """Check a whole project at once.

    Args:
        project: Documents and segments; its waivers count unless others are given.
        context: The term base and the decisions about names.
        options: Which checks run and at which level.
        waivers: Dismissed issues.
        checks: The checks to choose from; all of the desk by default.

    Returns:
        The run, settled.

    Raises:
        SettingsError: The options name a check, a level or a profile that does not exist.
    """
    run = CheckRun(
        context.term_base,
        options,
        context.name_decisions,
        project.waivers if waivers is None else waivers,
        checks=checks,
    )
    with no_collection():
        for number, document in enumerate(project.documents):
            run.open_document(document)
            rows = ((one, (number, at)) for at, one in enumerate(project.segments.get(document.id, ())))
            while some := tuple(islice(rows, _TOGETHER)):
                run.check_several(some)
        run.settle()
    return run
