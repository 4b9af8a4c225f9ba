"""Copydesk asks nobody: no socket is opened, no address looked up, nothing fetched by the parser."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

# Python calls this at its start, in every process that copydesk begins: whatever has to do with
# sockets ends the process, with a trace of it that no exception handler can hide.
FORBIDDEN = """
import os, sys
def hear(event, given):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")):
        with open(os.environ["HEARD"], "a") as file:
            file.write(event + "\\n")
        os._exit(99)
sys.addaudithook(hear)
"""
SERVER = """
import http.server, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        open(sys.argv[1], "a").write(self.path + "\\n")
        self.send_response(200)
        self.end_headers()
    def log_message(self, *_):
        pass
server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
"""
PAGE = """<?xml version="1.0"?><?xml-stylesheet href="{at}/style.xsl"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "{at}/page.dtd" [
<!ENTITY wall SYSTEM "{at}/wall"><!ENTITY % more SYSTEM "{at}/more"> %more;]>
<html xmlns:xi="http://www.w3.org/2001/XInclude" manifest="{at}/manifest"><head><base href="{at}/">
<link rel="stylesheet" href="{at}/style.css"><link rel="preload" href="{at}/font">
<meta http-equiv="refresh" content="0; url={at}/next"><meta property="og:image" content="{at}/og.jpg">
<script src="{at}/script.js"></script><script type="application/ld+json">{{"@context": "{at}/context",
"@type": "NewsArticle", "image": "{at}/ld.jpg"}}</script></head><body>
<p>&wall; It hit the the wall on 31 June 2024 <a href="{at}/link?utm_source=x">there</a>.</p>
<xi:include href="{at}/include"/><img src="{at}/a.jpg" alt="A wall"><iframe src="{at}/frame"></iframe>
<figure><img src="//127.0.0.1/b.jpg" alt=""><figcaption>A wall</figcaption></figure>
<object data="{at}/object"></object><video src="{at}/video"></video></body></html>
"""
RUNS = [
    ["check"], ["check", "--output-format=json"], ["check", "--output-format=sarif"],
    ["check", "--output-format=github"], ["check", "--jobs=2"], ["fix", "--diff"], ["fix"], ["rules"],
    ["explain", "doubled-word"], ["names", "build"], ["names", "check", "--index=names.jsonl"],
    ["check", "--diff-base=HEAD"], ["--version"], ["--help"],
]  # fmt: skip


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[int, Path]]:
    """A server that writes down what it is asked for: its port, and its notes."""
    notes = tmp_path / "asked"
    command = [sys.executable, "-c", SERVER, str(notes)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield int(process.stdout.readline()), notes
        process.kill()


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.html").write_text(PAGE.replace("{at}", "http://127.0.0.1:9"), "utf-8")
    return folder


def _environment(folder: Path) -> dict[str, str]:
    (folder / "python").mkdir(exist_ok=True)
    (folder / "python" / "sitecustomize.py").write_text(FORBIDDEN, "utf-8")
    more = {"PYTHONPATH": str(folder / "python"), "HEARD": str(folder / "heard")}
    return {**os.environ, **more, "COPYDESK_CACHE_DIR": ""}


@pytest.mark.parametrize("arguments", RUNS, ids=" ".join)
def test_no_command_has_to_do_with_sockets(
    tmp_path: Path, desk: Path, arguments: list[str], counted: Callable[[int, str], None]
) -> None:
    environment = _environment(tmp_path)
    if any("diff-base" in each for each in arguments):
        author = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        for step in (("init", "-q"), (*author, "commit", "-q", "--allow-empty", "-m", "x")):
            subprocess.run(["git", *step], cwd=desk, check=True)
    if "--index=names.jsonl" in arguments:
        (desk / "names.jsonl").touch()
    command = [sys.executable, "-m", "lint", *arguments]
    done = subprocess.run(command, cwd=desk, env=environment, capture_output=True, check=False)
    assert not (tmp_path / "heard").exists(), (tmp_path / "heard").read_text()
    assert done.returncode in (0, 1), done.stderr
    counted(1, "commands that are run with sockets forbidden")


def test_what_forbids_sockets_does_so(tmp_path: Path) -> None:
    environment = _environment(tmp_path)
    for code in ("import socket; socket.socket()", "import socket; socket.getaddrinfo('a', 1)"):
        command = [sys.executable, "-c", f"try:\n    {code}\nexcept BaseException: pass"]
        assert subprocess.run(command, env=environment, check=False).returncode == 99
    assert (tmp_path / "heard").read_text().split() == ["socket.__new__", "socket.getaddrinfo"]


def test_nothing_that_an_article_names_is_fetched(
    server: tuple[int, Path], tmp_path: Path, counted: Callable[[int, str], None]
) -> None:
    """The parser is written in C, where no hook of Python hears it: so somebody listens."""
    port, notes = server
    at = f"http://127.0.0.1:{port}"
    page = tmp_path / "a.html"
    page.write_text(PAGE.replace("{at}", at), "utf-8")
    shutil.copy(page, tmp_path / "b.xhtml")
    for arguments in (["check"], ["fix", "--unsafe-fixes"]):
        command = [sys.executable, "-m", "lint", *arguments, "--isolated", "a.html", "b.xhtml"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert "date-impossible" in done.stdout
    assert not notes.exists(), notes.read_text()
    counted(PAGE.count("{at}"), "addresses in an article of which none is fetched")
    code = f"import urllib.request; urllib.request.urlopen('{at}/heard').read()"
    subprocess.run([sys.executable, "-c", code], check=True)
    assert notes.read_text() == "/heard\n"


def test_without_a_network_all_is_the_same(desk: Path) -> None:
    command = [sys.executable, "-m", "lint", "check", "--isolated", "--no-cache", "--jobs=2"]
    alone = ["unshare", "--map-root-user", "--net", *command]
    if shutil.which("unshare") is None:
        pytest.skip("there is no unshare")
    without = subprocess.run(alone, cwd=desk, capture_output=True, check=False)
    if b"unshare" in without.stderr:
        pytest.skip("no network namespace can be had here")
    given = subprocess.run(command, cwd=desk, capture_output=True, check=False)
    assert (without.returncode, without.stdout) == (given.returncode, given.stdout)
    assert b"doubled-word" in without.stdout


def test_the_suite_itself_may_reach_nobody() -> None:
    with socket.socket() as one, pytest.raises(OSError, match="no network in tests"):
        one.connect(("127.0.0.1", 9))
    with pytest.raises(OSError, match="no network in tests"):
        socket.getaddrinfo("copydesk.example", 80)
