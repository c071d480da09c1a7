"""Every exchange format: what it holds comes back, what it cannot hold is told by name."""

import csv
import io
import random
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.layouts import make_entry
from translator_desk.errors import InputError, RefusedError
from translator_desk.formats.safe_xml import parse_xml
from translator_desk.formats.terms.base import laid_over
from translator_desk.formats.terms.registry import term_format, term_format_for, term_formats
from translator_desk.glossary.coarse_date import CoarseDate
from translator_desk.glossary.entry import AvoidForm, Entry, Form, Kind, Office
from translator_desk.glossary.yaml_file import load_layers
from translator_desk.glossary.yaml_write import entry_data
from translator_desk.model.severity import Level
from translator_desk.resources import shipped_glossaries

NAMES = ["csv", "omegat", "tbx", "tbx-dct", "tbx-v2", "tsv", "xlsx"]
TABLES = ["csv", "tsv", "xlsx"]
TBX = ["tbx", "tbx-dct", "tbx-v2"]
FULL = Entry(
    "p-a",
    Kind.PERSON,
    ("甲乙", "甲某"),
    "Jia Yi",
    not_inside=("甲乙丙",),
    required=False,
    also=(Form("Chia I"), Form("Kia I", CoarseDate.parse("2018"))),
    short=("Jia",),
    avoid=(AvoidForm("Jia Yee"), AvoidForm("Jia Ye", "e | lost", Level.ERROR, standalone=True)),
    word=True,
    offices=(Office("t-mayor", "pl-a", CoarseDate.parse("2018-02"), present=True, seen=(CoarseDate.parse("2019"),)),),
    note='first line\nsecond: "line"',
    source="report, 2019-01",
    verified=False,
)
PLAIN = Entry("x-b", Kind.OTHER, ("丙丁",), "=SUM(A1)", required=False, note="-5°C")


def data_of(entries):
    return [entry_data(one) for one in entries]


def test_the_formats_are_found_by_their_folder():
    assert [one.id for one in term_formats()] == NAMES
    assert [term_format_for(f"a{ending}").id for ending in (".CSV", ".tsv", ".txt", ".tbx", ".xlsx")] == [
        "csv", "tsv", "omegat", "tbx", "xlsx"]  # fmt: skip
    with pytest.raises(RefusedError, match="known are csv, omegat"):
        term_format("xliff")
    with pytest.raises(InputError, match="is no file of terms"):
        term_format_for("a.docx")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_holds_everything(name):
    entries = [FULL, PLAIN, *(make_entry(random.Random(seed), seed) for seed in range(150))]
    written = term_format(name).write(entries)
    read = term_format(name).read(written.data, f"f.{name}")
    assert (written.losses, read.losses) == ((), ())
    assert data_of(read.entries) == data_of(entries)


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_no_cell_is_taken_for_a_formula(name):
    text = term_format(name).write([PLAIN]).data.decode("utf-8-sig")
    (_, cells) = csv.reader(io.StringIO(text), delimiter="," if name == "csv" else "\t")
    assert "\t=SUM(A1)" in cells
    assert not any(cell.startswith(("=", "-", "+", "@")) for cell in cells)


def test_no_cell_of_a_workbook_is_a_formula():
    with zipfile.ZipFile(io.BytesIO(term_format("xlsx").write([PLAIN]).data)) as pack:
        sheet = pack.read("xl/worksheets/sheet1.xml").decode()
    assert "<f" not in sheet
    assert sheet.count("<c ") == sheet.count('t="inlineStr"')


@pytest.mark.parametrize("name", TBX)
def test_tbx_holds_forms_with_their_status_and_names_what_it_drops(name):
    written = term_format(name).write([FULL, PLAIN])
    assert {one.what for one in written.losses} == {
        "not_inside", "required", "word", "offices", "verified", "also: until", "avoid: level", "avoid: standalone"}  # fmt: skip
    assert "not carried over: offices (1: p-a)" in [str(one.message) for one in written.losses]
    full, plain = term_format(name).read(written.data, "f.tbx").entries
    assert (full.id, full.kind, full.zh, full.en, full.short) == (FULL.id, FULL.kind, FULL.zh, FULL.en, FULL.short)
    assert [form.en for form in full.also] == ["Chia I", "Kia I"]
    assert [(form.en, form.why) for form in full.avoid] == [("Jia Yee", ""), ("Jia Ye", "e | lost")]
    assert (full.note, full.source) == ('first line second: "line"', FULL.source)
    assert data_of([plain]) == data_of([PLAIN])


@pytest.mark.parametrize("name", NAMES)
def test_what_a_file_cannot_say_stays_as_it_was_when_it_comes_back(name):
    made = term_format(name)
    read = made.read(made.write([FULL]).data, f"f{made.extensions[0]}")
    back = laid_over(FULL, read.entries[0], read.fields)
    same_note = replace(back, note=FULL.note) if name not in TABLES else back
    assert data_of([same_note]) == data_of([FULL])


def test_omegat_lines_are_terms_with_all_their_forms():
    written = term_format("omegat").write([FULL, PLAIN])
    lines = written.data.decode().splitlines()
    assert lines[0].startswith("#")
    assert "coding: utf-8" in lines[0]
    assert lines[1] == '甲乙\tJia Yi\tfirst line second: "line"'
    assert {"id", "kind", "short", "avoid", "offices"} <= {one.what for one in written.losses}
    read = term_format("omegat").read(written.data, "f.txt")
    assert [(one.zh, one.accepted) for one in read.entries] == [(FULL.zh, FULL.accepted), (PLAIN.zh, PLAIN.accepted)]


