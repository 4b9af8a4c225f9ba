"""The full stop at the end of captions: always, never, or in one article the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from lint.article import Article, Passage
from lint.checks.hit import Fix, Hit, Related, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.prose.words import words

VALUES = ("text",)
CASES = ("missing", "extra")
_MOST = 5  # related places are enough to show the article's habit


class Options(CheckOptions):
    """How the house ends captions.

    ``stop``: "always", "never" or "consistent", as most of an article's captions have it.
    ``shortest``: captions with fewer words are names and labels, and need none.
    """

    stop: Literal["always", "never", "consistent"] = "consistent"
    shortest: int = 7


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield captions of one sentence that end against the house, or against most of the others.

    A caption of several sentences keeps its stops under "never", too.
    """
    captions = [
        picture.caption
        for picture in article.pictures
        if picture.caption is not None and len(words(picture.caption.text)) >= options.shortest
    ]
    stopped = [each for each in captions if _bare(each).endswith(".")]
    open_ended = [each for each in captions if _bare(each)[-1:].isalnum()]
    if options.stop == "consistent":
        if len(stopped) > 2 * len(open_ended):
            yield from (_missing(each, stopped) for each in open_ended)
        elif len(open_ended) > 2 * len(stopped):
            yield from (_extra(each, open_ended) for each in stopped if _is_one_sentence(each))
    elif options.stop == "always":
        yield from (_missing(each, []) for each in open_ended)
    else:
        yield from (_extra(each, []) for each in stopped if _is_one_sentence(each))


def _bare(caption: Passage) -> str:
    return caption.text.rstrip(" \u00a0")


def _is_one_sentence(caption: Passage) -> bool:
    text = _bare(caption)
    last = text[:-1].rpartition(" ")[2]
    is_abbreviation = len(last) < 4 or "." in last  # "Inc.", "p.m.": the word's own stop
    return not is_abbreviation and not text.endswith("..") and ". " not in text


def _missing(caption: Passage, others: list[Passage]) -> Hit:
    text = _bare(caption)
    last = len(text) - len(text.rpartition(" ")[2])
    end = caption.start + len(text)
    fix = rewrite(caption.block, end - 1, end, f"{text[-1]}.", title="Add a full stop", safe=True)
    return _hit(caption, caption.start + last, end, "missing", fix, others)


def _extra(caption: Passage, others: list[Passage]) -> Hit:
    end = caption.start + len(_bare(caption))
    fix = rewrite(caption.block, end - 1, end, "", title="Remove the full stop", safe=True)
    return _hit(caption, end - 1, end, "extra", fix, others)


def _hit(
    caption: Passage, start: int, end: int, case: str, fix: Fix | None, others: list[Passage]
) -> Hit:
    return hit_in(
        caption.block,
        start,
        end,
        case=case,
        values={"text": caption.block.text[start:end]},
        related=[Related(other.span, "as here") for other in others[:_MOST]],
        fixes=[fix],
    )
