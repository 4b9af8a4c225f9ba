"""The images of an article: which there are, under which name, and what they show."""

from __future__ import annotations

import re
from typing import Final

from lint.article import hints
from lint.document import Element

IMAGE_TAGS: Final = ("img", "amp-img", "amp-anim")
_ADDRESSES = ("src", "data-src", "data-lazy-src", "data-original", "data-hi-res-src")
_SIZE = re.compile(
    r"[-_@](?:\d{2,5}x\d{2,5}|\d{3,5}w|[1-4]x|[swh]\d{3,4}(?:-c\d{2,3})?|scaled|large|small|medium|thumb)$"
)
_EXTENSION = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|jfif)$")
_HOST = re.compile(r"^(?:[a-z]+:)?//[^/]*")
_GENERIC = re.compile(
    r"\d{0,5}|[\d_-]*x[\d_x-]*|master|original|image|photo|picture|default|large|medium|small"
)
_THUMBNAIL = re.compile(r"(?<![0-9a-z])(\d{2,4})x(\d{2,4})(?![0-9a-z])")
_SPACER = re.compile(r"/(?:1px|1x1|spacer|pixel|blank|transparent|clear|dot)\.(?:gif|png)(?:$|\?)")
_NUMBER = re.compile(r"\s*(\d{1,5})(?:px)?\s*")

# Words in class names, addresses, alternative texts and captions that say what a picture is.
_NATURES: Final = {
    "logo": "logo",
    "logos": "logo",
    "icon": "icon",
    "emoji": "icon",
    "smiley": "icon",
    "spinner": "icon",
    "avatar": "portrait",
    "gravatar": "portrait",
    "headshot": "portrait",
    "byline": "portrait",
    "author": "portrait",
    "authors": "portrait",
    "bio": "portrait",
    "chart": "chart",
    "graph": "chart",
    "diagram": "chart",
    "diagrams": "chart",
    "graphic": "chart",
    "infographic": "chart",
    "infogram": "chart",
    "datawrapper": "chart",
    "flourish": "chart",
    "map": "chart",
    "maps": "chart",
    "charts": "chart",
    "graphs": "chart",
    "table": "chart",
    "screenshot": "screenshot",
    "screengrab": "screenshot",
    "screencap": "screenshot",
    "illustration": "illustration",
    "cartoon": "illustration",
    "artwork": "illustration",
    "rendering": "illustration",
    "cover": "illustration",
    "video": "video",
    "videos": "video",
    "player": "video",
    "jwplayer": "video",
    "brightcove": "video",
    "youtube": "video",
    "podcast": "video",
}
_WORD = re.compile(r"[a-z]+")
_MOVING = frozenset("video audio amp-video amp-youtube".split())


def address(image: Element) -> str:
    """The address of an image, whatever attribute lazy loading keeps it in; may be empty."""
    for name in _ADDRESSES:
        value = (image.get(name) or "").strip()
        if value and not value.startswith(("data:", "blob:", "about:")):
            return value
    for name in ("srcset", "data-srcset"):
        value = (image.get(name) or "").strip()
        if value and not value.startswith("data:"):
            return value.split(None, 1)[0].rstrip(",")
    return ""


def image_name(image: Element) -> str:
    """What stays the same when one image is served in several sizes; empty if nothing is known.

    The file name without size suffix; where that is only a number or a word such as "master", the
    longest part of the path, in which image servers keep a key.
    """
    path = address(image).split("#", 1)[0].split("?", 1)[0][-500:].lower()
    parts = [part for part in _HOST.sub("", path).split("/") if part]
    if not parts:
        return ""
    stem = _SIZE.sub("", _EXTENSION.sub("", parts[-1]))
    if len(stem) >= 4 and not _GENERIC.fullmatch(stem):
        return stem
    longest = max(parts, key=len)
    return longest if len(longest) >= 12 else "/".join(parts)


def is_pixel(image: Element) -> bool:
    """Tell whether an image is a tracking pixel or a spacer."""
    return bool(_SPACER.search(address(image).lower()[-100:])) or any(
        (size := _size(image, name)) is not None and size <= 2 for name in ("width", "height")
    )


def is_teaser(image: Element) -> bool:
    """Tell whether an image is a link to another page, rather than to the image at full size."""
    link = next(image.iterancestors("a"), None)
    if link is None or "attachment" in (link.get("rel") or ""):
        return False
    path = (link.get("href") or "").split("#", 1)[0].split("?", 1)[0].lower()
    if not path or path.startswith("javascript:") or _EXTENSION.search(path):
        return False
    return image_name(image) not in path if image_name(image) else True


def nature(image: Element, box: Element | None, alt: str, caption: str) -> str:
    """Say what a picture is: "photograph" unless markup or words say otherwise.

    ``box`` is the element that holds the image with its caption.
    """
    width, height = _size(image, "width"), _size(image, "height")
    if width and height and width <= 64 and height <= 64:
        return "icon"
    thumbnail = _THUMBNAIL.search(address(image))
    if thumbnail and int(thumbnail[1]) <= 160 and int(thumbnail[2]) <= 160:
        return "icon"
    if image_name(image).endswith("svg") or address(image).split("?", 1)[0].endswith(".svg"):
        return "chart"
    if box is not None and next(box.iter(*_MOVING), None) is not None:
        return "video"
    words = _WORD.findall(address(image).lower()[-200:])
    if box is not None:
        words += hints.hint_words(box)
    element: Element | None = image
    for _ in range(4):
        if element is None:
            break
        words += hints.hint_words(element)
        if element is box:
            break
        element = element.getparent()
    for text in (alt, caption):
        words += _WORD.findall(text.lower()[:40])
    if caption.lower().startswith(("source:", "sources:", "data:")):
        return "chart"
    lowered = caption.lower()
    if "illustration" in lowered or "screenshot" in lowered or "screengrab" in lowered:
        return "illustration" if "illustration" in lowered else "screenshot"
    return next((_NATURES[word] for word in words if word in _NATURES), "photograph")


def _size(image: Element, name: str) -> int | None:
    match = _NUMBER.fullmatch(image.get(name) or "")
    return int(match[1]) if match else None
