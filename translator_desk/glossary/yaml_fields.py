"""What stands under a key of a YAML file: texts, lists, mappings, choices; anything else is refused at its place."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from translator_desk.glossary.yaml_nodes import Group, Node, Place, Scalar
from translator_desk.wording import say

_TRUTH = {"true": True, "false": False}

Fields = dict[str, Node]


def text_of(node: Node, what: str, place: Place) -> str:
    """Return the text of a node, without white space around it; it must not be empty."""
    if isinstance(node, Group):
        raise place.refuse(
            node.start_mark,
            say("“{what}” must be one text, not a list", "“{what}”应为一个文本，而不是列表", what=what),
        )
    value: str = node.value.strip()
    if not value:
        raise place.refuse(
            node.start_mark,
            say("“{what}” is empty; fill it in or delete the line", "“{what}”为空；请填写或删除该行", what=what),
        )
    return value


def fields_of(node: Node, what: str, keys: Sequence[str], place: Place) -> Fields:
    """Return the values of a mapping by their keys; each key is one of ``keys`` and stands once."""
    if not isinstance(node, Group) or not node.is_map:
        raise place.refuse(
            node.start_mark, say("{what} must be “key: value” lines", "{what}应为“键: 值”的形式", what=what)
        )
    found: Fields = {}
    children = iter(node.children)
    for key_node in children:
        value = next(children)
        key = key_node.value if isinstance(key_node, Scalar) else ""
        if key not in keys:
            near = difflib.get_close_matches(key, keys, 1)
            raise place.refuse(
                key_node.start_mark,
                say(
                    "unknown key “{key}”; did you mean “{near}”?" if near else "unknown key “{key}”; known are {keys}",
                    "未知的键“{key}”；是否指“{near}”？" if near else "未知的键“{key}”；可用的有 {keys}",
                    key=key,
                    near=near[0] if near else "",
                    keys=", ".join(keys),
                ),
            )
        if key in found:
            raise place.refuse(
                key_node.start_mark,
                say("“{key}” stands here twice; delete one of the two", "“{key}”重复出现；请删除其中一个", key=key),
            )
        found[key] = value
    return found


def choice(node: Node, what: str, allowed: Sequence[str], place: Place) -> str:
    """Return the text of a node that must be one of ``allowed``."""
    value = text_of(node, what, place)
    if value not in allowed:
        raise place.refuse(
            node.start_mark,
            say(
                "“{what}” is one of {names}, not “{value}”",
                "“{what}”只能是 {names} 之一，而不是“{value}”",
                what=what,
                names=", ".join(allowed),
                value=value,
            ),
        )
    return value


def texts_of(node: Node, what: str, place: Place) -> tuple[str, ...]:
    """Return the texts of a list, or of one text."""
    if isinstance(node, Scalar):
        return (text_of(node, what, place),)
    if node.is_map:
        raise place.refuse(node.start_mark, say("“{what}” must be a list", "“{what}”应为列表", what=what))
    return tuple([text_of(one, what, place) for one in node.children])


def items_of(node: Node, what: str, place: Place) -> Sequence[Node]:
    """Return the members of a list."""
    if isinstance(node, Scalar) or node.is_map:
        raise place.refuse(
            node.start_mark,
            say(
                "“{what}” must be a list; begin each member with “- ”", "“{what}”应为列表；每一项以“- ”开头", what=what
            ),
        )
    return node.children


def truth_of(node: Node, what: str, place: Place) -> bool:
    """Return a truth value."""
    value = text_of(node, what, place)
    if value not in _TRUTH:
        raise place.refuse(
            node.start_mark,
            say(
                "“{what}” is true or false, not “{value}”",
                "“{what}”只能是 true 或 false，而不是“{value}”",
                what=what,
                value=value,
            ),
        )
    return _TRUTH[value]
