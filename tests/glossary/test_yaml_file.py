import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.builders import HEAD, term_file
from translator_desk.errors import InputError
from translator_desk.glossary.coarse_date import CoarseDate
from translator_desk.glossary.entry import Kind, Layer
from translator_desk.glossary.yaml_file import load_layers, parse_term_file, read_term_file, slips
from translator_desk.model.severity import Level

GOOD = "- {id: a, kind: other, zh: [甲乙], en: one}\n"


def refused(text, encoding="utf-8"):
    with pytest.raises(InputError) as caught:
        parse_term_file(text.encode(encoding), "f.yaml")
    assert caught.value.render("zh") != caught.value.render("en")
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "f.yaml: holds no entries"),
        ("entries: []\n", "f.yaml:1:1: the format must be named by “version: 2”"),
        ("version: 3\n", "f.yaml:1:10: the format must be named by “version: 2”"),
        (HEAD + "- id：a\n", "f.yaml:4:5: a full-width colon"),
        (HEAD + "- id: a\n  kinds: other\n", "f.yaml:5:3: unknown key “kinds”; did you mean “kind”?"),
        (HEAD + "- {id: a, kind: organization, zh: [甲], en: b}\n", "f.yaml:4:17: “kind” is one of"),
        (HEAD + "- {id: a, kind: other, zh: [甲乙]}\n", "f.yaml:4:3: the entry “a” has no “en”"),
        (HEAD + "- {kind: other, zh: [甲乙], en: b}\n", "f.yaml:4:3: the entry has no “id”"),
        (HEAD + GOOD + GOOD, "f.yaml:5:8: the id “a” is used already in line 4"),
        (HEAD + "- id: a\n  en: b\n  en: c\n", "f.yaml:6:3: “en” stands here twice"),
        (HEAD + "- &x {id: a}\n", "f.yaml:4:3: anchors"),
        (HEAD + "- *x\n", "f.yaml:4:3: anchors"),
        (HEAD + "- id: a\n  <<: b\n", "f.yaml:5:3: unknown key “<<”"),
        (HEAD + "- !!python/object:os.system {id: a}\n", "f.yaml:4:3: tags"),
        ("version: 2\n---\nversion: 2\n", "f.yaml:2:1: a second document"),
        (HEAD + "<<<<<<< HEAD\n", "f.yaml:4:1: holds a conflict marker"),
        (HEAD + "- id: a\n\ufeff  kind: other\n", "f.yaml:5:1: an invisible byte order mark"),
        (HEAD + "- {id: a, kind: other, zh: [], en: b}\n", "f.yaml:4:28: “zh” of “a” lists no form"),
        (HEAD + "- id: a\n\tkind: other\n", "f.yaml:5:1: is not YAML here"),
        (HEAD + "- id: a\n  kind\n  en: b\n", "f.yaml:5:3: is not YAML here: no colon stands after the key"),
        (HEAD + '- id: a\n  en: "b\n', "f.yaml:5:7: is not YAML here: the quotation mark is not closed"),
        (HEAD + "- id: a\n  zh: [甲乙\n  en: b\n", "f.yaml:5:7: is not YAML here: the bracket “[” is not closed"),
        (HEAD + "- {id: a\n- {id: b}\n", "f.yaml:4:3: is not YAML here: the brace “{” is not closed"),
        (HEAD + "- id: a\n  en: b: c\n", "f.yaml:5:8: is not YAML here: a colon stands inside a text"),
        (HEAD + "- {id: a, kind: other, zh: [甲乙], en: [b]}\n", "f.yaml:4:38: “en” must be one text"),
        (HEAD + "- {id: a, kind: other, zh: [甲乙], en: b, required: maybe}\n", "“required” is true or false"),
        (HEAD + "- {id: a, kind: other, zh: [甲乙], en: b, also: [{en: c, until: soon}]}\n", "is a date such as 2018"),
        (HEAD + "- {id: a, kind: person, zh: [甲乙], en: b, offices: [{place: c}]}\n", "this office has no “post”"),
        ("[" * 200, "is nested too deeply"),
        (HEAD + "- " * 400, "is nested too deeply"),
    ],
)
def test_each_slip_is_told_with_its_place_and_a_remedy(text, said):
    assert said in refused(text)


