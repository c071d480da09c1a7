"""Which checks run in a project, and at which level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from translator_desk.checks.base import SEVERITY_OF_LEVEL, Check, CheckOptions
from translator_desk.errors import SettingsError
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.severity import Level
from translator_desk.wording import say

STANDARD = "standard"
STRICT = "strict"
NAMES_AND_FIGURES = "names-and-figures"
PROFILES = (STRICT, STANDARD, NAMES_AND_FIGURES)
OFF = "off"
_LEVEL_BY_RANK = tuple(sorted(Level, key=lambda level: level.rank))


def levels_in_force(checks: Iterable[Check], options: CheckOptions) -> Mapping[CheckId, Level | None]:
    """Return the level at which each check runs, None for a check that does not run.

    ``only`` names exactly what runs, whatever profile and project say ("off" included), less ``skip``. Otherwise a
    level given by the project switches a check on even where the profile leaves it out, and "off" switches it off.
    Levels kept for a check that no longer exists are passed over.

    Raises:
        SettingsError: The profile or a level does not exist, or ``only``/``skip`` name no check.
    """
    checks = tuple(checks)
    _refuse_unknown(checks, options)
    levels: dict[CheckId, Level | None] = {}
    for check in checks:
        chosen = options.levels.get(check.id)
        if check.id in options.skip:
            runs = False
        elif options.only:
            runs = check.id in options.only
        elif chosen is not None:
            runs = chosen != OFF
        else:
            runs = _in_profile(check, options.profile)
        level = Level(chosen) if chosen is not None and chosen != OFF else check.level
        levels[check.id] = level if runs else None
    return levels


def _in_profile(check: Check, profile: str) -> bool:
    if profile == NAMES_AND_FIGURES:
        return check.figures_and_names and not check.strict_only
    return profile == STRICT or not check.strict_only


def _refuse_unknown(checks: tuple[Check, ...], options: CheckOptions) -> None:
    if options.profile not in PROFILES:
        raise SettingsError(
            say(
                "There is no profile “{profile}”; choose one of {profiles}.",
                "没有名为“{profile}”的检查方案；可选：{profiles}。",
                profile=options.profile,
                profiles=", ".join(PROFILES),
            )
        )
    known = {check.id for check in checks}
    for check_id, level in options.levels.items():
        if level != OFF and level not in {one.value for one in Level}:
            raise SettingsError(
                say(
                    "“{level}” is no level for {check}; choose error, warning, info or off.",
                    "“{level}”不是 {check} 可用的级别；可选：error、warning、info、off。",
                    level=level,
                    check=check_id,
                )
            )
    for check_id in sorted((options.only | options.skip) - known):
        near = get_close_matches(check_id, known, 3, 0.5)
        raise SettingsError(
            say(
                "There is no check “{check}”; did you mean {near}?"
                if near
                else "There is no check “{check}”; choose among those that translator-desk explain --list names.",
                "没有名为“{check}”的检查；是否指 {near}？"
                if near
                else "没有名为“{check}”的检查；可选的检查见 translator-desk explain --list。",
                check=check_id,
                near=", ".join(near),
            )
        )


def at_level(issue: Issue, default: Level, in_force: Level) -> Issue:
    """Return the issue as a project sees it that runs the check at ``in_force`` instead of its ``default``.

    The project's level moves all issues of the check by as much as it moves the check, so one that the check itself
    judged lighter stays lighter.
    """
    rank = issue.level.rank + in_force.rank - default.rank
    level = _LEVEL_BY_RANK[min(max(rank, 0), len(_LEVEL_BY_RANK) - 1)]
    if level is issue.level:
        return issue
    return replace(issue, level=level, severity=SEVERITY_OF_LEVEL[level])
