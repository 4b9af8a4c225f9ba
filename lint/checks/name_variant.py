"""Two spellings of one name inside one article."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from lint.article import Article, Block, model
from lint.checks.hit import Hit, Related, hit_in, rewrite, together
from lint.checks.options import CheckOptions
from lint.checks.tables import made_once
from lint.patterns import lazy_pattern
from lint.prose.dictionary import frequency, is_word
from lint.prose.divided import long_names, short_names
from lint.prose.name_groups import spelling
from lint.prose.names import NameWord, plain_key, sound_key
from lint.prose.pinyin import are_two
from lint.prose.same_name import ENDING, HEARD, OTHER, OUTLINE, SOUND, TYPING, likeness
from lint.prose.transcription import outline
from lint.prose.words import APOSTROPHES, HYPHENS

VALUES = ("name", "other", "count")
CASES = ("rare", "weak")
_KINDS = (
    *model.COPY, model.TITLE, model.DESCRIPTION, model.OG_TITLE, model.OG_DESCRIPTION,
    model.DATA_HEADLINE, model.DATA_DESCRIPTION, model.DATA_CAPTION, model.PULL_QUOTE,
)  # fmt: skip
_SHORTEST = 4
_SPELT = lazy_pattern(
    r"\b(?:called|named|spel(?:t|led|lings?)|variously|known as|pronounced|transliterated"
    r"|forms?|versions?)\b[^.;]*$"
)
_NEAR = 40  # characters
_COMMON = 3.0  # of names that everybody knows, as dictionary.py counts
_LARGEST = 40  # forms that one key may propose; more is a word, not a name


class Options(CheckOptions):
    """``generic``: capitalised words that are no evidence beside a name ("University", "North").

    ``titles``: those of them that stand before one person's name ("Mr", "Captain").
    ``distinct``: pairs of names that look alike and are two, each with its partner.
    """

    generic: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    distinct: Mapping[str, str] = MappingProxyType({})


class _Form:
    """One spelling, with the places where it stands and the name words beside it.

    ``inside``: it stands somewhere inside a sentence, where capitals mean a name; ``is_spoken``: in
    quotation marks only.
    """

    __slots__ = ("after", "bare", "base", "before", "inside", "is_spoken", "places")

    def __init__(self, base: str) -> None:
        self.base = base
        self.places: list[tuple[Block, NameWord]] = []
        self.before: set[str] = set()
        self.after: set[str] = set()
        self.bare = 0
        self.inside = False
        self.is_spoken = True


def check(article: Article, options: Options) -> Iterator[Hit]:
    """Yield the rarer spelling of a name, once, at its first place.

    The base case has evidence: the same first name or surname stands beside both spellings, or the
    same title beside two that sound alike. "rare" is a form that stands once, alone or behind the
    same title, beside one that stands three times and more; "weak" are two
    spellings that differ in diacritics or doubled letters only, without other evidence. A spelling
    that stands in quotation marks only needs evidence, and is "rare" then: a speaker may own it.
    """
    generic, titles = _lists(options)
    forms = _forms(article)
    reported: set[str] = set()
    for one, other in _pairs(forms):
        if one.base in reported or other.base in reported or _is_distinct(one, other, options):
            continue
        degree = likeness(one.base, other.base)
        if degree == OTHER:
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
    for one, other in _divided(article, generic):
        yield _hit(*_sides(one, other), "")


@made_once
def _lists(options: Options) -> tuple[frozenset[str], frozenset[str]]:
    titles = frozenset(map(str.casefold, options.titles))
    return titles.union(map(str.casefold, options.generic)), titles


def _forms(article: Article) -> list[_Form]:
    forms: dict[str, _Form] = {}
    for block in article.of(*_KINDS):
        for name in block.names:
            if len(name.base) < _SHORTEST or (block.inlines and _is_apart(block, name)):
                continue
            normal = _normal(name.base)
            form = forms.get(normal)
            if form is None:
                form = forms[normal] = _Form(name.base)
            form.places.append((block, name))
            form.is_spoken = form.is_spoken and block.is_quoted(name.start, name.end)
            if name.before:
                form.before.add(name.before.casefold())
            if name.after:
                form.after.add(name.after.casefold())
            form.bare += not name.before and not name.after
            form.inside = form.inside or not name.opens or bool(name.after)
    return [each for each in forms.values() if each.inside or not is_word(each.base.casefold())]


def _is_apart(block: Block, name: NameWord) -> bool:
    """Tell whether a name stands in the title of a work, in code or in another language."""
    return block.is_inside(
        name.start, name.end, "i", "em", "cite", "code", "q"
    ) or block.is_foreign(name.start, name.end)


def _divided(article: Article, apart: Container[str]) -> Iterator[tuple[_Form, _Form]]:
    """Yield pairs of full names in the same letters: Xi Jinping, Xi Jin Ping."""
    blocks = article.of(*_KINDS)
    letters = {
        name.letters
        for block in blocks
        if len(block.names) > 2
        for name in long_names(block.names, apart)
    }
    ends = {each[-2:] for each in letters}
    groups: dict[str, dict[str, _Form]] = {}
    for block in blocks if letters else ():
        for found in short_names(block.names, letters, ends):
            whole = block.text[found.start : found.end]
            name = NameWord(whole, whole, "", found.start, found.end)
            if not (_is_apart(block, name) or block.is_quoted(name.start, name.end)):
                forms = groups.setdefault(found.letters, {})
                forms.setdefault(found.words, _Form(whole)).places.append((block, name))
    for forms in groups.values():
        usual, *others = sorted(forms.values(), key=lambda form: -len(form.places))
        yield from ((usual, other) for other in others)


def _normal(base: str) -> str:
    """One spelling whatever its capitals, its kind of apostrophe and its soft hyphens."""
    if base.isascii() and base.isalpha():
        return base.lower()
    folded = ("’" if each in APOSTROPHES else each for each in base.casefold())
    return "".join(folded).replace("\u00ad", "").replace("\u200b", "")


def _pairs(forms: list[_Form]) -> Iterator[tuple[_Form, _Form]]:
    """Yield pairs that a key proposes; near-linear: forms meet in buckets only."""
    buckets: dict[str | bytes, list[_Form]] = {}
    for form in forms:
        for key in _keys(form.base):
            buckets.setdefault(key, []).append(form)
    seen: set[tuple[int, int]] = set()
    for bucket in buckets.values():
        if len(bucket) < 2:
            continue
        for at, one in enumerate(bucket[:_LARGEST]):
            for other in bucket[at + 1 : _LARGEST]:
                pair = (min(id(one), id(other)), max(id(one), id(other)))
                if one is not other and pair not in seen:
                    seen.add(pair)
                    yield one, other


@lru_cache(8192)  # articles share many of their names
def _keys(base: str) -> tuple[str | bytes, ...]:
    """What a spelling has in common with all that may be the same name."""
    plain = plain_key(base)
    cuts = [plain[:at] + plain[at + 1 :] for at in range(1, len(plain))]
    heard = (plain, sound_key(base), f"~{outline(base)}")
    return tuple(dict.fromkeys([*heard, *cuts, *sorted(spelling(base).groups)]))


def _is_distinct(one: _Form, other: _Form, options: Options) -> bool:
    pairs = options.distinct
    if pairs.get(one.base) == other.base or pairs.get(other.base) == one.base:
        return True
    # Control-C and Control-Q
    return one.base[:-1] == other.base[:-1] and one.base[-2] in HYPHENS


def _evidence(
    one: _Form, other: _Form, degree: str, generic: frozenset[str], titles: frozenset[str]
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


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _frequency(form: _Form) -> float:
    return frequency(form.base.casefold())


def _has_word(one: _Form, other: _Form) -> bool:
    return is_word(one.base.casefold()) or is_word(other.base.casefold())


def _conflict(one: _Form, other: _Form) -> bool:
    """Both spellings have first names or surnames beside them, and none in common."""
    before = one.before and other.before and not one.before & other.before
    after = one.after and other.after and not one.after & other.after
    crossed = (one.before and other.after) or (one.after and other.before)
    return bool(before or after or crossed)


def _sides(one: _Form, other: _Form) -> tuple[_Form, _Form]:
    """The rarer and the usual spelling; of equals, the one that came later is the rarer."""
    if len(one.places) != len(other.places):
        return (one, other) if len(one.places) < len(other.places) else (other, one)
    first = one.places[0][0].span().start <= other.places[0][0].span().start
    return (other, one) if first else (one, other)


def _hit(rarer: _Form, usual: _Form, case: str) -> Hit:
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
