"""The search for cycles is put off and comes again, whatever happens in between."""

from __future__ import annotations

import gc

import pytest

from translator_desk.collection import no_collection


@pytest.fixture(autouse=True)
def collecting():
    was_on = gc.isenabled()
    gc.enable()
    yield
    (gc.enable if was_on else gc.disable)()


def test_it_comes_again_after_an_error():
    seen = []

    def break_off():
        with no_collection():
            seen.append(gc.isenabled())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    assert seen == [False]
    assert gc.isenabled()


def test_of_one_within_another_the_outer_ends_it():
    with no_collection():
        with no_collection():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
