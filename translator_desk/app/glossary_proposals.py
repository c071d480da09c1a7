"""Changes of the term base that translators propose and a terminology editor decides.

They wait in a file of their own beside the project's term file, in no way in force.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from translator_desk.app.glossary_edits import GlossaryEdits, SaveOutcome
from translator_desk.app.glossary_files import GlossaryFiles
from translator_desk.errors import InputError, RefusedError
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.glossary.entry import Entry
from translator_desk.glossary.yaml_file import parse_term_file
from translator_desk.glossary.yaml_write import NEW_FILE, entry_data, item_text
from translator_desk.model.project import NameDecision, Person
from translator_desk.model.state import Role
from translator_desk.wording import say


class ProposalState(StrEnum):
    """What became of a proposal."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody proposes: an entry, new or changed, or that two names are one person or two.

    Attributes:
        number: Its number in the file, from 1.
        entry: The entry as it should be; None where it speaks of names.
        base: The entry as it was when it was proposed; None for a new one.
        author: Who proposes it.
        at: When, UTC.
        why: Reason and provenance, as the author gave them.
        state: What became of it.
        decided_by: Who decided, or "".
        reason: Why, or "".
        names: Who is who; None where it speaks of an entry.
    """

    number: int
    entry: Entry | None
    base: Entry | None
    author: str
    at: dt.datetime
    why: str = ""
    state: ProposalState = ProposalState.WAITING
    decided_by: str = ""
    reason: str = ""
    names: NameDecision | None = None


def proposals_file(term_file: Path) -> Path:
    """Return where the proposals for a term file wait."""
    return term_file.with_suffix(".proposals.json")


def proposes(role: str, people: Iterable[Person]) -> bool:
    """Return whether what a person wants changed in the glossary is a proposal.

    It is where the person translates and the project has a terminology editor; without one nobody could decide.
    """
    return role == Role.TRANSLATOR and any(one.role == Role.EDITOR for one in people)


class Proposals:
    """The proposals of a project.

    Args:
        path: Their file; need not exist.
        author: Who sits at the desk.
        now: The time of day, UTC.
        role: The person's role; only a terminology editor decides.

    Attributes:
        path: Their file.
    """

    def __init__(self, path: Path, author: str, now: Callable[[], dt.datetime], role: str = Role.EDITOR.value) -> None:
        self.path = path
        self._author = author
        self._now = now
        self._role = role

    def all(self) -> tuple[Proposal, ...]:
        """Return all proposals, oldest first, as they are on disk now.

        Raises:
            InputError: The file is no file of proposals.
        """
        if not self.path.exists():
            return ()
        try:
            rows: Any = json.loads(self.path.read_text("utf-8"))["proposals"]
            return tuple(_read(row) for row in rows)
        except (ValueError, KeyError, TypeError, AttributeError, InputError, OSError) as error:
            raise InputError(
                self.path,
                say(
                    "cannot be read as proposals ({cause}); restore it from version control or move it away",
                    "无法作为提议读取（{cause}）；请从版本控制恢复或移走该文件",
                    cause=error,
                ),
            ) from None

    def waiting(self) -> tuple[Proposal, ...]:
        """Return those nobody has decided yet."""
        return tuple(one for one in self.all() if one.state is ProposalState.WAITING)

    def propose(self, entry: Entry, base: Entry | None, why: str = "") -> Proposal:
        """Put a proposal in line.

        Raises:
            InputError: The entry breaks a rule of the format, or the file cannot be read.
            StoreError: The file cannot be written; it is as it was.
        """
        known = self.all()
        said = _entry(entry_data(entry))
        made = Proposal(len(known) + 1, said, base, self._author, self._now(), why)
        self._write((*known, made))
        return made

    def propose_names(self, names: NameDecision, why: str = "") -> Proposal:
        """Put in line that two names are one person, or two.

        Raises:
            RefusedError: The same is proposed already.
            InputError: The file cannot be read.
            StoreError: The file cannot be written; it is as it was.
        """
        known = self.all()
        pair = {names.first, names.second}
        if any(
            one.names and {one.names.first, one.names.second} == pair and one.names.same is names.same
            for one in known
            if one.state is ProposalState.WAITING
        ):
            raise RefusedError(
                say(
                    "This is proposed already; the terminology editor will decide it.",
                    "已有相同的提议，将由术语编辑决定。",
                )
            )
        made = Proposal(len(known) + 1, None, None, self._author, self._now(), why, names=names)
        self._write((*known, made))
        return made

    def accept_names(self, number: int, reason: str = "") -> NameDecision:
        """Accept who is who, and return it as the decision of the person; the project has yet to be told.

        Raises:
            RefusedError: No such proposal waits, or the person is no terminology editor.
            StoreError: The file cannot be written; it is as it was.
        """
        names = self._waiting(number).names
        self._refuse_others()
        if names is None:
            raise _not_waiting(number)
        self._decide(number, ProposalState.ACCEPTED, reason)
        return replace(names, author=self._author)

    def accept(self, number: int, edits: GlossaryEdits, *, entry: Entry | None = None, reason: str = "") -> SaveOutcome:
        """Save a proposal into the term base, as it is or as the editor changed it.

        Nothing is decided where the term base has changed so that it cannot be saved as it is: see the outcome.

        Raises:
            InputError: The entry breaks a rule of the format, or a file cannot be read.
            RefusedError: There is no such proposal waiting, the id is taken, or the person is no terminology editor.
            StoreError: A file cannot be written.
        """
        found = self._waiting(number)
        self._refuse_others()
        wanted = entry or found.entry
        if wanted is None:
            raise _not_waiting(number)
        why = "; ".join(one for one in (found.why, reason) if one)
        outcome = edits.put(wanted, found.base, why=f"{found.author}: {why}" if why else found.author)
        if outcome.saved:
            self._decide(number, ProposalState.ACCEPTED, reason)
        return outcome

    def reject(self, number: int, reason: str) -> None:
        """Turn a proposal down, with the reason the author will read.

        Raises:
            RefusedError: There is no such proposal waiting, no reason is given, or the person is no terminology
                editor.
            StoreError: The file cannot be written; it is as it was.
        """
        self._waiting(number)
        self._refuse_others()
        if not reason.strip():
            raise RefusedError(
                say("Give the reason: its author will want to know.", "请填写理由，以便提议人了解原因。")
            )
        self._decide(number, ProposalState.REJECTED, reason.strip())

    def withdraw(self, number: int) -> None:
        """Take one's own proposal back.

        Raises:
            RefusedError: There is no such proposal waiting, or somebody else made it.
            StoreError: The file cannot be written; it is as it was.
        """
        if self._waiting(number).author != self._author:
            raise RefusedError(
                say(
                    "This proposal is somebody else's; the terminology editor accepts or rejects it.",
                    "该提议由他人提出，须由术语编辑采纳或退回。",
                )
            )
        self._decide(number, ProposalState.WITHDRAWN, "")

    def _refuse_others(self) -> None:
        if self._role != Role.EDITOR:
            raise RefusedError(
                say(
                    "Proposals are decided by the terminology editor. Ask that person, or change your role.",
                    "提议由术语编辑决定。请与其联系，或更改您的身份。",
                )
            )

    def _waiting(self, number: int) -> Proposal:
        for one in self.waiting():
            if one.number == number:
                return one
        raise _not_waiting(number)

    def _decide(self, number: int, state: ProposalState, reason: str) -> None:
        decided = (
            replace(one, state=state, decided_by=self._author, reason=reason) if one.number == number else one
            for one in self.all()
        )
        self._write(tuple(decided))

    def _write(self, proposals: tuple[Proposal, ...]) -> None:
        atomic_write(self.path, _file_of([_row(one) for one in proposals]))


def _not_waiting(number: int) -> RefusedError:
    return RefusedError(
        say(
            "Proposal {number} does not wait any more; somebody has decided it.",
            "提议 {number} 已不在等待中；已有人作出决定。",
            number=number,
        )
    )


def _file_of(rows: list[dict[str, object]]) -> bytes:
    said = json.dumps({"schema": "translator-desk/proposals/1", "proposals": rows}, ensure_ascii=False, indent=1)
    return said.encode() + b"\n"


NO_PROPOSALS = _file_of([])
"""The file when all proposals have been taken back."""


def proposals_path(files: GlossaryFiles) -> Path | None:
    """Return where the proposals for the project's own term file wait; None where there is no project."""
    return proposals_file(files.places.project[-1]) if files.places.project else None


