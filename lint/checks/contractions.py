"""Its and it's, your and you're, their, there and they're: what stands beside them shows which."""

from __future__ import annotations

from lint.checks.verb_clause import ends_relative, sentence
from lint.prose.clause import BORDER, Line
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
    THIRD,
    look_up,
    main_class,
)
from lint.prose.verbs import base_of

_POSSESSIVES = {"it's": "its", "you're": "your", "they're": "their"}
_CONTRACTIONS = {possessive: short for short, possessive in _POSSESSIVES.items()}
_ARTICLES = frozenset("a an the".split())
_OWNERS = frozenset("a an the his her my our your their this these those".split())
# No possessive stands before these: "its what I enjoy", "its been done".
_NEVER = frozenset(
    "what why how because his her my our your their this these those been become got".split()
)
_PREPOSITIONS = frozenset("in on from for with about under".split())
_NOT = _ARTICLES | frozenset("what about because going that clear known enough".split())
_ADVERBS = frozenset("also just still now always never only really even perhaps not".split())
_BEHIND_ADVERBS = _OWNERS | frozenset("not what about like because been why how that to".split())
# Adjectives of a whole sentence, and what goes on with it: "its hard to say", "its unclear when".
_ADJECTIVES = frozenset(
    "important possible impossible necessary essential vital crucial clear unclear hard easy tough "
    "difficult good bad nice great fine okay ok fair unfair safe wrong true likely unlikely rare "
    "strange odd weird funny sad silly stupid crazy reasonable tempting worthwhile imperative "
    "inevitable obvious apparent understandable unfortunate imaginable conceivable doubtful "
    "evident ironic useful helpful better painful stressful smart wise customary normal natural "
    "interesting amazing incredible remarkable frustrating exciting worrying surprising "
    "unsurprising unusual illegal".split()
)
_CLAUSES = frozenset("to that if when whether how why because".split())
# Behind these no contraction begins a sentence: "from it's handling of the crisis".
_BEFORE_POSSESSIVE = frozenset(
    "of to from into onto in at by with against under over between within through during despite "
    "throughout towards toward behind beyond across upon among without inside on".split()
)
# "The bank saw its worth shrinking."
_FALLING = frozenset(
    "rising falling growing shrinking dropping soaring doubling being increasing declining".split()
)
# What people are: "once you're in you're home".
_ARE = frozenset("home family history toast gold king queen boss god news".split())
_SLANG = frozenset("gonna gotta wanna kinda sorta innit nae gonnae lotta".split())
# Verbs that have an object, and no clause.
_TAKING = frozenset(
    "lose lead build reflect derive begin start launch use protect owe have bring reach open close "
    "lift improve celebrate sell expand increase double support put run hold keep change shape "
    "trade reveal raise cut reduce lower boost strengthen defend harm hurt damage ruin spoil "
    "destroy complete finish end leave enter join quit follow share spend save earn pay publish "
    "release unveil update upgrade replace renew extend maintain enjoy pursue perform fulfil "
    "deliver develop produce create design manage review rebuild restore abandon drop offer "
    "receive clear regain retain suffer make outgrow threaten undermine emphasize emphasise "
    "exceed triple halve host stage attract undergo".split()
)
_NO_THINGS = ADVERB | ING
_CLAUSE_OPENERS = frozenset(
    "if when whenever while once as because since although though before after until unless where "
    "wherever that what who which whom whose whatever than how why more less or every each any "
    "time minute moment day those anything everything nothing".split()
)
_LONG = 30
# Behind these, with "your", neither a person's doing nor a thing is meant: "if your looking for".
_CONDITIONS = frozenset("if when whenever unless".split())
_STATES = frozenset(
    "wrong fortunate lucky sure unsure ready able unable stuck interested afraid aware willing "
    "unwilling happy unhappy likely unlikely tired better".split()
)
_BEHIND_STATES = frozenset("to enough that with in of about for if by off".split())
_BEHIND_DONE = frozenset("to by in for from with into".split())
_DOING = frozenset(
    "going trying looking thinking planning hoping doing having getting taking making using "
    "wondering struggling talking saying".split()
)
_BEHIND_DOING = _OWNERS | frozenset("to for about at with from into through just some".split())
# What a possessive never owns: "their is", "their hasn't been".
_BE = frozenset("is are was were has have had would".split())
_BE_NOT = frozenset("isn't aren't wasn't weren't hasn't haven't hadn't wouldn't".split())
_SEEMING = frozenset("seems seemed appears appeared".split())
_AMOUNTS = frozenset("a an no any some many more few less several nothing".split())
_SOON = frozenset("also eventually soon never always not probably likely still now".split())
_PLACES = frozenset("out over up down go been stay live right back".split())
_BEHIND_PLACES = frozenset("in on at with who".split())
# What is owned: "there own more than one car".
_OWNED = frozenset(
    "more most many some several two three four five second half part nothing everything all "
    "little much shares property land".split()
)
# Behind these "there" is no place: "all of there money".
_BEFORE_THEIR = frozenset(
    "of by during among despite between with into about towards against".split()
)
# Nor does a clause end with these.
_NEVER_ENDS = frozenset("during among despite against".split())
# "Singular their is older than the novel."
_MENTIONS = frozenset("singular plural word words pronoun possessive".split())


