"""What kinds, layers and fields are called."""

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
_FIELDS = {
    "id": QT_TRANSLATE_NOOP("Fields", "Id"),
    "kind": QT_TRANSLATE_NOOP("Fields", "Kind"),
    "zh": QT_TRANSLATE_NOOP("Fields", "Chinese"),
    "not_inside": QT_TRANSLATE_NOOP("Fields", "Not inside"),
    "required": QT_TRANSLATE_NOOP("Fields", "Asked for"),
    "en": QT_TRANSLATE_NOOP("Fields", "English"),
    "also": QT_TRANSLATE_NOOP("Fields", "Also right"),
    "short": QT_TRANSLATE_NOOP("Fields", "Short forms"),
    "avoid": QT_TRANSLATE_NOOP("Fields", "To avoid"),
    "word": QT_TRANSLATE_NOOP("Fields", "Ordinary word too"),
    "offices": QT_TRANSLATE_NOOP("Fields", "Offices"),
    "single_holder": QT_TRANSLATE_NOOP("Fields", "One holder at a time"),
    "note": QT_TRANSLATE_NOOP("Fields", "Note"),
    "source": QT_TRANSLATE_NOOP("Fields", "Source"),
    "verified": QT_TRANSLATE_NOOP("Fields", "Verified"),
    "standalone": QT_TRANSLATE_NOOP("Fields", "only where it stands alone"),
    "with_source": QT_TRANSLATE_NOOP("Fields", "only beside the Chinese"),
    "case_sensitive": QT_TRANSLATE_NOOP("Fields", "only in these capitals"),
    "quoted_ok": QT_TRANSLATE_NOOP("Fields", "right in quotation marks"),
    "until": QT_TRANSLATE_NOOP("Fields", "right until"),
    "from": QT_TRANSLATE_NOOP("Fields", "from"),
    "to": QT_TRANSLATE_NOOP("Fields", "to"),
    "seen": QT_TRANSLATE_NOOP("Fields", "seen"),
}


def field_name(key: str) -> str:
    """Return what a key of the format is called in the language of the window."""
    return QCoreApplication.translate("Fields", _FIELDS[key]) if key in _FIELDS else key


def kind_name(kind: Kind) -> str:
    """Return what a kind is called in the language of the window."""
    return QCoreApplication.translate("Kinds", _KINDS[kind])


def layer_name(layer: Layer) -> str:
    """Return what a layer is called in the language of the window."""
    return QCoreApplication.translate("Layers", _LAYERS[layer])


def level_name(level: Level) -> str:
    """Return what the level of a form to avoid is called in the language of the window."""
    return QCoreApplication.translate("AvoidLevels", _LEVELS[level])
