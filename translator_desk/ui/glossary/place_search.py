"""Where an old form stands, found while the person looks at what was found already."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from translator_desk.app.commands.edit import Replacement


class PlaceSearch(QObject):
    """One search; it ends by itself or is given up.

    Signals:
        grown(): More is found, or that was all.

    Attributes:
        places: What is found so far, in reading order.
        working: Whether more may come.
        given_up: Whether nobody waits for it any more; asked beside the window.
    """

    grown = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.places: list[Replacement] = []
        self.working = True
        self.given_up = False
        self._coming: list[Replacement] = []

    def collector(
        self, now_and_then: Callable[[Callable[[int], None]], Callable[[int], None]]
    ) -> Callable[[Replacement], None]:
        """Return what is told each place beside the window.

        Args:
            now_and_then: Makes a call in the window, not too often, of the latest value alone.
        """
        tell = now_and_then(self._take)

        def found(place: Replacement) -> None:
            self._coming.append(place)
            tell(len(self._coming))

        return found

    def end(self) -> None:
        """That was all."""
        self.working = False
        self._take(len(self._coming))

    def give_up(self) -> None:
        """Nobody waits for it any more."""
        self.given_up = True

    def _take(self, count: int) -> None:
        if not self.given_up:
            self.places += self._coming[len(self.places) : count]
            self.grown.emit()
