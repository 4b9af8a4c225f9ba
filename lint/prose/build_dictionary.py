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

# Words of the news that are younger than the lists.
_NEW = """
aarti academisation adivasi adivasis adtech adware agritech agritourism agrivoltaic agrivoltaics
agtech airstrike airstrikes altcoin altcoins amapiano anonymised anti-vaxxer anti-vaxxers antifa
antivax antivaxxers apropos astroturfing athleisure audioguide audioguides backend bakkie bakkies
bandh bandmate bandmates bantustan bantustans beatmaker bedblockers bedblocking bibimbap biochar
biomethane biometrics biosecurity bioterror bleisure blockchain bloggers boardgame bodycam bodycams
bodyworn bonkbuster bono boulangerie braai braais breadmaking breastmilk brexiteer brexiteers
brexiters bruh burqini burrata bushmeat busway busways byelection byelections capita carer carers
carshare ceasefires chatbot chatbots chav chavs cheesemaker cheesemakers childminder chiplet
chiplets cleantech clickbait climatetech clubgoers coliving comorbidities coronavirus cosplayers
covid coworking crewmember crewmembers crowdfund crowdfunded crowdfunder crowdfunding crowdsource
crowdsourced cryptocurrencies cryptocurrency cubesat cubesats cyberattack cyberattacks cyberbullying
cybercrime cyberflashing cybersecurity dalit dalits dancefloor dancefloors darknet dashcam dashcams
datacentre datacentres dataset datasets decacorn decarceration deepfake deepfakes deescalate deffo
defo demining denialism denialist deplatformed deplatforming derecho diem dieselgate docuseries
doomscrolling dosa dosas doxing doxxed doxxing ebike ebikes ebola ecommerce edtech electrolyser
electrolysers emoji emojis enfant esports factcheck factchecked factchecker factcheckers
factchecking facto fanbase fanbases fangirl fangirls fanzone fanzones fellrunner femicide femicides
femtech fintech flexitarian flightpaths flyhalf foodbank foodbanks foodtech frackers froing froings
frontend frontline frontwoman furlough furloughed gameday gamedays gameplay gaslighting gastropub
gastropubs genderfluid genderqueer geofence geofencing geolocated geolocation geotagged
gigafactories gigafactory gigawatt gigawatts glamping glibc gloomster glyphosate gochujang gotcha
greenwashing guanciale hapu hardmen hashtag hashtags healthcare healthtech heatmap heatmaps
heteronormative hindutva hoc homeschool homeschooled homeschooling hotspot hotspots housebuilder
housebuilders housebuilding hudna hyperscale hyperscaler hyperscalers idli idlis imbizo incel incels
influencer influencers infodemic infographic infographics instagrammer instagrammers insurtech iwi
jeggings jetlagged jihadi jihadis jihadism jihadist jihadists kaumatua keirin kettled kettling
kippah kombucha kwaito landbanking langar lehenga lehengas lekgotla libc lifehack lifehacks lineout
lineouts listicle liveblog liveblogs livestream livestreamed livestreamer livestreaming livestreams
loadshedding lockdown lockdowns longlist longlisted longlisting longread longreads loya
malinformation malware manosphere mansplaining martech masse matcha matchday matchdays mech mechs
medtech megafires memecoin metaverse microdose microdosing micromobility microplastic microplastics
midterms millennials misgender misgendered misgendering mixtape mixtapes mockumentary modders
monkeypox mortem moshpit mpox mutex mutexes nakba nduja neonicotinoids neurodivergent neurodiverse
neurodiversity neurotech newsbrand newsbrands newsfeed newsfeeds niqab niqabs nonbinary norovirus
offline offspinner omnichannel onesie onesies online onscreen operandi overtourism paneer panko
paywall paywalled paywalls peacebuilding peacekeeper peacekeepers peatland peatlands perimenopause
pescatarian peshmerga petrochemical petrostate pfas photobomb photovoltaic placemaking plandemic
playthrough podcast podcaster podcasters podcasting podcasts pollster pollsters polyamorous
powerplay powerplays prebiotics preorder preorders prepper preppers probiotics proptech proteomics
provocateur provocateurs pthreads pubgoer pubgoers quadcopter quadcopters quishing racialised
racialized ransomware rata rebrand rebranded rebranding redditor redditors redevelopment regtech
remainer remainers reopener reshare reskill reskilling rewild rewilded rewilding rideshare
rideshares rizz roadmap roadmaps romcom romcoms salafist salafists salwar scamdemic scooterist
selfie selfies semaglutide sensemaking separatist separatists setlist setlists shisha shitposting
shortlist shortlisted shortlisting shortselling showrunner showrunners sicario siloviki
situationship smartphone smartphones smartwatch smartwatches smishing sneakerhead snowboarder
sockpuppet sockpuppets softliner spad spads speedcam speedrun speedrunners spokespeople spokesperson
spokespersons spycam squadmate squadmates stablecoin stablecoins stalkerware startup startups
staycation staycations stepkids stepmum stepmums stockpicker stokvel stokvels stormwater streamer
streamers streetwear subreddit subtweet superfan superfans superfood superfoods superspreader
superyacht superyachts tankini tankinis teamtalk telehealth terre thinktank thinktanks tikanga
tiktoker tiktokers tirzepatide toing toings tokenisation tokenised tokenization tokenized tradie
tradies tradwife trans transness transphobia transphobic turntablist tweet tweeted tweeting tweets
unboxing undertourism unfollow unfollowed unfriend unvaccinated upcycle upcycled upcycling upskill
upskilling upskirting vape vaped vaper vapers vapes vaping vaxxed vaxxers videogames vishing vivendi
vlog vlogger vloggers vlogging voicemail voicemails voiceover voluntourism warzone warzones
weaponised weaponized webcam webcams webinar webinars website websites webtoon whanau whistleblower
whistleblowers whistleblowing wifi wildmeat woke wokeness workation workations workplace workplaces
workstream workstreams worldbuilding youtuber youtubers zika zoomer zoomers
""".split()
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
    for word in _NEW:
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
        entries[packed.key(word)] = fact | frequency << packed.FREQUENCY_SHIFT
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
