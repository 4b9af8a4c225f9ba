"""Plant two spellings of one name, and what only looks like it, in real pages: recall of name-variant.

``python tests/benchmarks/name_plants.py DIR`` takes the pages of DIR as `injection.py` does. The
spellings are those of ``held-back-names.tsv``, which `lint.prose.build_name_groups` kept out of
copydesk's own table. A plant is an article's evidence and one other spelling; a harmless one has
two people. Seeds are fixed: two runs agree.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from edits import full_names
from pages import Page, read_pages

from lint.desk import check_text
from lint.finding import Finding
from lint.rulebook import load_rules

_SEED: Final = "names"
_TABLE: Final = Path(__file__).parent / "held-back-names.tsv"
_RULE: Final = "name-variant"
_FIRST: Final = (
    "Tobias Helena Magnus Ingrid Patrick Beatrice Conrad Dorothea Leopold Marlene".split()
)
_LAST: Final = "Lindqvist Weller Okonjo Brandauer Castellane Ferreday Holmgren Petrossian".split()
_TITLES: Final = ("Mr", "Mrs", "Dr", "Professor", "Captain")

_PLACES: Final = tuple(
    tuple(pair.split("/"))
    for pair in (
        "Syria/Syrian Iraq/Iraqi Yemen/Yemeni Korea/Korean Libya/Libyan Oman/Omani Sudan/Sudanese "
        "Israel/Israeli Kuwait/Kuwaiti Qatar/Qatari Jordan/Jordanian Morocco/Moroccan Mali/Malian "
        "Turkey/Turkish Kazakhstan/Kazakh Serbia/Serbian Croatia/Croat Bahrain/Bahraini"
    ).split()
)

# Each text is put behind a paragraph of its own; {a} and {b} are two spellings, ⟦ ⟧ where the
# finding must be (at either place: nobody can know which spelling is right).
PLANTS: Final[dict[str, tuple[str, ...]]] = {
    "same first name": (
        "The bakery belongs to {first} {a}, who opened it in May.",
        "A neighbour said {first} {a} was seldom at home.",
        "The council heard {first} {b} in the afternoon.",
    ),
    "same title": (
        "The bakery belongs to {first} {a}, who opened it in May.",
        "{title} {a} was seldom at home, and {title} {a} never wrote.",
        "The council heard {title} {b} in the afternoon.",
    ),
    "alone": (
        "The bakery belongs to {first} {a}, who opened it in May.",
        "The clerk wrote that {a} was seldom at home, and that {a} never answered.",
        "The council thanked {b} in the afternoon.",
    ),
    "same surname": (
        "The bakery belongs to {a} {last}, who opened it in May.",
        "A neighbour said {a} {last} was seldom at home.",
        "The council heard {b} {last} in the afternoon.",
    ),
}
HARMLESS: Final[dict[str, tuple[str, ...]]] = {
    "two people, one first name": (
        "The bakery belongs to {first} {a}, who opened it in May.",
        "A neighbour said {first} {a} was seldom at home.",
        "The council heard {first} {c} in the afternoon.",
    ),
    "two people, one surname": (
        "The bakery belongs to {a} {last}, who opened it in May.",
        "A neighbour said {a} {last} was seldom at home.",
        "The council heard {c} {last} in the afternoon.",
    ),
    "two people, one first name in two spellings": (
        "The bakery belongs to {a} {last}, who opened it in May.",
        "A neighbour said {a} {last} was seldom at home.",
        "The council heard {b} {c} in the afternoon.",
    ),
    "a second reference": (
        "The bakery belongs to {first} Al-{a}, who opened it in May.",
        "A neighbour said {a} was seldom at home, and Mr {a} never wrote.",
    ),
    "initials": (
        "The bakery belongs to {first} {a}, who opened it in May.",
        "The letter was signed by {i}. {a}, and the answer by {i}.K. {a}.",
    ),
    "a title of a work": (
        "The bakery belongs to {first} {a}, who opened it in May.",
        "The first scene of <em>{first} {b}</em> is set in a bakery.",
    ),
    "a quotation": (
        "The bakery belongs to {first} {a}, who opened it in May.",
        "The letter says: “We owe it to {b}, and to nobody else.”",
    ),
    "a demonym": (
        "The bakery belongs to {first} {a}, who opened it in {place}.",
        "The oven is {demonym}, and so is the flour that {first} {a} buys.",
        "{demonym} bakers, and other {demonym}s, came to {place} in May.",
    ),
    "a spouse": (
        "The bakery belongs to {first} {a}, who opened it in May.",
        "Her husband, Anders {a}, and her daughter, {c} {a}, run it.",
    ),
}


class Outcome(NamedTuple):
    """What a plant brought forth: the severities of new findings on its names, and other new ones."""

    kind: str
    names: tuple[str, str]
    severities: tuple[str, ...]
    others: int


class Names:
    """Spellings held back, and people to plant: drawn by chance."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.groups = [
            [each.rpartition(" ")[0] for each in line.split("\t")]
            for line in _TABLE.read_text("utf-8").splitlines()
        ]
        chance.shuffle(self.groups)

    def fields(self, number: int) -> dict[str, str]:
        """What fills a plant's text: two spellings of one name, and another name."""
        chance = self.chance
        one, other = chance.sample(self.groups[number % len(self.groups)], 2)
        third = chance.choice(self.groups[(number + 1 + chance.randrange(400)) % len(self.groups)])
        first = chance.choice(_FIRST)
        place, demonym = _PLACES[number % len(_PLACES)]
        return {
            "a": one, "b": other, "c": third, "first": first, "last": chance.choice(_LAST),
            "title": chance.choice(_TITLES), "i": first[0],
            "place": place, "demonym": demonym,
        }  # fmt: skip


