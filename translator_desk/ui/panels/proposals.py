"""Changes of the glossary that translators propose; the terminology editor accepts, changes or rejects them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from translator_desk.app.glossary_edits import SaveOutcome
from translator_desk.app.glossary_proposals import Proposal, ProposalState
from translator_desk.model.project import NameDecision
from translator_desk.ui.dialogs.asked_words import AskedWords
from translator_desk.ui.glossary.entry_lines import difference_lines
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.cards import Card, Line, Run, plain
from translator_desk.ui.panels.listing import Listing

_STATES = {
    ProposalState.WAITING: QT_TRANSLATE_NOOP("Proposals", "waiting"),
    ProposalState.ACCEPTED: QT_TRANSLATE_NOOP("Proposals", "accepted"),
    ProposalState.REJECTED: QT_TRANSLATE_NOOP("Proposals", "rejected"),
    ProposalState.WITHDRAWN: QT_TRANSLATE_NOOP("Proposals", "withdrawn"),
}
_ALWAYS_SILENT = ("id", "verified")
_SILENT = (*_ALWAYS_SILENT, "kind", "zh", "en")
"""Keys that need not be told of a new entry: they stand above, or nobody asks."""


class ProposalsPanel(Listing):
    """One card a proposal; Enter lets the editor change it before accepting, Delete rejects or withdraws it."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self._proposing = context.glossary.proposing
        self.which = QComboBox(self)
        self.which.addItem("", True)
        self.which.addItem("", False)
        self.which.currentIndexChanged.connect(self.renew)
        self.accept_button, self.edit_button, self.reject_button = (self.button() for _ in range(3))
        self.accept_button.clicked.connect(self._accept)
        self.edit_button.clicked.connect(lambda: self.choose(self.list.current))
        self.reject_button.clicked.connect(lambda: self._turn_down(self.list.current))
        self.add_buttons(self.which)
        self.add_buttons(self.accept_button, self.edit_button, self.reject_button)
        self.list.deleted.connect(self._turn_down)
        self.list.current_changed.connect(self._chosen)
        self._proposing.changed.connect(self.renew_if_seen)
        self.retranslate()

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self.list.setAccessibleName(self.tr("Proposals for the glossary"))
        self.which.setAccessibleName(self.tr("Which proposals"))
        self.which.setItemText(0, self.tr("Waiting"))
        self.which.setItemText(1, self.tr("Decided"))
        self.accept_button.setText(self.tr("Accept"))
        self.edit_button.setText(self.tr("Change…"))

    def renew(self) -> None:
        """Show the proposals; the latest decision first, the oldest that waits first."""
        waiting = self._proposing.waiting
        rows = waiting if self.which.currentData() else tuple(
            one for one in reversed(self._proposing.rows) if one.state is not ProposalState.WAITING
        )  # fmt: skip
        self.tell(
            self.tr("%1 waiting, %2 decided")
            .replace("%1", str(len(waiting)))
            .replace("%2", str(len(self._proposing.rows) - len(waiting)))
        )
        self.put([self._card(one) for one in rows], self._nothing_to_show())
        self._chosen(self.list.current)

    def choose(self, key: object) -> None:
        """Let the editor change a proposal and accept it."""
        from translator_desk.ui.dialogs.edit_proposal import EditProposal  # lazily: not needed at the start

        proposal = self._waiting(key)
        if proposal is not None and proposal.entry is not None and self._proposing.decides:
            EditProposal(self.context, proposal, proposal.entry).open()

    def _nothing_to_show(self) -> str:
        if not self.which.currentData():
            return self.tr("Nothing has been decided yet.")
        if self._proposing.obliged:
            return self.tr("Nothing waits. What you change in the glossary is proposed to the terminology editor.")
        return self.tr("Nothing waits. Translators propose entries with “New term” and “Accept this variant”.")

    def _waiting(self, key: object) -> Proposal | None:
        return next((one for one in self._proposing.waiting if one.number == key), None)

    def _chosen(self, key: object) -> None:
        """Offer what the person may do with a proposal, and work out what accepting it would do."""
        proposal = self._waiting(key)
        decides = proposal is not None and self._proposing.decides
        own = proposal is not None and proposal.author == self.context.session.person.name
        entry = proposal.entry if proposal is not None else None
        self.accept_button.setEnabled(decides)
        self.edit_button.setEnabled(decides and entry is not None)
        self.reject_button.setEnabled(decides or (own and self.context.writable))
        self.reject_button.setText(self.tr("Withdraw") if own and not decides else self.tr("Reject…"))
        if entry is not None and self.isVisible():
            term_base = self.context.project.checking.term_base
            self.context.glossary.effect.ask(term_base.with_entry(entry), self)
        else:
            self.context.glossary.effect.stop(self)

    def _accept(self) -> None:
        proposal = self._waiting(self.list.current)
        if proposal is None or not self._proposing.decides:
            return
        if proposal.names is not None:
            self._proposing.accept_names(proposal.number)
        else:
            self._proposing.accept(proposal.number, None, "", self._accepted)

    def _accepted(self, outcome: SaveOutcome) -> None:
        shell = self.context.shell
        if outcome.saved and outcome.entry is not None:
            said = self.tr("Accepted: %1. Ctrl+Z takes it back.")
            shell.whisper(said.replace("%1", f"{outcome.entry.zh[0]} – {outcome.entry.en}"))
        elif not outcome.saved:
            shell.whisper(self.tr("The entry has changed since it was proposed; change the proposal or reject it."))

    def _turn_down(self, key: object) -> None:
        proposal = self._waiting(key)
        if proposal is None:
            return
        if self._proposing.decides:
            AskedWords(
                self.context,
                title=self.tr("Reject the proposal"),
                about=self.tr("Why? %1 will read it.").replace("%1", proposal.author),
                ok=self.tr("Reject"),
                take=partial(self._proposing.reject, proposal.number),
            ).open()
        elif proposal.author == self.context.session.person.name and self.context.writable:
            self._proposing.withdraw(proposal.number)

    def _card(self, proposal: Proposal) -> Card:
        lines = self._names_lines(proposal.names) if proposal.names is not None else self._entry_lines(proposal)
        if proposal.why:
            lines.append(plain(proposal.why, "text"))
        lines.append(plain(f"{proposal.author} · {proposal.at.astimezone():%Y-%m-%d %H:%M}"))
        if proposal.state is not ProposalState.WAITING:
            state = QCoreApplication.translate("Proposals", _STATES[proposal.state])
            said = " · ".join(one for one in (f"{state}: {proposal.decided_by}", proposal.reason) if one)
            colour = "error" if proposal.state is ProposalState.REJECTED else "state_reviewed"
            lines.append(Line((Run(said, colour),), small=True))
        return Card(proposal.number, tuple(lines))

    def _names_lines(self, names: NameDecision) -> list[Line]:
        said = self.tr("one person under two names") if names.same else self.tr("two different people")
        return [Line((Run(f"{names.first} – {names.second}", bold=True), Run(f"  {said}", "muted")))]

    def _entry_lines(self, proposal: Proposal) -> list[Line]:
        entry, base = proposal.entry, proposal.base
        if entry is None:
            return []
        new = self.tr("new") if base is None else self.tr("change")
        head = Line((Run(f"{entry.zh[0]} – {entry.en}", bold=True), Run(f"  {new}", "muted")))
        return [head, *difference_lines(base, entry, _SILENT if base is None else _ALWAYS_SILENT)]


PANEL = PanelSpec(
    id="proposals",
    title=QT_TRANSLATE_NOOP("Panels", "Proposals"),
    area=Area.RIGHT,
    build=ProposalsPanel,
    order=52,
    shown=False,
)
