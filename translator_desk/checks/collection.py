"""``no_collection`` by its former address."""

from __future__ import annotations

from translator_desk.collection import no_collection

__all__ = ["no_collection"]