def wanted_for(line: Line, at: int) -> str:
    """What is meant by a possessive or a contraction at a place, in lower case; empty if itself."""
    word, before = line.words[at], line.before(at)
    after, beyond = pair_behind(line, at)
    if word == "their" and _is_there(line, at, before, (after, beyond)):
        return "there"
    if not after:
        return ""
    if word == "there":
        return "their" if _is_theirs(before, after, beyond) else ""
    if word in _POSSESSIVES:
        is_owner = _is_owner(before, after, beyond) and not _is_stranded(line, at, before, after)
        return _POSSESSIVES[word] if is_owner or _is_taken(line, at, before) else ""
    if word == "its":
        third = line.after(at + 2) if beyond else ""
        return "it's" if _is_it_is(before, after, beyond, third) else ""
    return _CONTRACTIONS[word] if _is_you_are(before, after, beyond) else ""


#: The words that are asked about.
CONTRACTIONS = frozenset((*_POSSESSIVES, *_CONTRACTIONS, "there"))


def pair_behind(line: Line, at: int) -> tuple[str, str]:
    """The two words behind another; empty across a mark."""
    after = line.after(at)
    return after, line.after(at + 1) if after else ""


def _is_owner(before: str, after: str, beyond: str) -> bool:
    """Tell whether a contraction between such words must be a possessive."""
    if after == "own":
        return beyond not in ("goal", "goals")
    if before not in _BEFORE_POSSESSIVE or not after.isalpha():
        return False
    if _is_noun(after):
        return True
    return main_class(after) == MODIFIER and look_up(after) & ADJECTIVE != 0 and _is_noun(beyond)


def _is_stranded(line: Line, at: int, before: str, after: str) -> bool:
    """Tell whether a clause may end with the preposition before a contraction.

    "The house we live in it's home to many", "once inside it's heaven", "whatever country they come
    from they're children".
    """
    if after == "own":
        return False
    if line.words[at] == "they're" and look_up(after) & PLURAL:
        return True
    if line.words[at] == "you're" and after in _ARE:
        return True
    return line.before(at - 1) == "once" or (at > 1 and ends_relative(line, at - 2))


