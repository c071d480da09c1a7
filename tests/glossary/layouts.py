"""Term files as people write them: every layout that YAML allows and editors produce, at random but repeatable."""

import random
from dataclasses import dataclass

from translator_desk.glossary.coarse_date import CoarseDate
from translator_desk.glossary.entry import AvoidForm, Entry, Form, Kind, Office
from translator_desk.glossary.yaml_write import entry_data, flow_text, scalar_text

HAN = "衡阳市政府综合保税区书记会议𠮷"
WORDS = ["zone", "People's", "no", "the Municipal", "a: b", "x #y", "- dash", "{place} City", "1.10", "“q”", "it's", 'say "so"',
         "true", "é", "🙂", "[b]", "a, b", "*x", "&y", "!z", "%", "@", "null", "2018", "http://a.b/c"]  # fmt: skip


@dataclass
class Written:
    """A file in parts: ``text`` is all of them joined.

    Attributes:
        before: What stands before each item, its comments and blank lines included.
        items: The lines of each item.
        after: What follows the last item.
        bom: The byte order mark, or nothing.
    """

    before: list[str]
    items: list[str]
    after: str
    bom: bytes

    @property
    def text(self):
        return "".join(b + i for b, i in zip(self.before, self.items, strict=True)) + self.after

    @property
    def data(self):
        return self.bom + self.text.encode()


def phrase(dice):
    return " ".join(dice.choice(WORDS) for _ in range(dice.randint(1, 4)))


def date(dice):
    return CoarseDate.parse(dice.choice(["2018", "2018-02", "2018-02-11"]))


def make_entry(dice, number):
    some = lambda make, most: tuple(make() for _ in range(dice.randint(0, most)))  # noqa: E731
    kind = dice.choice(list(Kind))
    return Entry(
        f"e-{number}",
        kind,
        tuple("".join(dice.choices(HAN, k=dice.randint(2, 4))) for _ in range(dice.randint(1, 3))),
        phrase(dice),
        not_inside=some(lambda: "".join(dice.choices(HAN, k=4)), 1),
        required=dice.random() < 0.5,
        also=some(lambda: Form(phrase(dice), date(dice) if dice.random() < 0.2 else None), 2),
        short=some(lambda: phrase(dice), 2),
        avoid=some(
            lambda: AvoidForm(phrase(dice), dice.choice(["", phrase(dice)]), with_source=dice.random() < 0.3), 2
        ),
        offices=some(lambda: Office(dice.choice(["e-0", "mayor"]), start=date(dice), present=dice.random() < 0.5), 2),
        note=dice.choice(["", "", phrase(dice), "one\ntwo  \n\nthree", "a line\nb: c", "one\n\n\ntwo"]),
        source=dice.choice(["", phrase(dice)]),
        verified=dice.random() < 0.8,
    )


