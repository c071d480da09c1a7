"""The figures of Chinese text, by value: 2400多亿, 三成五, 三分之二, 两三百, 6月12日, 周三, 第十六届."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import cache

from translator_desk.text.figure_words import chinese_units, hedges, set_phrases
from translator_desk.text.han_numerals import DIGIT, TENS, han_value
from translator_desk.text.quantity import Hedge, Kind, Quantity, Value, decimal_value, plus, scaled, times

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％：", "0123456789.,%:")
_HAS_FULL_WIDTH = re.compile("[０-９％]")

# 千 before a unit of measure belongs to the unit (千瓦, 千米); 数 counts only before a magnitude and not as the end of
# a word (人数十万, 总数百分之五).
_MAGNITUDE = r"(?:[十百万亿]|[千兆](?![瓦米克赫帕卡伏焦字比]))"
_HAN = (
    r"(?:[〇零一二两三四五六七八九十百万亿廿卅]|[千兆](?![瓦米克赫帕卡伏焦字比])|几(?=[十百千万亿])|(?<=[十百千万亿])几(?=[十百千万亿个名人家年天位])"
    r"|(?<![人总指系参多点常函次复岁对读张度倍])数(?=[十百千万亿](?!分)))+(?:点[〇零一二三四五六七八九]+(?![分半钟多左到至]))?"
)
_SIGN = re.compile("[0-9０-９〇零一二两三四五六七八九十百千万亿廿卅半翻旬½周星礼几数兆](?:(?<=[0-9０-９])[0-9０-９]+)?")
"""Begins where a figure may begin: never within a run of digits."""
_CODE = re.compile(r"[A-Za-z](?=[A-Za-z&.\-]*\d)")
_CODE_CHARACTER = re.compile(r"[A-Za-z&.\-]")
_FIGURE = re.compile(
    rf"""
    (?P<code>(?<![A-Za-z0-9])[A-Za-z][A-Za-z&.\-]*(?!(?:19|20)\d\d年)\d[A-Za-z\d\-.]*)
  | (?P<date>(?<![\d.])(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?![\d.]))
  | (?P<clock>(?<![\d:])(?P<h>\d{{1,2}})[:：]\d\d(?:[:：]\d\d)?(?![\d:]))
  | (?P<ratio>(?P<top>\d+)/(?P<bottom>\d+)(?![/\d]))
  | (?P<parts>(?P<whole>[\d〇零一二两三四五六七八九十百千万]+)分之(?P<part>\d+(?:\.\d+)?|半|几|{_HAN}))
  | (?P<digits>\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+|½)?)
  | (?P<week>(?:(?<![每一二两三四五六七八九十几数半\d个])周
        |(?<=每)周(?=[一二三四五六日天][，。、的和至到晚早上下])|星期|礼拜)
      (?P<weekday>[一二三四五六日天])(?![次个回年期岁]))
  | (?P<doubling>翻了?(?:一倍|倍|(?P<times>[一二两三四五六\d]?)番))
  | (?P<han>{_HAN})
  | (?P<half>(?P<which>[上下])半年|半(?![导岛径途路场夜决身山空边信推]))
  | (?P<third>(?P<part_of_month>[上中下])旬)
    """,
    re.VERBOSE,
)
_SUFFIX = re.compile(rf"\s?(?P<more>[多余来几]?)\s?(?P<magnitude>{_MAGNITUDE}*)(?P<more_still>[多余来]?)")
_KIND = re.compile(
    r"\s?(?:(?P<percent>[%％‰])|(?P<point>个?百分点)|(?P<year>年(?!代|级|产|薪|均|度计))|(?P<decade>年代)|(?P<century>世纪)"
    r"|(?P<month>月(?![球亮薪嫂供租均])份?)|(?P<day>日(?!元|线|本(?![报市次届台网案])|报(?![道告案称]))|号(?![楼线文院门车店馆厅台机令病井段桌舱仓房球位码召区洞坑岛墓矿艇坝库厂塔桥煤卡展摊]|公路|地块|工程|洪水|高炉|机组|航站|泊位|公告|选手|种子|通道|管道))"
    r"|(?P<time>(?:时(?![代尚期速间装空差])|点(?=[钟半整多左\d一二三四五许前后至到起开，、。\s]|$)))|(?P<quarter>季度)"
    r"|(?P<tenth>成(?![立为员都果功本就长品年交熟效分绩了]|人(?!民)))|(?P<off>折(?![叠扣磨腾射算合]))|(?P<times>倍)|(?P<session>届))"
)
# What the two begin with; most figures are followed by something else.
_SUFFIX_STARTS = frozenset("多余来几十百千万亿兆 \u00a0\u3000\t\n")
_KIND_STARTS = frozenset("%％‰个百年世月日号时点季成折倍届 \u00a0\u3000\t\n")
_KINDS = {
    "percent": Kind.PERCENT,
    "point": Kind.POINT,
    "year": Kind.YEAR,
    "decade": Kind.DECADE,
    "month": Kind.MONTH,
    "day": Kind.DAY,
    "time": Kind.TIME,
    "quarter": Kind.QUARTER,
    "tenth": Kind.PERCENT,
    "off": Kind.PERCENT,
    "times": Kind.MULTIPLE,
    "session": Kind.SESSION,
}
_MOST = {Kind.MONTH: 12, Kind.DAY: 31, Kind.TIME: 24, Kind.QUARTER: 4}
# After these a numeral with 成 is a share, whatever follows (近四成本地企业): elsewhere 成本, 成年, 成员 are words.
_BEFORE_TENTHS = tuple("约近超逾达占有足升降增减跌涨到过至")
_ENDS_OF_MONTH = {"初": 1, "底": 3, "末": 3}
_JOINS = re.compile(r"\s*(?:[-－—–~～至到和、或与及]|个和|个、)\s*")
_WEEKDAYS = {day: number for number, day in enumerate("一二三四五六日", 1)} | {"天": 7}
_AND_A_HALF = re.compile("(?:年|天|个|小时|个月|周|岁|倍|公里|里|亩|斤|米)?半")


def chinese_quantities(text: str) -> list[Quantity]:
    """Return the figures of simplified Chinese ``text`` in order.

    Dates come as their parts (year, month, day, weekday). Compound figures (1亿2000万) are one figure. The two ends of
    a range are two figures; the first also reads with the magnitude word of the second (3至5万).
    """
    starts = _starts(text)
    if not starts:
        return []
    if _HAS_FULL_WIDTH.search(text):
        text = text.translate(_FULL_WIDTH)
        starts = _starts(text)
    reader = _Reader(text)
    position = 0
    for start in starts:
        if start >= position and (match := _FIGURE.match(text, start)) is not None:
            position = reader.read(match)
    return reader.found


def _starts(text: str) -> list[int]:
    """Return where a figure may begin, in order; to ask at each character takes ten times longer."""
    starts: list[int] = []
    coded = False
    for sign in _SIGN.finditer(text):
        at = sign.start()
        character = text[at]
        if at and (character == "旬" or (character == "半" and text[at - 1] in "上下")):
            starts.append(at - 1)
        if character <= "9" and at and _CODE_CHARACTER.match(text, at - 1):
            coded = True
        starts.append(at)
    if coded:
        starts += [match.start() for match in _CODE.finditer(text)]
        starts.sort()
    if starts and text[starts[0]] == "兆" and all(text[start] == "兆" for start in starts):
        return []  # no figure, but 征兆 or 京兆
    return starts


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, set_phrases())))


@cache
def _hedge_starts() -> frozenset[str]:
    return frozenset(word[0] for word in hedges("zh", "after"))


@cache
def _units_from() -> dict[str, list[tuple[str, str]]]:
    """Return the units by their first character, each with its id, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for form, unit in sorted(chinese_units().items(), key=lambda item: -len(item[0])):
        found.setdefault(form[0], []).append((form, unit))
    return found


