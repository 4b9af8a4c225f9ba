"""The whole line: bytes or text in, checked or corrected text out."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from lint.article import read_article
from lint.article.layout import Layout, load_layouts
from lint.document import read_document
from lint.files import FileError, read_bytes
from lint.finding import Checked, Finding
from lint.fixes import apply_fixes, chosen_fix
from lint.linter import lint_article
from lint.rulebook import Rule, Rulebook, builtin_rules
from lint.source import Source, SourceError, decode
from lint.stet import apply_stets

_MOST_PASSES = 8


class FixError(RuntimeError):
    """Fixes that did not settle: a bug in a rule, named in the message."""


def check_text(
    text: str | Source,
    rules: Rulebook | Sequence[Rule],
    *,
    layouts: Sequence[Layout] | None = None,
) -> Checked:
    """Check the HTML of one article, a full page or a fragment, against rules.

    ``layouts`` default to copydesk's own. A text with lone surrogates, which no file can hold, is
    checked like one whose encoding is a guess.
    """
    source = text if isinstance(text, Source) else Source(text, guessed=not _storable(text))
    known = rules.names if isinstance(rules, Rulebook) else frozenset()
    chosen = rules.rules if isinstance(rules, Rulebook) else rules
    if layouts is None:
        layouts = builtin_layouts()
    with _without_collection():
        findings, notices = _checked(source, layouts, chosen, known)
    if source.guessed:
        notices.append(f"the encoding is a guess ({source.encoding}); nothing can be fixed")
    return Checked(source.path, source, tuple(findings), tuple(notices))


def _checked(
    source: Source, layouts: Sequence[Layout], rules: Sequence[Rule], known: frozenset[str]
) -> tuple[list[Finding], list[str]]:
    """Findings and notices. What a page is made of is let go here, before a collection."""
    document = read_document(source)
    article = read_article(document, layouts)
    findings = apply_stets(document, lint_article(article, rules), rules, known)
    return findings, list(article.notices)


def check_bytes(
    data: bytes,
    path: str,
    rules: Rulebook | Sequence[Rule],
    *,
    layouts: Sequence[Layout] | None = None,
) -> Checked:
    """Check the bytes of one file; what is no readable text gives a Checked with an error."""
    if not data.strip():
        return Checked(path, error="empty; there is nothing to check")
    try:
        source = decode(data, path)
    except SourceError as error:
        return Checked(path, error=str(error))
    return check_text(source, rules, layouts=layouts)


def check_file(path: str | Path, rules: Rulebook | Sequence[Rule]) -> Checked:
    """Check one file; a file that cannot be read gives a Checked with an error."""
    try:
        data = read_bytes(str(path))
    except FileError as error:
        return Checked(str(path), error=str(error))
    return check_bytes(data, str(path), rules)


def fix_text(
    text: str | Source,
    rules: Rulebook | Sequence[Rule],
    *,
    unsafe: bool = False,
    layouts: Sequence[Layout] | None = None,
) -> tuple[str, tuple[Finding, ...]]:
    """Correct the HTML of one article: the new text, and the findings that were mended.

    Safe fixes only, unless ``unsafe``. Raises FixError if the text has not settled after 8 passes.
    """
    source = text if isinstance(text, Source) else Source(text)
    current = source.text
    mended: list[Finding] = []
    for _ in range(_MOST_PASSES):
        passing = Source(current, source.path, encoding=source.encoding, bom=source.bom)
        checked = check_text(passing, rules, layouts=layouts)
        changed, applied = apply_fixes(current, checked.findings, unsafe=unsafe)
        if changed == current:
            return current, tuple(mended)
        current = changed
        mended.extend(applied)
    last = check_text(current, rules, layouts=layouts)
    names = sorted({each.rule for each in last.findings if chosen_fix(each, unsafe=unsafe)})
    if names:
        raise FixError(f"the fixes of {', '.join(names)} do not settle; nothing was changed")
    return current, tuple(mended)


def builtin_layouts() -> tuple[Layout, ...]:
    """Copydesk's own layouts."""
    folder = builtin_rules() / "layouts"
    return load_layouts([folder]) if folder.is_dir() else ()


def _storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@contextmanager
def _without_collection() -> Iterator[None]:
    # Reading a page makes tens of thousands of small objects and no cycles worth a search:
    # measured, the collector takes a third of the time.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
