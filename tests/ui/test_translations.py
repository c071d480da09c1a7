"""The window speaks English and Chinese: every word is translated, and what is shipped is built from the sources."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit

from translator_desk.resources import resource_path
from translator_desk.ui.commands.view import choose_language

ROOT = Path(__file__).parents[2]
UI = ROOT / "translator_desk" / "ui"
FILES = ("translator_desk_zh_CN", "translator_desk_en")
PLACES = re.compile(r"%\d|%n|\{\w+\}")
NAMES = {"Esc", "Enter", "Shift+Enter", "Ctrl+Z", "Ctrl+Enter", "Ctrl+L", "Ctrl+Shift+O", "F8", "Del", "GNU", "Li Wei"}


def messages(name):
    """Yield context, source and translations of a .ts file."""
    for context in ElementTree.parse(resource_path("i18n", f"{name}.ts")).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [one.text or "" for one in translation.iter("numerusform")] or [translation.text or ""]
            yield context.findtext("name"), message.findtext("source"), forms, translation.get("type")


class _Marked(ast.NodeVisitor):
    """Collects what the code marks for translation, with the context in which Qt will look for it."""

    def __init__(self):
        self.found = set()
        self.wrong = []
        self._classes = []

    def visit_ClassDef(self, node):
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        texts = [one.value if isinstance(one, ast.Constant) else None for one in node.args[:2]]
        if name in ("translate", "QT_TRANSLATE_NOOP") and len(texts) == 2 and texts[1] is not None:
            self.found.add((texts[0], texts[1]))
        elif name == "tr" and texts and texts[0] is not None:
            self.found.add((self._classes[-1], texts[0]))
            if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "self"):
                self.wrong.append(f"{texts[0]!r}: tr of something else than self looks in another context")
        self.generic_visit(node)


@pytest.fixture(scope="module")
def marked():
    visitor = _Marked()
    for file in sorted(UI.rglob("*.py")):
        visitor.visit(ast.parse(file.read_text("utf-8")))
    return visitor


def test_the_sources_hold_every_marked_word_and_no_other(marked):
    assert marked.wrong == []
    shipped = {(context, source) for context, source, _, _ in messages(FILES[0])}
    assert sorted(marked.found - shipped) == [], "run: make i18n"
    assert sorted(shipped - marked.found) == [], "run: make i18n"


@pytest.mark.parametrize("name", FILES)
def test_every_word_is_translated_with_its_places(name):
    for context, source, forms, kind in messages(name):
        assert kind is None, (context, source)
        for form in forms:
            assert form.strip(), (context, source)
            # A plural may say "one" instead of a figure.
            assert sorted(PLACES.findall(form.replace("%Ln", "%n"))) == sorted(PLACES.findall(source)), (
                context,
                source,
            )
            assert "%n" not in form, f"{source!r}: %Ln writes 100,000 where %n writes 100000; run: make i18n"


def test_chinese_is_chinese_and_written_as_chinese_is():
    for context, source, (form, *_), _ in messages(FILES[0]):
        words = [one for one in re.findall(r"[A-Za-z][A-Za-z+.]*", form) if one not in NAMES]
        has_han = re.search(r"[\u4e00-\u9fff]", form)
        assert has_han or not re.search(r"[A-Za-z]{3}", source.replace("&", "")), (context, source)
        assert not re.search(r"[\u4e00-\u9fff][,;:!?]", form), (context, form)
        assert len(words) < 12, (context, form)
        assert source.endswith("…") == form.endswith("…"), (context, source)


def test_menu_words_carry_their_letter_behind_in_chinese():
    for context, source, (form, *_), _ in messages(FILES[0]):
        if context in ("Actions", "Menus") and "&" in source.replace("&&", ""):
            assert re.search(r"\(&[A-Z]\)", form), (context, source)


@pytest.mark.parametrize("name", FILES)
def test_what_is_shipped_is_built_from_the_sources(name, tmp_path):
    built = tmp_path / "built.qm"
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    source = resource_path("i18n", f"{name}.ts")
    subprocess.run([tool, source, "-qm", built, "-silent"], check=True, timeout=60)
    assert built.read_bytes() == source.with_suffix(".qm").read_bytes(), "run: make i18n"


def shown(window):
    """Yield every word the window shows, menus included."""
    for widget in window.findChildren(QLabel) + window.findChildren(QAbstractButton):
        if widget.isVisible():
            yield widget.text()
    for box in window.findChildren(QComboBox):
        if box.isVisible():
            yield from (box.itemText(number) for number in range(box.count()))
    for line in window.findChildren(QLineEdit):
        if line.isVisible():
            yield line.placeholderText()
    for action in window.findChildren(QAction):
        yield action.text()


def test_nothing_but_the_texts_is_english_when_the_window_speaks_chinese(open_desk):
    texts = " ".join(segment.target for segment in open_desk.state.segments.values())
    texts += " ".join(document.title for document in open_desk.state.documents.values())
    before = set(shown(open_desk.window))
    try:
        choose_language(open_desk.context, "zh")
        open_desk.wait(lambda: open_desk.window.menuBar().actions()[0].text() == "文件(&F)")
        open_desk.wait(lambda: "译审台" in open_desk.window.windowTitle())
        left = []
        for words in set(shown(open_desk.window)) & before:
            for run in re.findall(r"[A-Za-z]{3,}(?: [a-z]{2,})+", words):
                if run not in texts:
                    left.append(words)
        assert left == []
    finally:
        choose_language(open_desk.context, "en")
    open_desk.wait(lambda: open_desk.window.menuBar().actions()[0].text() == "&File")


def test_numbers_of_things_are_said_as_english_says_them(open_desk):
    from translator_desk.ui.grid.filter_model import RowFilter

    labels = lambda: [one.text() for one in open_desk.window.filter_bar.findChildren(QLabel)]  # noqa: E731
    open_desk.grid.rows.set_filter(RowFilter("unannounced"))
    assert "1 segment" in labels()
    open_desk.grid.rows.set_filter(RowFilter("Deng Qunce"))
    assert any(re.fullmatch(r"\d+ segments", one) for one in labels())


def test_the_application_s_own_dialogs_speak_as_well(hand):
    from PySide6.QtWidgets import QDialogButtonBox

    try:
        choose_language(hand.context, "zh")
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, Qt.Orientation.Horizontal, hand.window)
        assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"
        box.deleteLater()
    finally:
        choose_language(hand.context, "en")
