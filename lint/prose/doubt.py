"""Where a word that the language model doubts is right all the same, by grammar or place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lint.prose.dictionary import ADJECTIVE, PAST, THIRD, look_up
from lint.prose.interchange import TAKING, may_stay
from lint.prose.words import Word

if TYPE_CHECKING:
    from lint.prose.slip_evidence import Candidate

_STARTING = frozenset("they it is now he".split())
_OPENING = frozenset("\"“‘'([")
# Behind these, subject and verb change places: "as do the French", "nor has the mayor".
_INVERTING = frozenset("as so nor neither than".split())
_AUXILIARIES = frozenset("is are was were has have had do does did will would can could".split())
# Words that need another behind them; before a comma or a bracket nobody means them.
_LEANING = frozenset(
    "the a an of from your their its and or for with at by my our his to as than".split()
)
# "His doctors insist he rest."
_DEMANDING = (
    "insist insists insisted demand demands demanded recommend recommends recommended suggest "
    "suggests suggested propose proposes proposed urge urges urged"
).split()
_PRONOUNS = frozenset("i you he she it we they".split())
_SUBJECTS = _PRONOUNS | {"who", "that", "which", "have", "has", "had"}
_JOINTS = frozenset("that and if as when because but".split())
_COUNTED = frozenset("top first last next other these those the them all".split())
_CONDITIONS = frozenset("if when whenever once unless until".split())
_REACH = 15  # words before "then" in which its "if" may stand
_FOREIGN = frozenset(("la", "cappella", "priori", "posteriori"))
_STOPS = frozenset(",.;:)")
_STRANDED = frozenset("for on in of at by to with from about".split())
_MOSTLY_OF = -1.0  # log10 of how often "of" must follow a word before which "off" is doubted
_NEAR = 6  # words before "off" in which its verb may stand
# Where a number follows, which the model cannot read, these are doubted all the same;
# so are these pairs, as "written meant", where a name, a mark or a border stands beside them.
_BEFORE_NUMBERS = frozenset("then form too you're there they're off that".split())
_BESIDE_NAMES = frozenset(
    "form from|off of|one on|an and|their there|any and|too to|the he|their they|than then|is it|"
    "they the|know no|you're your|on one|there their|then than|your you|you your|its it's|of off|"
    "they're their".split("|")
)
# Who was something then: "the approval of then prime minister Margaret Thatcher".
_OFFICES = frozenset(
    "prime president vice secretary governor chief mayor senator king queen chairman director "
    "minister chancellor premier deputy boyfriend girlfriend wife husband fiancé fiancée partner "
    "opposition defence defense foreign home finance treasury attorney coach captain".split()
)
_LETTING = frozenset(
    "help helps helped helping let lets make makes made see saw watch watched have had".split()
)
_OBJECTS = frozenset("him her them us me it you".split())
_BEING = frozenset("it this that which there who he she what".split())


def is_open(
    text: str, found: Sequence[Word], at: int, candidate: Candidate, often: Mapping[str, int]
) -> bool:
    """Tell whether a candidate may be asked about at all.

    ``often`` tells how often words stand in the article.
    """
    word = found[at]
    written = word.text.lower().replace("’", "'")
    before = found[at - 1].text.lower() if at else ""
    after = found[at + 1].text if at + 1 < len(found) else ""
    behind = text[word.end : word.end + 2].lstrip(" \u00a0")[:1]
    if may_stay(found, at, candidate.word):
        return False
    if candidate.kind != "function":
        if behind in _STOPS and candidate.word in _AUXILIARIES:
            return False  # "such as wax, silicon and tar"
        if (written, before) in _VERBS or (written == "won" and before in _SUBJECTS):
            return False  # "it won final passage", "you will see and hear"
        # A slip is made once; a word that comes again is the article's own.
        return word.text.islower() and often[written] < 2
    pair = f"{written} {candidate.word}"
    if not _can_be_read(text, found, at, pair, behind):
        return False
    if before in _INVERTING and written in _AUXILIARIES:
        return False
    if (written == "then" and after[:1].isupper()) or (written == "its" and after in ("by", "not")):
        return False  # "then Mayor Jo Blake", "its by no means small bulk", "its not being"
    if written == "the" and after.endswith("er"):
        return False  # "the more, the better"
    if written == "there" and before in _AUXILIARIES:
        return False  # "are there lamps"
    if written in _STARTING and at and text[found[at - 1].end] in ",;":
        return False  # "they are gone, they say"
    if candidate.word == "than" and before[-2:] != "er" and _near(found, at, _REACH, _CONDITIONS):
        return False  # "if they want more then the town will pay"
    if after == "a" and at + 2 < len(found) and found[at + 2].text in _FOREIGN:
        return False  # "the a la carte menu"
    is_adverb = after.endswith("ly") and at + 2 < len(found)
    verb = found[at + 2].text if is_adverb else after  # "it simply meant"
    if _is_verb_or_subject(pair, before, verb) or _is_idiom(found, at, before, after, candidate):
        return False
    beside = text[word.end : word.end + 1]
    return not (beside not in (" ", "\u00a0") and candidate.word in _LEANING)


_VERBS = frozenset(
    (written, before)
    for written, befores in (
        ("hear", "and or to can could will would not you we they i"),
        ("begin", "and or to can could will would not you we they i may must"),
    )
    for before in befores.split()
)


def _can_be_read(text: str, found: Sequence[Word], at: int, pair: str, behind: str) -> bool:
    """Tell whether the model can read what stands on both sides of a word, or need not."""
    word = found[at]
    after = found[at + 1].text if at + 1 < len(found) else ""
    if behind in _OPENING:
        return False  # "had “drawn a blank”"
    if after[:1].isdigit() and pair.split()[0] not in _BEFORE_NUMBERS:
        return False  # "now 100 years old"
    is_apart = at and not text[found[at - 1].end : word.start].isspace()
    # as in "generated by them Brunel was", "“less popular” than", "half (50%) of"
    return pair in _BESIDE_NAMES or not (is_apart or after[:1].isupper())


def _near(found: Sequence[Word], at: int, reach: int, words: frozenset[str]) -> bool:
    """Tell whether one of some words stands not far before a place."""
    return any(found[index].text.lower() in words for index in range(max(0, at - reach), at))


def _is_verb_or_subject(pair: str, before: str, after: str) -> bool:
    """Tell whether what follows shows that a pronoun, or "form", is what it seems."""
    if pair.startswith("he "):
        if before in ("rather", *_DEMANDING, *_AUXILIARIES) or after in _STRANDED:
            return True  # "they would rather he go", "so able a pilot was he of ships"
        return look_up(after.lower()) & (PAST | THIRD) != 0  # "where he plots revenge"
    if pair == "it is":  # "the pressure it exerted", "which it defined"
        fact = look_up(after.lower())
        return fact & PAST != 0 and (before not in _BEING or not fact & ADJECTIVE)
    return False


def _is_idiom(
    found: Sequence[Word], at: int, before: str, after: str, candidate: Candidate
) -> bool:
    """Tell whether a small word is in an idiom that the model has too seldom."""
    written = found[at].text.lower()
    if written == "you" and before in _AUXILIARIES:
        return True  # "are you car camping"
    if written in ("were", "was") and before in _PRONOUNS:
        return True  # "it were better so": whether they agree is the rule agreement's business
    if written == "he" and before in _JOINTS:
        return True  # "it is vital that he pay"
    if written == "two" and before in _COUNTED:
        return True  # "the top two finish in June"
    if written == "out" and before == "to":
        return True  # "to out people as spies"
    if written == "one" and after in _PRONOUNS:
        return True  # "found one she loved"
    if written == "then" and (
        before in ("that", "which", "who", "and")
        or after.lower() in _OFFICES
        or before in _CONDITIONS
    ):
        return True  # "that then schedules", "of then prime minister"
    if written == "form" and before in _OBJECTS and at > 1:
        return found[at - 2].text.lower() in _LETTING  # "to help them form a union"
    if written in _STRANDED and before in _STRANDED:
        return True  # "estranged from for six years"
    if candidate.word == "of" and written in ("off", "on"):
        from lint.prose.language_model import entry, pair

        if pair(entry(before), candidate.entry) >= _MOSTLY_OF:
            return False
        return written == "on" or _near(found, at, _NEAR, TAKING)  # "wean the island off diesel"
    return False
