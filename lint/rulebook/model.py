"""What a rule is, and the book of them that a run applies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from lint.tuples import NamedTuple

#: What is off does not run, unless its own id is selected. Most severe first.
SEVERITIES: Final = ("error", "warning", "note", "off")
_LONGEST_QUOTED: Final = 60


class RuleError(ValueError):
    """A rule, preset or choice of rules that cannot be used; one line names file and key."""


class Case(NamedTuple):
    """What a rule says of one case of its check; empty fields take the rule's own."""

    severity: str = ""
    message: str = ""
    do: str = ""


class Example(NamedTuple):
    """A piece of HTML that a rule must report (``marks``: exactly where) or must let be.

    ``html`` is without the marks ⟦ ⟧; ``marks`` are ranges of it. ``fixed`` is what the rule's fix
    must make of it, None if it has none. ``options`` override the rule's own, for this example.
    """

    html: str
    marks: tuple[tuple[int, int], ...] = ()
    fixed: str | None = None
    options: Mapping[str, Any] = MappingProxyType({})


class Rule(NamedTuple):
    """One rule: what to check, with which options, and what to tell people.

    ``severity`` is "error", "warning", "note" or "off". ``message``, ``do`` and those of the cases
    hold {placeholders} that the check fills. ``languages`` are those of the blocks that it sees
    ("*" for all). ``options`` is the check's own Options. ``settings`` are the same options as
    the file and the preset wrote them. ``yields_to`` are the rules whose findings at the same place
    make this one's superfluous. Examples are loaded only where asked for.
    """

    id: str
    group: str
    title: str
    severity: str
    check: str
    message: str
    why: str
    do: str
    source: str = ""
    languages: tuple[str, ...] = ("en",)
    precision: str = ""
    yields_to: tuple[str, ...] = ()
    options: Any = None
    settings: Mapping[str, Any] = MappingProxyType({})
    cases: Mapping[str, Case] = MappingProxyType({})
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
    path: str = ""

    @property
    def fixable(self) -> bool:
        """Whether some bad example shows a fix; needs the examples."""
        return any(example.fixed is not None for example in self.bad)

    def with_severity(self, severity: str) -> Rule:
        """Set the severity of the whole rule; cases that were more severe come down with it.

        A rule that is turned off keeps its cases, for the run that names it.
        """
        if severity == "off":
            return self._replace(severity=severity)
        rank = SEVERITIES.index
        cases = {
            name: case._replace(severity=max(case.severity or severity, severity, key=rank))
            for name, case in self.cases.items()
        }
        return self._replace(severity=severity, cases=cases)


class Rulebook:
    """The rules of a run, sorted by group and id, and the preset that they follow.

    ``names`` are the ids and groups of all rules that were loaded, chosen or not. Iterating gives
    the rules. Raises RuleError if there is none: a run without rules would call anything clean.
    """

    __slots__ = ("names", "preset", "rules")

    def __init__(
        self,
        rules: tuple[Rule, ...],
        preset: str = "default",
        names: frozenset[str] = frozenset(),
    ) -> None:
        if not rules:
            raise RuleError("no rule is left to apply; see --select and --ignore")
        self.rules = rules
        self.preset = preset
        self.names = names

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __getitem__(self, rule_id: str) -> Rule:
        """Give a rule by its id. Raises RuleError, with a near match, if there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise RuleError(self._unknown(rule_id))

    def select(
        self,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        extend_select: Sequence[str] = (),
    ) -> Rulebook:
        """Choose rules by id, by group, or all of them by "all".

        Without ``select`` every rule that is not "off" is chosen. ``ignore`` takes from that,
        except what ``extend_select`` names by its id. A rule that is off runs only if its own id
        is selected, and then as a warning, or less where a case says so. Raises RuleError for a
        name that is neither rule nor group, and for a choice that leaves no rule.
        """
        for name in (*select, *ignore, *extend_select):
            if not self._named(name):
                raise RuleError(self._unknown(name))
        chosen = []
        for rule in self.rules:
            names = {rule.id, rule.group, "all"}
            wanted = not select or not names.isdisjoint(select)
            wanted = wanted or not names.isdisjoint(extend_select)
            if not wanted or (not names.isdisjoint(ignore) and rule.id not in extend_select):
                continue
            if rule.severity != "off":
                chosen.append(rule)
            elif rule.id in (*select, *extend_select):
                chosen.append(rule.with_severity("warning"))
        return Rulebook(tuple(chosen), self.preset, self.names)

    def _named(self, name: str) -> bool:
        return name == "all" or any(name in (rule.id, rule.group) for rule in self.rules)

    def _unknown(self, name: str) -> str:
        names = {name for rule in self.rules for name in (rule.id, rule.group)}
        return f"unknown rule {quoted(name)}{near(name, names)}"


def near(name: str, names: Iterable[str]) -> str:
    """Phrase a near match, as in "; did you mean “date-format”?"; empty if none is near."""
    from difflib import get_close_matches  # only when something went wrong

    found = get_close_matches(str(name)[:_LONGEST_QUOTED], sorted(names), n=1)
    return f"; did you mean “{found[0]}”?" if found else ""


def quoted(value: object) -> str:
    """Quote what a file says for an error message: on one line, cut to 60 characters."""
    text = value if isinstance(value, str) else repr(value)
    text = "".join(each if each.isprintable() else f"\\x{ord(each):02x}" for each in text[:61])
    return f"“{text}”" if len(text) <= _LONGEST_QUOTED else f"“{text[: _LONGEST_QUOTED - 1]}…”"
