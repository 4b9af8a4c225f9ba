"""A pattern that a house forbids, with what to write instead: the check for editors' own rules."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from lint.article import Article, Block, model
from lint.checks.hit import Hit, hit_in, rewrite

VALUES = ("text", "wanted")
CASES = ()


class Options(NamedTuple):
    r"""``pattern``: a regular expression in RE2's syntax, which runs in linear time.

    ``replacement``: what to write instead, with ``\1`` for groups; without one there is no fix.
    ``ignore_case``: whether capitals count as small letters. ``whole_words``: whether a match must
    not begin or end inside a word. ``kinds``: the kinds of blocks that are searched (headline,
    paragraph, caption, alt…). ``skip_quoted``: whether quoted speech is let be. ``exceptions``:
    phrases that make a match innocent when it stands inside one of them. ``safe``: whether the
    fix may be applied without a person looking.
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
    """Yield what is wrong with the options of a rule: a bad pattern, an unknown kind."""
    if not options.pattern:
        yield "option “pattern” is missing: it says what to look for"
        return
    for kind in options.kinds:
        if kind not in model.KINDS:
            known = ", ".join(model.KINDS)
            yield f"option “kinds” has the unknown kind “{kind}”; there are {known}"
    problem = _problem(options)
    if problem:
        yield problem


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the matches of the pattern in the article's blocks."""
    pattern = _compiled(options.pattern, options.ignore_case)
    for block in article.of(*options.kinds):
        for match in pattern.finditer(block.text):
            start, end = match.span()
            if start == end or (options.whole_words and not _is_whole(block.text, start, end)):
                continue
            if options.skip_quoted and block.is_quoted(start, end):
                continue
            if _is_excepted(block, start, end, options.exceptions):
                continue
            wanted = match.expand(options.replacement) if options.replacement else ""
            fixes = [rewrite(block, start, end, wanted, safe=options.safe)] if wanted else []
            values = {"text": match[0], "wanted": wanted}
            yield hit_in(block, start, end, values=values, fixes=fixes)


def _is_whole(text: str, start: int, end: int) -> bool:
    # RE2's \b knows ASCII only; é and Š are letters here.
    inside_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    return not inside_before and not (
        end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    )


def _is_excepted(block: Block, start: int, end: int, exceptions: tuple[str, ...]) -> bool:
    for phrase in exceptions:
        at = block.text.find(phrase, max(0, end - len(phrase)), start + len(phrase))
        if at >= 0 and at <= start and end <= at + len(phrase):
            return True
    return False


def _problem(options: Options) -> str:
    import re2

    try:
        pattern = _compiled(options.pattern, options.ignore_case)
        if options.replacement.endswith("\\") or _highest_group(options) > pattern.groups:
            return "option “replacement” names a group that the pattern does not have"
    except re2.error as error:
        text = str(error.args[0] if error.args else error)
        return f"option “pattern” is no RE2 pattern: {text.removeprefix('b').strip(chr(39))}"
    return ""


def _highest_group(options: Options) -> int:
    digits = [int(part[0]) for part in options.replacement.split("\\")[1:] if part[:1].isdigit()]
    return max(digits, default=0)


@lru_cache(maxsize=1024)
def _compiled(pattern: str, ignore_case: bool) -> Any:
    import re2  # 13 ms to import: only houses with rules of their own pay for it

    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = not ignore_case
    options.max_mem = 8 << 20
    return re2.compile(pattern, options)
