"""Changes one entry of a term file and leaves every other byte as its people wrote it.

Comments, order, quotes, line breaks and blank lines are theirs. Within the changed entry, too, only the keys and list
items that differ are written. The bytes are given back; who calls writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from translator_desk.errors import InputError, RefusedError
from translator_desk.glossary.entry import Entry, Origin
from translator_desk.glossary.splice_nodes import Splice, line_end, line_start
from translator_desk.glossary.term_base import TermFile
from translator_desk.glossary.term_text import Item, TermText, count_lines, entries_node, id_of
from translator_desk.glossary.yaml_entry import entry_or_hidden
from translator_desk.glossary.yaml_file import parse_term_file
from translator_desk.glossary.yaml_nodes import Group, Place, column_of, end_of, read_nodes, start_of
from translator_desk.glossary.yaml_write import NEW_FILE, Data, entry_data, flow_text, hidden_data, item_text
from translator_desk.model.ids import EntryId
from translator_desk.wording import say

_FEWEST_SORTED = 3
_READ_WHOLE = 500_000
"""Characters up to which a changed file is read again as a whole before it is given back."""


@dataclass(frozen=True, slots=True)
class Spliced:
    """A term file after a change.

    Attributes:
        data: Its bytes.
        file: What they say; equal to parsing them.
    """

    data: bytes
    file: TermFile


def put_entry(data: bytes, file: TermFile, entry: Entry, *, instead_of: str | None = None) -> Spliced:
    """Return the file with an entry changed or added; where the file switches it off, it is switched on.

    Args:
        data: The bytes of the file.
        file: What they say.
        entry: The entry; its origin does not matter.
        instead_of: The id it had so far, where that changes; what refers to it is changed by ``rename_references``.

    Raises:
        InputError: The entry breaks a rule of the format.
        RefusedError: The file has another entry of that id, or a layout in which nothing can be changed safely.
    """
    here = _Change(data, file)
    said = _sayable(entry, file)
    if instead_of not in (None, entry.id) and here.says(entry.id) is not None:
        raise RefusedError(
            say(
                "The id “{id}” is used already in {file}; choose another one.",
                "id“{id}”已在 {file} 中使用；请另选一个。",
                id=entry.id,
                file=file.path,
            )
        )
    before_id = EntryId(instead_of or entry.id)
    before = here.says(before_id)
    if before is None:
        return _safely(file, lambda: here.added(said, entry))
    return _safely(file, lambda: here.changed(before_id, before, said))


def _safely(file: TermFile, change: Callable[[], Spliced]) -> Spliced:
    """Return what a change gives; a layout in which it does not give what is meant is refused."""
    try:
        return change()
    except (_NotAsMeantError, InputError):
        raise RefusedError(
            say(
                "The layout of {file} around this entry is too unusual to change safely; nothing was changed. Change it "
                "in a text editor.",
                "{file} 中该词条附近的写法过于特殊，无法安全修改；未作任何更改。请用文本编辑器修改。",
                file=file.path,
            )
        ) from None


def _sayable(entry: Entry, file: TermFile) -> dict[str, Data]:
    """Return what to write of an entry, as it will be read again."""
    text = NEW_FILE + item_text(entry_data(entry))
    (read,) = parse_term_file(text.encode("utf-8", "surrogatepass"), file.path, file.layer).entries
    said = entry_data(read)
    assert _stripped(said) == _stripped(entry_data(entry)), "the canonical layout says something else"
    return said


def _stripped(data: Data) -> Data:
    """Return data without the white space around its texts, which a file does not keep."""
    if isinstance(data, str):
        return data.strip()
    if isinstance(data, Mapping):
        return {key: _stripped(value) for key, value in data.items()}
    return data if isinstance(data, bool) else [_stripped(one) for one in data]


def hide_entry(data: bytes, file: TermFile, entry_id: str) -> Spliced:
    """Return the file so that it switches the entry of that id off; what the file says of it stays written there."""
    here = _Change(data, file)
    before = here.says(EntryId(entry_id))
    if before is None:
        return _safely(file, lambda: here.added(hidden_data(entry_id), None))
    return _safely(file, lambda: here.changed(EntryId(entry_id), before, {**before, "disabled": True}))


def show_entry(data: bytes, file: TermFile, entry_id: str) -> Spliced:
    """Return the file so that it no longer switches the entry of that id off.

    What the file says of the entry beside that counts again; where it says nothing, the whole item goes.
    """
    return _safely(file, lambda: _Change(data, file).shown(EntryId(entry_id)))


def delete_entry(data: bytes, file: TermFile, entry_id: str) -> Spliced:
    """Return the file without the entry (or the switching off) of that id, and without the comment above it.

    Raises:
        KeyError: The file says nothing of that id.
    """
    return _safely(file, lambda: _Change(data, file).deleted(EntryId(entry_id)))


def rename_references(data: bytes, file: TermFile, old_id: str, new_id: str) -> Spliced:
    """Return the file with all offices that name ``old_id`` as post or place naming ``new_id``."""
    spliced = Spliced(data, file)
    for entry in file.entries:
        offices = tuple(
            replace(
                office,
                post=new_id if office.post == old_id else office.post,
                place=new_id if office.place == old_id else office.place,
            )
            for office in entry.offices
        )
        if offices != entry.offices:
            spliced = put_entry(spliced.data, spliced.file, replace(entry, offices=offices))
    return spliced


class _Change(TermText):
    """One change of a term file."""

    def says(self, entry_id: EntryId) -> dict[str, Data] | None:
        """Return what the file says of an id, None where it does not name it."""
        if any(one == entry_id for one, _ in self.file.disabled):
            return hidden_data(entry_id)
        return next((entry_data(one) for one in self.file.entries if one.id == entry_id), None)

    # What can be done

    def changed(self, entry_id: EntryId, old: Mapping[str, Data], new: Mapping[str, Data]) -> Spliced:
        """Return the file with the entry that says ``old`` saying ``new``."""
        if old == new:
            return Spliced(self.encoded(self.text), self.file)
        item = self.item(entry_id)
        part = self.text[item.start : item.end]
        splice = Splice(part, self.newline)
        splice.mapping(item.node, old, new)
        try:
            return self._replaced(item, splice.result(), entry_id, new)
        except (InputError, _NotAsMeantError):
            return self._replaced(item, self._rewritten(item, part, new), entry_id, new)

    def shown(self, entry_id: EntryId) -> Spliced:
        """Return the file without the key that switches an item off."""
        item = self.item(entry_id)
        names = [getattr(key, "value", "") for key, _ in item.node.pairs()]
        if not {"kind", "zh", "en"} <= set(names):
            return self.deleted(entry_id)
        part = self.text[item.start : item.end]
        splice = Splice(part, self.newline)
        splice.mapping(item.node, {"disabled": True}, {})
        node = read_nodes(splice.result(), Place(self.file.path, item.line))
        listed = entries_node(node) if item.whole else node
        assert isinstance(listed, Group)
        place = next(one for one in listed.children if isinstance(one, Group) and id_of(one) == entry_id)
        entry = entry_or_hidden(place, self.file.layer, Place(self.file.path, item.line))[0]
        assert entry is not None
        return self._replaced(item, splice.result(), entry_id, entry_data(entry))

    def _rewritten(self, item: Item, part: str, new: Mapping[str, Data]) -> str:
        """Return the part with the whole item written anew, for layouts too strange to change a key in."""
        start, end = start_of(item.node), end_of(item.node, part)
        if item.whole or item.node.flow:
            return part[:start] + flow_text(new) + part[end:]
        return item_text(new, self.newline, item.dash).rstrip("\r\n") + part[line_end(part, end) :]

    def _replaced(self, item: Item, part: str, entry_id: EntryId, new: Mapping[str, Data]) -> Spliced:
        """Return the file with another text for a part, once it is known to say what is meant."""
        text = self.text[: item.start] + part + self.text[item.end :]
        if item.whole:
            file = parse_term_file(text.encode(), self.file.path, self.file.layer)
            _expect(_one_of(file, EntryId(str(new["id"]))), new)
            return Spliced(self.encoded(text), file)
        place = Place(self.file.path, item.line)
        root = read_nodes(part, place)
        if not isinstance(root, Group) or len(root.children) != 1:
            raise _NotAsMeantError
        said = entry_or_hidden(root.children[0], self.file.layer, place)[:3]
        _expect(said, new)
        more = count_lines(part) - count_lines(self.text[item.start : item.end])
        return self._proven(text, _refiled(self.file, entry_id, item.line, more, said))

    def added(self, said: Mapping[str, Data], entry: Entry | None) -> Spliced:
        """Return the file with one item more, where its neighbours are."""
        listed = [(one.origin.line, one.id) for one in self.file.entries]
        listed += [(origin.line, one) for one, origin in self.file.disabled]
        if not listed:
            return self._checked(self._first(said), said)
        before, after = self._neighbours(entry)
        last_id = max(listed)[1]
        item = self.item(before.id if before else after.id if after else last_id)
        if item.dash < 0:
            at = end_of(item.node, self.text) if before or not after else start_of(item.node)
            comma = f", {flow_text(said)}" if before or not after else f"{flow_text(said)}, "
            return self._checked(self.text[:at] + comma + self.text[at:], said)
        width = column_of(item.node) - item.dash
        written = item_text(said, self.newline, item.dash, max(width, 2))
        if before is None and after is not None:
            at = self.above(item)
            apart = self.apart(at, upwards=False)
            new = written + (self.newline if apart else "")
        else:
            at = self.below(item)
            apart = self.apart(at, upwards=self.text[at:].strip() == "")
            if at and self.text[at - 1] not in "\r\n\x85\u2028\u2029":
                written = self.newline + written.rstrip("\r\n")
            new = (self.newline if apart else "") + written
        return self._inserted(at, self.lines_before(at, item), new, said)

    def _inserted(self, at: int, above: int, new: str, said: Mapping[str, Data]) -> Spliced:
        """Return the file with the lines of one item put in at ``at``."""
        lead = len(new) - len(new.lstrip("\r\n"))
        line = above + count_lines(new[:lead])
        place = Place(self.file.path, line)
        root = read_nodes(new[lead:], place)
        assert isinstance(root, Group)
        read = entry_or_hidden(root.children[0], self.file.layer, place)[:3]
        _expect(read, said)
        text = self.text[:at] + new + self.text[at:]
        more = count_lines(new)
        above += line_start(self.text, at) != at  # the last line had no line break
        return self._proven(text, _refiled(self.file, None, above, more, read))

    def _proven(self, text: str, file: TermFile) -> Spliced:
        """Return the file, once reading it as a whole says the same; of a large one its part was read and will do."""
        if len(text) <= _READ_WHOLE and parse_term_file(text.encode(), file.path, file.layer) != file:
            raise _NotAsMeantError
        return Spliced(self.encoded(text), file)

    def _checked(self, text: str, said: Mapping[str, Data]) -> Spliced:
        file = parse_term_file(text.encode(), self.file.path, self.file.layer)
        _expect(_one_of(file, EntryId(str(said["id"]))), said)
        return Spliced(self.encoded(text), file)

    def _first(self, said: Mapping[str, Data]) -> str:
        """Return the text with its first item."""
        root = read_nodes(self.text, Place(self.file.path))
        assert isinstance(root, Group)
        pairs = {getattr(key, "value", ""): (key, value) for key, value in root.pairs()}
        if root.flow:
            raise RefusedError(
                say(
                    "{file} is written in brackets; write it as lines (“entries:” and below it “- id: …”) to add to it.",
                    "{file} 用括号书写；请改为分行书写（“entries:”，其下为“- id: …”）后再添加。",
                    file=self.file.path,
                )
            )
        if "entries" not in pairs:
            at = line_end(self.text, max(end_of(value, self.text) for _, value in pairs.values()))
            lines = self.newline + "entries:" + self.newline + item_text(said, self.newline)
            return self.text[:at] + lines.rstrip("\r\n") + (self.text[at:] or self.newline)
        key, value = pairs["entries"]
        start, end = start_of(value), end_of(value, self.text)
        after_colon = self.text.index(":", end_of(key, self.text)) + 1
        text = self.text[:after_colon] + self.text[end:] if end > start else self.text
        at = line_end(text, after_colon)
        item = item_text(said, self.newline, column_of(key)).rstrip("\r\n")
        return text[:at] + self.newline + item + (text[at:] or self.newline)

    def deleted(self, entry_id: EntryId) -> Spliced:
        """Return the file without an item."""
        item = self.item(entry_id)
        if item.dash < 0:
            root = read_nodes(self.text, Place(self.file.path))
            listed = entries_node(root)
            place = [start_of(one) for one in listed.children].index(start_of(item.node))
            splice = Splice(self.text, self.newline)
            splice.delete_items(listed, [place])
            text = splice.result()
            return Spliced(self.encoded(text), parse_term_file(text.encode(), self.file.path, self.file.layer))
        start, end = self.above(item), self.below(item)
        above = self.blank_lines(start, upwards=True)
        below = self.blank_lines(end, upwards=False)
        if not self.text[below:].strip():
            start = above
        elif above < start or self.follows_head(start):
            end = below
        text = self.text[:start] + self.text[end:]
        if item.whole:
            return Spliced(self.encoded(text), parse_term_file(text.encode(), self.file.path, self.file.layer))
        line = self.lines_before(start, item)
        more = -count_lines(self.text[start:end])
        return self._proven(text, _refiled(self.file, entry_id, line, more, None))

    def _neighbours(self, entry: Entry | None) -> tuple[Entry | None, Entry | None]:
        """Return after which entry a new one belongs, or else before which."""
        alike = [one for one in self.file.entries if entry is not None and one.kind is entry.kind]
        if entry is None or not alike:
            return None, None
        orders: tuple[Callable[[Entry], str], ...] = (lambda e: e.id, lambda e: e.en.casefold(), lambda e: e.zh[0])
        for key in orders:
            keys = [key(one) for one in alike]
            if len(keys) >= _FEWEST_SORTED and keys == sorted(keys):
                smaller = [one for one in alike if key(one) <= key(entry)]
                return (smaller[-1], None) if smaller else (None, alike[0])
        return alike[-1], None

    def encoded(self, text: str) -> bytes:
        return self._bom + text.encode()


class _NotAsMeantError(Exception):
    """The text does not say what it should."""


_Read = tuple[Entry | None, EntryId, Origin]


def _expect(read: _Read | None, said: Mapping[str, Data]) -> None:
    if read is None or read[1] != said["id"]:
        raise _NotAsMeantError
    entry = read[0]
    if (entry is None) != bool(said.get("disabled")) or (entry is not None and entry_data(entry) != said):
        raise _NotAsMeantError


def _one_of(file: TermFile, entry_id: EntryId) -> _Read | None:
    for entry in file.entries:
        if entry.id == entry_id:
            return entry, entry_id, entry.origin
    return next(((None, one, origin) for one, origin in file.disabled if one == entry_id), None)


def _refiled(file: TermFile, gone: EntryId | None, line: int, more: int, said: _Read | None) -> TermFile:
    """Return what a file says after the lines behind ``line`` moved by ``more`` and one item went or came."""

    def moved(origin: Origin) -> Origin:
        return Origin(origin.file, origin.line + more)

    entries: list[Entry] = []
    place = len(file.entries)
    for entry in file.entries:
        behind = entry.origin.line > line
        if behind:
            place = min(place, len(entries))
        if entry.id != gone:
            entries.append(replace(entry, origin=moved(entry.origin)) if behind and more else entry)
    hidden = [(one, moved(at) if at.line > line else at) for one, at in file.disabled if one != gone]
    if said is not None and said[0] is not None:
        entries.insert(place, said[0])
    elif said is not None:
        hidden = sorted([*hidden, (said[1], said[2])], key=lambda one: one[1].line)
    return replace(file, entries=tuple(entries), disabled=tuple(hidden))
