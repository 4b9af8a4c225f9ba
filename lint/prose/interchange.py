"""Pairs of small words of which the model cannot say which is meant: both may stand in a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lint.prose.dictionary import (
    ADJECTIVE,
    ADVERB,
    BASE,
    ING,
    MODIFIER,
    NOUN,
    PARTICIPLE,
    PLURAL,
    SINGULAR,
    look_up,
    main_class,
)
from lint.prose.language_model import entry, pair, seen
from lint.prose.sounds import begins_with_vowel
from lint.prose.too import may_be_too
from lint.prose.words import Word

# Grammar never decides between these, or hardly ever: both tell which, or when, or open a clause.
_ALIKE: Final = frozenset(
    "these the|them the|that the|was as|were was|was were|a an|an a|it if|will with".split("|")
)
_PREPOSITIONS: Final = frozenset(
    "of to for with by in on at from into about over under against between through towards "
    "upon".split()
)
# Behind these "on" is at home: "spent on", "a lecture on".
_ABOUT: Final = frozenset(
    "rely relies relied relying depend depends depended depending burden falls fall fell falling "
    "based focus focused focusing focuses concentrate concentrates concentrated impact effect "
    "influence emphasis spent spend spending insist insists insisted lectures tracts book books "
    "treatise lecture essay essays comment comments report reports tax taxes ban attack attacks "
    "work works research studies study agree agreed bet".split()
)
_SMALL: Final = frozenset(
    "in on at of to for with by from is are was were be been has have had not the a and or but "
    "that this it he she they we you i if when as do did does will would can could may might must "
    "should".split()
)
# Behind these "form" is no verb: "the letter was form him".
_BEFORE_FROM: Final = frozenset("is are was were been not it up".split())
# Behind these adverbs neither.
_AWAY: Final = frozenset(
    "aside away apart far down back home mainly largely mostly partly directly straight here "
    "abroad".split()
)
# What a verb "form" has behind it: "the metals form a layer", "the islands form part of it".
_FORMED: Final = frozenset(
    "a an the this these those that what their his her its our part parts new one two three".split()
)
# What people or things form.
_FORMABLE: Final = frozenset(
    "bulk basis core backbone majority minority foundation queue queues ring circle circles bond "
    "coalition layer crust elite part parts pattern patterns barrier cluster".split()
)
_NO_NOUNS: Final = frozenset("not all also still just so now no".split())
# log10 of how often "of" follows a word before which "off" is doubted: surely, or if nothing near
# it speaks for "off".
_MOSTLY_OF, _OFTEN_OF = -0.75, -0.9
#: The verbs that take something off something: "wean the island off diesel".
TAKING: Final = frozenset(
    "wean weaned weaning take takes took taken taking get gets got getting cut cuts cutting knock "
    "knocked knocking kick kicked kicking keep keeps kept keeping pull pulled pulling pick picked "
    "lift lifted lifting throw threw thrown throwing fly flew flying live lived living fall fell "
    "falling scare scared ward warded wash washed tear tore shave shaved wipe wiped run ran pay "
    "paid bounce bounced reflect reflected jump jumped come came coming rip ripped break broke "
    "touch touched set sets setting show showed push pushed drive drove driven drag dragged send "
    "sent turn turned lay laid call called".split()
)
_ASHORE: Final = frozenset(
    "coast coasts shore shores coastline island islands water peninsula cape bay map hook field "
    "pitch court battlefield road agenda".split()
)
# "Officers off duty", "members off sick": what stands right behind such an "off".
_OFF_IT: Final = frozenset(
    "duty guard limits course target balance campus camera stage air base site work sick screen "
    "season line grid record script message key form topic pitch road piste peak".split()
)
_REACH: Final = 5  # words before "on" in which what wants it may stand
_WILLS: Final = frozenset(("will", "might", "can", "must"))
_NOTHING: Final = (Word("", 0, 0), Word("", 0, 0))
_FAR: Final = 8  # words on both sides of "off"
_SENTENCE: Final = 15  # words before "then" in which its "if" may stand
# Behind these "you" is who gets something: "bring you greetings".
_GIVING: Final = frozenset(
    "bring brings brought bringing give gives gave given giving offer offers offered show shows "
    "showed tell tells told get gets got send sends sent buy bought make makes made teach taught "
    "ask asked lend lent earn earned win won save saved cost costs spare call calls do not "
    "let".split()
)
_BEFORE_BEING: Final = frozenset("is are was were been without despite by of from for".split())
_INVERTED: Final = frozenset("was were is are had did".split())
_RELATIVE: Final = frozenset("that which what who thing where whom".split())


def may_stay(found: Sequence[Word], at: int, meant: str) -> bool:
    """Tell whether a small word may stand where it stands, whatever the model says."""
    written = found[at].text.lower().replace("’", "'")
    before = found[at - 1].text.lower() if at else ""
    after = found[at + 1].text.lower() if at + 1 < len(found) else ""
    both = f"{written} {meant}"
    if both in _ALIKE or (both in ("and a", "and an") and before in _PREPOSITIONS):
        return True  # "their loyalty to and love for the harbour"
    if written in _PLACES:
        return _PLACES[written](before, after)
    if written == "its" and at + 2 < len(found):  # "its important harbour"
        return _begins_noun(after) and _is_noun(found[at + 2].text.lower())
    if both in _AMONG:
        reach, others = _AMONG[both]
        if any(word.text.lower() in others for word in found[max(0, at - reach) : at]):
            return True
    beyond = found[at + 2].text if at + 2 < len(found) else ""
    if (written == "the" and after in _WILLS and beyond == "to") or (
        both == "then than" and after == "than"
    ):
        return True  # "that shows the will to do it", "more then than now"
    if both == "by be":
        return _is_aside(found, at)
    if both == "off of":
        return _is_off(found, at, before)
    if both == "too to":
        return may_be_too(found, at, before, after)
    if both == "form from" and _forms(found, at):
        return True
    if both in _BETWEEN:
        return _BETWEEN[both](before, after)
    return written in ("my", "our") and meant in ("by", "out", "or") and _begins_noun(after)


def _is_aside(found: Sequence[Word], at: int) -> bool:
    """Tell whether "by" begins what stands between two verbs: "it may by some means be mended"."""
    after, beyond = (word.text.lower() for word in (*found[at + 1 : at + 3], *_NOTHING)[:2])
    fact = look_up(after)
    if fact & PARTICIPLE or after in ("able", "unable"):
        return False
    return not fact & ADJECTIVE or look_up(beyond) & (SINGULAR | PLURAL) != 0


def _is_off(found: Sequence[Word], at: int, before: str) -> bool:
    """Tell whether "off" is right for all that mostly stands behind its neighbour: "of"."""
    left = entry(before)
    likely = pair(left, entry("of"))
    earlier = [word.text.lower() for word in found[max(0, at - _FAR) : at]]
    later = [word.text.lower() for word in found[at + 1 : at + _FAR]]
    if later and later[0] in _OFF_IT:
        return True
    if likely > _MOSTLY_OF:
        return not TAKING.isdisjoint(earlier[-_REACH:])
    return (
        likely <= _OFTEN_OF
        or seen(left, entry("off")) is not None
        or (bool(later) and found[at + 1].text[0].isupper())
        or not TAKING.isdisjoint(earlier)
        or not _ASHORE.isdisjoint(later)
    )


def _forms(found: Sequence[Word], at: int) -> bool:
    """Tell whether "form" is a verb with what is formed behind it: "form the bulk of the crew"."""
    return any(word.text.lower() in _FORMABLE for word in found[at + 1 : at + 4])


def _begins_noun(word: str) -> bool:
    """Tell whether a word is mainly a noun, or what stands before one."""
    noun = word.removesuffix("'s").removesuffix("’s")
    return word not in _NO_NOUNS and (main_class(noun) == MODIFIER or _is_noun(noun))


def _is_noun(word: str) -> bool:
    main = main_class(word)
    return main == NOUN or (not main and look_up(word) & (SINGULAR | PLURAL) != 0)


def _whose(before: str, after: str) -> bool:
    return after not in ("a", "the", "an", "been", "not")


def _he(before: str, after: str) -> bool:
    return before == "be"  # "be they rich or poor"


def _form(before: str, after: str) -> bool:
    fact = look_up(before)
    if fact & PLURAL:
        return after in _FORMED or look_up(after) & PLURAL != 0
    if fact & ADVERB and before not in _AWAY:
        return True  # "can also form"
    return before in _SMALL and before not in _BEFORE_FROM


def _their(before: str, after: str) -> bool:
    return after == "will" or _begins_noun(after)


def _then(before: str, after: str) -> bool:
    return after in _INVERTED  # "more popular then was the harbour"


def _two(before: str, after: str) -> bool:
    return _begins_noun(after) or look_up(after) & (PLURAL | BASE) == PLURAL


def _your_are(before: str, after: str) -> bool:
    fact = look_up(after)
    return fact & (SINGULAR | PLURAL) != 0 and not fact & ING  # "your upload fails"


def _your(before: str, after: str) -> bool:
    return before in _GIVING or before == "to"


def _a_and(before: str, after: str) -> bool:
    return after.isalpha() and after not in _SMALL


def _an_and(before: str, after: str) -> bool:
    """Where "an" is right by what follows; an "h" was silent once: "an hospital"."""
    return bool(after) and after not in _SMALL and (begins_with_vowel(after) or after[0] == "h")


def _being(before: str, after: str) -> bool:
    return before not in _BEFORE_BEING


_PLACES: Final = {
    "whose": _whose, "they": _he, "he": _he, "form": _form, "their": _their, "two": _two,
}  # fmt: skip
_BETWEEN: Final = {
    "your you're": _your_are, "you your": _your, "a and": _a_and, "an and": _an_and,
    "an any": _an_and, "an as": _an_and, "begin being": _being,
    "then than": _then,
}  # fmt: skip
# Words that show, so far before it at most, that a word is right.
_AMONG: Final = {
    "on of": (_REACH, _ABOUT),
    "then the": (_SENTENCE, frozenset("if for when once since unless".split())),
    "too to": (_SENTENCE, frozenset("let lets will would".split())),
    "than then": (_SENTENCE, frozenset(("than",))),  # "larger than Oban and than Port Ellery"
    "a as": (3, frozenset(("as", "so", "too", "how"))),  # "as clear a light"
    "is his": (10, _RELATIVE),  # "the thing I take pride in is trust"
}
