"""Fixes a folder of articles again and again, and is killed each time, at a moment left to chance.

Run as a program: ``killing.py FOLDER ROUNDS SEED`` prints, as JSON, what became of the articles. A
process that has loaded everything forks; its child runs `copydesk fix` and gets SIGKILL.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from lint.cli import main

ARTICLES = 1_000
BATCH = 100  # of them in a round
WHILE = 0.03  # seconds from the first file that is written; in each tenth round from the start
# One rule is enough, and the cheaper it is, the more of the time goes into writing.
FIX = ["fix", "-q", "--isolated", "--select", "doubled-word"]


def fix(paths: list[str]) -> int:
    """Begin a run of `copydesk fix` that says nothing; give the number of its process."""
    child = os.fork()
    if child:
        return child
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    os._exit(main([*FIX, *paths]))


def ended(child: int) -> int:
    return os.waitpid(child, 0)[1]


def state(folder: Path) -> dict[str, tuple[int, int, int]]:
    """What is in a folder: the inode, size and time of each file."""
    found = {}
    for entry in os.scandir(folder):
        about = entry.stat(follow_symlinks=False)
        found[entry.name] = (about.st_ino, about.st_size, about.st_mtime_ns)
    return found


def run(folder: Path, rounds: int, seed: int) -> Counter[str]:
    """Fix and kill; each round begins with every article in its old form."""
    chance = random.Random(seed)
    counts: Counter[str] = Counter()
    old = {f"{n}.html": b"<p>Ferry %d hit the the wall.</p>" % n for n in range(ARTICLES)}
    new = {name: data.replace(b"the the", b"the") for name, data in old.items()}
    for name, data in old.items():
        (folder / name).write_bytes(data)
    before = state(folder)
    (folder / "warm.html").write_bytes(b"<p>It hit the wall.</p>")
    main(["check", *FIX[1:], str(folder / "warm.html")])  # children find everything loaded
    (folder / "warm.html").unlink()
    for number in range(rounds):
        paths = [str(folder / name) for name in chance.sample(sorted(old), BATCH)]
        untouched = folder.stat().st_mtime_ns
        child = fix(paths)
        while number % 10 and folder.stat().st_mtime_ns == untouched:
            time.sleep(0.001)
        time.sleep(chance.uniform(0, WHILE))
        os.kill(child, signal.SIGKILL)
        counts["killed"] += os.WIFSIGNALED(ended(child))
        now = state(folder)
        changed = [name for name in now if name in old and now[name] != before[name]]
        for name in changed:
            data = (folder / name).read_bytes()
            counts["new" if data == new[name] else "old" if data == old[name] else "broken"] += 1
            (folder / name).write_bytes(old[name])
            now[name] = state_of(folder / name)
        counts["missing"] += len(old.keys() - now.keys())
        counts["left behind"] += len(now.keys() - old.keys())
        counts["caught writing"] += bool(changed)
        before = {name: now[name] for name in old}
    ended(fix([str(folder)]))
    counts["new at the end"] = sum((folder / name).read_bytes() == new[name] for name in new)
    counts["left at the end"] = sum(1 for _ in folder.iterdir()) - len(old)
    return counts


def state_of(path: Path) -> tuple[int, int, int]:
    about = path.stat()
    return (about.st_ino, about.st_size, about.st_mtime_ns)


if __name__ == "__main__":
    counted = run(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    sys.stdout.write(json.dumps(counted) + "\n")
