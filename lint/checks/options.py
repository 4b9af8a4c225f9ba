"""What the Options of every check have in common."""

from __future__ import annotations

from typing import Any, Self, dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True)
class CheckOptions:
    """The base of each check's Options: annotated names, each with its default.

    It does what a NamedTuple does that is used by name only, and takes a tenth of the time to
    define, which for fifty checks shows in every start. Its own names have an underscore, as a
    NamedTuple's have: an option may be called anything.
    """

    _fields: tuple[str, ...] = ()

    def __init_subclass__(cls) -> None:
        cls._fields = tuple(cls.__annotations__)

    def __init__(self, **values: Any) -> None:
        for name in values:
            if name not in self._fields:
                raise TypeError(f"there is no option “{name}”")
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"options do not change: {name}")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._asdict() == other._asdict()

    def __hash__(self) -> int:
        return hash((type(self), self._fields))  # equal ones have it in common; values may not

    def __repr__(self) -> str:
        return f"Options({', '.join(f'{k}={v!r}' for k, v in self._asdict().items())})"

    def _asdict(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self._fields}

    def _replace(self, **values: Any) -> Self:
        return type(self)(**{**self.__dict__, **values})
