"""Whether two spellings may transcribe one name: Arabic, Persian, Turkish, Russian, Chinese.

A spelling is heard as consonants with vowels between them. Languages of transcription differ most
in vowels (Khaled, Khalid) and in pairs of consonants (Qasim, Kasim, Gasim), which are not
transitive: Qaddafi is Gaddafi, and Gamal is Jamal. So a coarse outline proposes pairs, and the
two are then compared sound by sound.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from lint.patterns import lazy_pattern
from lint.prose.words import fold

#: Sounds of two spellings that one sound is written with.
_CONSONANTS: Final = frozenset(
    frozenset(pair.split("~"))
    for pair in (
        "g~q g~k k~q gh~q gh~g gh~k kh~k kh~h kh~ch j~dj g~j g~dj j~ch j~zh j~c sh~ch s~sh s~z s~c "
        "s~th z~dh z~d z~th d~dh t~th ts~c ts~tz ch~tch ch~c k~c x~ks v~f v~w b~p zh~dj zh~z "
        "ph~f s~ts ck~k ck~q ck~g"
    ).split()
)
_VOWELS: Final = frozenset(
    frozenset(pair.split("~"))
    for pair in "a~e e~i i~ai e~ai ai~ei e~ei i~ei u~au e~ie i~ie a~ia u~iu a~ai iu~e iu~ie".split()
)
# Which unwritten vowel a written one may stand beside: Sleem, Saleem; Mhamed, Muhamed.
_SILENT: Final = frozenset("aeiu")
_SOUND = lazy_pattern(
    r"(?P<consonant>sch|tch|dj|kh|gh|sh|ch|dh|th|zh|ph|ts|tz|ks|ck|[bcdfghjklmnpqrstvxz])"
    r"|(?P<vowel>[aeiouyw]+)"
)
_DOUBLED = lazy_pattern(r"([a-z])\1+")
_FIRST: Final = (
    # The article in its sound: Abdul Rahman is Abdurrahman, Nur al-Din is Nureddine.
    (lazy_pattern(r"^abd[aeou]l?(?=[^aeiou])"), "abdul"),
    (lazy_pattern(r"(?<=[^aeiou])(?:[aeou]l?|ed|ud|id|ad)d[ie]+ne?$"), "uddin"),
    (lazy_pattern(r"(?<=[a-z])[aeou]?ll?ah?$"), "ullah"),
    (lazy_pattern(r"(?<=[aeiou])h$"), ""),  # Salameh, Salama
    (lazy_pattern(r"x"), "ks"),
    (lazy_pattern(r"(?<=[ie])j$"), "i"),  # Andrej, Andrei
)
_HEARD: Final = (
    ("ou", "u"), ("oo", "u"), ("uw", "u"), ("ow", "u"), ("aw", "au"), ("w", "u"), ("o", "u"),
    ("y", "i"), ("ee", "i"), ("uu", "u"), ("ii", "i"), ("aa", "a"),
)  # fmt: skip
_COARSE: Final = {"p": "b", "ph": "f", "v": "f", **{each: each for each in "lmnrbf"}}


def outline(name: str) -> str:
    """The consonants of a name in their coarsest form, which all that are alike share."""
    return "".join(_COARSE.get(sound, "k") for sound, is_vowel in _sounds(name) if not is_vowel)


def is_alike(one: str, other: str) -> bool:
    """Tell whether two names may be one, transcribed twice: each sound has its counterpart.

    Rashad and Rashid are two names, as are Karim and Karima; Rashed and Rashid may be one.
    """
    return _compare(_sounds(one), _sounds(other), any_vowel=False)


def has_same_outline(one: str, other: str) -> bool:
    """Tell whether the consonants of two names agree, whatever their vowels are."""
    first, second = _sounds(one), _sounds(other)
    if first[:1] != second[:1] and (not first or not second or first[0][1] != second[0][1]):
        return False
    return _compare(first, second, any_vowel=True)


@lru_cache(maxsize=4096)
def _sounds(name: str) -> tuple[tuple[str, bool], ...]:
    """The sounds of a name: consonants and runs of vowels, told apart by a flag."""
    key = fold(name)
    for pattern, new in _FIRST:
        key = pattern.sub(new, key)
    key = _DOUBLED.sub(r"\1", key.replace("oo", "u").replace("ee", "i"))
    sounds = []
    for match in _SOUND.finditer(key):
        vowel = match["vowel"]
        if vowel is None:
            sounds.append((match[0], False))
            continue
        for old, new in _HEARD:
            vowel = vowel.replace(old, new)
        sounds.append((_DOUBLED.sub(r"\1", vowel), True))
    return tuple(sounds)


def _compare(
    one: tuple[tuple[str, bool], ...], other: tuple[tuple[str, bool], ...], *, any_vowel: bool
) -> bool:
    """Walk both from left to right; a vowel that only one of them writes may be passed over."""
    left = right = 0
    while left < len(one) or right < len(other):
        ours = one[left] if left < len(one) else ("", False)
        theirs = other[right] if right < len(other) else ("", False)
        if ours[1] and theirs[1]:
            if not (any_vowel or _is_same(ours[0], theirs[0], _VOWELS)):
                return False
            left, right = left + 1, right + 1
        elif ours[1] or theirs[1]:
            vowel = ours[0] if ours[1] else theirs[0]
            # At the end a vowel makes another name (Karim, Karima), but for a French silent e.
            ends = (left if ours[1] else right) + 1 == len(one if ours[1] else other)
            if not (any_vowel or vowel in _SILENT) or (ends and vowel != "e"):
                return False
            left, right = left + ours[1], right + theirs[1]
        elif ours[0] and theirs[0] and _is_same(ours[0], theirs[0], _CONSONANTS):
            left, right = left + 1, right + 1
        else:
            return False
    return True


def _is_same(one: str, other: str, pairs: frozenset[frozenset[str]]) -> bool:
    return one == other or frozenset((one, other)) in pairs
