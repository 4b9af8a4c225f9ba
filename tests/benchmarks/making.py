"""Plants made: an edit of `plants` or `edits` put into a page, its place marked with ⟦ and ⟧."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from edits import EDITED, HARMLESS, HARMLESS_ALONE, full_names, misspelt
from pages import Page, Place
from plants import ALONE, HEADLINE, HEADLINES, HEADS, INSERTED, picture

MARKS: Final = re.compile("[⟦⟧]")
HARMLESS_KINDS: Final = (*HARMLESS, *HARMLESS_ALONE)
_TRIES: Final = 400  # pages and places tried until a rule has its plants

# A page's source before, and after with marks.
Made = tuple[str, str] | None
Maker = Callable[[str, Page, int, random.Random], Made]


class Plant(NamedTuple):
    """One edit: a rule or a harmless kind, the page, its source before, and after with marks."""

    kind: str
    page: str
    before: str
    marked: str
    is_harmless: bool = False


def every_kind() -> list[str]:
    """The rules that have plants."""
    return sorted({*INSERTED, *EDITED, *ALONE, *HEADS, *_OF_THEIR_OWN})


def plants_for(rule: str, pages: list[Page], chance: random.Random) -> Iterator[Plant]:
    """Yield plants for a rule without end: the caller takes as many as it wants."""
    tables = ((INSERTED, _inserted), (EDITED, _edited), (ALONE, _put_alone), (HEADS, _headed))
    makers = [maker for table, maker in tables if rule in table]
    makers += [_OF_THEIR_OWN[rule]] if rule in _OF_THEIR_OWN else []
    for turn in range(_TRIES):
        page = pages[turn % len(pages)]
        marked = makers[turn % len(makers)](rule, page, turn // len(makers), chance)
        if marked is not None:
            yield Plant(rule, page.name, *marked)


def harmless(kind: str, pages: list[Page], count: int, chance: random.Random) -> Iterator[Plant]:
    """Yield edits of one kind that nothing should be said about."""
    variants = (HARMLESS | HARMLESS_ALONE)[kind]
    for turn in range(count):
        page = pages[turn % len(pages)]
        if kind in HARMLESS_ALONE:
            page = _alone(page)
        marked = _put(page, _as_here(page, variants[turn % len(variants)]), chance)
        yield Plant(kind, page.name, page.text, marked, is_harmless=True)


def _put(page: Page, plant: str, chance: random.Random) -> str:
    """The page's source with the parts of a plant after different paragraphs, in order."""
    parts = plant.split("¶")
    # Not after the last: a few pages end with a note below the article.
    chosen = sorted(chance.sample(page.places[:-1], len(parts)))
    text = page.text
    for part, place in reversed(list(zip(parts, chosen, strict=True))):
        inserted = part
        if not part.startswith(("<", "⟦<")):
            inserted = "".join(f"<p>{each}</p>" for each in part.split("+"))
        text = text[: place.after] + inserted + text[place.after :]
    return text


def _inserted(rule: str, page: Page, turn: int, chance: random.Random) -> Made:
    variants = INSERTED[rule]
    return page.text, _put(page, variants[turn % len(variants)], chance)


def _edited(rule: str, page: Page, turn: int, chance: random.Random) -> Made:
    pattern, replacement = EDITED[rule][turn % len(EDITED[rule])]
    found = [
        each for start, end, _ in page.places for each in pattern.finditer(page.text, start, end)
        if each.end() <= end
    ]  # fmt: skip
    if not found:
        return None
    each = chance.choice(found)
    return page.text, page.text[: each.start()] + each.expand(replacement) + page.text[each.end() :]


def _name(rule: str, page: Page, turn: int, chance: random.Random) -> Made:
    names = full_names(page.copy)
    if not names:
        return None
    name = chance.choice(names)
    wrong = misspelt(name, chance)
    places = [
        each.start() for start, end, _ in page.places
        for each in re.finditer(rf"{name}\b", page.text[:end]) if each.start() >= start
    ]  # fmt: skip
    if wrong is None or not places:
        return None
    at = chance.choice(places)
    return page.text, page.text[:at] + wrong + page.text[at + len(name) :]


def _repeat(rule: str, page: Page, turn: int, chance: random.Random) -> Made:
    """A caption that is a paragraph of the text."""
    short = [page.text[start:end] for start, end, _ in page.places if end - start < 200]
    if not short:
        return None
    plain = _alone(page)
    caption = f"⟦{chance.choice(short)}⟧ [Ana Sol/AFP]"
    return plain.text, _put(plain, picture(caption, "A quay", 6), chance)


def _composed(page: Page, head: str, body: str, headline: str = HEADLINE) -> str:
    """An article of the page's own paragraphs, under another headline."""
    copy = "\n".join(f"<p>{page.text[each.start : each.end]}</p>" for each in page.places)
    title = MARKS.sub("", headline)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}'
        f"</head><body><article><h1>{headline}</h1>{body}\n{copy}</article></body></html>"
    )


def _headed(rule: str, page: Page, turn: int, chance: random.Random) -> Made:
    variants = HEADS[rule]
    head, _, body = variants[turn % len(variants)].partition("¶")
    if body and not body.startswith("<"):
        body = f"<p>{body}</p>"
    return _composed(page, "", ""), _composed(page, head, body)


def _alone(page: Page) -> Page:
    """An article of the page's own paragraphs, without anything else."""
    plain = _composed(page, "", "")
    places = [
        Place(each.start(1), each.end(1), each.end())
        for each in re.finditer(r"<p>(.*?)</p>", plain, re.DOTALL)
    ]
    return Page(page.name, plain, tuple(places))


def _put_alone(rule: str, page: Page, turn: int, chance: random.Random) -> Made:
    page, variants = _alone(page), ALONE[rule]
    return page.text, _put(page, variants[turn % len(variants)], chance)


def _as_here(page: Page, text: str) -> str:
    """The text with the quotation marks of the page: straight, if it has those."""
    copy = page.copy
    if copy.count('"') + 2 * copy.count("&quot;") <= copy.count("“") + copy.count("&#8220;"):
        return text
    return text.replace("“", "&quot;").replace("”", "&quot;").replace("’", "'")


def _headline(rule: str, page: Page, turn: int, chance: random.Random) -> Made:
    headline, sentence = HEADLINES[turn % len(HEADLINES)]
    return _composed(page, "", ""), _composed(page, "", f"<p>{sentence}</p>", headline)


_OF_THEIR_OWN: Final[dict[str, Maker]] = {
    "headline-number": _headline,
    "name-variant": _name,
    "caption-repeats-text": _repeat,
}
