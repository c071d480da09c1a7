"""The right figure with another unit: mu as acres, yuan as dollars, households as people."""

from __future__ import annotations

from collections.abc import Iterable

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.checks.figure_facts import unlike_figures
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Fix, Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.english_measures import unit_words
from translator_desk.text.figure_words import Unit, measure_words_of, units
from translator_desk.text.quantity import Kind, Quantity
from translator_desk.wording import Wording, say

_CURRENCIES = frozenset({"yuan", "us-dollar", "euro", "sterling", "yen", "hong-kong-dollar"})
_COMPARED = frozenset({"area", "length", "mass", "volume", "energy", "power", "time"})
_HEADS = frozenset({"household", "visit"})


class UnitMismatch(SegmentCheck):
    """Looks at the units of figures that agree: an equal figure with a unit of another size is a false amount."""

    id = CheckId("unit-mismatch")
    title = Wording("Unit changed", "单位有误")
    explanation = Wording(
        "The figure is right but its unit is not: mu (亩) printed as acres, kilometres as miles, jin as kilograms, "
        "yuan as dollars, minutes as seconds, households (户) as people. Visits (人次) as people are a note: newspapers write "
        "so. A converted figure with its own unit is right.",
        "数字相同而单位不同：亩译作 acres，公里译作 miles，斤译作 kilograms，元译作 dollars，分钟译作 seconds，户译作 people。"
        "人次译作 people 仅作提示（报刊常见）。换算过的数字配相应单位不报告。",
    )
    mqm = Mqm.MEASUREMENT
    level = Level.ERROR
    family = Family.FIGURE
    sight = Sight.CHINESE
    needs = frozenset({Need.SOURCE})
    figures_and_names = True
    gate = unlike_figures
    examples = (
        Example("3,000 acres of rice", "3000亩水稻", found=("acres",), fixed="3,000 mu of rice"),
        Example("a loan of 5 million dollars", "500万元贷款", found=("dollars",), fixed="a loan of 5 million yuan"),
        Example(
            "The road is 12 miles long.", "公路长12公里。", found=("miles",), fixed="The road is 12 kilometers long."
        ),
        Example(
            "for 860 people in the village",
            "惠及村里860户",
            found=("people",),
            fixed="for 860 households in the village",
        ),
        Example("within 30 seconds.", "30分钟内", found=("seconds",), fixed="within 30 minutes."),
        Example("200 hectares of rice", "3000亩水稻"),
        Example("within half an hour, or 90 minutes", "30分钟、1.5小时"),
        Example("6,842 businesses were registered", "新登记市场主体6842户"),
        Example("4.2 million tourist visits", "接待游客420万人次"),
        Example("15 GWh of electricity", "150亿瓦时电量"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Yield an issue for each figure whose unit was changed."""
        for wanted, other in facts.of(unlike_figures):
            if not wanted.unit or not other.unit or wanted.unit == other.unit or wanted.low != other.low:
                continue
            if wanted.kind is not Kind.CARDINAL:
                continue
            known = units()
            source_unit, target_unit = known[wanted.unit], known[other.unit]
            if not self._differ(facts, wanted, source_unit, target_unit):
                continue
            place = unit_words(facts.target, other)
            if place is None:
                continue
            expected = self._expected(source_unit, place.of(facts.target))
            yield self.issue(
                facts,
                place,
                say(
                    "“{zh}” counts {right}, not {found}; convert the figure or keep the unit.",
                    "“{zh}”的单位是 {right}，不是 {found}：请换算数字或保留原单位。",
                    zh=facts.segment.source[wanted.start : wanted.end + self._unit_length(facts, wanted, source_unit)],
                    right=expected,
                    found=place.of(facts.target),
                ),
                source=wanted.span,
                expected=(expected,),
                fixes=(Fix(place, expected),),
                level=Level.INFO if source_unit.id == "visit" else None,
            )

    @staticmethod
    def _differ(facts: Facts, wanted: Quantity, source_unit: Unit, target_unit: Unit) -> bool:
        """Return whether the two units cannot name the same amount."""
        if source_unit.id in _CURRENCIES and target_unit.id in _CURRENCIES:
            return True
        if source_unit.measures == target_unit.measures and source_unit.measures in _COMPARED:
            return abs(source_unit.size / target_unit.size - 1) > 0.01
        if source_unit.id in _HEADS and target_unit.id == "person":
            before = facts.source[max(0, wanted.start - 8) : wanted.start]
            return source_unit.id == "visit" or not any(word in before for word in measure_words_of("household"))
        return False

    @staticmethod
    def _unit_length(facts: Facts, wanted: Quantity, unit: Unit) -> int:
        for form in sorted(unit.chinese, key=len, reverse=True):
            at = facts.source.find(form, wanted.end, wanted.end + 2 + len(form))
            if at >= 0:
                return at + len(form) - wanted.end
        return 0

    @staticmethod
    def _expected(unit: Unit, found: str) -> str:
        """Return the English of ``unit``, in the plural where ``found`` is one."""
        if unit.id in ("mu", "jin", "li", "yuan"):
            return unit.english[0]
        plural = found.endswith("s") or found == "people"
        return unit.english[plural and len(unit.english) > 1]