def _row(one: Proposal) -> dict[str, object]:
    return {
        "number": one.number,
        "entry": entry_data(one.entry) if one.entry else None,
        "base": entry_data(one.base) if one.base else None,
        "author": one.author,
        "at": one.at.isoformat(timespec="seconds"),
        "why": one.why,
        "state": one.state.value,
        "decided_by": one.decided_by,
        "reason": one.reason,
    } | ({"names": asdict(one.names)} if one.names else {})


def _read(row: Any) -> Proposal:
    return Proposal(
        int(row["number"]),
        _entry(row["entry"]) if row["entry"] else None,
        _entry(row["base"]) if row["base"] else None,
        str(row["author"]),
        dt.datetime.fromisoformat(row["at"]),
        str(row["why"]),
        ProposalState(row["state"]),
        str(row["decided_by"]),
        str(row["reason"]),
        _names(row["names"]) if "names" in row else None,
    )


def _names(data: Any) -> NameDecision:
    return NameDecision(str(data["first"]), str(data["second"]), bool(data["same"]), str(data["author"]))


def _entry(data: Any) -> Entry:
    """Return the entry that data says, by the rules of the format."""
    text = NEW_FILE + item_text(data)
    (entry,) = parse_term_file(text.encode("utf-8", "surrogatepass"), "").entries
    return entry
