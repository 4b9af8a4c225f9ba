"""The indefinite article against the sound that follows it."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article
from lint.checks.copy_words import is_prose, places
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.prose.sounds import begins_with_vowel
from lint.prose.words import starts_sentence

VALUES = ("article", "word", "wanted")
CASES = ("quoted",)
_ARTICLES = frozenset(["a", "an", "A", "An"])
_BETWEEN = frozenset([" ", "\u00a0", " “", " ‘", ' "', " '", " (", " $", " £", " €"])
# After these comes a noun phrase, so that "an" is no "and" that lost its last letter.
_OPENERS = frozenset(
    "about after against and as at be become became before been being but by for from had has have "
    "in into is it's it’s like of on or than that to under was were while with without".split()
)
# Before these the article itself is the slip ("bread an the rest"): a case for wrong-word.
_NO_NOUNS = frozenset(
    "a am an and are as at from had has he his i if in is it its of on or our she that the their "
    "them then they this to us was we were".split()
)


# Irish and Scottish names have an article "an" of their own: Mac an Bhaird, Dún an Óir.
_GAELIC = frozenset(
    "An Ard Baile Béal Carraig Cathair Cill Cnoc Droim Dún Gort Inis Loch Mac Mag Mhac Nic Poll "
    "Rinn Sliabh Tír".split()
)


class Options(CheckOptions):
    """``allowed``: words before which either article is let be."""

    allowed: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield "a" before a vowel sound and "an" before a consonant sound; in speech as "quoted"."""
    allowed = {word.casefold() for word in options.allowed}
    for block, found, at in places(article, _ARTICLES):
        if at + 1 < len(found):
            text, one, other = block.text, found[at], found[at + 1]
            if text[one.end : other.start] not in _BETWEEN or other.text in _NO_NOUNS:
                continue
            if other.text.casefold() in allowed:
                continue
            if at and other.text[0].isupper() and found[at - 1].text in _GAELIC:
                continue
            if one.start and text[one.start - 1] not in " \u00a0“‘\"'(—–[":
                continue  # "la-a", "@a", "/a"
            if one.text[0] == "A" and (
                not starts_sentence(text, one.start)
                or (one.text == "A" and other.text[0].isupper())
            ):
                continue  # a letter: vitamin A, plan A, an A grade
            is_vowel = begins_with_vowel(_numeral(text, other.start, other.text))
            if is_vowel is None or is_vowel == (one.text.lower() == "an"):
                continue
            if not is_prose(block, one.start, other.end) or block.is_inside(
                one.start, other.end, "i", "em"
            ):
                continue
            wanted = "an" if is_vowel else "a"
            wanted = wanted.capitalize() if one.text[0] == "A" else wanted
            quoted = block.is_quoted(one.start, one.end)
            before = text[max(0, one.start - 12) : one.start - 1].rpartition(" ")[2].lower()
            is_sure = is_vowel or one.text == "An" or before in _OPENERS
            yield hit_in(
                block,
                one.start,
                one.end,
                case="quoted" if quoted else "",
                values={"article": one.text, "word": other.text, "wanted": wanted},
                fixes=[rewrite(block, one.start, one.end, wanted, safe=is_sure and not quoted)],
            )


def _numeral(text: str, start: int, word: str) -> str:
    """A number with its thousands: words() ends at a comma."""
    if not word[0].isdigit():
        return word
    end = start
    while end < len(text) and (
        text[end].isalnum() or (text[end] in "-,." and text[end + 1 : end + 2].isalnum())
    ):
        end += 1
    return text[start:end]
