"""Characters that were decoded in the wrong encoding, or escaped once too often."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article, Block, model
from lint.checks.copy_words import is_prose
from lint.checks.hit import Hit, Related, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.patterns import lazy_pattern

VALUES = ("text", "wanted")
CASES = ("entity", "metadata", "lost")
_KINDS = (
    *model.COPY, model.PULL_QUOTE, model.TITLE, model.DESCRIPTION, model.OG_TITLE,
    model.OG_DESCRIPTION, model.DATA_HEADLINE, model.DATA_DESCRIPTION, model.BYLINE, model.CREDIT,
)  # fmt: skip
# UTF-8 read as windows-1252: the first byte of a sequence shows as Â, Ã, â …, the rest as what
# 0x80 to 0xBF are there. A lone Ã (Portuguese) or â is a letter.
_TAIL = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ]"
_BROKEN = lazy_pattern(f"(?:[ÂÃ]{_TAIL}|â€[\u0080-\u00bf™œ“”˜¦¢]|ï¿½|ð[\u0090Ÿ]{_TAIL}{{2}})+")
_LOST = "\ufffd"
_SIGNS = ("Â", "Ã", "â€", "ï¿½", "ð", "&", _LOST)  # one of them is in all that is broken
_MOST = 5  # related places are enough to show that it is everywhere
_ENTITY = lazy_pattern(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,4});")
_ENTITIES = {
    "&amp;": "&", "&quot;": '"', "&apos;": "'", "&#39;": "'", "&#039;": "'", "&nbsp;": " ",
    "&rsquo;": "’", "&lsquo;": "‘", "&ldquo;": "“", "&rdquo;": "”", "&#8217;": "’", "&#8216;": "‘",
    "&#8220;": "“", "&#8221;": "”", "&#8230;": "…", "&hellip;": "…", "&ndash;": "–", "&mdash;": "—",
    "&#x27;": "'", "&#8211;": "–", "&#8212;": "—", "&eacute;": "é", "&pound;": "£", "&euro;": "€",
    "&lt;": "<", "&gt;": ">",
}  # fmt: skip


class Options(CheckOptions):
    """None: there is nothing to choose."""


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield broken characters; "entity" are references that readers see as such, told once a block.

    "lost" is the sign for a character that nobody can tell any more, told once an article.

    "metadata" are those in a field of the head, which search engines and feeds show; they come from
    a template, so that they are told once.
    """
    escaped: list[tuple[Block, int, int]] = []
    if not any(each in article.text for each in _SIGNS):
        return
    for block in article.of(*_KINDS):
        text = block.text
        for match in _BROKEN.finditer(text):
            wanted = _mended(match[0])
            values = {"text": match[0], "wanted": wanted or "the right character"}
            fixes = [rewrite(block, *match.span(), wanted)] if wanted else []
            yield hit_in(block, *match.span(), values=values, fixes=fixes)
        if "&" not in text:
            continue
        for match in _ENTITY.finditer(text):
            wanted = _ENTITIES.get(match[0], "")
            if not wanted or not is_prose(block, *match.span()):
                continue
            if block.kind in model.HEAD:
                escaped.append((block, *match.span()))
                continue
            values = {"text": match[0], "wanted": wanted}
            yield hit_in(block, *match.span(), case="entity", values=values)
            break
    yield from _lost(article)
    if escaped:
        block, start, end = escaped[0]
        text = block.text[start:end]
        others = {id(place[0]): place for place in reversed(escaped) if place[0] is not block}
        related = [Related(b.span(one, other), "here, too") for b, one, other in others.values()]
        values = {"text": text, "wanted": _ENTITIES[text]}
        yield hit_in(block, start, end, case="metadata", values=values, related=related[::-1])


def _lost(article: Article) -> Iterator[Hit]:
    """Yield the first lost character, unless the encoding is a guess: that may have lost it."""
    if _LOST not in article.text or article.source.guessed:
        return
    found = [(block, block.text.find(_LOST)) for block in article.of(*_KINDS)]
    places = [(block, at) for block, at in found if at >= 0 and is_prose(block, at, at + 1)]
    for block, at in places[:1]:
        related = [
            Related(each.span(one, one + 1), "here, too") for each, one in places[1 : _MOST + 1]
        ]
        values = {"text": _LOST, "wanted": "the right character"}
        yield hit_in(block, at, at + 1, case="lost", values=values, related=related)


def _mended(text: str) -> str:
    """Read the characters as the bytes that they were, if they make sense as UTF-8."""
    data = bytearray()
    for character in text:
        try:
            data += character.encode("cp1252")
        except UnicodeEncodeError:
            if ord(character) > 0xFF:
                return ""
            data.append(ord(character))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
