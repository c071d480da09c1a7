"""Settings survive a restart; a damaged file costs the settings, never the start."""

from __future__ import annotations

import pytest

from translator_desk.app.settings import Settings, changed, load_settings, save_settings
from translator_desk.errors import SettingsError


def test_what_is_saved_is_read_again(tmp_path):
    path = tmp_path / "config" / "settings.json"
    settings = changed(Settings(), language="zh", zoom=120, window={"geometry": "AAAA"}).with_recent("/a.desk")
    save_settings(settings, path)
    assert load_settings(path) == (settings, None)


def test_a_missing_file_gives_the_defaults(tmp_path):
    assert load_settings(tmp_path / "none.json") == (Settings(), None)


def test_a_damaged_file_is_kept_beside_and_said(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text("{ not json", "utf-8")
    settings, problem = load_settings(path)
    assert settings == Settings()
    assert "settings.damaged" in problem.render("en")
    assert (tmp_path / "settings.damaged").read_text("utf-8") == "{ not json"


def test_what_is_not_allowed_keeps_its_default(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "pink", "zoom": 90, "unknown": 1}', "utf-8")
    settings, problem = load_settings(path)
    assert (settings.theme, settings.zoom, problem) == ("system", 90, None)


@pytest.mark.parametrize(("name", "value"), [("theme", "pink"), ("zoom", 5), ("nothing", 1)])
def test_a_wrong_setting_is_refused(name, value):
    with pytest.raises(SettingsError):
        changed(Settings(), **{name: value})


def test_the_newest_project_stands_first_once():
    settings = Settings()
    for path in ("a", "b", "a"):
        settings = settings.with_recent(path)
    assert settings.recent == ("a", "b")
