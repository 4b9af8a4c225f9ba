"""Attributes that are made when they are first asked for, and then kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Value = TypeVar("Value")


# A decorator: like ``property``, a class that is written as functions are.
class lazy(Generic[Value]):  # noqa: N801
    """Like ``functools.cached_property``, which before Python 3.12 takes a lock at each first use.

    A page has thousands of them. Two threads at once make the same value twice.
    """

    def __init__(self, make: Callable[[Any], Value]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...
    def __get__(self, instance: object | None, owner: type) -> Self | Value:
        if instance is None:
            return self
        made = instance.__dict__[self._name] = self._make(instance)
        return made
