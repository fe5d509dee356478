"""The checkers that others publish, each as one function from pages to sentences about what is wrong."""

import json
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Final

from playwright.sync_api import Page

from tests import ROOT

MODULES: Final = ROOT / "node_modules"
AXE_TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

SNIFF: Final = """
() => new Promise((answer, refuse) => HTMLCS.process("WCAG2AA", document, () => answer(
  HTMLCS.getMessages().filter((one) => one.type === HTMLCS.ERROR)
    .map((one) => ({code: one.code, words: one.msg, element: one.element.outerHTML?.slice(0, 160) ?? ""}))
), refuse))
"""


def find_barriers(page: Page) -> tuple[str, ...]:
    """What axe finds against WCAG 2.2 AA and good practice on an open page, one sentence for each element."""
    page.evaluate(_axe())
    answer: dict[str, Any] = page.evaluate(
        "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", AXE_TAGS
    )
    return tuple(
        f"{rule['id']}: {rule['help']}: {' '.join(map(str, node['target']))}"
        for rule in answer["violations"]
        for node in rule["nodes"]
    )


def find_sniffed_faults(page: Page) -> tuple[str, ...]:
    """What pa11y reports: the errors of HTML_CodeSniffer against WCAG 2 AA on an open page, as sentences."""
    page.evaluate(_sniffer())
    found: list[dict[str, str]] = page.evaluate(SNIFF)
    return tuple(f"{fault['code']}: {fault['words']} {' '.join(fault['element'].split())}" for fault in found)


def find_markup_faults(folder: Path) -> tuple[str, ...]:
    """What the Nu checker says, errors and warnings, about every HTML, CSS and SVG file in `folder`."""
    jar = _installed("vnu-jar/build/dist/vnu.jar")
    command = ["java", "-Xss4m", "-jar", str(jar), "--stdout", "--format", "json"]
    which = ["--also-check-css", "--also-check-svg", "--skip-non-html"]
    answer = subprocess.run([*command, *which, str(folder)], capture_output=True, text=True, check=False)
    messages = json.loads(answer.stdout)["messages"]
    return tuple(
        _nu_sentence(message, folder)
        for message in messages
        if not _is_email(message.get("url", "")) and not _is_about_origin(message["message"])
    )


def find_style_faults(folder: Path) -> tuple[str, ...]:
    """What html-validate's recommended rules say about every HTML file in `folder`."""
    program = _installed(".bin/html-validate")
    settings = Path(__file__).with_name("html-validate.json")
    command = [str(program), "--config", str(settings), "--formatter", "json", f"{folder}/**/*.html"]
    with TemporaryFile("w+", encoding="utf-8") as answer:  # a pipe would be cut off: the program ends before it is read
        subprocess.run(command, stdout=answer, check=False)
        answer.seek(0)
        read = json.load(answer)
    return tuple(
        f"{Path(file['filePath']).relative_to(folder)}:{fault['line']}: {fault['ruleId']}: {fault['message']}"
        for file in read
        for fault in file["messages"]
        if not _is_email(file["filePath"])
    )


def _is_email(path: str) -> bool:
    """Whether a file is no page but an e-mail, which is made of what mailboxes show and has tests of its own."""
    return path.endswith("/email.html")


def _is_about_origin(message: str) -> bool:
    """Whether the checker misses the site's origin: a file has none, so `'self'` matches nothing to it.

    What the policy really stops is read from the browser's own events.
    """
    kinds = ("external stylesheet", "external script", "image", "media")
    return message.startswith(tuple(f"Resource violates Content Security Policy (meta tag): {one}" for one in kinds))


@cache
def _axe() -> str:
    return _installed("axe-core/axe.min.js").read_text(encoding="utf-8")


@cache
def _sniffer() -> str:
    return _installed("@pa11y/html_codesniffer/build/HTMLCS.js").read_text(encoding="utf-8")


def _installed(name: str) -> Path:
    path = MODULES / name
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: make test sets up the checkers.")
    return path


def _nu_sentence(message: dict[str, Any], folder: Path) -> str:
    """File, severity, what is wrong and where; the checker's line numbers are one too low in some files."""
    severity = message.get("subType", message["type"])
    file = message.get("url", "").rpartition(f"{folder}/")[2]
    return f"{file}: {severity}: {message['message']} {' '.join(message.get('extract', '').split())}".rstrip()
