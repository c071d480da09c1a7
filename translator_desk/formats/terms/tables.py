"""Terms as delimited text: ``.csv`` and ``.tsv``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from translator_desk.formats.encoding import decode
from translator_desk.formats.formula_guard import unguard
from translator_desk.formats.handlers.csv_table import new_table
from translator_desk.formats.places import Places
from translator_desk.formats.table_cells import rows
from translator_desk.formats.terms.base import TermFormat, TermsRead, TermsWritten
from translator_desk.formats.terms.sheet import COLUMNS, TERMS, from_rows, to_row
from translator_desk.formats.text_gate import admit
from translator_desk.glossary.entry import Entry
from translator_desk.wording import Wording


class _Delimited(TermFormat):
    delimiters: ClassVar[str]

    def read(self, data: bytes, file: str) -> TermsRead:
        """Return the entries of a table; cells that the desk guarded against formulas come back as they were."""
        text = decode(data, file).text
        admit(text, file)
        delimiter = max(self.delimiters, key=text.partition("\n")[0].count)
        found = [
            row for row in rows(text, delimiter, quoting=True, path=file) if any(cell.text.strip() for cell in row)
        ]
        ours = bool(found) and found[0][-1].text == TERMS
        places = Places(text)
        table = [[unguard(cell.text) if ours else cell.text for cell in row] for row in found]
        return from_rows(table, file, [places.of(row[0].start).line for row in found])

    def write(self, entries: Sequence[Entry]) -> TermsWritten:
        """Return a table with every field as a column, safe to open in a spreadsheet."""
        table = [to_row(entry) for entry in entries]
        return TermsWritten(new_table(COLUMNS, table, self.delimiters[0], TERMS))


class _Csv(_Delimited):
    id = "csv"
    title = Wording("Table (.csv)", "表格（.csv）")
    extensions = (".csv",)
    delimiters = ",;\t"


class _Tsv(_Delimited):
    id = "tsv"
    title = Wording("Table (.tsv)", "表格（.tsv）")
    extensions = (".tsv", ".tab")
    delimiters = "\t"


formats = (_Csv(), _Tsv())
