"""Our NamedTuple is typing's, made quickly."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from lint.tuples import NamedTuple


class Place(NamedTuple):
    """A place."""

    line: int
    column: int = 1
    name: str | None = None

    @property
    def text(self) -> str:
        """Line and column, as people write them."""
        return f"{self.line}:{self.column}"


class Standard(typing.NamedTuple):
    """A place."""

    line: int
    column: int = 1
    name: str | None = None


def test_it_makes_what_typing_makes() -> None:
    ours, theirs = Place(4, name="x"), Standard(4, name="x")
    assert isinstance(ours, tuple)
    assert ours == theirs
    assert repr(ours) == repr(theirs).replace("Standard", "Place")
    assert ours._asdict() == theirs._asdict()
    assert ours._replace(column=9) == (4, 9, "x")
    assert ours.text == "4:1"
    for name in ("_fields", "_field_defaults", "__doc__", "__module__", "__match_args__"):
        assert getattr(Place, name) == getattr(Standard, name)
    assert Place.__qualname__ == Place.__name__ == "Place"
    assert list(Place.__annotations__) == list(Standard.__annotations__)


def test_it_is_as_strict() -> None:
    with pytest.raises(TypeError, match="required positional argument: 'line'"):
        Place()  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Place(1).line = 2  # type: ignore[misc]


def test_it_goes_to_other_processes() -> None:
    place = Place(3, 7)
    assert pickle.loads(pickle.dumps(place)) == place
    assert type(copy.copy(place)) is Place
