"""What kinds and layers are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from translator_desk.glossary.entry import Kind, Layer
from translator_desk.model.severity import Level
from translator_desk.ui.noop import QT_TRANSLATE_NOOP

_KINDS = {
    Kind.PERSON: QT_TRANSLATE_NOOP("Kinds", "person"),
    Kind.TITLE: QT_TRANSLATE_NOOP("Kinds", "title"),
    Kind.ORGANISATION: QT_TRANSLATE_NOOP("Kinds", "organisation"),
    Kind.PLACE: QT_TRANSLATE_NOOP("Kinds", "place"),
    Kind.SLOGAN: QT_TRANSLATE_NOOP("Kinds", "slogan"),
    Kind.EVENT: QT_TRANSLATE_NOOP("Kinds", "event"),
    Kind.UNIT: QT_TRANSLATE_NOOP("Kinds", "unit"),
    Kind.OTHER: QT_TRANSLATE_NOOP("Kinds", "other"),
}
_LAYERS = {
    Layer.SHIPPED: QT_TRANSLATE_NOOP("Layers", "shipped"),
    Layer.HOUSE: QT_TRANSLATE_NOOP("Layers", "house"),
    Layer.PROJECT: QT_TRANSLATE_NOOP("Layers", "project"),
}
_LEVELS = {
    Level.ERROR: QT_TRANSLATE_NOOP("AvoidLevels", "error"),
    Level.WARNING: QT_TRANSLATE_NOOP("AvoidLevels", "warning"),
    Level.INFO: QT_TRANSLATE_NOOP("AvoidLevels", "hint"),
}


def kind_name(kind: Kind) -> str:
    """Return what a kind is called in the language of the window."""
    return QCoreApplication.translate("Kinds", _KINDS[kind])


def layer_name(layer: Layer) -> str:
    """Return what a layer is called in the language of the window."""
    return QCoreApplication.translate("Layers", _LAYERS[layer])


def level_name(level: Level) -> str:
    """Return what the level of a form to avoid is called in the language of the window."""
    return QCoreApplication.translate("AvoidLevels", _LEVELS[level])