def test_omegat_files_of_others_are_read_with_what_is_lost():
    text = "\ufeff# head\n市长\tmayor\n市长\tcity mayor\tnote\textra\n\n书记\t\n"
    read = term_format("omegat").read(text.encode(), "f.txt")
    assert [(one.zh, one.accepted, one.note) for one in read.entries] == [(("市长",), ("mayor", "city mayor"), "note")]
    assert [(str(one.what), tuple(map(str, one.where))) for one in read.losses] == [
        ("columns after the third", ("line 3",)),
        ("lines without a source or a target", ("line 5",)),
    ]
    assert read.losses[0].message.render("zh") == "未能保留：第三列之后的列（1 处：第 3 行）"
    with pytest.raises(InputError, match=r"f\.txt:1:1: this line has no tab"):
        term_format("omegat").read("市长 mayor\n".encode(), "f.txt")


def test_a_table_of_others_is_read_by_its_headings():
    text = '中文;英文;又译;Domain\n市长;mayor;"city mayor;head of the city";politics\n;x;;\n'
    read = term_format("csv").read(text.encode("gb18030"), "f.csv")
    assert [(one.id, one.zh, one.accepted) for one in read.entries] == [
        ("", ("市长",), ("mayor", "city mayor", "head of the city"))
    ]
    assert [(str(one.what), tuple(map(str, one.where))) for one in read.losses] == [
        ("Domain", ("column 4",)),
        ("rows without Chinese or English", ("line 3",)),
    ]
    assert term_format("tsv").read("市长\tmayor\n".encode(), "f.tsv").entries[0].en == "mayor"
    with pytest.raises(InputError, match=r"f\.tsv:1: no column of Chinese"):
        term_format("tsv").read(b"a\tb\n", "f.tsv")
    with pytest.raises(InputError, match=r"f\.csv:2.*“kind” is one of"):
        term_format("csv").read("zh,en,kind\n市长,mayor,job\n".encode(), "f.csv")


OTHERS = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX"><text><body>
<termEntry id="c1"><descrip type="subjectField">politics</descrip><descripGrp><descrip type="definition">d</descrip></descripGrp>
<langSet xml:lang="EN-us"><ntig><termGrp><term>mayor</term><termNote type="partOfSpeech">noun</termNote></termGrp></ntig>
<tig><term>burgomaster</term><termNote type="normativeAuthorization">deprecatedTerm</termNote></tig>
<tig><term>old <hi>mayor</hi></term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig></langSet>
<langSet xml:lang="zh_CN"><tig><term>市长</term></tig></langSet>
<langSet xml:lang="fr"><tig><term>maire</term></tig></langSet></termEntry>
<termEntry><langSet xml:lang="en"><tig><term>alone</term></tig></langSet></termEntry>
</body></text></martif>"""


def test_tbx_of_others_is_read_with_what_is_lost():
    read = term_format("tbx").read(OTHERS.encode(), "f.tbx")
    (entry,) = read.entries
    assert (entry.id, entry.kind, entry.zh, entry.accepted) == ("c1", Kind.OTHER, ("市长",), ("mayor", "old mayor"))
    assert [form.en for form in entry.avoid] == ["burgomaster"]
    assert {str(one.what) for one in read.losses} == {
        "subjectField", "definition", "partOfSpeech", "language fr", "concepts without Chinese or English"}  # fmt: skip
    with pytest.raises(InputError, match="is XML but no TBX"):
        term_format("tbx").read(b"<a/>", "f.tbx")


def test_ids_that_xml_does_not_allow_are_changed_and_told():
    written = term_format("tbx").write([replace(PLAIN, id="2019/a")])
    assert 'id="_2019_a"' in written.data.decode()
    assert [one.what for one in written.losses] == ["id"]


def test_a_workbook_of_others_is_read():
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relation}"><sheets><sheet name="a" r:id="r7"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r7" Target="/xl/worksheets/s.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}"><si><t>zh</t></si><si><r><t>e</t></r><r><t>n</t></r></si>'
        "<si><t>市长</t><rPh><t>shi</t></rPh></si></sst>",
        "xl/worksheets/s.xml": f'<worksheet xmlns="{main}"><sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" t="s">'
        '<v>1</v></c></row><row r="5"><c r="B5" t="s"><v>2</v></c><c r="D5" t="str"><f>1+1</f><v>mayor_x000A_x</v></c></row>'
        "</sheetData></worksheet>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as pack:
        for name, text in parts.items():
            pack.writestr(name, text)
    (entry,) = term_format("xlsx").read(out.getvalue(), "f.xlsx").entries
    assert (entry.zh, entry.en) == (("市长",), "mayor\nx")
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    with pytest.raises(InputError, match="holds no sheet"):
        term_format("xlsx").read(empty.getvalue(), "f.xlsx")


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_terms_go_out_and_come_back(name):
    entries = load_layers(shipped_glossaries(), None, []).entries
    made = term_format(name)
    read = made.read(made.write(entries).data, f"f{made.extensions[0]}")
    assert {zh for one in read.entries for zh in one.zh} == {zh for one in entries for zh in one.zh}
    if name in TBX:
        by_id = {one.id: one for one in read.entries}
        assert [entry_data(laid_over(one, by_id[one.id], read.fields)) for one in entries] == data_of(entries)
        parse_xml(made.write(entries).data, "f.tbx")


@pytest.mark.parametrize("name", NAMES)
@given(data=st.binary(max_size=120) | st.text("zhen,;\t\n\"'{}[]|甲<>/=", max_size=80).map(str.encode))
def test_whatever_the_bytes_the_answer_is_entries_or_one_sentence(name, data):
    sentence = "f.x"
    try:
        term_format(name).read(data, "f.x")
    except InputError as error:
        sentence = str(error)
    assert sentence.startswith("f.x")
