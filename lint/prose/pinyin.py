"""Chinese names in pinyin: a surname, then a given name of one or two syllables.

Each letter counts: Xiaoming and Xiaomin are two people, as are Li Qiang and Li Qian.
"""

from __future__ import annotations

from typing import Final

from lint.patterns import lazy_pattern
from lint.prose.words import fold

#: Usual surnames, in small letters.
SURNAMES: Final = frozenset(
    "ai an bai bao bei bo cai cao chang chen cheng cui dai deng ding dong du duan fan fang feng fu "
    "gao gu guo han hao he hou hu hua huang jia jiang jin kong lei li lian liang liao lin liu long "
    "lu luo ma mao meng ming ni ouyang pan peng pu qi qian qin qiu ren rong shao shen sheng shi "
    "sima song su sun tan tang tao tian wan wang wei wen wu xi xia xiao xie xiong xu xue yan yang "
    "yao ye yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou".split()
)
_SYLLABLE: Final = (
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
    r"(?:i(?:ang|ong|an|ao|ng|a|e|n|u)?|u(?:ang|an|ai|a|o|e|i|n)?|a(?:ng|n|i|o)?|o(?:ng|u)?"
    r"|e(?:ng|n|i)?)|a(?:ng|n|i|o)?|e(?:n|r)?|ou?)"
)
_GIVEN = lazy_pattern(rf"{_SYLLABLE}['’-]?{_SYLLABLE}?")


def are_two(surname: str, one: str, other: str) -> bool:
    """Tell whether two given names, in different letters, behind a Chinese surname are two people.

    ``surname`` is in small letters.
    """
    if surname not in SURNAMES or fold(one) == fold(other):
        return False
    return all(_GIVEN.fullmatch(fold(name)) for name in (one, other))
