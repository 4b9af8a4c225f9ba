"""Picture credits: who made a picture and who sent it, in the forms that news pages write.

Forms and labels as surveyed on 129 English news pages and in publishers' own templates.
"""

from __future__ import annotations

import re
from typing import Final

from lint.patterns import lazy_pattern
from lint.tuples import NamedTuple

#: Agencies and services that credits name; lower case.
AGENCIES: Final = frozenset(
    [
        "aa", "aap", "abaca", "adobe stock", "afp", "agence france-presse", "alamy", "anadolu",
        "anadolu agency", "anp", "ansa", "ap", "apa", "apaimages", "associated press",
        "backgrid", "belga", "bloomberg", "brazil photo press", "canadian press", "corbis",
        "courtesy", "cover images", "depositphotos", "dpa", "dreamstime", "efe", "epa",
        "epa images", "epa-efe", "facebook", "file photo", "flickr", "gallo images", "getty",
        "getty images", "handout", "handout via reuters", "hans lucas", "ians", "imago",
        "instagram", "istock", "itar-tass", "keystone", "kyodo", "le pictorium", "lehtikuva",
        "magnum photos", "maxppp", "middle east images", "nasa", "ntb", "nurphoto", "pa",
        "pa images", "pa media", "pa wire", "panos", "panos pictures", "pexels", "pixabay",
        "postmedia", "press association", "pti", "reuters", "rex", "rex features", "ria novosti",
        "ritzau scanpix", "sana", "scanpix", "shutterstock", "sipa", "sipa usa", "splash news",
        "sputnik", "stock.adobe.com", "stringer", "supplied", "tass", "telegram",
        "the associated press", "the canadian press", "tt", "twitter", "unsplash", "upi",
        "us navy", "usa today", "usa today sports", "wafa", "wenn", "wikimedia",
        "wikimedia commons", "wire", "x", "xinhua", "yonhap", "youtube", "zuma", "zuma press",
        "zumapress",
    ]
)  # fmt: skip

_LABELS = (
    r"(?:(?:photo|picture|image|photograph|illustration|graphic|video|screenshot|file photo|file)s?"
    r"(?:\s+(?:credit|courtesy|supplied)s?)?|credits?|pics?|courtesy|source|fotos?|bild|quelle)"
)
_LABELLED = lazy_pattern(
    rf"(?P<label>{_LABELS})\s*(?::|\s(?:by|courtesy of|from|via)\b)\s*(?P<inner>\S.*)",
    re.IGNORECASE,
)
_LABEL_AT = lazy_pattern(rf"(?<![\w-]){_LABELS}\s*(?::|\s(?:by|courtesy of)\s)", re.IGNORECASE)
_BLANKS = r"(?<!\s)\s++"  # all that stand together: tried once, not from each of them
_SEPARATOR = rf"(?:{_BLANKS})?[/|]\s*|{_BLANKS}(?:[-–—]|via|for)\s+|,\s+|;\s*"
_SEPARATORS = lazy_pattern(_SEPARATOR)
_PARTIES = lazy_pattern(rf"{_SEPARATOR}|(?:{_BLANKS})?[–—]\s*")
# A bare agency name with a photographer behind a slash, as agencies sign: "REUTERS/Jo Blake".
_BARE = lazy_pattern(
    r"(?:(?:REUTERS|AFP|EPA|EFE|AP|PA|AAP|TASS|Reuters|AFP-JIJI|EPA-EFE)(?:\s+Photo)?|"
    r"AP\s+Photo|Getty\s+Images)"
    r"(?:\s*/\s*[^\d\W][\w.'’ -]{1,60}){1,3}"
)
_COPYRIGHT = lazy_pattern(r"(?:©|\(c\)|copyright\b)\s*(?P<inner>\S.{1,80})", re.IGNORECASE)
_LONGEST: Final = 120
_MOST_SIGNED: Final = 7  # words
_NOT_CREDITS = frozenset(
    "left right centre center above below top bottom l r c front back pictured file photo inset "
    "sic pdf video file-photo foreground background second far".split()
)
_DIRECTIONS = frozenset("read see watch listen story from click more scroll".split())
_NAME_PART = lazy_pattern(r"[A-ZÀ-ÞĀ-Ž][\w.'’ʼ-]*")
_DIGIT = lazy_pattern(r"\d")  # "[Fig 1]" credits nobody
_WORD = lazy_pattern(r"[\w.'’&-]+")
_SMALL = frozenset(
    "of the and for by via de del van von der den bin al el la le di da in & courtesy".split()
)


