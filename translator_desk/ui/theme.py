"""Light and dark palettes of our own: the system's colour scheme is not told to every platform."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from translator_desk.model.severity import Level


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one look; contrast of text on its ground is at least 4.5."""

    name: str
    window: str
    base: str
    text: str
    muted: str
    line: str
    accent: str
    error: str
    warning: str
    info: str
    term: str

    def colour(self, level: Level) -> QColor:
        """Return the colour of a level."""
        return QColor({Level.ERROR: self.error, Level.WARNING: self.warning, Level.INFO: self.info}[level])


LIGHT = Theme(
    "light",
    "#F6F8FA",
    "#FFFFFF",
    "#1F2328",
    "#59636E",
    "#D0D7DE",
    "#0969DA",
    "#D1242F",
    "#B45309",
    "#6E59CF",
    "#0F7B6C",
)
DARK = Theme(
    "dark", "#161B22", "#0D1117", "#E6EDF3", "#9198A1", "#3D444D", "#4493F8", "#FF7B72", "#E3A04A", "#B4A4FF", "#3FB8A5"
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}
LEVEL_SIGNS = {Level.ERROR: "✗", Level.WARNING: "▲", Level.INFO: "ⓘ"}


def palette_of(theme: Theme) -> QPalette:
    """Return the palette for Fusion."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.Base: theme.base,
        QPalette.ColorRole.AlternateBase: theme.window,
        QPalette.ColorRole.Button: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.base,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.base,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Dark: theme.line,
        QPalette.ColorRole.Light: theme.base,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return palette
