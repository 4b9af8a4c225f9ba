"""Which words are written for which others: the pairs that build_slips.py counts and weighs."""

from __future__ import annotations

from collections.abc import Iterator

from lint.prose.dictionary import is_word
from lint.prose.fingers import near_keys
from lint.prose.slip_evidence import KINDS

FUNCTION, CONFUSABLE, EDIT, INFLECTION = range(len(KINDS))
Pair = tuple[str, str]  # written, meant

#: What a function word may have been written for. Pairs that are both right in most places (in/on,
#: his/her, would/could) are not among them.
_MEANT = """
the: that they then he them          that: the than                 then: than the
than: then that                      its: it's it                   it's: its it
it: is its in if                     is: it in his as if            in: is it if
their: there they they're            there: their they're           they're: their there
they: the them                       these: the                     them: then they the
to: too do                           too: to two                    two: to too
of: off or if on                     off: of                        on: one of no
one: on                              from: form for                 form: from for
for: from or form                    or: of for our                 now: know no how
know: now no                         no: know not on now            not: now no
and: an any a                        an: and any a                  a: and an as
any: and an                          he: the her                    as: at has is was
at: as a                             by: be my                      be: by been
with: will                           will: with                     were: where was we are
where: were                          was: were as                   has: as his
how: who now                         who: how                       his: is
are: is our                    our: out or are
out: our                                                  if: of it is
we: were                             her: here                      here: her hear
been: being                          being: been begin              your: you you're
you're: your                         you: your                      whose: who's
who's: whose                         lets: let's                    let's: lets
into: in                             had: has                       what: that
my: by                         hers: her
"""
#: Words that are taken for one another, each for the others.
_CONFUSED = """
lose loose|led lead|passed past|affect effect|accept except|principal principle|whether weather
advice advise|quite quiet|though through|through threw|thought though|thought taught|woman women
choose chose|breath breathe|public pubic|manager manger|united untied|trial trail|casual causal
wear where|whole hole|board bored|peace piece|right write|hear here|week weak|sight site|role roll
council counsel|desert dessert|later latter|tried tired|angel angle|diary dairy|bought brought
expect except|sing sign|marital martial|heroin heroine|personal personnel|since sense|waste waist
break brake|bear bare|course coarse|complement compliment|altar alter|reign rein|poll pole|won one
fair fare|sole soul|steal steel|cite site|plain plane|allowed aloud|new knew|no know|wait weight
meet meat|great grate|presence presents|assistance assistants|residents residence|pair pear
precedents presidents|precedent president|dual duel|discrete discreet|elicit illicit|less lest
eminent imminent|statue statute|country county|party partly|feel fell|live life|leave live
quit quite|three there|sail sale|border boarder|bail bale|canon cannon|pour pore|flair flare
hoard horde|moot mute|peak peek|peak pique|pedal peddle|sheer shear|stationary stationery
straight strait|vain vein|vile vial|wander wonder|wine whine|bridal bridle|callous callus
cue queue|current currant|gorilla guerrilla|idle idol|lightning lightening|loath loathe
medal metal|medal meddle|naval navel|palate palette|prostate prostrate|prophecy prophesy
route rout|serial cereal|suite suit|team teem|yoke yolk|assent ascent|aisle isle|bloc block
born borne|breach breech|dissent descent|device devise|envelop envelope|faze phase|fourth forth
formally formerly|gait gate|grisly grizzly|hangar hanger|heal heel|hail hale|incite insight
lessen lesson|libel liable|loan lone|lost loss|moral morale|patrol parole|patients patience
proceed precede|prosecute persecute|raise raze|respectively respectfully|wretch retch|sever severe
sewage sewerage|slay sleigh|tail tale|track tract|troops troupe|waive wave|being begin|may maybe
ensure insure|hole whole|rain reign|lie lye|site sight|cord chord|cell sell|seller cellar
scene seen|seem seam|sore soar|stake steak|toe tow|ware wear|which witch|root route|key quay
"""
# Forms that are one word in two spellings, British and American: never put against each other.
_VARIETIES = (
    ("our", "or"), ("re", "er"), ("is", "iz"), ("ys", "yz"), ("ll", "l"), ("ae", "e"), ("oe", "e"),
    ("ce", "se"), ("ogue", "og"), ("gramme", "gram"), ("mould", "mold"), ("grey", "gray"),
    ("yre", "ire"), ("tch", "t"), ("pp", "p"), ("towards", "toward"), ("wards", "ward"),
    ("ageing", "aging"), ("ement", "ment"), ("st", ""), ("c", "s"), ("que", "ck"),
)  # fmt: skip


def function_pairs() -> dict[str, list[str]]:
    """The function words: written to meant."""
    found: dict[str, list[str]] = {}
    for line in _MEANT.strip().splitlines():
        parts = [part for part in line.split("  ") if part.strip()]
        for part in parts:
            written, meant = part.split(":")
            found[written.strip()] = meant.split()
    return found


def typed_for(word: str, keys: dict[str, set[str]]) -> Iterator[str]:
    """Yield what fingers make of a word: letters swapped, left out, doubled, or a key beside."""
    for at in range(len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        for key in keys.get(word[at], ()):
            yield word[:at] + key + word[at + 1 :]
            yield word[:at] + key + word[at:]
            yield word[: at + 1] + key + word[at + 1 :]
    for at in range(len(word)):
        yield word[:at] + word[at] + word[at:]


def is_variety(one: str, other: str) -> bool:
    """Tell whether two words are one, in British and American spelling."""
    for british, american in _VARIETIES:
        for first, second in ((one, other), (other, one)):
            for at in range(len(first)):
                if first.startswith(british, at) and (
                    first[:at] + american + first[at + len(british) :] == second
                ):
                    return True
    return False


def _is_inflection(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    stems = {short, short[:-1]} if short.endswith("e") else {short}
    return any(long == stem + end for stem in stems for end in ("s", "es", "d", "ed", "r", "er"))


def pairs(vocabulary: list[str]) -> dict[tuple[str, str], int]:
    """Every pair (written, meant) with its kind."""
    found: dict[tuple[str, str], int] = {}
    keys = near_keys()
    for meant in vocabulary:
        for written in set(typed_for(meant, keys)):
            if len(written) < 3 or written == meant or not is_word(written):
                continue
            if is_variety(written, meant):
                continue
            kind = INFLECTION if _is_inflection(written, meant) else EDIT
            found[written, meant] = kind
    for group in _CONFUSED.replace("\n", "|").strip("|").split("|"):
        one, other = group.split()
        found[one, other] = found[other, one] = CONFUSABLE
    function = function_pairs()
    for written, meant in list(found):
        if written in function and (meant in function or found[written, meant] == EDIT):
            del found[written, meant]
    for written, many in function.items():
        for meant in many:
            found[written, meant] = FUNCTION
    return found
