"""What GitHub's runner makes of a log, written anew after actions/runner, ActionCommand.cs."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")
_ESCAPES = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}


class Command(NamedTuple):
    """A command to the runner."""

    name: str
    properties: dict[str, str]
    data: str


def commands(log: str) -> list[Command]:
    """Every command in a log: a line whose first visible characters are "::", or with "##[".

    The runner asks more of a command (an end, a name that it knows); here each such line counts.
    """
    found = []
    for line in _LINE_END.split(log):
        bare = line.lstrip()  # .NET's TrimStart: Unicode white space, as here
        if bare.startswith("::"):
            head, _, data = bare[2:].partition("::")
            name, _, rest = head.partition(" ")
            pairs = [part.partition("=") for part in rest.split(",") if part]
            properties = {key.strip(): _unescaped(value) for key, _, value in pairs}
            found.append(Command(name, properties, _unescaped(data)))
        elif "##[" in line:
            found.append(Command(line[line.index("##[") :], {}, ""))
    return found


def _unescaped(text: str) -> str:
    return re.sub("%(?:25|0D|0A|3A|2C)", lambda match: _ESCAPES[match[0]], text)
