"""Two spellings of one name inside one article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import starmap
from types import MappingProxyType

from lint.article import Article, Block, model
from lint.checks.hit import Hit, Related, hit_in, rewrite, together
from lint.checks.name_forms import Form, divided_forms, near_forms
from lint.checks.options import CheckOptions
from lint.checks.tables import made_once
from lint.patterns import lazy_pattern
from lint.prose.dictionary import frequency, is_word
from lint.prose.names import NameWord
from lint.prose.pinyin import are_two
from lint.prose.same_name import ALIKE, ENDING, HEARD, OUTLINE, SOUND, TYPING
from lint.prose.words import HYPHENS

VALUES = ("name", "other", "count")
CASES = ("rare", "weak")
_KINDS = (
    *model.COPY, model.TITLE, model.DESCRIPTION, model.OG_TITLE, model.OG_DESCRIPTION,
    model.DATA_HEADLINE, model.DATA_DESCRIPTION, model.DATA_CAPTION, model.PULL_QUOTE,
)  # fmt: skip
_SPELT = lazy_pattern(
    r"\b(?:called|named|spel(?:t|led|lings?)|variously|known as|pronounced|transliterated"
    r"|forms?|versions?)\b[^.;]*$"
)
_NEAR = 40  # characters
# With one of these a name is another place's: New Zealand and Zeeland.
_ANEW = frozenset("new north south east west upper lower".split())
_COMMON = 3.0  # of names that everybody knows, as dictionary.py counts


class Options(CheckOptions):
    """``generic``: capitalised words that are no evidence beside a name ("University", "North").

    ``titles``: those of them that stand before one person's name ("Mr", "Captain").
    ``distinct``: pairs of names that look alike and are two, each with its partner.
    """

    generic: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    distinct: Mapping[str, str] = MappingProxyType({})


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the rarer spelling of a name, once, at its first place.

    The base case has evidence: the same first name or surname stands beside both spellings, or the
    same title beside two that sound alike. "rare" is a form that stands once, alone or behind the
    same title, beside one that stands three times and more; "weak" are two
    spellings that differ in diacritics or doubled letters only, without other evidence. A spelling
    that stands in quotation marks only needs evidence, and is "rare" then: a speaker may own it.
    """
    generic, titles = _lists(options)
    running = article.running(*_KINDS)
    reported: set[str] = set()
    for one, other, degree in near_forms(running):
        if one.base in reported or other.base in reported or _is_distinct(one, other, options):
            continue
        if any(are_two(surname, one.base, other.base) for surname in one.before & other.before):
            continue
        case = _evidence(one, other, degree, generic, titles)
        if case is None:
            continue
        rarer, usual = _sides(one, other)
        if case == "rare" and _is_told_apart(*rarer.places[0]):
            continue
        if rarer.is_spoken or usual.is_spoken:
            if case or usual.is_spoken or len(rarer.places) > 1:
                continue
            case = "rare"
        reported.add(rarer.base)
        yield _hit(rarer, usual, case)
    for one, other in divided_forms(running, generic):
        if not any(all(starmap(_is_sites, each.places)) for each in (one, other)):
            yield _hit(*_sides(one, other), "")


@made_once
def _lists(options: Options) -> tuple[frozenset[str], frozenset[str]]:
    titles = frozenset(map(str.casefold, options.titles))
    return titles.union(map(str.casefold, options.generic)), titles


def _is_distinct(one: Form, other: Form, options: Options) -> bool:
    pairs = options.distinct
    if pairs.get(one.base) == other.base or pairs.get(other.base) == one.base:
        return True
    # Control-C and Control-Q
    return one.base[:-1] == other.base[:-1] and one.base[-2] in HYPHENS


