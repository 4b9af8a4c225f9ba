"""Build data/slips.tsv and data/slip-weights.tsv: ``python -m lint.prose.build_slips TEXT…``.

Each TEXT is a file of clean English, a paragraph a line, of a licence that lets what is counted go
anywhere; data/NOTICE names those that the files in this repository were made of. Slips are planted
in it, one at a time; what the model says of them, and of the text as it was, gives the weights (by
logistic regression; needs numpy) and how far each pair can be trusted. Seeds are fixed: two runs
agree.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lint.prose.dictionary import is_word
from lint.prose.language_model import entry
from lint.prose.row import normal, opens, read_row
from lint.prose.slips import CONTEXT, FEATURES, KINDS, Candidate, context, evidence
from lint.prose.words import Word, words

_DATA = Path(__file__).parent / "data"
_SEED = 4
_FUNCTION, _CONFUSABLE, _EDIT, _INFLECTION = range(len(KINDS))
_MOST = (3000, 400, 400, 400)  # plants of one pair, by kind
_PULL = 20.0  # how strongly a pair's weights are held to those of all pairs
_LEAST = 100  # samples of a pair that are enough for weights of its own
_OWN = 0.85  # how much of a pair's verdict is its own, the rest that of all pairs
_STRONG = 1.0  # log10 of the gain by triples from which a pair fires strongly

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
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
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


def near_keys() -> dict[str, set[str]]:
    """Each letter's neighbours on the keyboard."""
    places = {letter: (row, at) for row, keys in enumerate(_ROWS) for at, letter in enumerate(keys)}
    return {
        one: {
            other
            for other, (row, at) in places.items()
            if other != one
            and abs(row - places[one][0]) <= 1
            and -1 <= at - places[one][1] + (row - places[one][0]) * 0.5 <= 1
        }
        for one in places
    }


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
            kind = _INFLECTION if _is_inflection(written, meant) else _EDIT
            found[written, meant] = kind
    for group in _CONFUSED.replace("\n", "|").strip("|").split("|"):
        one, other = group.split()
        found[one, other] = found[other, one] = _CONFUSABLE
    function = function_pairs()
    for written, meant in list(found):
        if written in function and (meant in function or found[written, meant] == _EDIT):
            del found[written, meant]
    for written, many in function.items():
        for meant in many:
            found[written, meant] = _FUNCTION
    return found


class _Counts:
    """How often pairs fired on clean text, and were found when planted."""

    def __init__(self) -> None:
        self.clean: Counter[tuple[str, str]] = Counter()
        self.strong: Counter[tuple[str, str]] = Counter()
        self.found: Counter[tuple[str, str]] = Counter()

    def of(self, pair: tuple[str, str]) -> tuple[float, float]:
        """The two logarithms that slips.tsv keeps of a pair."""
        found = self.found[pair] + 10.0
        return (
            round(math.log((self.clean[pair] + 1.0) / found), 2),
            round(math.log((self.strong[pair] + 1.0) / found), 2),
        )


def _observe(
    text: str, found: list[Word], table: dict[str, list[Candidate]]
) -> Iterator[tuple[int, str, Candidate, list[float]]]:
    row = read_row(text, found)
    for index, word in enumerate(found):
        lower = normal(word.text)
        for candidate in table.get(lower, ()):
            place = row.at[index]
            if not word.text.islower() and not opens(row, place, word):
                break
            features = evidence(row, place, entry(lower), candidate)
            if features is not None:
                if candidate.kind == "function":
                    features += context(row, place)
                yield index, lower, candidate, features


