"""Build words.bin, words.bits and common.txt: ``python -m lint.prose.build_dictionary FOLDER``.

FOLDER holds what the list is made of, unpacked nowhere (the packages as they are downloaded):

- wamerican-huge, wbritish-huge, wcanadian-huge and scowl 2020.12.07, from Debian, unpacked with
  ``dpkg-deb -x PACKAGE FOLDER``: the words of SCOWL;
- the wheels of lemminflect 0.2.3 (forms of nouns, verbs and adjectives, from the SPECIALIST
  Lexicon), textblob 0.20.1 (the likeliest class of a word, from Brill's lexicon) and pocketsphinx
  5.1.1 (how often the news has a word), from PyPI;
- cspell-dict-people-names, -companies and -software-terms, from npm (``npm pack @cspell/…``).

How often films have a word is told by pyspellchecker as it is installed. Licences and checksums go
into data/NOTICE.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import sys
import tarfile
import unicodedata
import zipfile
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from lint.prose import dictionary as packed
from lint.prose.build_language_model import read_source
from lint.prose.build_new_words import LOAN_WORDS, NEW_WORDS

_DATA = Path(__file__).parent / "data"
_COMMON = 20_000
_PLAIN_SIZE = 60  # up to here SCOWL's words are those that most people know
_DIALECTS = frozenset("english american british british_z canadian".split())
_LONGEST_NAME = 20
# How British spelling differs: such a form is as common as the American one.
_BRITISH = (
    ("or", "our"), ("er", "re"), ("iz", "is"), ("yz", "ys"), ("ense", "ence"), ("gram", "gramme"),
    ("aling", "alling"), ("eling", "elling"), ("aled", "alled"), ("eled", "elled"),
    ("eler", "eller"), ("og", "ogue"), ("e", "ae"), ("illment", "ilment"),
)  # fmt: skip

# Misspellings that the lists have taken from print.
_WRONG = frozenset(
    "beseiged commitee dispell freind futher goverment grammer lauch liason neice occuring "
    "prefered refering resistence sargeant seige sergent similiar soliders thier transfered "
    "transfering".split()
)


def build(folder: Path) -> tuple[bytes, str]:
    """Pack the words of all sources, and list the commonest plain ones, for build_slips.py.

    Raises SystemExit if a source is missing, naming it.
    """
    counts = _film_counts()
    frequencies = {word: math.log10(count) + 9 - 9.2 for word, count in counts.items()}
    news = _news(folder)
    for word, frequency in news.items():
        frequencies[word] = max(frequency, frequencies.get(word, 0.0))
    facts: dict[str, int] = defaultdict(int)
    american: set[str] = set()
    for path in _found(folder, "*-english-huge"):
        listed = path.read_text("utf-8").split()
        for word in listed:
            if word.isalpha():
                facts[word.lower()] |= packed.WORD if word.islower() else packed.NAME
        if path.name.startswith("american"):
            american.update(listed)
    for word in _plain(folder):
        facts[word] |= packed.WORD | packed.PLAIN
    for word in (*NEW_WORDS, *LOAN_WORDS):
        facts[word] |= packed.WORD
    for word in _names(folder):
        facts[word] |= packed.NAME
    for word in (*_software(folder), *counts, *news):
        if word.isalpha() and len(word) <= packed.LONGEST and word not in _WRONG:
            facts[word] |= 0
    for word, classes in _forms(folder):
        if word in facts:
            facts[word] |= classes
    for word, main in _mains(folder):
        if word in facts:
            facts[word] |= main << packed.MAIN_SHIFT
    for word in list(facts):
        for ours, theirs in _BRITISH:
            form = word.replace(ours, theirs)
            if form != word and form in facts and ("ll" in theirs or form not in american):
                frequencies[form] = max(frequencies.get(form, 0.0), frequencies.get(word, 0.0))
    entries: dict[int, int] = {}
    for word, fact in sorted(facts.items(), key=lambda each: (len(each[0]), each[0])):
        frequency = min(255, round(max(0.0, frequencies.get(word, 0.0)) * packed.STEPS))
        known_by = packed.check(word) << packed.CHECK_SHIFT
        entries[packed.key(word)] = fact | frequency << packed.FREQUENCY_SHIFT | known_by
    table = array("Q", sorted(key << 32 | value for key, value in entries.items()))
    if sys.byteorder == "big":
        table.byteswap()
    sys.stdout.write(f"{len(facts)} words in {len(table)} entries\n")
    plain = [word for word, fact in facts.items() if fact & packed.PLAIN]
    plain.sort(key=lambda word: (-frequencies.get(word, 0.0), word))
    return table.tobytes(), "\n".join(plain[:_COMMON]) + "\n"


def bits_of(packed_words: bytes) -> bytes:
    """A bit for each of the first 21 bits of a checksum, set where an entry has them."""
    table = array("Q", packed_words)
    if sys.byteorder == "big":
        table.byteswap()
    bits = bytearray(1 << 18)
    for entry in table:
        bits[entry >> 46] |= 1 << (entry >> 43 & 7)
    return bytes(bits)


def _found(folder: Path, pattern: str) -> list[Path]:
    paths = sorted(folder.rglob(pattern))
    if not paths:
        raise SystemExit(f"{folder} has no {pattern}; the docstring says where it is from")
    return paths


def _film_counts() -> dict[str, int]:
    import spellchecker  # the package's own data file, without its 300 ms of loading

    path = Path(spellchecker.__file__).parent / "resources" / "en.json.gz"
    counts: dict[str, int] = json.loads(gzip.decompress(path.read_bytes()))
    return {word: count for word, count in counts.items() if word.isalpha()}


def _news(folder: Path) -> dict[str, float]:
    with zipfile.ZipFile(_found(folder, "pocketsphinx-*.whl")[0]) as wheel:
        source = read_source(wheel.read("pocketsphinx/model/en-us/en-us.lm.bin"))
    both = zip(source.words, source.unigrams, strict=True)
    found = {word.decode(): likely + 9 for word, (likely, _) in both}
    return {word: frequency for word, frequency in found.items() if word.isalpha()}


def _plain(folder: Path) -> Iterator[str]:
    for path in _found(folder, "*-words.*"):
        is_plain = path.parent.name == "scowl" and int(path.suffix[1:]) <= _PLAIN_SIZE
        if is_plain and path.name.partition("-")[0] in _DIALECTS:
            yield from (w for w in path.read_text("latin-1").split() if w.isalpha() and w.islower())


def _names(folder: Path) -> Iterator[str]:
    for package, name in (("people-names", "people-names.txt"), ("companies", "companies.txt")):
        for line in _member(folder, package, name).decode("utf-8").splitlines():
            if not line.startswith("#"):
                yield from _parts(line)


def _software(folder: Path) -> Iterator[str]:
    for name in ("softwareTerms.txt.gz", "software-tools.txt", "networkingTerms.txt"):
        data = _member(folder, "software-terms", name)
        text = gzip.decompress(data) if name.endswith(".gz") else data
        for line in text.decode("utf-8").splitlines():
            if not line.startswith(("#", "!")):
                yield from _parts(line.partition("#")[0])


def _member(folder: Path, package: str, name: str) -> bytes:
    with tarfile.open(_found(folder, f"cspell-dict-{package}-*.tgz")[0]) as archive:
        file = archive.extractfile(f"package/dict/{name}")
        assert file is not None
        return file.read()


def _parts(line: str) -> Iterator[str]:
    for part in re.split(r"[^\w]+", unicodedata.normalize("NFC", line)):
        if 2 < len(part) <= _LONGEST_NAME and part.isalpha():
            yield part.lower()


def _forms(folder: Path) -> Iterator[tuple[str, int]]:
    """Yield words with the classes that their inflection gives them."""
    with zipfile.ZipFile(_found(folder, "lemminflect-*.whl")[0]) as wheel:
        lines = gzip.decompress(wheel.read("lemminflect/resources/infl_lu.csv.gz")).decode()
    for line in lines.splitlines():
        lemma, kind, *forms = line.split(",")
        bits: tuple[int, ...]
        if kind == "noun":
            yield lemma.lower(), packed.SINGULAR
            bits = (packed.PLURAL,)
        elif kind == "verb":
            yield lemma, packed.BASE
            bits = (packed.PAST, packed.PARTICIPLE, packed.ING, packed.THIRD)
            if len(forms) > 1 and not forms[1]:  # one form for both
                forms[1] = forms[0]
        elif kind in ("adj", "adv"):
            class_ = packed.ADJECTIVE if kind == "adj" else packed.ADVERB
            yield lemma, class_
            bits = (class_, class_)
        else:
            continue
        for form, class_ in zip(forms, bits, strict=False):
            for number, each in enumerate(form.split("/")):
                if (
                    not number or each != lemma
                ):  # "reports/report": some reports, but also much of it
                    yield each.lower(), class_


def _mains(folder: Path) -> Iterator[tuple[str, int]]:
    """Yield words with their likeliest class."""
    with zipfile.ZipFile(_found(folder, "textblob-*.whl")[0]) as wheel:
        lines = wheel.read("textblob/en/en-lexicon.txt").decode("utf-8")
    seen: set[str] = set()
    for line in lines.splitlines():
        if line.startswith(";") or line.count(" ") != 1:
            continue
        word, tag = line.split(" ")
        if word.islower() and word not in seen:
            seen.add(word)
            yield word, packed.MAINS.get(tag[:2], packed.OTHER)


def main(arguments: Iterable[str]) -> None:
    """Write words.bin, words.bits and common.txt, and print their sizes and checksums."""
    packed_words, common = build(Path(*arguments))
    files = {
        "words.bin": packed_words,
        "words.bits": bits_of(packed_words),
        "common.txt": common.encode(),
    }
    for name, data in files.items():
        (_DATA / name).write_bytes(data)
        digest = sha256(data).hexdigest()
        sys.stdout.write(f"{name}  {len(data):,} bytes  sha256 {digest}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
