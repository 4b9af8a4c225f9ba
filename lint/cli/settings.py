"""Configuration and options into the rules and layouts of a run."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from lint.article.layout import Layout, LayoutError, load_layouts
from lint.config import Config, ConfigError, load_config
from lint.desk import builtin_layouts
from lint.rulebook import Rulebook, RuleError, load_rules
from lint.rulebook.model import near
from lint.rulebook.remembered import cache_folder

#: What is wrong with settings: one line each.
SETTINGS_ERRORS = (ConfigError, RuleError, LayoutError)


def configuration(options: Namespace) -> Config:
    """The configuration of a run. Raises ConfigError."""
    if options.isolated and options.config:
        raise ConfigError("--isolated and --config exclude each other")
    if options.isolated:
        return Config(root=Path.cwd())
    return load_config(Path.cwd(), file=options.config)


def all_rules(options: Namespace, config: Config, *, examples: bool = False) -> Rulebook:
    """Every rule that there is, as preset and configuration set it. Raises RuleError."""
    return load_rules(
        config.rule_folders,
        preset=options.preset or config.preset,
        settings=config.rules,
        settings_place=str(config.path),
        examples=examples,
        cache=None if options.no_cache else cache_folder(),
    )


def chosen_rules(options: Namespace, config: Config) -> Rulebook:
    """The rules of a run: the configuration's choice, changed by the options.

    ``--select`` replaces the configuration's choice, ``--ignore`` and ``--extend-select`` add to
    it. Raises RuleError and ConfigError.
    """
    book = all_rules(options, config)
    known = book.names | {"all"}
    for key, names in (
        ("select", config.select),
        ("ignore", config.ignore),
        ("extend-select", config.extend_select),
    ):
        for name in names:
            if name not in known:
                raise ConfigError(
                    f"{config.path}: “{key}”: unknown rule “{name}”{near(name, known)}"
                )
    if options.select:
        chosen = book.select(options.select, options.ignore, options.extend_select)
    else:
        chosen = book.select(
            config.select,
            (*config.ignore, *options.ignore),
            (*config.extend_select, *options.extend_select),
        )
    if config.names_index is not None:
        chosen = _with_archive(chosen, str(config.names_index), ("name-index",))
    if config.words_index is not None:
        _try_words(str(config.words_index))
        chosen = _with_archive(chosen, str(config.words_index), ("likely-word", "misspelling"))
    return chosen


def _with_archive(book: Rulebook, archive: str, checks: Sequence[str]) -> Rulebook:
    rules = tuple(
        rule._replace(options=rule.options._replace(archive=archive))
        if rule.check in checks else rule
        for rule in book.rules
    )  # fmt: skip
    return Rulebook(rules, book.preset, book.names)


def _try_words(path: str) -> None:
    from lint.prose.word_index import CountLineError, open_word_index

    try:
        open_word_index(path)
    except CountLineError:
        raise ConfigError(f"{path}: line 1: not made by `copydesk train`") from None
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None


def chosen_layouts(config: Config) -> Sequence[Layout]:
    """The configuration's layouts, then copydesk's own. Raises LayoutError."""
    return (*load_layouts(config.layouts), *builtin_layouts())
