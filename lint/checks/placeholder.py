"""Words that hold a place until somebody writes what belongs there."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article, model
from lint.checks.copy_words import is_prose
from lint.checks.hit import Hit, hit_in
from lint.checks.options import CheckOptions
from lint.patterns import lazy_pattern

VALUES = ("text",)
CASES = ("shortcode",)
# Alone these letters may be a person's initials, or a number in Roman figures; before a noun that
# counts they are neither.
_TK = lazy_pattern(
    r"\b(?:TK){2,}\b|[\[(](?:[A-Z]{2,12} ){0,2}TK[\])]|\bTK TK\b"
    r"|(?<![\w.-])(?:TK|X{2,})(?= ?(?:%|(?:per cent|percent|million|billion|people|men|women"
    r"|children|years?|months|weeks|days|hours|minutes|miles|kilometres|kilometers|km|met(?:re|er)s"
    r"|points|votes|seats|members|cases|deaths)\b))"
)
# With an attribute, or closing: "[video]" alone is also how a caption labels one.
_SHORTCODE = lazy_pattern(
    r"\[([a-z][a-z_-]{2,30})(?: [^\[\]=]{0,80}=[^\[\]]{0,400})\]|\[/([a-z][a-z_-]{2,30})\]"
)


_PART = 100_000  # characters: while the case of a text is folded, it takes twelve times its size


class Options(CheckOptions):
    """``phrases``: texts that only a draft has, in small letters.

    ``shortcodes``: names of a CMS's own commands.
    """

    phrases: tuple[str, ...] = ()
    shortcodes: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield placeholders in the copy, the head included, and commands that were not carried out.

    A fragment is what the CMS itself stores: there, commands are still to be carried out.
    """
    whole = article.text
    phrases = _standing(options.phrases, whole)
    if not (phrases or "TK" in whole or "XX" in whole or "[" in whole):
        return
    for block in article.of(*model.COPY, *model.HEAD):
        text = block.text
        places = []
        if "TK" in text or "XX" in text:
            places = [(match.start(), match.end(), "") for match in _TK.finditer(text)]
        folded = text.casefold()
        places += [
            (start, start + len(phrase), "")
            for phrase in phrases
            if (start := folded.find(phrase)) >= 0 and len(folded) == len(text)
        ]
        places += [
            (match.start(), match.end(), "shortcode")
            for match in _SHORTCODE.finditer(text)
            if not article.is_fragment and (match[1] or match[2]) in options.shortcodes
        ]
        for start, end, case in sorted(places):
            # The values of a command stand in quotation marks, too.
            if is_prose(block, start, end) and (case or not block.is_quoted(start, end)):
                yield hit_in(block, start, end, case=case, values={"text": text[start:end][:60]})


def _standing(phrases: tuple[str, ...], whole: str) -> list[str]:
    """The phrases that stand in a text, in whatever capitals."""
    overlap = max(map(len, phrases), default=0)
    standing: set[str] = set()
    for start in range(0, len(whole), _PART):
        folded = whole[start : start + _PART + overlap].casefold()
        standing.update(phrase for phrase in phrases if phrase in folded)
    return [phrase for phrase in phrases if phrase in standing]
