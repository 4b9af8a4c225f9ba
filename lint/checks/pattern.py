"""A pattern that a house forbids, with what to write instead: the check for editors' own rules."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from lint.article import Article, Block, model
from lint.checks.copy_words import is_prose
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.patterns import lazy_pattern

VALUES = ("text", "wanted")
CASES = ()

_LARGEST: Final = 8 << 20  # bytes of memory for one pattern: RE2's own default
_ESCAPE = lazy_pattern(r"\\(.?)", re.DOTALL)
_DIGITS = lazy_pattern(r"\d+")


class Options(CheckOptions):
    r"""``pattern``: a regular expression in RE2's syntax, which runs in linear time.

    ``replacement``: what to write instead, with ``\1`` to ``\9`` for groups, ``\0`` for the match
    and ``\\`` for a backslash; without one there is no fix, and where it is what stands there
    already, no fault. ``ignore_case``: whether capitals count as small letters. ``whole_words``:
    whether a match must not begin or end inside a word. ``kinds``: the kinds of blocks that are
    searched (headline, paragraph, caption, alt…). ``skip_quoted``: whether quoted speech, cited
    titles, code and words in another language are let be. ``exceptions``: phrases that make a match
    innocent when it stands inside one of them. ``safe``: whether the fix may be applied without a
    person looking; in quoted speech, and where it changes a number, it may not.
    """

    pattern: str = ""
    replacement: str = ""
    ignore_case: bool = False
    whole_words: bool = True
    kinds: tuple[str, ...] = model.COPY
    skip_quoted: bool = True
    exceptions: tuple[str, ...] = ()
    safe: bool = False


def problems(options: Options) -> Iterator[str]:
    """Yield what is wrong with the options of a rule: a bad pattern, an unknown group or kind."""
    if not options.pattern:
        yield "option “pattern” is missing: it says what to look for"
        return
    for kind in options.kinds:
        if kind not in model.KINDS:
            known = ", ".join(model.KINDS)
            yield f"option “kinds” has the unknown kind “{kind[:40]}”; there are {known}"
    if not options.kinds:
        yield "option “kinds” is empty: it says which blocks to search"
    if options.safe and not options.replacement:
        yield "option “safe” is about a fix, and there is no “replacement”"
    yield from _pattern_problems(options)


def _pattern_problems(options: Options) -> Iterator[str]:
    import re2

    if "C" in _ESCAPE.findall(options.pattern):
        yield r"option “pattern”: \C takes half a character; write . instead"
        return
    try:
        pattern = _compiled(options.pattern, options.ignore_case)
    except re2.error as error:
        reason = error.args[0] if error.args else ""
        text = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
        yield f"option “pattern” is no RE2 pattern: {text[:60]}"
        return
    if pattern.fullmatch("") is not None:
        yield "option “pattern” matches nothing at all, that is, everywhere"
    for name in _ESCAPE.findall(options.replacement):
        if name == "\\":
            continue
        if name not in "0123456789" or not name:
            yield rf"option “replacement”: after \ stands a group's number or \, not “{name}”"
        elif int(name) > pattern.groups:
            yield rf"option “replacement”: \{name} is a group that the pattern does not have"
    for phrase in options.exceptions:
        if pattern.search(phrase) is None:
            yield f"option “exceptions”: “{phrase[:40]}” does not contain what the pattern finds"


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the matches of the pattern in the article's blocks."""
    pattern = _compiled(options.pattern, options.ignore_case)
    exceptions = tuple(_folded(each, options) for each in options.exceptions)
    for block in article.of(*options.kinds):
        for match in pattern.finditer(block.text):
            start, end = match.span()
            if start == end or (options.whole_words and not _is_whole(block.text, start, end)):
                continue
            spoken = block.is_quoted(start, end)
            if options.skip_quoted and (spoken or not is_prose(block, start, end)):
                continue
            wanted = _expanded(match, options.replacement)
            if wanted == match[0] or _is_excepted(block, start, end, exceptions, options):
                continue
            safe = options.safe and not spoken and _numbers(wanted) == _numbers(match[0])
            fixes = [rewrite(block, start, end, wanted, safe=safe)] if wanted else []
            values = {"text": match[0], "wanted": wanted}
            yield hit_in(block, start, end, values=values, fixes=fixes)


def _is_whole(text: str, start: int, end: int) -> bool:
    # RE2's \b knows ASCII only; é and Š are letters here, and so is e with a combining accent.
    begins_inside = start > 0 and _in_word(text[start - 1]) and _in_word(text[start])
    ends_inside = end < len(text) and _in_word(text[end]) and _in_word(text[end - 1])
    return not begins_inside and not ends_inside


def _in_word(character: str) -> bool:
    return character.isalnum() or unicodedata.combining(character) > 0


def _is_excepted(
    block: Block, start: int, end: int, exceptions: tuple[str, ...], options: Options
) -> bool:
    # A phrase found between these two places holds the match.
    return any(
        phrase in _folded(block.text[max(0, end - len(phrase)) : start + len(phrase)], options)
        for phrase in exceptions
    )


def _folded(text: str, options: Options) -> str:
    # Not casefold, which changes lengths; İ, which lower() makes two characters of, is no matter.
    return text.lower() if options.ignore_case else text


def _expanded(match: Any, replacement: str) -> str:
    # Not match.expand: it reads the replacement as Latin-1, so that ’ or é come out as garbage.
    if "\\" not in replacement:
        return replacement
    return _ESCAPE.sub(lambda e: (match[int(e[1])] or "") if e[1].isdigit() else e[1], replacement)


def _numbers(text: str) -> list[str]:
    return _DIGITS.findall(text)


@lru_cache(maxsize=1024)
def _compiled(pattern: str, ignore_case: bool) -> Any:
    import re2  # 13 ms to import: only houses with rules of their own pay for it

    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = not ignore_case
    options.max_mem = _LARGEST
    return re2.compile(pattern, options)
