import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.errors import InputError
from translator_desk.formats.safe_zip import SafeZip


def packed(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as pack:
        for name, data in parts:
            pack.writestr(name, data)
    return out.getvalue()


def refused(data, name="a"):
    with pytest.raises(InputError) as caught:
        SafeZip(data, "f.xlsx").read(name)
    return str(caught.value)


def test_files_are_read_by_name():
    pack = SafeZip(packed([("a", b"one"), ("b/c", b"two")]), "f.xlsx")
    assert pack.names == {"a", "b/c"}
    assert (pack.read("b/c"), pack.read("none")) == (b"two", None)


def test_a_bomb_is_refused():
    assert "protect this computer" in refused(packed([("a", bytes(20_000_000))]))


def test_a_bomb_that_lies_about_its_size_is_refused():
    data = bytearray(packed([("a", bytes(20_000_000))]))
    central = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, central + 24, 10)
    struct.pack_into("<I", data, data.index(b"PK\x03\x04") + 22, 10)
    said = refused(bytes(data))
    assert "protect this computer" in said or "damaged" in said


def test_too_many_files_are_refused():
    assert "protect this computer" in refused(packed([(str(n), b"") for n in range(5_001)]))


def test_two_files_of_one_name_are_refused():
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = packed([("a", b"one"), ("a", b"two")])
    assert "is damaged" in refused(data)


def test_two_names_for_the_same_bytes_are_refused():
    data = bytearray(packed([("a", b"x" * 50), ("b", b"y" * 50)], zipfile.ZIP_STORED))
    second = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, second + 42, 0)
    assert "is damaged" in refused(bytes(data))


def test_passwords_and_old_office_files_are_named():
    data = bytearray(packed([("a", b"one")]))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    assert "password" in refused(bytes(data))
    assert "old Office file" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))


def test_a_damaged_file_is_told():
    data = packed([("a", b"one two three" * 100)])
    assert "is damaged" in refused(data[:-5])
    broken = bytearray(data)
    broken[40:60] = bytes(20)
    assert "is damaged" in refused(bytes(broken))


@given(st.binary(max_size=300), st.integers(0, 200))
def test_whatever_the_bytes_the_answer_is_files_or_one_sentence(noise, at):
    good = packed([("a", b"one two three four")])
    for data in (noise, good[:at] + noise + good[at:], good[:at] + noise):
        sentence = "f.xlsx"
        try:
            SafeZip(data, "f.xlsx").read("a")
        except InputError as error:
            sentence = str(error)
        assert sentence.startswith("f.xlsx")