def test_another_encoding_is_named():
    assert "f.yaml:4:1: is not UTF-8 but probably GBK" in refused(HEAD + GOOD, "gb18030")


def test_a_bomb_is_refused_before_it_goes_off():
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(8)
    )
    assert "anchors" in refused(bomb)


def test_every_scalar_is_text():
    (entry,) = term_file("- {id: 2019-09, kind: other, zh: [甲乙], en: no, also: [1.10, on], note: 12:30}\n").entries
    assert (entry.id, entry.en, entry.accepted, entry.note) == ("2019-09", "no", ("no", "1.10", "on"), "12:30")


def test_all_fields_are_read():
    (entry,) = term_file(
        """
- id: p-a
  kind: person
  zh: [甲乙]
  not_inside: [甲乙丙]
  required: false
  en: Jia Yi
  also: [Chia I, {en: Kia I, until: "2018"}]
  short: Jia
  avoid: [Jia Yee, {en: Jia Ye, why: e, level: error, standalone: true, case_sensitive: true, until: 2018-02}]
  word: true
  offices:
  - {post: t-mayor, place: pl-a, from: "2018", to: present, seen: ["2019-06-07"], source: press}
  note: n
  source: s
  verified: false
""".lstrip()
    ).entries
    assert (entry.kind, entry.required, entry.word, entry.verified) == (Kind.PERSON, False, True, False)
    assert entry.short == ("Jia",)
    assert [form.until and str(form.until) for form in entry.also] == [None, "2018"]
    plain, full = entry.avoid
    assert (plain.en, plain.level, plain.standalone) == ("Jia Yee", Level.WARNING, False)
    assert (full.level, full.standalone, full.case_sensitive, str(full.until)) == (Level.ERROR, True, True, "2018-02")
    (office,) = entry.offices
    assert (office.post, office.present, office.end) == ("t-mayor", True, None)
    assert office.seen == (CoarseDate.parse("2019-06-07"),)
    assert str(entry.origin) == "terms.yaml:4"


@pytest.mark.parametrize("kind", list(Kind))
def test_units_and_others_are_not_asked_for_unless_said(kind):
    (entry,) = term_file(f"- {{id: a, kind: {kind}, zh: [甲乙], en: b}}\n").entries
    assert entry.required is (kind not in (Kind.UNIT, Kind.OTHER))


def test_layers_are_read_from_files_and_folders(tmp_path):
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / "one.yaml").write_text(HEAD + GOOD, "utf-8")
    (tmp_path / "mine.yaml").write_text(HEAD + GOOD.replace("one", "mine"), "utf-8")
    made = load_layers(tmp_path / "shipped", None, [tmp_path / "mine.yaml"])
    assert [(one.en, one.layer) for one in made.entries] == [("mine", Layer.PROJECT)]
    with pytest.raises(InputError, match="cannot be read"):
        read_term_file(tmp_path / "none.yaml")


@given(st.binary(max_size=80) | st.text("- {}[]:id aekndzh甲\n\t&*!'\"|>#%", max_size=60).map(str.encode))
def test_whatever_the_bytes_the_answer_is_entries_or_one_sentence(data):
    sentence = "f.yaml"
    try:
        parse_term_file(HEAD.encode() + data, "f.yaml")
    except InputError as error:
        sentence = str(error)
    assert sentence.startswith("f.yaml")


@given(st.dates())
def test_a_coarse_date_holds_every_day_it_may_mean(day):
    iso = day.isoformat()
    for text in (iso[:4], iso[:7], iso):
        date = CoarseDate.parse(text)
        assert date.earliest <= day <= date.latest
        assert str(date) == text


def test_all_slips_of_a_file_are_told_at_once():
    text = (
        HEAD + "- {id: a, kind: planet, zh: [甲乙], en: b}\n" + GOOD + "- id: c\n  kinds: x\n" + GOOD + "- text\n- [\n"
    )
    told = [(one.line, str(one.message).split(";")[0]) for one in slips(text.encode(), "f.yaml")]
    assert [line for line, _ in told] == [4, 7, 8, 11]
    assert "is not YAML" in told[-1][1]
    assert slips((HEAD + GOOD).encode(), "f.yaml") == ()
    assert [one.line for one in slips(b"version: 9\n", "f.yaml")] == [1]