def inserted(
    page: Page, parts: tuple[str, ...], fields: dict[str, str], chance: random.Random
) -> str:
    """The page with a plant's sentences behind different paragraphs, in order."""
    chosen = sorted(chance.sample(page.places[:-1], len(parts)))
    text = page.text
    for part, place in reversed(list(zip(parts, chosen, strict=True))):
        text = f"{text[: place.after]}<p>{part.format(**fields)}</p>{text[place.after :]}"
    return text


def replaced(page: Page, fields: dict[str, str], chance: random.Random) -> tuple[str, str] | None:
    """The page with one of its own people under another name: spelt in one way, and in two.

    None where nobody is named twice in full.
    """
    people = full_names(page.copy)
    if not people:
        return None
    own = chance.choice(people)
    first, last = own.split(" ")
    text = re.sub(rf"\b{first}\b", fields["first"], page.text)
    text = re.sub(rf"\b{last}\b", fields["a"], text)
    person = f"{fields['first']} {fields['a']}"
    places = [each.start() for each in re.finditer(rf"{person}\b", text)]
    inside = [at for at in places if _is_copy(text, at)]
    if len(inside) < 2:
        return None
    at = chance.choice(inside)
    return text, f"{text[:at]}{fields['first']} {fields['b']}{text[at + len(person) :]}"


def _is_copy(text: str, at: int) -> bool:
    """Whether a place is in a paragraph, as far as a look back tells."""
    opening = text.rfind("<", 0, at)
    return text[opening : opening + 2].lower() == "<p"


def outcomes(pages: list[Page], count: int) -> Iterator[Outcome]:
    """Plant ``count`` of each kind; yield what came of it."""
    names = Names(random.Random(_SEED))
    for kind, parts in {**PLANTS, **HARMLESS}.items():
        chance = random.Random(f"{_SEED} {kind}")
        for number in range(count):
            page, fields = pages[number % len(pages)], names.fields(number)
            yield _outcome(kind, fields, page.text, inserted(page, parts, fields, chance))
    chance, made = random.Random(_SEED), 0
    for number in range(4 * count):
        fields = names.fields(number)
        texts = replaced(pages[number % len(pages)], fields, chance)
        if texts is not None and made < count:
            made += 1
            yield _outcome("a person of the page", fields, *texts)


def _outcome(kind: str, fields: dict[str, str], before: str, after: str) -> Outcome:
    known = Counter(_key(each, before) for each in _check(before))
    new: list[Finding] = []
    for each in _check(after):
        key = _key(each, after)
        if known[key]:
            known[key] -= 1
        else:
            new.append(each)
    planted = {fields["a"], fields["b"], fields["c"], fields["place"], fields["demonym"]}
    planted.add(f"{fields['demonym']}s")
    about = [each for each in new if _bare(each.excerpt) in planted]
    return Outcome(
        kind, (fields["a"], fields["c" if "{c}" in "".join(HARMLESS.get(kind, ())) else "b"]),
        tuple(each.severity for each in about), len(new) - len(about),
    )  # fmt: skip


def _bare(name: str) -> str:
    return name.partition("-")[2] if name.startswith("Al-") else name


_CACHE: dict[str, list[Finding]] = {}


def _check(text: str) -> list[Finding]:
    if text not in _CACHE:
        if len(_CACHE) > 100:
            _CACHE.clear()
        _CACHE[text] = [each for each in check_text(text, _BOOK).findings if each.rule == _RULE]
    return _CACHE[text]


_BOOK = load_rules().select([_RULE])


def _key(finding: Finding, text: str) -> tuple[str, str]:
    return finding.message, text[finding.span.start : finding.span.end]


def table(found: list[Outcome]) -> Iterator[str]:
    """Yield the lines of the table: how many plants were found, and how severely."""
    form = "{:<44} {:>6} {:>6} {:>7} {:>6} {:>8} {:>6} {:>6}"
    yield form.format("plant", "plants", "found", "recall", "error", "warning", "note", "other")
    kinds: dict[str, list[Outcome]] = defaultdict(list)
    for each in found:
        kinds[each.kind].append(each)
    evidence = ("same first name", "same title", "same surname", "a person of the page")
    kinds["with evidence, all"] = [each for each in found if each.kind in evidence]
    kinds["harmless, all"] = [each for each in found if each.kind in HARMLESS]
    for kind, each in kinds.items():
        worst = Counter(one.severities[0] for one in each if one.severities)
        hits = sum(worst.values())
        yield form.format(
            kind, len(each), hits, f"{hits / len(each):.3f}", worst["error"], worst["warning"],
            worst["note"], sum(one.others for one in each),
        )  # fmt: skip


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plants", type=int, default=100, help="of each kind")
    parser.add_argument(
        "--listed", action="store_true", help="print missed plants, and false alarms"
    )
    options = parser.parse_args()
    pages = read_pages(options.folder)
    found = list(outcomes(pages, options.plants))
    sys.stdout.write(f"{len(pages)} pages\n")
    for line in table(found):
        sys.stdout.write(f"{line}\n")
    if options.listed:
        for each in found:
            if bool(each.severities) == (each.kind in HARMLESS):
                sys.stdout.write(
                    f"{each.kind}\t{' '.join(each.names)}\t{' '.join(each.severities)}\n"
                )
    return 0


if __name__ == "__main__":
    sys.exit(main())
