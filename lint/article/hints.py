"""What class names, ids and tags say of an element's role, as 303 surveyed pages use them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from lint.document import Element

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SPLIT = re.compile(r"[^a-z0-9]+")
# "has-shares", "with-sidebar", "no-ads": what stands in the element or beside it, not what it is.
_STATE = re.compile(r"(?:\b|[-_])(?:has|with|without|no)[-_]")
_ROLES = frozenset("navigation search dialog banner contentinfo".split())

#: Words in class, id, role or data-* names of what is not the article's own text.
FURNITURE_WORDS: Final = frozenset(
    "related recommended recommendations recommend recirc recirculation promo promos promotion "
    "newsletter newsletters share sharing sharebar shares social comments comment disqus "
    "sidebar advert adverts advertisement advertising ad ads adslot dfp sponsor sponsored "
    "outbrain taboola teaser teasers trending popular breadcrumb breadcrumbs cookie cookies "
    "consent subscribe subscription signup contentinfo search nav navigation navbar menu footer "
    "toolbar widget widgets popup modal overlay hidden invisible sr screenreader noprint print "
    "player playlist jobs job poll quiz rating tooltip banner tags taglist topics bio authorbio "
    "disclaimer feedback donate donation pager pagination login register skip accessibility "
    "buttons button icon icons notification livechat bookmark save follow cta dialog onetrust "
    "crumb crumbs "
    "gdpr ccpa privacy didomi comscore ticker relatedposts relatedlinks relatedstories".split()
)
#: Words of what is furniture however long it is: consent forms and comments outgrow short news.
NEVER_COPY_WORDS: Final = frozenset(
    "onetrust gdpr ccpa didomi cookie cookies consent comments disqus dialog login".split()
)
#: Pairs of words that mean furniture only together, as in "read-more" or "sign-up".
FURNITURE_PAIRS: Final = frozenset(
    [
        ("read", "more"), ("read", "next"), ("read", "also"), ("more", "from"), ("more", "on"),
        ("most", "read"), ("sign", "up"), ("also", "like"), ("you", "may"), ("up", "next"),
        ("author", "bio"), ("about", "author"), ("author", "box"), ("author", "info"),
        ("visually", "hidden"), ("video", "card"), ("story", "card"), ("post", "tags"),
        ("see", "also"), ("inline", "links"), ("link", "list"), ("more", "topic"),
        ("latest", "news"), ("top", "stories"), ("entry", "footer"), ("post", "footer"),
    ]
)  # fmt: skip
FURNITURE_TAGS: Final = frozenset(
    "nav footer form button dialog menu iframe object select textarea".split()
)
CAPTION_WORDS: Final = frozenset("caption captions figcaption imagecaption newscaption".split())
PICTURE_WORDS: Final = frozenset("image photo picture figure".split())
CREDIT_WORDS: Final = frozenset(
    "credit credits copyright photographer attribution distributor photocredit imagecredit "
    "copyrightholder credittext source".split()
)
STANDFIRST_WORDS: Final = frozenset(
    "standfirst dek deck subtitle subheadline subhead excerpt strapline leadtext tagline "
    "subheading summary kicker-text teasertext".split()
)
STANDFIRST_PAIRS: Final = frozenset(
    [("sub", "title"), ("sub", "headline"), ("sub", "heading"), ("article", "teaser"),
     ("lead", "text"), ("header", "text"), ("article", "summary"), ("article", "intro")]
)  # fmt: skip
BYLINE_WORDS: Final = frozenset(
    "byline bylines author authors writer contributor contributors".split()
)
DATELINE_WORDS: Final = frozenset(
    "date dateline datetime timestamp time published publish posted updated pubdate meta".split()
)
KICKER_WORDS: Final = frozenset("kicker overline eyebrow label section category tag".split())
BODY_WORDS: Final = frozenset(
    "articlebody storybody bodytext articletext storytext postcontent entrycontent richtext "
    "articlecontent maincontent".split()
)
BODY_PAIRS: Final = frozenset(
    [(one, two) for one in ("article", "story", "post", "entry", "content", "rich", "main")
     for two in ("body", "text", "content", "copy", "description")]
)  # fmt: skip


def hint_words(element: Element) -> tuple[str, ...]:
    """List the lower-case words in an element's class, id, role, itemprop and data-testid names.

    "Article__RelatedLinks" gives article, related, links.
    """
    get = element.get
    names = (get("class"), get("id"), get("role"), get("itemprop"), get("data-testid"))
    return _hint_words(*names) if any(names) else ()


@lru_cache(4096)  # a page says the same of many elements, and is asked again and again
def _hint_words(
    classes: str | None, own_id: str | None, role: str | None, prop: str | None, test: str | None
) -> tuple[str, ...]:
    classes = classes or ""
    if ":" in classes:  # "md:hidden" of utility classes holds in some windows only
        plain = [name for name in classes.split() if ":" not in name]
        shown_elsewhere = "hidden" in plain and len(plain) < len(classes.split())
        classes = " ".join(name for name in plain if not (shown_elsewhere and name == "hidden"))
    if _STATE.search(classes):
        classes = " ".join(name for name in classes.split() if not _STATE.search(name))
    others = (own_id, role if role in _ROLES else "", prop, test)
    names = " ".join(filter(None, (classes, *others)))
    if not names:
        return ()
    return tuple(filter(None, _SPLIT.split(_CAMEL.sub(" ", names[:500]).lower())))


def has_pair(words: Sequence[str], pairs: frozenset[tuple[str, str]]) -> bool:
    """Tell whether two words of a list that stand side by side are one of the pairs."""
    return any(pair in pairs for pair in itertools.pairwise(words))


def says_credit(element: Element) -> bool:
    """Tell whether an element's tag or class names mark a credit ("caption__credit" does)."""
    if element.tag in ("cite", "small"):
        return True
    last = ""
    for word in hint_words(element):
        if word in CREDIT_WORDS or word in CAPTION_WORDS:
            last = word
    return last in CREDIT_WORDS


def looks_like_furniture(element: Element) -> bool:
    """Tell whether an element's own tag, attributes or class names mark it as no article text."""
    tag = element.tag
    if tag in FURNITURE_TAGS or is_hidden(element):
        return True
    # What stands on html or body ("modal-open") speaks of the page's state, not of a part.
    words = () if tag in ("html", "body", "main", "h1") else hint_words(element)
    if not words:
        return False
    if has_pair(words, FURNITURE_PAIRS):
        return True
    # "image-widget" is how some systems call a figure.
    is_picture = "widget" in words and not PICTURE_WORDS.isdisjoint(words)
    found = FURNITURE_WORDS.intersection(words)
    return bool(found - {"widget"} if is_picture else found)


def is_hidden(element: Element) -> bool:
    """Tell whether markup hides an element from every reader."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    if not style:
        return False
    compact = style.replace(" ", "").lower()
    return "display:none" in compact or "visibility:hidden" in compact
