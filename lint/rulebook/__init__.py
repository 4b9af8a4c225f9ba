"""The rulebook station: folders of TOML into rules, each with its options checked."""

from lint.rulebook.loading import builtin_rules, load_rules
from lint.rulebook.model import Case, Example, Rule, Rulebook, RuleError

__all__ = ["Case", "Example", "Rule", "RuleError", "Rulebook", "builtin_rules", "load_rules"]
