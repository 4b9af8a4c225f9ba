"""Build the packed word lists of lint/prose/data: ``python -m lint.prose.build_dictionary``.

Sources: SCOWL 2020.12.07 as Debian packages it (wamerican-huge, wbritish-huge, wcanadian-huge:
/usr/share/dict/*-english-huge) and the English list of the package pyspellchecker, whose counts
(of film subtitles) also tell which words are common. Licences and checksums go into NOTICE.
"""

from __future__ import annotations

import gzip
import json
import sys
from hashlib import sha256
from pathlib import Path

_DATA = Path(__file__).parent / "data"
_LISTS = ("american", "british", "canadian")
_COMMON = 20_000  # words that a typing error may be measured against, and their British forms
# How British spelling differs; a form counts that no American list has, but for double l.
_BRITISH = (
    ("or", "our"), ("er", "re"), ("iz", "is"), ("yz", "ys"), ("ense", "ence"), ("gram", "gramme"),
    ("aling", "alling"), ("eling", "elling"), ("aled", "alled"), ("eled", "elled"),
    ("eler", "eller"),
)  # fmt: skip
_BRITISH_TOO = "analogue fulfilment licence licences pretence programme programmes theatre theatres"

# Words of the news that are younger than the lists.
_NEW = """
adware agritech backend airstrike airstrikes anonymised antivax anti-vaxxer anti-vaxxers biometrics
blockchain bloggers byelection byelections carer carers ceasefires chatbot chatbots childminder
clickbait coronavirus covid crowdfund crowdfunded crowdfunding crowdsourced cryptocurrencies
cryptocurrency cybercrime cybersecurity cyberattack cyberattacks deepfake deepfakes deescalate
deplatformed dataset datasets ebike ebikes ecommerce edtech emoji emojis fintech foodbank foodbanks
frontline furlough furloughed geolocation gigawatt gigawatts greenwashing hashtag hashtags
healthcare homeschool homeschooled homeschooling hotspot hotspots influencer influencers infographic
infographics jihadism jihadist jihadists livestream livestreamed livestreaming livestreams lockdown
lockdowns longlist longlisted longlisting malware mansplaining memecoin microplastic microplastics
midterms misgender misgendered misgendering neurodivergent nonbinary offline online onscreen paywall
paywalled paywalls peacebuilding peacekeeper peacekeepers petrochemical photobomb photovoltaic
podcast podcaster podcasters podcasting podcasts pollster pollsters preorder preorders prepper
preppers racialised racialized ransomware rebrand rebranded rebranding redevelopment reopener
reshare reskilling rewilding roadmap roadmaps selfie selfies separatist separatists shortlist
shortlisted shortlisting smartphone smartphones smartwatch smartwatches snowboarder spokespeople
spokesperson spokespersons startup startups streamer streamers subreddit superfan superfans
superspreader tradwife trans transphobia transphobic tweet tweeted tweeting tweets unfollow
unfollowed unfriend upskill upskilling unvaccinated vape vaped vapes vaping vlog vlogger vloggers
voicemail voicemails voiceover warzone warzones webcam webcams webinar webinars website websites
weaponised weaponized whistleblower whistleblowers whistleblowing wifi woke wokeness workplace
workplaces masse facto operandi vivendi terre provocateur provocateurs enfant hoc bono apropos rata
capita diem mortem mpox pfas metaverse hyperscaler hyperscalers biosecurity doxing doxxed doxxing
semaglutide tirzepatide microdosing neurotech quishing smishing vishing stablecoin stablecoins
altcoin altcoins tokenized tokenised tokenization tokenisation antifa incel incels femicide
femicides loadshedding reskill frontend geofencing geofence quadcopter quadcopters ebola zika
monkeypox brexiteer brexiteers remainer remainers agtech healthtech proptech niqab niqabs shisha
kombucha matcha gochujang panko doomscrolling rizz situationship bantustan bantustans braai braais
bakkie bakkies stokvel stokvels kwaito amapiano lekgotla loya peshmerga nakba hudna bandh
crowdsource upcycle upcycled upcycling gameplay esports telehealth livestreamer geotagged bioterror
cyberbullying darknet mech mechs unboxing vaxxed vaxxers
""".split()


def build() -> None:
    """Write english.txt (sorted, one word a line) and common.txt (most common first)."""
    sources = [Path(f"/usr/share/dict/{name}-english-huge") for name in _LISTS]
    missing = [str(path) for path in sources if not path.exists()]
    if missing:
        raise SystemExit(f"missing: {', '.join(missing)}; install the packages named above")
    american, *others = (set(path.read_text("utf-8").split()) for path in sources)
    scowl = american.union(*others)
    counts = _counts()
    known = {word for word in scowl if word.islower() and word.isalpha()}
    known |= set(_NEW)
    ranked = sorted((word for word in counts if word in known), key=lambda word: -counts[word])
    english = "\n".join(sorted(known, key=lambda word: word.encode())) + "\n"
    common = "\n".join(_with_british(ranked[:_COMMON], known, american)) + "\n"
    _DATA.mkdir(exist_ok=True)
    for name, text in (("english.txt", english), ("common.txt", common)):
        data = text.encode()
        (_DATA / name).write_bytes(data)
        sys.stdout.write(f"{name}  {len(text.split())} words  sha256 {sha256(data).hexdigest()}\n")


def _with_british(ranked: list[str], known: set[str], american: set[str]) -> list[str]:
    """Put the British form behind each American one: the counts hold hardly any."""
    seen = set(ranked)
    both: list[str] = []
    for word in ranked:
        both.append(word)
        for ours, theirs in _BRITISH:
            form = word.replace(ours, theirs)
            if form in known and form not in seen and ("ll" in theirs or form not in american):
                seen.add(form)
                both.append(form)
    return both + [word for word in _BRITISH_TOO.split() if word not in seen]


def _counts() -> dict[str, int]:
    import spellchecker  # the package's own data file, without its 300 ms of loading

    path = Path(spellchecker.__file__).parent / "resources" / "en.json.gz"
    counts: dict[str, int] = json.loads(gzip.decompress(path.read_bytes()))
    return counts


if __name__ == "__main__":
    build()
