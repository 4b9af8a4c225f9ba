"""Slips made in the articles' own words: patterns on a paragraph's source, and harmless edits.

A pattern's replacement marks the place of the fault with ⟦ and ⟧, as in `plants`.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from typing import Final

from plants import picture

_P = re.compile

EDITED: Final[dict[str, tuple[tuple[re.Pattern[str], str], ...]]] = {
    "a-an": (
        (_P(r"(?<= )a(?= [bcdfgkmpstvz][a-z]{3})"), "⟦an⟧"),
        (_P(r"(?<= )an(?= [aei][a-z]{3})"), "⟦a⟧"),
    ),
    "doubled-word": ((_P(r"(?<=[a-z] )(the|of|to|a|and|with|from|for|is)(?= [a-z])"), r"⟦\1 \1⟧"),),
    "wrong-word": (
        (_P(r"(?<= )(since|because|when|if|as) (it|they|he|she|we)(?= [a-z])"), r"\1 ⟦the⟧ \2"),
        (_P(r"(?<= )(more|less|rather|better|higher|lower|larger) than(?= [a-z])"), r"\1 ⟦then⟧"),
        (_P(r"(?<= )one of the(?= )"), "one ⟦off⟧ the"),
        (_P(r"(?<= )its own(?= [a-z])"), "⟦it's⟧ own"),
        (_P(r"(?<= )(need|needs|want|wants|wanted|needed) to(?= [a-z])"), r"\1 ⟦a⟧ to"),
    ),
    "missing-word": ((_P(r"(?<= )(announced|launched|opened|signed|as|became|filed|won) (a|an) (?=[a-z]{4,} )"), r"⟦\1 ⟧"),),
    "misspelling": (
        (_P(r"(?<= [a-z]{2})([a-z])(?!\1)([a-z])(?=[a-z]{5}[ ,.])"), r"⟦\2\1⟧"),
        (_P(r"(?<= [a-z]{3})(t|s|l|c|m|n|p)\1(?=[a-z]{3}[ ,.])"), r"⟦\1⟧"),
        (_P(r"(?<= [a-z]{4})(t|l|n)(?=[aeiou][a-z]{3}[ ,.])"), r"⟦\1\1⟧"),
    ),
    "mojibake": ((_P(r"’(?=s )"), "⟦â€™⟧"), (_P(r"é"), "⟦Ã©⟧"), (_P(r"“"), "⟦â€œ⟧")),
    "bracket-unbalanced": ((_P(r"\(([a-z][^()]{5,60}\))"), r"⟦\1⟧"),),
    "double-punctuation": ((_P(r"(?<=[a-z]), (?=[a-z]{3})"), "⟦,,⟧ "), (_P(r"(?<=[a-z]{4})\. (?=[A-Z])"), "⟦..⟧ ")),
    "quote-pair": ((_P(r"(“[^“”\"]{10,80},)”(?= )"), '⟦\\1"⟧'),),
    "quote-direction": ((_P(r"(?<=n)’(?=t )"), "⟦‘⟧"), (_P(r"(?<=[a-z])’(?=s )"), "⟦‘⟧")),
    "quote-space": ((_P(r"(?<= “)(?=[A-Z][^“”]{10,80}”)"), "⟦ ⟧"),),
    "double-space": ((_P(r"(?<=[a-z]{3}\.) (?=[A-Z])"), "⟦&nbsp; ⟧"),),
    "invisible-character": ((_P(r"(?<=[a-z]{3})(?=[a-z]{4})"), "⟦\u200b⟧"),),
    "space-before-punctuation": ((_P(r"(?<=[a-z]{3}),(?= [a-z])"), "⟦ ,⟧"), (_P(r"(?<=[a-z]{3})\.(?= [A-Z])"), "⟦ .⟧")),
    "space-missing": ((_P(r"(?<=[a-z]{3})\. (?=[A-Z][a-z])"), "⟦.⟧"), (_P(r"(?<=[a-z]{3}), (?=[a-z]{3})"), "⟦,⟧")),
}  # fmt: skip

_NAME = re.compile(r"(?<![.!?“\"] )\b([A-Z][a-z]{2,}) ([A-Z][a-z]{4,})\b")
_NO_FIRST_NAMES: Final = frozenset("North South East West New The United This That".split())
_SLIPS: Final = (  # how one surname came to be spelt twice in the pages that were read
    (re.compile(r"(?<=[a-z])([a-z])\1"), r"\1"),  # Insaaf, Insaf
    (re.compile(r"(?<=[aeiou])([lnrst])(?=[aeiou])"), r"\1\1"),
    (re.compile(r"(?<=[a-z])i(?=[a-z])"), "y"),  # Brian, Bryan
    (re.compile(r"(?<=[a-z])y(?=[a-z])"), "i"),
    (re.compile(r"(?<=[aeiou])d(?=[a-z])"), ""),  # Rushdiyah, Rushiyah
    (re.compile(r"(?<=[a-z])ie(?=[a-z])"), "ei"),
    (re.compile(r"(?<=[a-z])ou(?=[a-z])"), "u"),
)


def full_names(text: str) -> list[str]:
    """Pairs of capitalised words that stand at least twice in the text: mostly people."""
    found = Counter(
        " ".join(each) for each in _NAME.findall(text) if each[0] not in _NO_FIRST_NAMES
    )
    return sorted(name for name, times in found.items() if times >= 2)


def misspelt(name: str, chance: random.Random) -> str | None:
    """The full name with a slip in its last part, marked; None if no slip fits."""
    first, last = name.split(" ")
    slips = [each for each in _SLIPS if each[0].search(last)]
    if not slips:
        return None
    pattern, to = chance.choice(slips)
    return f"⟦{first} {pattern.sub(to, last, count=1)}⟧"


# Edits that are right, whatever a program may think of them: name to variants. ``+`` parts
# paragraphs that follow one another.
HARMLESS: Final[dict[str, tuple[str, ...]]] = {
    "another man of that name": (
        "Mohamed Tahan opened the shop.¶Mohammed Barudi, a teacher, was there too.",
        "Sara Lind wrote the report.¶Sarah Weller, who took the minutes, agreed.",
        "The mayor, Anders Reid, left early.¶His deputy, Jon Reed, went on.",
    ),
    "a demonym": (
        "Israel closed the road.¶An Israeli lawyer asked why.",
        "Iran sent a letter.¶The Iranian answer was short.",
        "Albania won the match.¶The Albanian goalkeeper was praised.",
    ),
    "a quotation over two paragraphs": (
        "“We have waited for years. Nobody told us of the plan.+“Now we shall go to court,” the farmer said.",
    ),
    "a date inside quotation marks": (
        "The letter ends: “Done on June 3rd 1993, in the town hall.”",
        "“We met on 14th May, 1987, and married in June,” she said.",
    ),
    "that that": (
        "The judge found that that letter had been written later.",
        "He had had enough of the noise by then.",
        "What it is is a tax on bread, the baker told them.",
    ),
    "an official American name in British copy": (
        "The ships at Pearl Harbor were painted again.",
        "The US Department of Labor praised the plan.",
        "The prizes were given at Rockefeller Center in May.",
    ),
    "a second reference": (
        "Faris Al-Tahan runs the bakery with his sons.¶Mr Tahan said it was dear.",
        "Dame Aoife Lindqvist spoke first.¶Lindqvist then left the hall.",
    ),
    "an official name with a day in it": (
        "The memorial of September 11 is nearby.¶The 9/11 commission met there.",
        "They came home for the Fourth of July.¶The July 4th parade was short.",
    ),
    "initials, units and addresses": (
        "The U.S. team won 3-2 at 7 p.m., as J.R. Weller wrote on courier.example.",
        "It weighs 3.5kg, or 4.2 times the sum of the others (see p. 7, fig. 2).",
        "An MP, an hour late, met a European union of an 18-member choir.",
    ),
    "abbreviations before a comma": (
        "The firm, Weller Inc., is in Madison, Wis., and in Albany, N.Y., too.",
        "They sold fruit (apples, pears, etc.), bread and so on.",
    ),
    "speech": (
        "“I were gonna go, an’ he don’t care,” she said, laughin’.",
        "“It’s… well, it’s ours — innit?” the boy said.",
    ),
    "words of another language": (
        'The sign said <i lang="fr">défense d’afficher</i> in white letters.',
        "The dish, called <em>tarator</em>, is eaten cold in the summer months.",
    ),
}  # fmt: skip

# Pictures, in an article of the page's paragraphs without pictures of their own.
HARMLESS_ALONE: Final[dict[str, tuple[str, ...]]] = {
    "AFP via Getty Images": (
        picture("The quay in the rain (Photo by Ana Sol/AFP via Getty Images)"),
        picture("The quay in the rain. Photograph: Ana Sol/AFP/Getty Images"),
    ),
    "a responsive twin": (
        '<figure class="mobile"><img src="/p/5.jpg?w=300" alt="A boat"><figcaption>Rescuers search the river beside the mill [Ana Sol/AFP]</figcaption></figure>'
        '<figure class="desktop"><img src="/p/5.jpg?w=1200" alt="A boat"><figcaption>Rescuers search the river beside the mill [Ana Sol/AFP]</figcaption></figure>',
    ),
    "a chart": (
        '<figure><img src="/g/rents-chart.png" alt="Rents by year, rising from 400 to 900"><figcaption>Rents by year. Source: Office of Statistics</figcaption></figure>',
    ),
}  # fmt: skip
