"""Whether a word is spoken with a vowel or a consonant first: "an hour", "a European", "an MP"."""

from __future__ import annotations

import re
from typing import Final

_VOWEL_LETTERS: Final = "AEFHILMNORSX"  # letters whose names begin with a vowel
# Acronyms with vowels in them that are nevertheless spelt out.
_INITIALS: Final = frozenset(
    "ABC ADHD AFP AI AP ATM BA BBC CIA CEO EFL EPA EU FA FAQ FBI FIA GOP HIV HIA IBM ICU ID IED "
    "IMF IOC IPO IP IQ IRA ISP IT ITV IVF MBA MEP NGO NHS OECD PGA RAF SEC SUV UAE UFC UFO UK "
    "UN URL US USB UV VIP VPN WHO EV EVs ETA".split()
)
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir(?!loom)|heirloom)")
# "an historic" and "a historic" are both written: unstressed first syllables.
_EITHER_H = re.compile(
    r"(?:histor|hotel|habit|hallucin|horrif|hyster|heroic|hilar|horrend|herb|hypoth|hereditar)"
)
_YOU = re.compile(
    r"(?:eu|ew[eor]|uni(?!n|m[^o]|d)|unif|union|unite|unit|us[aeiu]|ubiq|ukr|ukul|ura[nl]|uri|ure[at]|"
    r"uro|ute|uti|uto|ugand|uke|usu|u-)"
)
_ONE = re.compile(r"(?:one(?![a-z])|once|oneness|onesel|oneself|ones|ouija|oui)")
_UNSURE = re.compile(r"(?:u[iy]gh|oax|oua|yt|yp|eo|ye?z|ii|ij|aa|ae|xi|xh|x[a-z])")
_NUMBER = re.compile(r"(\d+)(?:,\d{3})*")


def begins_with_vowel(word: str) -> bool | None:
    """Tell how a word begins when spoken: True for a vowel, False for a consonant.

    None where English itself is not of one mind, or where the word alone does not tell.
    """
    head = re.split(r"[-‐‑/]", word, maxsplit=1)[0]
    if not head or not head[0].isascii():
        return None
    if head[0].isdigit():
        return _number(word)
    bare = re.sub(r"[’'].*", "", head)
    letters = bare.rstrip("s") if bare[:-1].isupper() and len(bare) > 2 else bare
    if len(letters) == 1:
        return letters.upper() in _VOWEL_LETTERS if letters.isalpha() else None
    if letters.isupper():
        if letters in _INITIALS or not re.search("[AEIOUY]", letters):
            return letters[0] in _VOWEL_LETTERS
        return None
    if any(each.isupper() for each in bare[1:]):
        return None  # iPhone, eBay, McDonald's
    if not bare.isascii() or not bare.isalpha():
        return None
    return _spoken(bare.lower())


def _spoken(word: str) -> bool | None:
    if _UNSURE.match(word) or (word.startswith("h") and _EITHER_H.match(word)):
        return None
    if word[0] == "h":
        return bool(_SILENT_H.match(word))
    if word[0] in "eou" and (_YOU.match(word) or _ONE.match(word)):
        return False
    return word[0] in "aeiou"


def _number(word: str) -> bool | None:
    match = _NUMBER.match(word)
    if match is None:
        return None
    first = match[1]
    if len(first) > 3:  # 1865 may be a year or a count
        return None if first[0] == "1" else first[0] == "8"
    return first in ("11", "18") or first[0] == "8"
