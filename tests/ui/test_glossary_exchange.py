"""Terms taken in from another program and given out: previewed, chosen, losses told and kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from translator_desk.app.glossary_exchange import OnConflict, Standing
from translator_desk.formats.terms.registry import term_format, term_formats
from translator_desk.glossary.entry import Layer
from translator_desk.ui.dialogs.export_terms import ExportTerms
from translator_desk.ui.dialogs.import_terms import ImportTerms

TABLE = "zh,en,Domain\n量子纠缠态,entangled state,physics\n量子比特,qubit,physics\n邓群策,Deng Qunze,people\n"
TBX = """<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="q1">
<langSet xml:lang="zh"><tig><term>量子比特</term></tig></langSet>
<langSet xml:lang="en"><tig><term>qubit</term></tig></langSet></termEntry></body></text></martif>"""


@pytest.fixture
def ready(open_desk):
    open_desk.wait(lambda: open_desk.context.glossary.ready)
    return open_desk


def imported(hand, monkeypatch, path):
    """Choose a file to import; return the dialog once it has read it."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    hand.context.actions["glossary.import"].trigger()
    made = hand.window.findChild(ImportTerms)
    hand.wait(lambda: QApplication.activeWindow() is made)
    return made


def terms(hand):
    return {one.zh[0]: one for one in hand.context.project.checking.term_base.entries}


def test_what_is_ticked_comes_in_and_one_undo_takes_it_out(ready, monkeypatch, tmp_path):
    hand = ready
    (tmp_path / "t.csv").write_text(TABLE, "utf-8")
    made = imported(hand, monkeypatch, tmp_path / "t.csv")
    hand.wait(lambda: bool(made.incoming.shown))
    assert "new: 2" in made.summary.text()
    assert "rendered otherwise: 1" in made.summary.text()
    assert "Domain" in made.losses.words.toPlainText()
    assert [one.standing for one in made.incoming.chosen] == [Standing.NEW, Standing.NEW]
    made.table.setFocus()
    hand.qtbot.keyClick(made.table, Qt.Key.Key_Space)  # not the first one
    hand.qtbot.keyClick(made.table, Qt.Key.Key_Return)
    hand.wait(lambda: "量子比特" in terms(hand))
    assert "量子纠缠态" not in terms(hand)
    assert terms(hand)["邓群策"].layer is Layer.SHIPPED
    hand.wait(lambda: hand.window.findChild(ImportTerms) is None)
    hand.context.actions["edit.undo"].trigger()
    hand.wait(lambda: "量子比特" not in terms(hand))


def test_a_conflict_becomes_a_variant_or_the_preferred_form(ready, monkeypatch, tmp_path):
    hand = ready
    (tmp_path / "t.csv").write_text(TABLE, "utf-8")
    made = imported(hand, monkeypatch, tmp_path / "t.csv")
    hand.wait(lambda: bool(made.incoming.shown))
    made.which.setCurrentIndex(made.which.findData(Standing.CONFLICT.value))
    assert made.incoming.rowCount() == 1
    made.table.setFocus()
    made.table.setCurrentIndex(made.incoming.index(0, 0))
    hand.qtbot.keyClick(made.table, Qt.Key.Key_Space)
    made.conflicts.setCurrentIndex(made.conflicts.findData(OnConflict.PREFER.value))
    made.accept()
    hand.wait(lambda: terms(hand)["邓群策"].en == "Deng Qunze")
    assert "Deng Qunce" in terms(hand)["邓群策"].accepted
    assert terms(hand)["邓群策"].layer is Layer.PROJECT


def test_a_tbx_file_that_breaks_rules_is_read_told_and_reported(ready, monkeypatch, tmp_path):
    hand = ready
    (tmp_path / "t.tbx").write_text(TBX, "utf-8")
    made = imported(hand, monkeypatch, tmp_path / "t.tbx")
    hand.wait(lambda: bool(made.incoming.shown))
    assert "break the rules" in made.losses.words.toPlainText()
    report = tmp_path / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(report), ""))
    made.losses.save_button.setFocus()
    hand.qtbot.keyClick(made.losses.save_button, Qt.Key.Key_Space)
    assert "martifHeader" in report.read_text("utf-8")
    made.reject()


def test_a_file_that_cannot_be_read_is_named_in_the_dialog(ready, monkeypatch, tmp_path):
    hand = ready
    (tmp_path / "t.tbx").write_text("<a/>", "utf-8")
    made = imported(hand, monkeypatch, tmp_path / "t.tbx")
    hand.wait(lambda: "is XML but no TBX" in made._complaint.text())
    assert not made.buttons.button(made.buttons.StandardButton.Ok).isEnabled()
    made.reject()


@pytest.mark.parametrize("name", [one.id for one in term_formats()])
def test_terms_go_out_in_every_format_with_what_is_lost_told(ready, monkeypatch, tmp_path, name):
    hand = ready
    out = tmp_path / f"out{term_format(name).extensions[0]}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    hand.context.actions["glossary.export"].trigger()
    made = hand.window.findChild(ExportTerms)
    hand.wait(lambda: QApplication.activeWindow() is made)
    made.made.setCurrentIndex(made.made.findData(name))
    made.kinds.setCurrentIndex(made.kinds.findData("person"))
    hand.wait(lambda: made._written is not None)
    assert ("Nothing is lost" in made.losses.words.toPlainText()) is (name in ("csv", "tsv", "xlsx"))
    count = len(made.entries)
    hand.qtbot.keyClick(made.made, Qt.Key.Key_Return)
    hand.wait(out.exists)
    read = term_format(name).read(out.read_bytes(), out.name)
    assert len(read.entries) >= count > 10
    hand.wait(lambda: hand.window.findChild(ExportTerms) is None)