class Writer:
    """Writes entries in random layouts; every comment has a number of its own."""

    def __init__(self, dice):
        self.dice = dice
        self.comments = 0

    def comment(self):
        self.comments += 1
        return f"# c{self.comments}, note: [it's]"

    def end(self):
        return f"  {self.comment()}" if self.dice.random() < 0.15 else ""

    def scalar(self, text, in_flow, column):
        dice = self.dice
        how = dice.random()
        if not in_flow and how < 0.1 and "\n" not in text:
            return ">-\n" + " " * (column + 2) + text
        if not in_flow and how < 0.15 and all(line == line.strip() for line in text.split("\n")):
            return "|\n" + "\n".join((" " * (column + 3) + line).rstrip() for line in text.split("\n"))
        if how < 0.3 and "\n" not in text and text.isprintable():
            return "'" + text.replace("'", "''") + "'"
        if how < 0.4:
            return scalar_text(text, in_flow=in_flow, style='"')
        if how < 0.5 and " " in text and "\n" not in text:
            first, _, rest = scalar_text(text, in_flow=in_flow, style='"').partition(" ")
            return f"{first}\n{' ' * (column + 1)}{rest}"
        return scalar_text(text, in_flow=in_flow)

    def value(self, value, in_flow, column):
        """Return a value behind ``key:`` or ``-``, without the space before it."""
        dice = self.dice
        if isinstance(value, bool):
            return flow_text(value)
        if isinstance(value, str):
            return self.scalar(value, in_flow, column)
        if isinstance(value, dict):
            if not in_flow and dice.random() < 0.4:
                return self.block_map(value, column)
            return "{" + self.joined([f"{k}: {self.value(v, True, column)}" for k, v in value.items()], column) + "}"
        return "[" + self.joined([self.value(one, True, column) for one in value], column) + "]"

    def joined(self, parts, column):
        if self.dice.random() < 0.15:
            said = "".join(f"\n{' ' * (column + 2)}{one},{self.end()}" for one in parts)
            return f"{said}\n{' ' * (column + 1)}"
        return self.dice.choice([", ", ",", " , "]).join(parts)

    def block_map(self, fields, column):
        lines = []
        for key, value in fields.items():
            margin = " " * column if lines else ""
            if isinstance(value, list) and self.dice.random() < 0.6:
                deeper = column + self.dice.choice([0, 2])
                said = f"{margin}{key}:{self.end()}"
                for one in value:
                    if self.dice.random() < 0.1:
                        said += f"\n{' ' * deeper}{self.comment()}"
                    said += f"\n{' ' * deeper}- {self.value(one, False, deeper + 2)}"
                lines.append(said)
            else:
                said = self.value(value, False, column)
                lines.append(f"{margin}{key}: {said}" + ("" if said[0] in "|>" else self.end()))
            if self.dice.random() < 0.1:
                lines.append(" " * column + self.comment())
        return "\n".join(lines)

    def item(self, entry, dash, width):
        data = entry_data(entry)
        keys = list(data)
        if self.dice.random() < 0.3:
            self.dice.shuffle(keys)
        data = {key: data[key] for key in keys}
        if self.dice.random() < 0.2:
            data.setdefault("word", False)
        if self.dice.random() < 0.1:
            return f"{' ' * dash}-{self.end()}\n{' ' * (dash + width)}{self.block_map(data, dash + width)}\n"
        if self.dice.random() < 0.25:
            said = "{" + self.joined([f"{k}: {self.value(v, True, dash + 2)}" for k, v in data.items()], dash + 2) + "}"
            return f"{' ' * dash}- {said}{self.end()}\n"
        return f"{' ' * dash}-{' ' * (width - 1)}{self.block_map(data, dash + width)}\n"


def make_file(seed, entries=None):
    """Return a random file and its entries."""
    dice = random.Random(seed)
    writer = Writer(dice)
    entries = entries if entries is not None else [make_entry(dice, n) for n in range(dice.randint(1, 6))]
    if dice.random() < 0.3:
        entries = sorted(entries, key=lambda one: one.id)
    dash, width = dice.choice([0, 0, 2, 4]), dice.choice([2, 2, 3, 4])
    apart = dice.random() < 0.4
    head = dice.choice(["", f"{writer.comment()}\n\n", "---\n"]) + "version: 2\nentries:" + writer.end() + "\n"
    before, items = [head], []
    for number, entry in enumerate(entries):
        if number:
            before.append("\n" * apart)
        if dice.random() < 0.25:
            before[-1] += " " * dash + writer.comment() + "\n"
        if dice.random() < 0.1:
            before[-1] += f"\n{writer.comment()}\n\n"
        items.append(writer.item(entry, dash, width))
    after = dice.choice(["", "", f"{writer.comment()}\n", "\n\n", "language: {source: zh}\n"])
    written = Written(before, items, after, dice.choice([b"", b"", b"\xef\xbb\xbf"]))
    if dice.random() < 0.3:
        written.before = [one.replace("\n", "\r\n") for one in before]
        written.items = [one.replace("\n", "\r\n") for one in items]
        written.after = after.replace("\n", "\r\n")
    if not after and dice.random() < 0.3:
        written.items[-1] = written.items[-1].rstrip("\r\n")
    return written, entries
