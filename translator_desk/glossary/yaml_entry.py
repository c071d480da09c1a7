"""Entries out of the nodes of a term file, with the line and column of whatever is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from translator_desk.glossary.coarse_date import CoarseDate
from translator_desk.glossary.entry import AvoidForm, Entry, Form, Kind, Layer, Office, Origin
from translator_desk.glossary.yaml_fields import Fields, choice, fields_of, items_of, text_of, texts_of, truth_of
from translator_desk.glossary.yaml_nodes import Node, Place, Scalar
from translator_desk.model.ids import EntryId
from translator_desk.model.severity import Level
from translator_desk.wording import say

ENTRY_KEYS = (
    "id",
    "kind",
    "zh",
    "not_inside",
    "required",
    "en",
    "also",
    "short",
    "avoid",
    "word",
    "offices",
    "single_holder",
    "note",
    "source",
    "verified",
    "disabled",
)
FORM_KEYS = ("en", "until")
AVOID_KEYS = ("en", "why", "level", "standalone", "with_source", "case_sensitive", "quoted_ok", "until")
OFFICE_KEYS = ("post", "place", "from", "to", "seen", "source")
_KINDS = {one.value: one for one in Kind}
_LEVELS = {one.value: one for one in Level}
_REQUIRED = {one: one.required_by_default for one in Kind}


def entry_or_hidden(node: Node, layer: Layer, place: Place) -> tuple[Entry | None, EntryId, Origin, Node]:
    """Return the entry of one item of ``entries``.

    Returns:
        The entry, None where the item hides the id in the layers below; the id; its place; the node of the id.

    Raises:
        InputError: The item breaks a rule of the format; names line, column and remedy.
    """
    fields = fields_of(node, "an entry", ENTRY_KEYS, place)
    id_node = fields.get("id")
    if id_node is None:
        raise place.refuse(node.start_mark, say("the entry has no “id”; give it one", "词条缺少“id”；请补上"))
    entry_id = EntryId(text_of(id_node, "id", place))
    origin = Origin(place.path, place.line(node.start_mark))
    if "disabled" in fields and truth_of(fields["disabled"], "disabled", place):
        return None, entry_id, origin, id_node
    return _entry(fields, entry_id, origin, layer, node, place), entry_id, origin, id_node


def _entry(fields: Fields, entry_id: EntryId, origin: Origin, layer: Layer, node: Node, place: Place) -> Entry:
    for key in ("kind", "zh", "en"):
        if key not in fields:
            raise place.refuse(
                node.start_mark,
                say("the entry “{id}” has no “{key}”; add it", "词条“{id}”缺少“{key}”；请补上", id=entry_id, key=key),
            )
    zh = texts_of(fields["zh"], "zh", place)
    if not zh:
        raise place.refuse(
            fields["zh"].start_mark,
            say("“zh” of “{id}” lists no form; add one", "“{id}”的“zh”没有任何形式；请补上", id=entry_id),
        )
    kind = _KINDS[choice(fields["kind"], "kind", tuple(_KINDS), place)]

    def texts(key: str) -> tuple[str, ...]:
        return texts_of(fields[key], key, place) if key in fields else ()

    def text(key: str) -> str:
        return text_of(fields[key], key, place) if key in fields else ""

    def truth(key: str, default: bool) -> bool:
        return truth_of(fields[key], key, place) if key in fields else default

    def items(key: str) -> Sequence[Node]:
        return items_of(fields[key], key, place) if key in fields else ()

    return Entry(
        entry_id,
        kind,
        zh,
        text("en"),
        texts("not_inside"),
        truth("required", _REQUIRED[kind]),
        tuple([_form(one, place) for one in items("also")]),
        texts("short"),
        tuple([_avoid(one, place) for one in items("avoid")]),
        truth("word", False),
        tuple([_office(one, place) for one in items("offices")]),
        truth("single_holder", False),
        text("note"),
        text("source"),
        truth("verified", True),
        origin,
        layer,
    )


def _date(node: Node, what: str, place: Place) -> CoarseDate:
    value = text_of(node, what, place)
    try:
        return CoarseDate.parse(value)
    except ValueError:
        raise place.refuse(
            node.start_mark,
            say(
                "“{what}” is a date such as 2018, 2018-02 or 2018-02-11, not “{value}”",
                "“{what}”应为 2018、2018-02 或 2018-02-11 这样的日期，而不是“{value}”",
                what=what,
                value=value,
            ),
        ) from None


def _named(fields: Fields, node: Node, place: Place) -> str:
    if "en" not in fields:
        raise place.refuse(node.start_mark, say("this form has no “en”; add it", "该形式缺少“en”；请补上"))
    return text_of(fields["en"], "en", place)


def _form(node: Node, place: Place) -> Form:
    if isinstance(node, Scalar):
        return Form(text_of(node, "also", place))
    fields = fields_of(node, "a form", FORM_KEYS, place)
    return Form(_named(fields, node, place), _date(fields["until"], "until", place) if "until" in fields else None)


def _avoid(node: Node, place: Place) -> AvoidForm:
    if isinstance(node, Scalar):
        return AvoidForm(text_of(node, "avoid", place))
    fields = fields_of(node, "a form to avoid", AVOID_KEYS, place)
    en = _named(fields, node, place)
    if len(fields) == 1:
        return AvoidForm(en)
    level = Level.WARNING
    if "level" in fields:
        level = _LEVELS[choice(fields["level"], "level", tuple(_LEVELS), place)]

    def said(key: str) -> bool:
        return key in fields and truth_of(fields[key], key, place)

    return AvoidForm(
        en,
        text_of(fields["why"], "why", place) if "why" in fields else "",
        level,
        said("standalone"),
        said("with_source"),
        said("case_sensitive"),
        said("quoted_ok"),
        _date(fields["until"], "until", place) if "until" in fields else None,
    )


def _office(node: Node, place: Place) -> Office:
    fields = fields_of(node, "an office", OFFICE_KEYS, place)
    if "post" not in fields:
        raise place.refuse(node.start_mark, say("this office has no “post”; add it", "该任职缺少“post”；请补上"))
    present = "to" in fields and text_of(fields["to"], "to", place) == "present"
    return Office(
        post=text_of(fields["post"], "post", place),
        place=text_of(fields["place"], "place", place) if "place" in fields else "",
        start=_date(fields["from"], "from", place) if "from" in fields else None,
        end=_date(fields["to"], "to", place) if "to" in fields and not present else None,
        present=present,
        seen=tuple([_date(one, "seen", place) for one in items_of(fields["seen"], "seen", place)])
        if "seen" in fields
        else (),
        source=text_of(fields["source"], "source", place) if "source" in fields else "",
    )
