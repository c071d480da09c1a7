"""What the machine lacks is said in one sentence with the line that mends it."""

from __future__ import annotations

from translator_desk.app.machine import look

ALL, NONE = (lambda _: True), (lambda _: False)
FONT, NO_FONT = (lambda: True), (lambda: False)


def test_a_whole_machine_needs_no_sentence():
    found = look({"WAYLAND_DISPLAY": "wayland-0"}, platform="linux", loads=ALL, fonts=FONT)
    assert found.can_open_window
    assert found.sentence() is None


def test_missing_libraries_come_with_their_apt_line():
    found = look({"DISPLAY": ":0"}, platform="linux", loads=NONE, fonts=NO_FONT)
    sentence = found.sentence().render("en")
    for package in ("libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libxcb-cursor0", "libfontconfig1"):
        assert package in sentence
    assert "sudo apt-get install " in sentence
    assert "fonts-noto-cjk" in sentence
    assert not found.can_open_window


def test_a_missing_font_is_said_but_does_not_stop_the_window():
    found = look({"DISPLAY": ":0"}, platform="linux", loads=ALL, fonts=NO_FONT)
    assert found.can_open_window
    assert "fonts-noto-cjk" in found.sentence().render("zh")


def test_no_display_is_said():
    found = look({}, platform="linux", loads=ALL, fonts=FONT)
    assert not found.can_open_window
    assert "display" in found.sentence().render("en")


def test_offscreen_counts_as_a_display_and_other_systems_lack_nothing():
    assert look({"QT_QPA_PLATFORM": "offscreen"}, platform="linux", loads=ALL, fonts=FONT).can_open_window
    assert look({}, platform="darwin", loads=NONE, fonts=NO_FONT).can_open_window
