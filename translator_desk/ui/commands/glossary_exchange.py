"""Commands that take terms in from other programs and give them out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from translator_desk.ui.actions import ActionSpec, Menu
from translator_desk.ui.context import DeskContext
from translator_desk.ui.noop import QT_TRANSLATE_NOOP


def _import(context: DeskContext) -> None:
    # Lazily: none of this is needed at the start.
    from translator_desk.formats.terms.registry import term_formats
    from translator_desk.ui.dialogs.import_terms import ImportTerms

    endings = sorted({ending for one in term_formats() for ending in one.extensions})
    title = QCoreApplication.translate("Glossary", "Import terms")
    kinds = QCoreApplication.translate("Glossary", "Terms") + f" ({' '.join(f'*{one}' for one in endings)})"
    chosen, _ = QFileDialog.getOpenFileName(context.window, title, str(context.project.path.parent), kinds)
    context.window.activateWindow()
    if chosen:
        ImportTerms(context, Path(chosen)).open()


def _export(context: DeskContext) -> None:
    from translator_desk.ui.dialogs.export_terms import ExportTerms  # lazily, see above

    ExportTerms(context).open()


ACTIONS = (
    ActionSpec(
        id="glossary.import",
        text=QT_TRANSLATE_NOOP("Actions", "&Import terms…"),
        run=_import,
        menu=Menu.GLOSSARY,
        enabled=lambda context: context.writable and context.glossary.ready,
        section=30,
    ),
    ActionSpec(
        id="glossary.export",
        text=QT_TRANSLATE_NOOP("Actions", "&Export terms…"),
        run=_export,
        menu=Menu.GLOSSARY,
        enabled=lambda context: context.is_open and context.glossary.loaded,
        section=31,
    ),
)
