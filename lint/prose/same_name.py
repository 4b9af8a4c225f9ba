"""How two spellings are alike, from mere typing to the same consonants; English words never are."""

from __future__ import annotations

from typing import Final

from lint.prose.dictionary import is_word
from lint.prose.name_groups import are_two, is_listed
from lint.prose.names import is_one_edit, plain_key, sound_key
from lint.prose.transcription import has_same_outline, is_alike
from lint.prose.words import fold

# The degrees of likeness, strongest first.
TYPING: Final = "typing"  # case, diacritics, apostrophes, hyphens
SOUND: Final = "sound"  # doubled letters and the commonest pairs of letters
LISTED: Final = "listed"  # spellings of one name that people are known to use
ALIKE: Final = "alike"  # each sound has its counterpart
SLIP: Final = "slip"  # one edit
ENDING: Final = "ending"  # one edit, a last e: Clark, Clarke
OUTLINE: Final = "outline"  # the consonants agree, the vowels do not
OTHER: Final = ""  # two names

#: The degrees at which a reader hears one name.
HEARD: Final = (TYPING, SOUND, LISTED, ALIKE)

_SHORTEST_SLIP: Final = 5  # letters; in shorter names one edit makes another name
_SHORTEST_HEARD: Final = 4
# Endings that make another word of a name: Israel/Israeli, Korea/Korean, German/Germany.
_DERIVED: Final = frozenset(
    "s n i an ian ese ish ns is ans ians ic ics y ist ists ism er ers ite ites land a o "
    # Women's names, and men's: Daniel/Danielle, Jean/Jeanne, Paul/Pauline, Novak/Novakova.
    "le lle ne nne te tte ine ina ette etta elle ella ia ova eva aya".split()
)
_SAME_ENDS: Final = (frozenset("iy"), frozenset("ij"))
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
# First letters that one sound is written with: Qaddafi, Gaddafi; Umar, Omar; Yusuf, Iusuf.
_INITIALS: Final = tuple(
    frozenset(each)
    for each in ("gqk", "gj", "uo", "aei", "yij", "ck", "cs", "sz", "zd", "ye", "dj")
)


def likeness(one: str, other: str) -> str:
    """Tell how two names, without Arabic articles, are alike: one of the degrees above.

    Two words of the dictionary are two names, as are Israel and Israeli, Karim and Karima, and
    names that are known as two (Khalid, Khalil).
    """
    first, second = plain_key(one), plain_key(other)
    if first == second or _is_bare(one, other):
        return TYPING
    if not first or not second or not _may_begin(first[0], second[0]):
        return OTHER
    if is_word(first) and is_word(second):
        return OTHER
    if first[0] == second[0] and sound_key(one) == sound_key(other):
        return SOUND
    shortest = min(len(first), len(second))
    if shortest < _SHORTEST_HEARD:
        return OTHER
    if shortest >= _SHORTEST_SLIP and (first + "e" == second or second + "e" == first):
        return ENDING
    if _is_derived(first, second) or _has_other_end(first, second):
        return OTHER
    if is_listed(one, other):
        return LISTED
    if are_two(one, other):
        return OTHER
    if is_alike(one, other):
        return ALIKE
    if first[0] == second[0] and shortest >= _SHORTEST_SLIP and is_one_edit(first, second):
        return SLIP
    return OUTLINE if has_same_outline(one, other) else OTHER


def _is_bare(one: str, other: str) -> bool:
    """Alike but for a letter that ASCII lacks: dropped (Tosele), or written as two (Oezil)."""
    if one.isascii() and other.isascii():
        return False
    if fold(one.translate(_UMLAUTS)) == fold(other.translate(_UMLAUTS)):
        return True
    bare = [fold("".join(each for each in name if each.isascii())) for name in (one, other)]
    return bare[0] == bare[1] and len(bare[0]) > 3


def initials(letter: str) -> list[str]:
    """List the letters that a name may begin with in another transcription, its own among them."""
    return sorted({letter}.union(*(each for each in _INITIALS if letter in each)))


def _may_begin(one: str, other: str) -> bool:
    return one == other or any({one, other} <= each for each in _INITIALS)


def _is_derived(first: str, second: str) -> bool:
    longer, shorter = (first, second) if len(first) > len(second) else (second, first)
    if longer.endswith("aya"):  # Volkonsky, Volkonskaya
        shorter = shorter.removesuffix("y").removesuffix("i")
    return longer.startswith(shorter) and longer[len(shorter) :] in _DERIVED


def _has_other_end(first: str, second: str) -> bool:
    """Mario and Maria, Geingob and Geingos: the last letter makes another name, but for Sergey."""
    is_last = len(first) == len(second) and first[:-1] == second[:-1]
    return is_last and {first[-1], second[-1]} not in _SAME_ENDS
