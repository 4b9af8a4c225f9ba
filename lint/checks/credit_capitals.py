"""Photographers in capitals, in credits that have no form of the house's."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article, Picture
from lint.checks.hit import Hit, Related, hit_in, rewrite
from lint.checks.options import CheckOptions
from lint.prose.credits import Credit, find_credit, is_agency, read_credit

VALUES = ("credit", "wanted")
CASES = ()
_MOST = 5  # related places are enough to show it


class Options(CheckOptions):
    """``acronyms``: names in capitals that stay so. ``shortest``: letters of a name's last part."""

    acronyms: tuple[str, ...] = ()
    shortest: int = 4


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the first photographer in capitals: agencies send them so, and a template keeps it.

    Credits in square brackets are credit-format's.
    """
    hits = [hit for picture in article.pictures for hit in _hits(picture, options)]
    if hits:
        related = tuple(Related(each.span, "here, too") for each in hits[1 : _MOST + 1])
        yield hits[0]._replace(related=related)


def _hits(picture: Picture, options: Options) -> Iterator[Hit]:
    passage = picture.credit
    if passage is None or picture.caption is None:
        return
    block = passage.block
    own = passage.start == 0  # in an element of its own, or all that there is
    credit: Credit | None = read_credit(block.text) if own else find_credit(block.text)
    offset = 0
    if credit is None:  # an element inside the caption
        credit, offset = read_credit(passage.text), passage.start
    if credit is None or credit.form == "square":
        return
    for start, end in ((start + offset, end + offset) for start, end in credit.parts):
        name = block.text[start:end].strip()
        if not _is_person(name, options):
            continue
        wanted = " ".join(part.capitalize() if len(part) > 2 else part for part in name.split())
        fix = rewrite(block, start, start + len(name), wanted)
        values = {"credit": name, "wanted": wanted}
        yield hit_in(block, start, start + len(name), values=values, fixes=[fix])


def _is_person(name: str, options: Options) -> bool:
    """Two or three words in capitals, of which each but the first is too long for initials."""
    parts = name.split()
    return (
        2 <= len(parts) <= 3
        and name.isupper()
        and all(part.isalpha() for part in parts)
        and all(len(part) >= options.shortest for part in parts[1:])
        and len(parts[0]) >= 3
        and not is_agency(name)
        and name not in options.acronyms
        and not set(parts) & _HOUSES
    )


_HOUSES = frozenset(
    "PHOTO PHOTOS IMAGES PRESS NEWS AGENCY POOL FILE HANDOUT COURTESY SUPPLIED VIA GETTY MEDIA"
    " POLICE GOVERNMENT ARMY NAVY WIRE SPORT SPORTS PICTURE PICTURES TELEVISION".split()
)
