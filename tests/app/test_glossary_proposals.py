from dataclasses import replace

import pytest

from tests.app.test_glossary_edits import NOW, desk  # noqa: F401
from tests.app.test_glossary_files import places  # noqa: F401
from translator_desk.app.glossary_history import history
from translator_desk.app.glossary_proposals import Proposals, ProposalState, proposals_file, proposes
from translator_desk.app.glossary_undo import bring_about, changes_since, own_content
from translator_desk.errors import InputError, RefusedError
from translator_desk.glossary.entry import Entry, Kind, Layer
from translator_desk.glossary.merge import same
from translator_desk.model.project import NameDecision, Person

TERM = Entry("x-a", Kind.OTHER, ("甲乙",), "one", required=False)


@pytest.fixture
def proposals(desk):  # noqa: F811
    files, edits = desk
    path = proposals_file(files.places.project[0])
    return Proposals(path, "Wang", lambda: NOW), Proposals(path, "Li", lambda: NOW), files, edits


def test_a_proposal_waits_until_the_editor_accepts_it(proposals):
    wang, li, files, edits = proposals
    made = wang.propose(TERM, None, "s1.zh.txt, segment 4")
    assert (made.number, [one.entry.en for one in li.waiting()]) == (1, ["one"])
    assert files.term_base.entry("x-a") is None
    outcome = li.accept(1, edits, entry=replace(TERM, en="uno"), reason="shorter")
    assert same(files.term_base.entry("x-a"), replace(TERM, en="uno"))
    assert history(outcome.path)[-1].why == "Wang: s1.zh.txt, segment 4; shorter"
    (decided,) = wang.all()
    assert (decided.state, decided.decided_by, decided.at) == (ProposalState.ACCEPTED, "Li", NOW)
    with pytest.raises(RefusedError, match="does not wait any more"):
        li.reject(1, "late")


def test_a_proposal_is_rejected_with_its_reason(proposals):
    wang, li, _, _ = proposals
    wang.propose(TERM, None)
    with pytest.raises(RefusedError, match="Give the reason"):
        li.reject(1, " ")
    li.reject(1, "has an entry")
    assert [(one.state, one.reason) for one in wang.all()] == [(ProposalState.REJECTED, "has an entry")]


def test_a_proposal_whose_entry_changed_meanwhile_stays_waiting(proposals):
    wang, li, _, edits = proposals
    base = edits.put(TERM, None).entry
    wang.propose(replace(base, en="two"), base)
    edits.put(replace(base, en="three"), base)
    outcome = li.accept(1, edits)
    assert (outcome.saved, outcome.conflicts) == (False, ("en",))
    assert len(li.waiting()) == 1


def test_only_a_terminology_editor_decides_and_only_the_author_withdraws(proposals):
    wang, li, files, edits = proposals
    wang.propose(TERM, None)
    other = Proposals(proposals_file(files.places.project[0]), "Zhao", lambda: NOW, "reviewer")
    for deed in (lambda: other.accept(1, edits), lambda: other.reject(1, "no")):
        with pytest.raises(RefusedError, match="decided by the terminology editor"):
            deed()
    with pytest.raises(RefusedError, match="somebody else's"):
        other.withdraw(1)
    wang.withdraw(1)
    assert (li.waiting(), li.all()[0].state) == ((), ProposalState.WITHDRAWN)


@pytest.mark.parametrize(
    ("role", "roles", "answer"),
    [
        ("translator", ["translator"], False),
        ("translator", ["translator", "editor"], True),
        ("reviewer", ["editor"], False),
        ("editor", ["editor"], False),
    ],
)
def test_a_translator_proposes_where_there_is_somebody_to_decide(role, roles, answer):
    assert proposes(role, [Person(str(at), one) for at, one in enumerate(roles)]) is answer


def test_an_accepted_proposal_waits_again_when_that_is_undone(proposals):
    wang, li, files, edits = proposals
    wang.propose(TERM, None)
    before = own_content(files)
    li.accept(1, edits)
    changes = changes_since(files, before)
    assert [one.layer for one in changes] == [Layer.PROJECT, None]
    bring_about(files, [one.reversed() for one in changes], "Li", NOW)
    assert files.term_base.entry("x-a") is None
    assert [one.number for one in li.waiting()] == [1]
    wang.propose(replace(TERM, id="x-b"), None)
    with pytest.raises(RefusedError, match="made or decided since"):
        bring_about(files, changes, "Li", NOW)


def test_a_proposal_that_is_taken_back_leaves_none(proposals):
    wang, li, files, _ = proposals
    before = own_content(files)
    wang.propose(TERM, None)
    changes = changes_since(files, before)
    bring_about(files, [one.reversed() for one in changes], "Wang", NOW)
    assert li.all() == ()
    bring_about(files, changes, "Wang", NOW)
    assert len(li.waiting()) == 1


def test_what_is_no_proposal_is_refused(proposals, tmp_path):
    wang, _, files, _ = proposals
    with pytest.raises(InputError, match="“en” is empty"):
        wang.propose(replace(TERM, en=" "), None)
    proposals_file(files.places.project[0]).write_text("{}", "utf-8")
    with pytest.raises(InputError, match="cannot be read as proposals"):
        wang.waiting()


def test_who_is_who_is_proposed_once_and_decided_by_the_editor(proposals):
    wang, li, files, edits = proposals
    names = NameDecision("Deng Qunce", "Deng Qunze", same=True, author="Wang")
    wang.propose_names(names, "s1.zh.txt, 4")
    assert [(one.names, one.entry, one.why) for one in li.waiting()] == [(names, None, "s1.zh.txt, 4")]
    with pytest.raises(RefusedError, match="proposed already"):
        wang.propose_names(replace(names, first="Deng Qunze", second="Deng Qunce"))
    wang.propose_names(replace(names, same=False))  # another opinion may be proposed
    other = Proposals(proposals_file(files.places.project[0]), "Zhao", lambda: NOW, "reviewer")
    with pytest.raises(RefusedError, match="decided by the terminology editor"):
        other.accept_names(1)
    with pytest.raises(RefusedError, match="does not wait"):
        li.accept(1, edits)
    assert li.accept_names(1) == replace(names, author="Li")
    assert [one.state for one in li.all()] == [ProposalState.ACCEPTED, ProposalState.WAITING]
    wang.propose(TERM, None)
    with pytest.raises(RefusedError, match="does not wait"):
        li.accept_names(3)