class Credit(NamedTuple):
    """A credit in a text: ``[start, end)`` with its brackets or label.

    ``form`` is "square" ([A/B]), "round" ((A/B)), "label" (Photo: A), "bare" (REUTERS/A),
    "copyright" (© A) or "signed", a bracket of names that may well be the source; ``label`` the
    label's words. ``[inner_start, inner_end)`` leaves brackets and label out; ``parts`` are the
    ranges of the parties between separators.
    """

    start: int
    end: int
    form: str
    label: str
    inner_start: int
    inner_end: int
    parts: tuple[tuple[int, int], ...]


def find_credit(text: str) -> Credit | None:
    """Find the credit at the end of a caption, or the one that a whole text is."""
    stop = len(text.rstrip(" .\u00a0"))
    if not stop:
        return None
    closer = text[stop - 1]
    if closer in "])":
        opener = text.rfind("[" if closer == "]" else "(", max(0, stop - _LONGEST), stop - 1)
        if opener >= 0:
            return _bracketed(text, opener, stop)
        return None
    start = max(0, stop - _LONGEST - 20)
    label = None
    for match in _LABEL_AT.finditer(text, start, stop):
        label = match
    if label is not None and _begins(text, label.start()):
        found = _LABELLED.match(text, label.start(), stop)
        if found and stop - found.start("inner") <= _LONGEST:
            rest = text[found.start("inner") : stop]
            if _names_someone(rest) and not _is_sentence(rest):
                return _credit(
                    text, label.start(), stop, "label", found["label"], found.start("inner"), stop
                )
    for match in _BARE.finditer(text, start, stop):
        if match.end() >= stop - 1 and (
            match.start() == 0 or text[match.start() - 1] in " .\u00a0]|"
        ):
            start = _party_before(text, match.start())
            return _credit(text, start, stop, "bare", "", start, stop)
    for match in _COPYRIGHT.finditer(text, start, stop):
        # "Read about its copyright licences" names nobody.
        names = match[0][0] in "©(" or match["inner"][0].isupper() or match["inner"][0].isdigit()
        if names and match.end() >= stop and len(match["inner"].split()) <= 6:
            return _credit(text, match.start(), stop, "copyright", "©", match.start("inner"), stop)
    if text[:stop].casefold() in AGENCIES:
        return _credit(text, 0, stop, "bare", "", 0, stop)
    return None


def read_credit(text: str) -> Credit | None:
    """Read a text that is known to stand in a credit element; None if it names nobody."""
    stop = len(text.rstrip(" .\u00a0"))
    if not stop or not _WORD.search(text):
        return None
    found = find_credit(text)
    if found is not None and found.start == 0:
        return found
    label = _LABELLED.match(text)
    if label:
        return _credit(text, 0, stop, "label", label["label"], label.start("inner"), stop)
    return _credit(text, 0, stop, "bare", "", 0, stop)


def is_signature(text: str) -> bool:
    """Tell whether a text that stands in an element of its own beside a caption is its credit.

    "Jo Blake/Reuters files", "Jo Blake—Getty Images": capitalised parties, a known one among them.
    """
    found = find_credit(text)
    if found is not None and found.start == 0 and found.end >= len(text.rstrip(" .\u00a0")):
        return True
    bare = text.strip(" .\u00a0–—-|")
    if len(bare) > _LONGEST or len(_WORD.findall(bare)) > 10:
        return False
    parties = [party.strip() for party in _PARTIES.split(bare)]
    return all(_NAME_PART.match(party) for party in parties) and any(
        is_agency(party) or is_agency(party.removesuffix(" files").removesuffix(" file"))
        for party in parties
    )


def is_bare_signature(text: str) -> bool:
    """Tell whether a text that stands where captions do is a credit: "Jo Blake/Instagram"."""
    words = _WORD.findall(text)
    return (
        "/" in text
        and len(words) <= _MOST_SIGNED
        and all(word[0].isupper() or word in _SMALL for word in words)
        and find_credit(text) is None
        and is_signature(text)
    )


