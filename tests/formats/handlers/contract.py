"""What every handler must keep, whatever it reads; a suite inherits it and says how its files look."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from translator_desk.errors import InputError
from translator_desk.formats.base import Handler, TableFile, TextFile
from translator_desk.formats.furniture import set_aside
from translator_desk.formats.registry import all_handlers, handler_for
from translator_desk.model.document import Layout

MARKS = {"utf-8": b"", "utf-8-sig": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
SIGNS = "ab Z9.,;:!?'\"“”’&<>/=-_\t \n\r\u00a0\u3000\u2028\u0085衡阳市长邓群策。！？；…《》𠮷éü\ufeff\u200b|+@#;%()[]A"

# One suite, several handlers: that the same property runs in several classes is the point.
INHERITED = [HealthCheck.differing_executors]


def layout_of(file: TextFile | TableFile) -> Layout:
    return file.layout if isinstance(file, TableFile) else set_aside(file).layout


def texts_of(layout: Layout) -> list[str]:
    return [paragraph.text for paragraph in layout.paragraphs]


class HandlerContract:
    """Inherit, give ``handler``, ``name`` and files of this kind."""

    handler: Handler
    name: str
    files: tuple[str, ...]
    """Well-formed files, decoded; the first has a paragraph with the words "Deng Qunze"."""
    edited_files: tuple[str, ...] = ()
    """Files whose paragraphs stay the same paragraphs whatever is written into one; ``files`` where empty."""

    def test_is_found_by_its_file(self):
        assert self.handler in all_handlers()
        assert handler_for(self.name, self.files[0].encode()) is self.handler

    def test_declares_what_the_dialogs_show(self):
        assert self.handler.title.en
        assert self.handler.title.zh
        assert all(one.startswith(".") and one == one.lower() for one in self.handler.extensions)

    @pytest.mark.parametrize("by_line", [False, True])
    @pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("codec", [*MARKS, "gb18030"])
    def test_an_unedited_file_is_written_byte_for_byte(self, codec: str, newline: str, by_line: bool):
        for text in self.files:
            changed = text.replace("\n", newline)
            data = MARKS.get(codec, b"") + changed.encode(codec.removesuffix("-sig"))
            layout = layout_of(self.handler.read(data, self.name, by_line=by_line))
            assert self.handler.write(layout, texts_of(layout)) == data
            assert layout.bom == MARKS.get(codec, b"")

    @settings(max_examples=150, deadline=None, suppress_health_check=INHERITED)
    @given(data=st.binary(max_size=200))
    def test_any_bytes_are_refused_or_come_back(self, data: bytes):
        try:
            layout = layout_of(self.handler.read(data, self.name))
        except InputError:
            return
        assert self.handler.write(layout, texts_of(layout)) == data

    @settings(max_examples=300, deadline=None, suppress_health_check=INHERITED)
    @given(text=st.text(SIGNS, max_size=120), codec=st.sampled_from(sorted(MARKS)), by_line=st.booleans())
    def test_any_text_is_refused_or_comes_back(self, text: str, codec: str, by_line: bool):
        data = MARKS[codec] + text.encode(codec.removesuffix("-sig"))
        try:
            layout = layout_of(self.handler.read(data, self.name, by_line=by_line))
        except InputError:
            return
        assert self.handler.write(layout, texts_of(layout)) == data

    @settings(max_examples=150, deadline=None, suppress_health_check=INHERITED)
    @given(data=st.data())
    def test_an_edit_is_read_back_and_touches_nothing_else(self, data: st.DataObject):
        file = data.draw(st.sampled_from(self.edited_files or self.files))
        layout = layout_of(self.handler.read(file.encode(), self.name))
        texts = texts_of(layout)
        at = data.draw(st.integers(0, len(texts) - 1))
        old = texts[at]
        start = data.draw(st.integers(0, len(old)))
        end = data.draw(st.integers(start, len(old)))
        words = data.draw(st.text("Qunce 邓&<>'é", min_size=0, max_size=8))
        new = f"{old[:start]}{words}{old[end:]}"
        new = " ".join(new.split())
        assume(new)
        texts[at] = new
        written = self.handler.write(layout, texts)
        again = layout_of(self.handler.read(written, self.name))
        assert texts_of(again) == texts
        others = [paragraph for index, paragraph in enumerate(again.paragraphs) if index != at]
        assert [one.raw for one in others] == [one.raw for index, one in enumerate(layout.paragraphs) if index != at]
        assert written.startswith(layout.paragraphs[0].before.encode())
        assert written.endswith(layout.tail.encode())

    @pytest.mark.parametrize(
        ("bad", "code"), [("\0", "U+0000"), ("\x0b", "U+000B"), ("\x1b", "U+001B"), ("\uffff", "U+FFFF")]
    )
    def test_control_characters_are_refused_by_place(self, bad: str, code: str):
        at = self.files[0].index("Deng")
        text = f"{self.files[0][:at]}{bad}{self.files[0][at:]}"
        with pytest.raises(InputError) as caught:
            self.handler.read(text.encode(), self.name)
        before = text[: text.index(bad)].split("\n")
        assert (caught.value.line, caught.value.column) == (len(before), len(before[-1]) + 1)
        assert code in str(caught.value)
        assert caught.value.file == self.name

    def test_an_unknown_encoding_names_the_byte(self):
        data = self.files[0].encode().replace(b"Deng", b"\xff\xfe\xfdDeng", 1)
        with pytest.raises(InputError) as caught:
            self.handler.read(b" " + data, self.name)
        assert caught.value.line == self.files[0][: self.files[0].index("Deng")].count("\n") + 1
        assert "0xFF" in str(caught.value)

    def test_gb18030_is_said(self):
        data = self.files[0].replace("Deng", "邓群策市长的衡阳市是中国的").encode("gb18030")
        file = self.handler.read(data, self.name)
        assert any("GB18030" in str(one.message) for one in file.warnings)

    def test_texts_must_fit_the_layout(self):
        layout = layout_of(self.handler.read(self.files[0].encode(), self.name))
        with pytest.raises(ValueError, match="texts for"):
            self.handler.write(layout, [])
