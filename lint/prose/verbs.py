"""The base of a verb's form: "went" is of "go", "focuses" of "focus"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from lint.prose.dictionary import BASE, LONGEST, PARTICIPLE, PAST, THIRD, frequency, look_up
from lint.prose.inflection import verb

_BE: Final = "am is are was were been being"
_IRREGULAR: Final = {
    **dict.fromkeys(_BE.split(), "be"),
    "has": "have", "had": "have", "did": "do", "done": "do", "gone": "go", "went": "go",
    "ate": "eat", "eaten": "eat", "became": "become", "began": "begin", "begun": "begin",
    "bent": "bend", "bitten": "bite", "blew": "blow", "blown": "blow", "bought": "buy",
    "broke": "break", "broken": "break", "brought": "bring", "built": "build", "came": "come",
    "caught": "catch", "chose": "choose", "chosen": "choose", "dealt": "deal", "drank": "drink",
    "drawn": "draw", "drew": "draw", "driven": "drive", "drove": "drive", "drunk": "drink",
    "fallen": "fall", "fed": "feed", "flew": "fly", "flown": "fly", "forgave": "forgive",
    "forgot": "forget", "forgotten": "forget", "fought": "fight", "froze": "freeze",
    "frozen": "freeze", "gave": "give", "given": "give", "got": "get", "gotten": "get",
    "grew": "grow", "grown": "grow", "heard": "hear", "held": "hold", "hid": "hide",
    "hidden": "hide", "kept": "keep", "knew": "know", "known": "know", "laid": "lay",
    "led": "lead", "left": "leave", "lent": "lend", "lit": "light", "lost": "lose",
    "made": "make", "meant": "mean", "met": "meet", "paid": "pay", "ran": "run",
    "ridden": "ride", "rode": "ride", "risen": "rise", "rose": "rise", "said": "say",
    "sang": "sing", "sank": "sink", "sat": "sit", "seen": "see", "sent": "send",
    "shaken": "shake", "shook": "shake", "shot": "shoot", "shown": "show", "slept": "sleep",
    "slid": "slide", "sold": "sell", "sought": "seek", "spent": "spend", "spoke": "speak",
    "spoken": "speak", "stole": "steal", "stolen": "steal", "stood": "stand", "struck": "strike",
    "sung": "sing", "sunk": "sink", "swam": "swim", "swore": "swear", "sworn": "swear",
    "swum": "swim", "taken": "take", "taught": "teach", "thought": "think", "threw": "throw",
    "thrown": "throw", "told": "tell", "took": "take", "tore": "tear", "torn": "tear",
    "understood": "understand", "withdrawn": "withdraw", "withdrew": "withdraw", "woke": "wake",
    "woken": "wake", "won": "win", "wore": "wear", "worn": "wear", "written": "write",
    "wrote": "write",
}  # fmt: skip


@lru_cache(4096)
def base_of(form: str) -> str:
    """The plain form of a verb that a lower-case form is of; empty if none is known."""
    if form in _IRREGULAR:
        return _IRREGULAR[form]
    if not 3 < len(form) < LONGEST:
        return ""
    finite = verb(form)
    if finite is not None and finite.is_third:
        return finite.other
    for ending in ("ing", "ed"):
        if form.endswith(ending):
            stem = form[: -len(ending)]
            bases = [stem, stem + "e"]
            if stem[-1:] == stem[-2:-1]:  # stopped, planning; but falling
                bases.insert(1, stem[:-1])
            if ending == "ed" and stem.endswith("i"):
                bases.append(stem[:-1] + "y")
            return next((base for base in bases if _is_base(base)), "")
    return ""


def _is_base(word: str) -> bool:
    fact = look_up(word)
    return bool(fact & BASE) and not fact & THIRD and len(word) > 1


@lru_cache(4096)
def participle_of(form: str) -> str:
    """The participle of the verb that a lower-case form is of; empty if none is known."""
    base = base_of(form) or form
    if base in _PARTICIPLES:
        return _PARTICIPLES[base]
    stem = base[:-1] if base.endswith("e") else base
    endings = [f"{stem}ed", f"{stem}{stem[-1:]}ed", *[f"{base[:-1]}ied"] * base.endswith("y")]
    known = [each for each in endings if look_up(each) & (PAST | PARTICIPLE)]
    return max(known, key=frequency, default=base if look_up(base) & PARTICIPLE else "")


_SAME: Final = "run come become cut put set hit let cost quit"
_NO_PARTICIPLES: Final = frozenset(
    "am are ate became began being blew broke came chose did drank drew drove fell flew forgave "
    "forgot froze gave got gotten grew has hid is knew ran rode rose sang sank shook spoke stole "
    "swam swore threw took tore was went were withdrew woke wore wrote".split()
)
_PARTICIPLES: Final = {
    "get": "got",
    **{each: each for each in _SAME.split()},
    **{base: form for form, base in _IRREGULAR.items() if form not in _NO_PARTICIPLES},
}
