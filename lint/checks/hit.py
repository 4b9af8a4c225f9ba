"""What a check finds: a place, the values for the rule's message, evidence, and fixes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from lint.article import Block
from lint.source import Edit, Span
from lint.tuples import NamedTuple


class Related(NamedTuple):
    """A second place that shows why the first is a fault, with a few words on what is there."""

    span: Span
    message: str


class Fix(NamedTuple):
    """Edits that mend a fault. A ``safe`` one may be applied without a person looking.

    What touches a quotation, a name or a number is never safe.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


class Hit(NamedTuple):
    """One fault that a check found.

    ``values`` fill the placeholders of the rule's message; ``case`` names one of the check's CASES
    (which fault it is, or how strong the evidence is), for which a rule may have its own message
    and severity. ``kind`` and ``excerpt`` (the faulty text) identify the hit across edits of the
    article; take them from the block with :func:`hit_in` where there is one.
    """

    span: Span
    values: Mapping[str, str] = MappingProxyType({})
    case: str = ""
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    kind: str = ""
    excerpt: str = ""


def hit_in(
    block: Block,
    start: int,
    end: int,
    *,
    case: str = "",
    values: Mapping[str, str] | None = None,
    related: Sequence[Related] = (),
    fixes: Sequence[Fix | None] = (),
) -> Hit:
    """Make a hit of a range of a block's text; a fix that turned out impossible may be None."""
    return Hit(
        span=block.span(start, end),
        values=values or {},
        case=case,
        related=tuple(related),
        fixes=tuple(fix for fix in fixes if fix is not None),
        kind=block.kind,
        excerpt=block.text[start:end],
    )


def rewrite(
    block: Block, start: int, end: int, new: str, *, title: str = "", safe: bool = False
) -> Fix | None:
    """Make a fix that turns a range of a block's text into ``new``; None where no edit can."""
    edits = block.replace(start, end, new)
    if not edits:
        return None
    return Fix(title or f"Change to “{new}”", edits, safe)


def together(fixes: Iterable[Fix | None], title: str = "") -> Fix | None:
    """Make one fix of several, for a fault that is told once and stands in many places.

    It is safe if each is; None if there is none.
    """
    made = [fix for fix in fixes if fix is not None]
    if not made:
        return None
    edits = tuple(edit for fix in made for edit in fix.edits)
    return Fix(title or made[0].title, edits, all(fix.safe for fix in made))
