"""Whether a word is spoken with a vowel or a consonant first: "an hour", "a European", "an MP"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from lint.patterns import lazy_pattern

_VOWEL_LETTERS: Final = "AEFHILMNORSX"  # letters whose names begin with a vowel
# Acronyms with vowels in them that are nevertheless spelt out.
_INITIALS: Final = frozenset(
    "ABC ADHD AFP AI AP ATM BA BBC CEO CIA EFL EPA EU EV FA FBI FDA FIA GOP HIV IBM ICU ID IED IMF "
    "IOC IP IPO IQ ISP IT ITV IVF MBA MEP MRI NBA NGO NHS OECD PGA RAF SEC SUV UAE UFC UFO UK UN "
    "US USB UV VIP VPN WHO".split()
)
_EITHER_INITIALS: Final = frozenset(["SQL", "MR", "MRS", "MS", "ST", "MT"])  # or no initials

# Initials that are also written in small letters; some people speak "url" as a word.
_SMALL_INITIALS: Final[dict[str, bool | None]] = {
    "url": None, "urls": None, "ui": False, "uk": False, "usb": False, "ux": False,
}  # fmt: skip

# Beginnings that settle the sound of the first letter. "Either": both are written, or spoken.
_SILENT_H: Final = ("hour", "honest", "honor", "honour", "heir")
_EITHER_H: Final = (
    "habit", "hallucin", "haute", "hereditar", "herb", "hermes", "heroi", "hilar", "hispan",
    "histor", "homage", "horrend", "horrif", "hotel", "humbl", "hypoth", "hyster",
)  # fmt: skip
_EITHER_U: Final = (
    "ewo", "ubis", "ubun", "uefa", "uig", "ulul", "unidirect", "unimod", "uru", "uss", "utr", "uyg",
)  # fmt: skip
# The prefix un-, where a glance takes it for the number uni-.
_UN: Final = ("unid", "unig", "unim", "unin", "unir", "unill", "uniss")
_YOU_OR_WON: Final = (
    "eu", "ewa", "ewe", "ewi", "ubiq", "ufo", "uga", "uke", "uki", "ukr", "uku", "ulez", "unabomb",
    "unanim", "unary", "unesco", "uni", "ural", "uran", "ure", "uri", "uro", "usa", "use", "usi",
    "usu", "uta", "ute", "uti", "uto", "uva", "uve", "uvu", "once", "oneness", "ones",
    "onetime", "oui",
)  # fmt: skip
_UNSURE: Final = ("aa", "ae", "eo", "ii", "ij", "oax", "oua", "x", "yp", "yt", "yv", "yz")
# Pairs of consonants that begin words as one sound; some spell others out ("Nvidia", "mpox").
_ONSETS: Final = frozenset(
    "bh bl br by ch cl cr cy cz dh dj dr dw dy fj fl fr fy gh gl gn gr gw gy jy kh kl kn kr kw ky "
    "ll ly mn my ny ph pl pn pr ps pt py rh rw ry sc sh sk sl sm sn sp sq sr st sv sw sy th tr ts "
    "tw ty vl vy wh wr zh zy".split()
)
_DIGITS: Final = lazy_pattern(r"[0-9]+")


@lru_cache(4096)  # "a" stands before the same words again and again
def begins_with_vowel(word: str) -> bool | None:
    """Tell how a word begins when spoken: True for a vowel, False for a consonant.

    None where English itself is not of one mind, or where the word alone does not tell.
    """
    digits = _DIGITS.match(word)
    if digits:
        return _number(digits[0], word[digits.end() :])
    head = word
    if word[1:2] == "-" and (word[2:3] == word[0] or "-" in word[2:]):
        return None  # "a f-fire", "a s-o-o-p": drawn out or stammered, and no letter's name
    for hyphen in "-‐‑/":
        head = head.partition(hyphen)[0]
    before, apostrophe, after = head.replace("’", "'").partition("'")
    if apostrophe:
        if len(before) < 2 and after not in ("s", ""):
            return True if before in ("O", "o") else None  # O'Brien; but L'Oréal, N'Golo
        head = before
    if len(head) > 1 and head[0].isupper() and head[1:].isdecimal():
        return head[0] in _VOWEL_LETTERS if head[0].isascii() else None  # F1, M25
    if not head[:2].isascii() or not head.isalpha():
        return None
    letters = head[:-1] if len(head) > 2 and head[:-1].isupper() and head[-1] == "s" else head
    if len(letters) == 1:
        return letters.upper() in _VOWEL_LETTERS
    if letters.isupper():
        return _initials(letters)
    if any(each.isupper() for each in head[1:]):
        return None  # iPhone, eBay, McDonald's
    return _spoken(head.lower())


def _initials(letters: str) -> bool | None:
    if letters in _EITHER_INITIALS:
        return None
    if letters in _INITIALS or not any(each in "AEIOUY" for each in letters):
        return letters[0] in _VOWEL_LETTERS
    return None  # one word, or letter by letter


def _spoken(word: str) -> bool | None:
    first = word[0]
    if word.startswith(_UNSURE) or word == "hors":
        return None
    if first == "h":
        return None if word.startswith(_EITHER_H) else word.startswith(_SILENT_H)
    if word in _SMALL_INITIALS:
        return _SMALL_INITIALS[word]
    if first in "eou":
        if word.startswith(_EITHER_U):
            return None
        return word.startswith(_UN) or not (word == "one" or word.startswith(_YOU_OR_WON))
    if first in "ai":
        return True
    return False if word[1] in "aeiou" or word[:2] in _ONSETS else None


def _number(digits: str, rest: str) -> bool | None:
    """The sound of a number: its first digits, and what follows them (",800-mile")."""
    if digits[0] == "8":
        return True
    if digits[0] == "0":
        return None  # "nought point eight" or "oh point eight"
    if digits[0] != "1":
        return False
    if len(digits) == 1 and rest[:1] == ",":
        digits += rest[1:4]
    if len(digits) == 4 or len(digits) > 5:
        return None if digits[1] in "18" else False  # 1,800 may be eighteen hundred, 1865 a year
    return digits[:2] in ("11", "18") and len(digits) in (2, 5)