def build(texts: list[Path]) -> None:
    """Count, plant, fit, and write the two files."""
    chance = random.Random(_SEED)
    lines = [line for text in texts for line in text.read_text("utf-8").splitlines()]
    lines = [part for line in lines for part in _pieces(line)]
    chance.shuffle(lines)
    common = (_DATA / "common.txt").read_text("utf-8").split()
    vocabulary = [
        word
        for word in common
        if len(word) >= 3 and entry(word).known and entry(word).probability > -5.9
    ]
    kinds = pairs(vocabulary)
    sys.stdout.write(f"{len(lines)} pieces, {len(kinds)} pairs\n")
    half = len(lines) // 2
    first, second = lines[:half], lines[half:]
    counts = _Counts()
    bare = _table(kinds, _Counts())
    _count(first, bare, counts, kinds, chance)
    table = _table(kinds, counts)
    samples = _samples(second, table, kinds, chance)
    more = _samples(first, table, kinds, chance)  # only for pairs of function words: they are many
    size = len(FEATURES)
    # Function words are many: a tenth of them is enough to weigh all pairs alike.
    shared = [(row[:size], label) for row, label, _ in samples if len(row) == size] + [
        (row[:size], label) for row, label, _ in samples if len(row) > size
    ][::10]
    fitted = fit(*zip(*shared, strict=True))
    own: dict[tuple[str, str], list[tuple[list[float], float]]] = defaultdict(list)
    for row, label, pair in (*samples, *more):
        if len(row) > size:
            own[pair].append((row, label))
    start = [*fitted, *([0.0] * len(CONTEXT))]
    by_pair = {}
    for pair, each in sorted(own.items()):
        if len(each) >= _LEAST:
            values = fit(*zip(*each, strict=True), towards=start, pull=_PULL)
            mixed = zip(values, start, strict=True)
            by_pair[pair] = [_OWN * value + (1 - _OWN) * common for value, common in mixed]
    _count(second, bare, counts, kinds, chance)
    _write(fitted, by_pair, kinds, counts)


def _pieces(line: str) -> list[str]:
    """Cut long paragraphs at sentence ends."""
    parts, current = [], ""
    for sentence in line.replace("? ", "?\0").replace(". ", ".\0").split("\0"):
        current = f"{current} {sentence}".strip()
        if len(current) > 200:
            parts.append(current)
            current = ""
    return [*parts, current] if current else parts


def _table(kinds: dict[tuple[str, str], int], counts: _Counts) -> dict[str, list[Candidate]]:
    table: dict[str, list[Candidate]] = defaultdict(list)
    for (written, meant), kind in kinds.items():
        table[written].append(
            Candidate(meant, entry(meant), KINDS[kind], *counts.of((written, meant)))
        )
    return table


def _count(
    lines: list[str],
    table: dict[str, list[Candidate]],
    counts: _Counts,
    kinds: dict[tuple[str, str], int],
    chance: random.Random,
) -> None:
    for text in lines:
        for _, written, candidate, features in _observe(text, words(text), table):
            counts.clean[written, candidate.word] += 1
            counts.strong[written, candidate.word] += features[2] > _STRONG
    for _, pair, _ in _planted(lines, table, kinds, chance):
        counts.found[pair] += 1


def _samples(
    lines: list[str],
    table: dict[str, list[Candidate]],
    kinds: dict[tuple[str, str], int],
    chance: random.Random,
) -> list[tuple[list[float], float, tuple[str, str]]]:
    samples: list[tuple[list[float], float, tuple[str, str]]] = []
    for text in lines:
        for _, written, candidate, features in _observe(text, words(text), table):
            samples.append((features, 0.0, (written, candidate.word)))
    clean = len(samples)
    for features, pair, _ in _planted(lines, table, kinds, chance):
        samples.append((features, 1.0, pair))
    sys.stdout.write(f"{clean} clean samples, {len(samples) - clean} planted\n")
    return samples


