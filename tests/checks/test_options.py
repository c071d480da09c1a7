"""Which checks run, and at which level."""

from __future__ import annotations

import pytest

from tests.checks.builders import Broken, NeedsSource, Rarer, Shout, issue
from translator_desk.checks.base import CheckOptions
from translator_desk.checks.options import at_level, levels_in_force
from translator_desk.errors import SettingsError
from translator_desk.model.severity import Level, Severity


class Strict(Shout):
    """Runs in the strict profile only."""

    id = "strict"
    strict_only = True


class Name(Shout):
    """Belongs to names and figures."""

    id = "a-name"
    figures_and_names = True


CHECKS = (Shout(), Rarer(), NeedsSource(), Strict(), Name())


def running(**options):
    return {check for check, level in levels_in_force(CHECKS, CheckOptions(**options)).items() if level is not None}


def test_profiles():
    assert running() == {"shout", "rarer", "longer", "a-name"}
    assert running(profile="strict") == {"shout", "rarer", "longer", "strict", "a-name"}
    assert running(profile="names-and-figures") == {"a-name"}


def test_a_level_of_the_project_wins_over_the_profile():
    assert "strict" in running(levels={"strict": "info"})
    assert running(profile="names-and-figures", levels={"shout": "error"}) == {"a-name", "shout"}
    assert "shout" not in running(levels={"shout": "off"})
    assert levels_in_force(CHECKS, CheckOptions(levels={"rarer": "error"}))["rarer"] is Level.ERROR


def test_only_names_exactly_what_runs():
    assert running(only=frozenset({"strict", "shout"}), levels={"shout": "off"}) == {"strict", "shout"}
    assert running(only=frozenset({"shout"}), skip=frozenset({"shout"})) == set()


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ({"profile": "loose"}, "loose"),
        ({"levels": {"shout": "fatal"}}, "fatal"),
        ({"only": frozenset({"shuot"})}, "shout"),
        ({"skip": frozenset({"zzz"})}, "zzz"),
    ],
)
def test_what_does_not_exist_is_refused_by_name(options, word):
    with pytest.raises(SettingsError, match=word):
        running(**options)


def test_a_level_kept_for_a_check_that_is_gone_does_no_harm():
    assert running(levels={"gone": "error"}) == running()


def test_a_light_case_stays_lighter():
    light = issue("shout", (0, 1), level=Level.INFO)
    plain = issue("shout", (0, 1), level=Level.WARNING)
    assert at_level(light, Level.WARNING, Level.ERROR).level is Level.WARNING
    assert at_level(plain, Level.WARNING, Level.ERROR).level is Level.ERROR
    assert at_level(plain, Level.WARNING, Level.ERROR).severity is Severity.CRITICAL
    assert at_level(light, Level.WARNING, Level.INFO).level is Level.INFO
    assert at_level(plain, Level.WARNING, Level.WARNING) is plain


def test_a_check_that_breaks_is_a_check():
    assert levels_in_force([Broken()], CheckOptions()) == {"broken": Level.ERROR}