def _is_taken(line: Line, at: int, before: str) -> bool:
    """Tell whether a thing that a verb takes stands behind a contraction: "it lost it's licence".

    Only behind verbs that no clause follows, and where none may begin: "when it closes it's chaos".
    """
    if before not in _TAKING and base_of(before) not in _TAKING:
        return False
    if line.words[at] == "you're" and line.after(at) in _ARE:
        return False  # "win or lose you're family"
    after, beyond = pair_behind(line, at)
    if main_class(after) == MODIFIER and look_up(after) & ADJECTIVE:
        after = beyond
    if not after.isalpha() or main_class(after) != NOUN or look_up(after) & _NO_THINGS:
        return False
    if ends_relative(line, at - 1):
        return False
    return all(line.words[place] not in _CLAUSE_OPENERS for place in sentence(line, at, _LONG))


def _is_noun(word: str) -> bool:
    """Tell whether a word is a noun first of all; what the dictionary has not is mostly a name."""
    fact, main = look_up(word), main_class(word)
    if not fact:
        return len(word) > 1 and word.isalpha() and word not in _SLANG
    return (
        main in (NOUN, 0)
        and fact & (SINGULAR | PLURAL) != 0
        and not (fact & ADJECTIVE and not main)
    )


def _is_theirs(before: str, after: str, beyond: str) -> bool:
    if after == "own":
        # "Half the men on there own a boat", "people from there own second homes"
        return beyond not in ("goal", "goals", *_OWNED) and beyond not in _OWNERS
    if after == "way":
        return before == "on"
    if before not in _BEFORE_THEIR or main_class(after) != NOUN or not after.isalpha():
        return False
    if look_up(after) & (BASE | THIRD):
        return False  # "everyone he dealt with there lives in fear"
    return before in _NEVER_ENDS or not look_up(after) & PLURAL  # "north of there families live"


def _is_it_is(before: str, after: str, beyond: str, third: str) -> bool:
    """Tell whether "its" between such words must be "it's"."""
    if after in _ARTICLES or after in _NEVER:
        return True
    if beyond in _ADJECTIVES and third in _CLAUSES and (after == "not" or after in _ADVERBS):
        return True  # "its not hard to see why"
    if after == "not":
        return beyond in _NOT or (before == "" and beyond in ("so", "very", "too", "only", "as"))
    if after == "going":
        return beyond == "to"
    if after == "like" or after in _PREPOSITIONS:
        return beyond in _OWNERS
    if after in _ADJECTIVES:
        return beyond in _CLAUSES
    if after == "worth":
        is_doing = look_up(beyond) & ING != 0 and beyond.endswith("ing")
        return is_doing and beyond not in _FALLING
    if after in _ADVERBS or (after.endswith("ly") and main_class(after) == MODIFIER):
        return beyond in _BEHIND_ADVERBS and not (beyond == "to" and after != "likely")
    return False


def _is_you_are(before: str, after: str, beyond: str) -> bool:
    """Tell whether "your" or "their" between such words must be "you're" or "they're"."""
    if after in _ARTICLES:
        return True
    if after == "not":
        return beyond in _NOT
    if before == "what" and after in _DOING:
        return beyond in ("to", "about", "for")
    if before not in _CONDITIONS:
        return False
    if after in _STATES:
        return beyond in _BEHIND_STATES
    fact = look_up(after)
    if fact & PARTICIPLE and not fact & (ADJECTIVE | SINGULAR | PLURAL):
        return beyond in _BEHIND_DONE  # "when their uploaded to the site"
    return after in _DOING and beyond in _BEHIND_DOING


def _is_there(line: Line, at: int, before: str, behind: tuple[str, str]) -> bool:
    """Tell whether "their" must be "there"."""
    after, beyond = behind
    if before in _MENTIONS:
        return False
    if after in _BE:
        return after != "would" or bool(beyond)
    if after in _BE_NOT:
        return True
    if after in _SEEMING:
        return beyond == "to"
    if after == "will":
        if beyond in _SOON:
            return line.after(at + 2) == "be"
        return beyond == "be" and line.after(at + 2) in _AMOUNTS
    if before not in _PLACES:
        return False
    return after in _BEHIND_PLACES if after else line.gaps[at + 1] == BORDER