def chinese_unit(text: str, at: int) -> str:
    """Return the id of the unit at ``at`` of a Chinese text, or ""."""
    at += text.startswith(" ", at)
    for form, unit in _units_from().get(text[at : at + 1], ()):
        if text.startswith(form, at):
            return unit
    return ""


@cache
def _hedge_ends() -> frozenset[str]:
    return frozenset(word[-1] for word in hedges("zh", "before"))


@cache
def _hedges_after() -> re.Pattern[str]:
    words = sorted(hedges("zh", "after"), key=len, reverse=True)
    return re.compile(r"[^，。；、0-9]{0,3}?(" + "|".join(words) + ")")


class _Reader:
    """Reads the matches of one text from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quantity] = []
        self._phrases: list[tuple[int, int]] | None = None

    @property
    def phrases(self) -> list[tuple[int, int]]:
        """Where the set phrases stand whose numeral is no figure."""
        if self._phrases is None:
            self._phrases = [match.span() for match in _phrases().finditer(self.text)]
        return self._phrases

    def read(self, match: re.Match[str]) -> int:
        """Take in one match and return where to search on."""
        kind = match.lastgroup or ""
        return _READERS.get(kind, _Reader.number)(self, match)

    def add(self, start: int, end: int, value: Value, kind: Kind, *, firm: bool = True, digits: bool = True) -> None:
        self.found.append(Quantity(start, end, value, value, kind, firm=firm, digits=digits))

    def code(self, match: re.Match[str]) -> int:
        for part in re.finditer(r"\d+", match[0]):
            start = match.start() + part.start()
            self.add(start, start + len(part[0]), int(part[0]), Kind.CODE, firm=False)
        return match.end()

    def date(self, match: re.Match[str]) -> int:
        for group, kind in (("y", Kind.YEAR), ("m", Kind.MONTH), ("d", Kind.DAY)):
            self.add(*match.span(group), int(match[group]), kind)
        return match.end()

    def clock(self, match: re.Match[str]) -> int:
        for part in re.finditer(r"\d+", match[0]):
            start = match.start() + part.start()
            self.add(start, start + len(part[0]), int(part[0]), Kind.TIME, firm=False)
        return match.end()

    def ratio(self, match: re.Match[str]) -> int:
        top, bottom = int(match["top"]), int(match["bottom"])
        value: Value = Fraction(top, bottom) if 0 < top < bottom <= 10 else top
        also = (top, bottom)
        self.found.append(Quantity(*match.span(), value, value, Kind.FRACTION, firm=False, also=also))
        return match.end()

    def parts(self, match: re.Match[str]) -> int:
        """Read 百分之三, 三分之二, 千分之五."""
        whole, part = self._value(match["whole"]), self._value("五十" if match["part"] == "半" else match["part"])
        if whole is None or part is None or not whole[0]:
            return match.end()
        hedge = self._hedge(match.start(), match.end(), "")
        digits = match["part"][0].isdigit()
        if whole[0] == 100:
            low, high, kind = part[0], part[1], Kind.PERCENT
        else:
            low, high, kind = _over(part[0], whole[0]), _over(part[1], whole[0]), Kind.FRACTION
        self.found.append(Quantity(*match.span(), low, high, kind, hedge, digits=digits))
        return match.end()

    def weekday(self, match: re.Match[str]) -> int:
        self.add(*match.span("week"), _WEEKDAYS[match["weekday"]], Kind.WEEKDAY, digits=False)
        return match.end()

    def doubling(self, match: re.Match[str]) -> int:
        times = self._value(match["times"]) if match["times"] else (1, 1)
        self.add(*match.span(), 2 ** int(times[0] if times else 1), Kind.DOUBLING, digits=False)
        return match.end()

    def half(self, match: re.Match[str]) -> int:
        start, end = match.span()
        if match["which"]:
            self.add(start, end, 1 if match["which"] == "上" else 2, Kind.HALF_YEAR, digits=False)
            return end
        masked = any(a <= start < b for a, b in self.phrases)
        hedge = self._hedge(start, end, "")
        kind = Kind.FRACTION
        if not masked and self.text.startswith("一", start - 1 if start else 0) and self.found:
            self.found.pop()
            start -= 1
        self.found.append(Quantity(start, end, Fraction(1, 2), Fraction(1, 2), kind, hedge, False, "", (), False))
        return end

    def third(self, match: re.Match[str]) -> int:
        self.add(*match.span(), "上中下".index(match["part_of_month"]) + 1, Kind.THIRD_OF_MONTH, digits=False)
        return match.end()

    def number(self, match: re.Match[str]) -> int:
        """Read a number in figures or Han numerals with the magnitude and unit that follow."""
        start, end = match.span()
        digits = match.lastgroup == "digits"
        value = self._value(match[0])
        if value is None:
            return end
        low, high = value
        suffix = _SUFFIX.match(self.text, end) if self.text[end : end + 1] in _SUFFIX_STARTS else None
        more = ""
        after = end
        if suffix is not None and suffix.end() > end:
            more = suffix["more"] or suffix["more_still"]
            after = suffix.end()
            if suffix["magnitude"]:
                tens = sum(TENS[char] for char in suffix["magnitude"])
                low, high = scaled(low, tens), scaled(high, tens)
                end = suffix.end("magnitude")
            elif not more:
                after = end
        if self.text.startswith("半", after) and more == "" and self.text[after - 1] in "年月天":
            after += 1
        previous = self.found[-1] if self.found else None
        if previous is not None and previous.end == start and self._goes_on(previous, low):
            start, low, high = previous.start, plus(previous.low, low), plus(previous.high, high)
            self.found.pop()
        return self._place(start, end, after, (low, high), more, digits)

    def _goes_on(self, previous: Quantity, low: Value) -> bool:
        """Return whether ``low`` is the next part of a compound figure (1亿2000万)."""
        last = self.text[previous.end - 1]
        return previous.kind is Kind.CARDINAL and last in TENS and low < 10 ** TENS[last]

    def _place(self, start: int, end: int, after: int, value: tuple[Value, Value], more: str, digits: bool) -> int:
        """Add a number, told by what stands around it."""
        text = self.text
        low, high = value
        kind, unit = Kind.CARDINAL, ""
        also: tuple[Value, ...] = ()
        ordinal = start > 0 and text[start - 1] == "第"
        follows = _KIND.match(text, after) if text[after : after + 1] in _KIND_STARTS else None
        group = follows.lastgroup if follows else None
        written = text[start:end]
        firm = digits
        if follows is not None and group is not None:
            follow_end = follows.end()
            if group == "century":
                unit, kind, firm = "century", Kind.ORDINAL, False
            elif group == "year":
                kind, unit = self._year(written, low, digits, more)
                firm = digits or kind is Kind.YEAR or self._is_firm(start, end, low, "year")
            else:
                kind = _KINDS[group]
                firm = group != "session" or digits or ordinal
                if low > _MOST.get(kind, low):
                    kind = Kind.CARDINAL
                elif group in ("tenth", "off"):
                    return self._tenths(start, follow_end, value, more, off=group == "off")
                elif group == "times":
                    also = (plus(low, 1),)
                elif group == "time" and text[follow_end : follow_end + 1] == "半":
                    after = follow_end + 1
            if group == "month" and more:
                kind = Kind.CARDINAL
            if kind in (Kind.PERCENT, Kind.POINT, Kind.MULTIPLE):
                after, more = follow_end, more or " "
        else:
            if (
                not digits
                and end == after == start + 1
                and text[after : after + 1] == "成"
                and text[start - 1 : start] in _BEFORE_TENTHS
            ):
                return self._tenths(start, after + 1, value, more, off=False)
            unit = chinese_unit(text, after)
            if not digits:
                firm = self._is_firm(start, end, low, unit)
        if kind is Kind.CARDINAL and self.found and self.found[-1].kind is Kind.TIME and text.startswith("分", after):
            kind, firm = Kind.TIME, False
        if ordinal and kind is Kind.CARDINAL:
            kind = Kind.ORDINAL
            firm = digits
        if (
            "半" in text[after : after + 4]
            and kind in (Kind.CARDINAL, Kind.MULTIPLE)
            and _AND_A_HALF.match(text, after)
        ):
            also = (*also, Fraction(low) + Fraction(1, 2))
        if not digits and firm and kind is not Kind.QUARTER and self._in_phrase(start, end):
            firm = False
        if digits and kind is Kind.CARDINAL and not unit:
            if self._is_code(start, end, written):
                kind, firm = Kind.CODE, False
            elif written.isdigit() and 1900 <= low < 2100 and not more:
                kind = Kind.YEAR
        hedge = self._hedge(start, after, more.strip())
        self._join(start, kind, (low, high), written)
        self.found.append(Quantity(start, end, low, high, kind, hedge, firm, unit, also, digits))
        if kind is Kind.MONTH and follows is not None:
            at = follows.end()
            if (third := _ENDS_OF_MONTH.get(text[at : at + 1])) is not None:
                self.add(at, at + 1, third, Kind.THIRD_OF_MONTH, firm=False, digits=False)
        return max(after if more else end, end)

    def _in_phrase(self, start: int, end: int) -> bool:
        """Return whether a numeral begins or ends inside a set phrase."""
        return any(a <= start < b or a < end <= b for a, b in self.phrases)

    def _year(self, written: str, low: Value, digits: bool, more: str) -> tuple[Kind, str]:
        """Tell a calendar year from a number of years."""
        if more or not 1000 <= low <= 2200 or (not digits and any(char in TENS for char in written)):
            return Kind.CARDINAL, "year"
        return Kind.YEAR, ""

    def _tenths(self, start: int, end: int, value: tuple[Value, Value], more: str, *, off: bool) -> int:
        """Read 七成, 三成五, 八折: as percent."""
        low, high = value
        if low > 10:
            return end
        text = self.text
        tail = DIGIT.get(text[end : end + 1], 0) if not off else 0
        firm = not any(a <= start < b for a, b in self.phrases)
        also: tuple[Value, ...] = (plus(100, times(low, -10)),) if off else ()
        hedge = self._hedge(start, end, more)
        end += tail > 0
        ends = [int(part * 10) + tail for part in (low, high)]
        self.found.append(Quantity(start, end, ends[0], ends[1], Kind.PERCENT, hedge, firm, "tenth", also, False))
        return end

    def _is_firm(self, start: int, end: int, low: Value, unit: str) -> bool:
        """Return whether a Han numeral is certainly a figure: compound, or a digit above one with a measure word."""
        written = self.text[start:end]
        if end - start > 1:
            return any(char in DIGIT for char in written) and low >= 10 and not written.startswith("一一")
        return bool(unit) and low >= 2 and written not in "百千万亿"

    def _is_code(self, start: int, end: int, written: str) -> bool:
        """Return whether figures are a number plate, a telephone or a model rather than an amount."""
        text = self.text
        long = end - start >= 7 and "," not in written and "." not in written and written.isdigit()
        return long or bool(re.match(r"[A-Za-z]", text[end : end + 1])) or text[start - 1 : start] in ("-", "&")

    def _join(self, start: int, kind: Kind, value: tuple[Value, Value], written: str) -> None:
        """Give the first end of a range the magnitude word, or the kind, of the second."""
        if not self.found:
            return
        first = self.found[-1]
        if first.kind not in (Kind.CARDINAL, Kind.ORDINAL, Kind.CODE) or first.unit not in ("", "count"):
            return
        gap = self.text[first.end : start]
        if len(gap) > 4 or not _JOINS.fullmatch(gap):
            return
        if kind in (Kind.PERCENT, Kind.POINT, Kind.MONTH, Kind.DAY, Kind.YEAR, Kind.TIME) and first.low <= _MOST.get(
            kind, first.low
        ):
            self.found[-1] = first._replace(kind=kind, firm=first.firm or first.digits)
        tens = sum(TENS.get(char, 0) for char in written if char in "万亿")
        if tens and first.low < 10**4:
            self.found[-1] = self.found[-1]._replace(also=(scaled(first.low, tens),))

    def _value(self, written: str) -> tuple[Value, Value] | None:
        if written[0].isdigit():
            value = decimal_value(written.replace(",", "").replace("½", ".5"))
            return value, value
        return (2, 9) if written == "几" else han_value(written)

    def _hedge(self, start: int, end: int, more: str) -> Hedge:
        """Return how the words around a figure hedge it."""
        if more:
            return Hedge.OVER
        text = self.text
        if text[start - 1 : start] in _hedge_ends():
            before = hedges("zh", "before")
            for length in (3, 2, 1):
                if start >= length and (hedge := before.get(text[start - length : start])) is not None:
                    return hedge
        if _hedge_starts().isdisjoint(text[end : end + 4]):
            return Hedge.EXACT
        match = _hedges_after().match(text, end)
        return hedges("zh", "after")[match[1]] if match else Hedge.EXACT


def _over(part: Value, whole: Value) -> Value:
    return Fraction(part) / Fraction(whole)


_READERS: dict[str, Callable[[_Reader, re.Match[str]], int]] = {
    "code": _Reader.code,
    "date": _Reader.date,
    "clock": _Reader.clock,
    "ratio": _Reader.ratio,
    "parts": _Reader.parts,
    "week": _Reader.weekday,
    "doubling": _Reader.doubling,
    "half": _Reader.half,
    "third": _Reader.third,
}
