"""The indefinite article against the sound that follows it."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article, model
from lint.checks.copy_words import is_prose
from lint.checks.hit import Hit, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.prose.clause import BREAK
from lint.prose.sounds import begins_with_vowel
from lint.prose.words import starts_sentence

VALUES = ("article", "word", "wanted")
CASES = ("quoted",)
_ARTICLES = frozenset(["a", "an", "A", "An"])
_BEFORE = " \u00a0“‘\"'(—–["
_BETWEEN = frozenset([" ", "\u00a0", " “", " ‘", ' "', " '", " (", " $", " £", " €"])
_STRUCK_OUT = ("*", "—", "–", "_", "…", "#")
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
    row = article.running(*model.COPY)
    for place in row.which(_ARTICLES.__contains__):
        written, other, gap = row.texts[place], row.texts[place + 1], row.gaps[place]
        if other == BREAK or row.gaps[place + 1] not in _BETWEEN or other in _NO_NOUNS:
            continue
        is_number = other[0].isdigit()
        if not is_number and begins_with_vowel(other) in (None, written in ("an", "An")):
            continue  # as nearly always
        if other.casefold() in allowed or (gap and gap[-1] not in _BEFORE):
            continue  # "la-a", "@a", "/a"
        if place and other[0].isupper() and row.texts[place - 1] in _GAELIC:
            continue
        block, at = row.place(place)
        text, word, noun = block.text, block.words[at], block.words[at + 1]
        if written[0] == "A" and (
            not starts_sentence(text, word.start) or (written == "A" and other[0].isupper())
        ):
            continue  # a letter: vitamin A, plan A, an A grade
        if len(other) == 1 and text[noun.end : noun.end + 1] in _STRUCK_OUT:
            continue  # "a f******": the word is spoken, not its first letter
        is_vowel = begins_with_vowel(_numeral(text, noun.start) if is_number else other)
        if is_vowel is None or is_vowel == (written in ("an", "An")):
            continue
        if not is_prose(block, word.start, noun.end) or block.is_inside(
            word.start, noun.end, "i", "em"
        ):
            continue
        wanted = "an" if is_vowel else "a"
        wanted = wanted.capitalize() if written[0] == "A" else wanted
        quoted = block.is_quoted(word.start, word.end)
        before = text[max(0, word.start - 12) : word.start - 1].rpartition(" ")[2].lower()
        is_sure = is_vowel or written == "An" or before in _OPENERS
        yield hit_in(
            block,
            word.start,
            word.end,
            case="quoted" if quoted else "",
            values={"article": written, "word": other, "wanted": wanted},
            fixes=[rewrite(block, word.start, word.end, wanted, safe=is_sure and not quoted)],
        )


def _numeral(text: str, start: int) -> str:
    """A number with its thousands: words() ends at a comma."""
    end = start
    while end < len(text) and (
        text[end].isalnum() or (text[end] in "-,." and text[end + 1 : end + 2].isalnum())
    ):
        end += 1
    return text[start:end]
