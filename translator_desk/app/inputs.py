"""The names of ``app.documents`` under an earlier address."""

from __future__ import annotations

from translator_desk.app.documents import InputOptions, ReadInputs, read_inputs

__all__ = ["InputOptions", "ReadInputs", "read_inputs"]