def _evidence(
    one: Form, other: Form, degree: str, generic: frozenset[str], titles: frozenset[str]
) -> str | None:
    shared_before = {name for name in one.before & other.before if name not in generic}
    shared_after = {name for name in one.after & other.after if name not in generic}
    if degree == ENDING:
        return "" if shared_before and not shared_after else None
    rarer, usual = _sides(one, other)
    stands_once = len(rarer.places) == 1 and len(usual.places) > 2
    shortest = min(len(one.base), len(other.base))
    if shared_before or (shared_after and (degree in (TYPING, SOUND) or shortest > 5)):
        names = shared_before | shared_after
        if all(is_word(name) for name in names) and _has_word(one, other):
            return None
        if degree == OUTLINE:
            return "weak" if shared_before and not _has_word(one, other) else None
        return ""
    if _has_word(one, other) or _conflict(one, other) or degree == OUTLINE:
        return None
    alike = degree in HEARD
    titled = not titles.isdisjoint(one.before & other.before)
    if not titled and min(map(_frequency, (one, other))) >= _COMMON:
        return None  # Ireland and Iceland
    if (
        usual.before
        and not usual.bare
        and usual.before <= _ANEW
        and not rarer.before & usual.before
    ):
        return None
    if degree == ALIKE and not titled and max(map(_frequency, (one, other))) >= _COMMON:
        return None  # Lawrence and Llorens: what everybody knows is not spelt by its sound
    if stands_once:
        if titled and degree in (TYPING, SOUND):
            return ""
        long_enough = shortest > (4 if degree in (TYPING, SOUND) or titled else 6)
        if long_enough and (rarer.bare or degree == TYPING or titled):
            return "rare"
        return None
    if titled and alike:
        return "weak"
    return "weak" if degree in (TYPING, SOUND) and shortest > 4 else None


def _is_told_apart(block: Block, name: NameWord) -> bool:
    """Tell whether the text itself speaks of how a name is written, as in "then spelt Alibamu"."""
    return _SPELT.search(block.text[max(0, name.start - _NEAR) : name.start]) is not None


def _is_sites(block: Block, name: NameWord) -> bool:
    """Tell whether a name is the site's, which its template writes behind a title."""
    before = block.text[: name.start].rstrip().removesuffix("The").rstrip()
    return block.kind in (model.TITLE, model.OG_TITLE) and before.endswith(("|", "-", "–", "—"))


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _frequency(form: Form) -> float:
    return frequency(form.base.casefold())


def _has_word(one: Form, other: Form) -> bool:
    return is_word(one.base.casefold()) or is_word(other.base.casefold())


def _conflict(one: Form, other: Form) -> bool:
    """Both spellings have first names or surnames beside them, and none in common."""
    before = one.before and other.before and not one.before & other.before
    after = one.after and other.after and not one.after & other.after
    crossed = (one.before and other.after) or (one.after and other.before)
    return bool(before or after or crossed)


def _sides(one: Form, other: Form) -> tuple[Form, Form]:
    """The rarer and the usual spelling; of equals, the one that came later is the rarer."""
    if len(one.places) != len(other.places):
        return (one, other) if len(one.places) < len(other.places) else (other, one)
    first = one.places[0][0].span().start <= other.places[0][0].span().start
    return (other, one) if first else (one, other)


def _hit(rarer: Form, usual: Form, case: str) -> Hit:
    block, name = next(
        (each for each in rarer.places if each[0].kind in model.COPY), rarer.places[0]
    )
    if block.kind not in model.COPY and case != "":
        case = "weak"
    other_block, other = usual.places[0]
    fix = together(
        rewrite(each, word.start + len(word.article), word.end, usual.base)
        for each, word in rarer.places
        if each.kind in model.COPY
    )
    others = [Related(other_block.span(other.start, other.end), "the other spelling")]
    others += [
        Related(each.span(word.start, word.end), "the same spelling as here")
        for each, word in rarer.places[:4]
        if (each, word) != (block, name)
    ][:2]
    return hit_in(
        block,
        name.start,
        name.end,
        case=case,
        values={"name": name.text, "other": other.text, "count": _times(len(usual.places))},
        related=others,
        fixes=[fix],
    )