def is_description(text: str) -> bool:
    """Tell whether a text from a credit's element describes the picture: mostly common words."""
    found = find_credit(text)
    if found is not None and found.start == 0:
        return False
    words = _WORD.findall(text)
    common = [word for word in words if word[0].islower() and word not in _SMALL]
    return len(words) >= 8 and len(common) >= 0.4 * len(words)


def is_agency(text: str) -> bool:
    """Tell whether a party of a credit is an agency or service that is known by name."""
    name = text.casefold().strip(" .")
    return name in AGENCIES or name.removesuffix(" photo") in AGENCIES


def _party_before(text: str, at: int) -> int:
    """Where a credit begins whose agency stands at ``at``: "Jo Blake / AFP / Getty Images"."""
    before = text[:at].rstrip(" \u00a0")
    if not before.endswith("/"):
        return at
    start = max(before.rfind(". ") + 2, 0) if ". " in before else 0
    parties = _WORD.findall(before[start:])
    return start if len(parties) <= 4 and all(word[0].isupper() for word in parties) else at


def _bracketed(text: str, start: int, end: int) -> Credit | None:
    form = "square" if text[start] == "[" else "round"
    inner = text[start + 1 : end - 1]
    label = _LABELLED.fullmatch(inner.strip())
    if label:
        at = start + 1 + inner.index(label["inner"])
        return _credit(text, start, end, form, label["label"], at, end - 1)
    words = [word.casefold() for word in _WORD.findall(inner)]
    if form == "square" and words == ["file", "photo"]:
        return _credit(text, start, end, form, "", start + 1, end - 1)
    if not words or set(words) <= _NOT_CREDITS or inner.strip().isdigit():
        return None
    if form == "square":
        named = _names_someone(inner) and ("/" in inner or not _DIGIT.search(inner))
        return _credit(text, start, end, form, "", start + 1, end - 1) if named else None
    # Round brackets hold asides, too: an agency or a slash between names makes a credit.
    parts = [part.strip() for part in _SEPARATORS.split(inner)]
    known = any(is_agency(part) for part in parts) or words[:2] == ["ap", "photo"]
    slashed = "/" in inner and all(
        _NAME_PART.match(part) for part in inner.split("/") if part.strip()
    )
    paper = inner.endswith((" Times", " Post", " News", " Press", " Images", " Agency", " Photos"))
    if known or ((paper or slashed) and not _DIGIT.search(inner)):
        return _credit(text, start, end, form, "", start + 1, end - 1)
    if _is_signature(text[:start], inner):
        return _credit(text, start, end, "signed", "", start + 1, end - 1)
    return None


def _is_signature(before: str, inner: str) -> bool:
    """A bracket behind the caption's last stop that holds a name and nothing else signs it."""
    parties = [word for word in _WORD.findall(inner) if word not in _SMALL]
    return (
        before.rstrip(" \u00a0").endswith((".", ".”", "!", "?"))
        and 2 <= len(parties) <= 8
        and all(word[0].isupper() for word in parties)
        and parties[0].casefold() not in _NOT_CREDITS | _DIRECTIONS
        and not _DIGIT.search(inner)
    )


def _credit(
    text: str, start: int, end: int, form: str, label: str, inner_start: int, inner_end: int
) -> Credit:
    parts: list[tuple[int, int]] = []
    at = inner_start
    for match in _SEPARATORS.finditer(text, inner_start, inner_end):
        if match.start() > at:
            parts.append((at, match.start()))
        at = match.end()
    if at < inner_end:
        parts.append((at, inner_end))
    return Credit(start, end, form, label, inner_start, inner_end, tuple(parts))


def _begins(text: str, at: int) -> bool:
    """A label begins a credit at the text's start, or behind a sentence, a blank or a bar.

    Glued ones ("…the city.Credit: PA") count as well.
    """
    return at == 0 or text[at - 1] in ' .|\u00a0–—-"”’)(!?' or text[at].isupper()


def _names_someone(text: str) -> bool:
    words = _WORD.findall(text)
    named = any(word[0].isupper() for word in words) or is_agency(text)  # "iStock"
    return bool(words) and len(words) <= 14 and named


def _is_sentence(text: str) -> bool:
    """Credits are names; a run of several small words is prose ("Source: the plan is late")."""
    small = [word for word in _WORD.findall(text) if word[0].islower() and word not in _SMALL]
    return len(small) > 3 or bool(re.search(r"[a-z]\.\s+[A-Z][a-z]+ [a-z]", text))