def _planted(
    lines: list[str],
    table: dict[str, list[Candidate]],
    kinds: dict[tuple[str, str], int],
    chance: random.Random,
) -> Iterator[tuple[list[float], tuple[str, str], int]]:
    """Yield the features of slips that are planted, and noticed at all."""
    written_for: dict[int, dict[str, list[str]]] = {kind: defaultdict(list) for kind in range(4)}
    for (written, meant), kind in kinds.items():
        written_for[kind][meant].append(written)
    planted: Counter[tuple[str, str]] = Counter()
    for text in lines:
        found = words(text)
        for kind, slips in written_for.items():
            for _ in range(4 if kind == _FUNCTION else 1):
                places = [at for at, word in enumerate(found) if word.text in slips]
                if not places:
                    break
                at = chance.choice(places)
                meant = found[at].text
                written = chance.choice(slips[meant])
                if planted[written, meant] >= _MOST[kind]:
                    continue
                planted[written, meant] += 1
                start, end = found[at].start, found[at].end
                wrong = text[:start] + written + text[end:]
                near = words(wrong)
                row = read_row(wrong, near)
                place = next((i for i, word in enumerate(near) if word.start == start), None)
                if place is None or near[place].text != written:
                    continue
                candidate = next(each for each in table[written] if each.word == meant)
                features = evidence(row, row.at[place], entry(written), candidate)
                if features is not None:
                    if kind == _FUNCTION:
                        features += context(row, row.at[place])
                    yield features, (written, meant), kind


def fit(
    rows: Sequence[list[float]],
    labels: Sequence[float],
    *,
    towards: list[float] | None = None,
    pull: float = 1.0,
    clean_weight: float = 8.0,
) -> list[float]:
    """Weights by logistic regression (Newton's method), held ``towards`` given ones by a ridge."""
    import numpy

    matrix: Any = numpy.array(rows, dtype=numpy.float64)
    wanted: Any = numpy.array(labels)
    scale: Any = matrix.std(0)
    scale[scale < 0.05] = 1.0
    matrix = matrix / scale
    importance = numpy.where(wanted == 1.0, 1.0, clean_weight)
    centre: Any = numpy.array(towards or [0.0] * matrix.shape[1]) * scale
    values: Any = centre.copy()
    hold: Any = numpy.eye(len(values)) * pull
    hold[0, 0] = 0.01  # the constant is free
    for _ in range(25):
        likely = 1 / (1 + numpy.exp(-numpy.clip(matrix @ values, -30, 30)))
        slope = matrix.T @ (importance * (wanted - likely)) - hold @ (values - centre)
        bend = (matrix * (importance * likely * (1 - likely))[:, None]).T @ matrix
        step = numpy.linalg.solve(bend + hold, slope)
        values = values + step * min(1.0, 3.0 / max(1e-9, float(numpy.abs(step).max())))
    return [float(value) for value in values / scale]


def _write(
    fitted: list[float],
    by_pair: dict[tuple[str, str], list[float]],
    kinds: dict[tuple[str, str], int],
    counts: _Counts,
) -> None:
    lines = ["# evidence\tweight; made by lint/prose/build_slips.py"]
    lines += [f"{name}\t{value:.4f}" for name, value in zip(FEATURES, fitted, strict=True)]
    (_DATA / "slip-weights.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    lines = ["\t".join(["# written meant", *FEATURES, *CONTEXT])]
    lines += [
        "\t".join([" ".join(pair), *(f"{value:.3g}" for value in values)])
        for pair, values in by_pair.items()
    ]
    (_DATA / "slip-pairs.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    table: dict[str, list[str]] = defaultdict(list)
    for (written, meant), kind in sorted(kinds.items()):
        clean, strong = counts.of((written, meant))
        table[written].append(f"{meant} {kind} {clean:g} {strong:g}")
    rows = ["\t".join([written, *fields]) for written, fields in table.items()]
    rows.sort(key=lambda row: row.split("\t")[0].encode() + b"\t")
    (_DATA / "slips.tsv").write_bytes(("\n".join(rows) + "\n").encode("utf-8"))
    sys.stdout.write(f"{len(rows)} written words\n")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    build([Path(name) for name in sys.argv[1:]])
