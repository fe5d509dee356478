"""Build the guide: the pages that people wrote in `docs/guide/`, and those that are made from the program itself.

Made are a page for each code (`/errors/e104/`) from its explanation, one for the fields of each kind
(`/fields/officers/`) from its model, and what developers and hosts need from the documents of this repository: nothing
of that is written twice, so nothing can be out of date.
Run `python -m tools.guide FOLDER [--today DAY]`; `make guide` does.
"""

import json
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from sitegen.cli import main as sitegen
from sitegen.explanations import SUBJECTS, Explanation, explain_in_markdown, explained_codes, read_explanation
from sitegen.kind import Kind
from sitegen.kinds import KINDS
from sitegen.meeting_secrets import find_secrets
from sitegen.party import Party
from sitegen.privacy import MEMBERSHIP_NUMBER, Permissions, find_private
from tools.field_table import make_table

ROOT: Final = Path(__file__).resolve().parents[1]
GUIDE: Final = ROOT / "docs" / "guide"
_WHERE: Final = re.compile(r"^## Where\n\n(.*?)^## ", re.MULTILINE | re.DOTALL)
_TAKEN_OVER: Final = (
    ("developer/rooms.md", "README.md", "The rooms"),
    ("developer/change.md", "CONTRIBUTING.md", ""),
    ("secretary/headers.md", "docs/headers.md", ""),
)
"""Pages made from a document of the repository, or from what stands there below one heading."""
_LINK: Final = re.compile(r"\[([^\]]+)\]\((?!https?:|#)([^)\s]+)\)")
_EXAMPLE: Final = re.compile(r"^( *)(```\w+) (?:(add|fields|wrong|pasted) )?([\w./-]+\.[a-z]+)$", re.MULTILINE)
_CAPTIONS: Final = {
    "": "The file",
    "add": "At the end of",
    "fields": "At the top of",
    "wrong": "Not right, in",
    "pasted": "What somebody sent, as",
}
_NEAR: Final = 300
"""Characters before an example in which a reader still has the name of the file in mind."""
_SEVERITIES: Final = {
    "E": "An error: nothing is published until it is put right, and the old site stays.",
    "W": "A warning: the site is published all the same.",
    "N": "A note: for your information.",
}


def lay_guide(folder: Path) -> Path:
    """The guide's sources, whole, in `folder`; what was there is removed first."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(GUIDE, folder)
    for page in (folder / "content").rglob("*.md"):
        page.write_text(name_files(page.read_text(encoding="utf-8")), encoding="utf-8")
    for path, text in make_pages():
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    with (folder / "data" / "privacy.yml").open("a", encoding="utf-8") as permissions:
        permissions.writelines(_permissions())
    return folder


def _permissions() -> Iterator[str]:
    """A permission for each made-up address, number or password that an example shows as wrong."""
    for path, text in make_pages():
        found = {match[0] for _, match in (*find_private(text, frozenset()), *find_secrets(text))}
        for one in sorted(" ".join(words.split()) for words in found):
            yield f"  - file: content/{path}\n    text: {json.dumps(one)}\n"
            yield "    reason: A made-up example\n    until: 2099-12-31\n"


def name_files(text: str) -> str:
    """The text with the file of each example above it, unless the words before it name the file."""

    def named(block: re.Match[str]) -> str:
        indent, _, deed, file = block.groups()
        before = text[max(0, block.start() - _NEAR) : block.start()]
        if f"`{file}`" in before:
            return block[0]
        return f"{indent}{_CAPTIONS[deed or '']} `{file}`:\n\n{block[0]}"

    return _EXAMPLE.sub(named, text)


def make_pages() -> Iterator[tuple[str, str]]:
    """Each made page: its path in the content folder, and its Markdown."""
    every = [read_explanation(code) for code in explained_codes()]
    yield "errors/index.md", _errors(every)
    for one in every:
        yield f"errors/{one.code.lower()}.md", _error(one)
    yield "fields/index.md", _fields_index()
    yield "fields/party.md", _fields("Who publishes", "It stands in `data/party.yml`.", make_table(Party))
    yield (
        "fields/privacy.md",
        _fields("Finds that are allowed", "They stand in `data/privacy.yml`.", make_table(Permissions)),
    )
    for kind in KINDS:
        yield f"fields/{kind.name}.md", _fields(kind.title, _where(kind), make_table(kind.model))
    for path, file, heading in _TAKEN_OVER:
        yield path, _taken_over(ROOT / file, heading)
    for decision in sorted((ROOT / "docs" / "decisions").glob("*.md")):
        yield f"developer/decisions/{_name(decision)}", _taken_over(decision, "")


def _page(title: str, summary: str, body: str) -> str:
    head = [f"title: {json.dumps(title, ensure_ascii=False)}", f"summary: {json.dumps(summary, ensure_ascii=False)}"]
    return "\n".join(["---", *head, "menu: false", "---", body])


def _errors(every: Sequence[Explanation]) -> str:
    parts = [
        "`sitegen check` names the codes of what it found in its last line, and GitHub shows them beside the line. "
        "`sitegen explain` and the code say the same in a terminal."
    ]
    for subject in SUBJECTS.values():
        lines = [f"- [{one.code}: {one.title}]({one.code.lower()}.md)" for one in every if one.subject == subject]
        parts.append("\n".join([f"## {subject}", "", *lines]))
    return _page(
        "Every mistake, explained",
        "What happened, why it matters, what is wrong and what is right.",
        "\n\n".join(parts),
    )


def _error(one: Explanation) -> str:
    body = f"{explain_in_markdown(one)}\n{_SEVERITIES[one.code[0]]} [All codes](index.md)\n"
    return _page(f"{one.code}: {one.title}", one.why.replace("`", ""), body.removeprefix(one.why).lstrip("\n"))


def _fields_index() -> str:
    kinds = [f"- [{kind.title}]({kind.name}.md): {kind.explanation}" for kind in KINDS]
    beside = [
        "- [Who publishes](party.md): the particulars of the party, the imprint among them.",
        "- [Finds that are allowed](privacy.md): the one way to let a find of the check pass.",
    ]
    body = "Each table is made from the program itself. Fields in bold are required.\n\n" + "\n".join([*beside, *kinds])
    return _page("Every field", "What can be written in each file, with an example of each field.", body + "\n")


def _fields(title: str, where: str, table: str) -> str:
    shown = MEMBERSHIP_NUMBER.sub("…", table)  # even a made-up one stops the build
    body = f"{where}\n\nFields in bold are required; a field within another is written `outer.inner`.\n\n{shown}"
    return _page(f"Fields: {title}", f"Every field of {title}, what it holds and an example.", body)


def _where(kind: Kind) -> str:
    """What the kind's README says of where editors write it."""
    found = _WHERE.search((kind.home / "README.md").read_text(encoding="utf-8"))
    first = found[1].split("\n\n")[0].strip() if found else ""
    return f"{kind.explanation}\n\n{first}"


def _taken_over(file: Path, heading: str) -> str:
    """A document, or a part of it, as a page; links to files that are no pages are left as words."""
    title, _, body = file.read_text(encoding="utf-8").removeprefix("# ").partition("\n")
    if heading:
        title, body = heading, re.split(rf"^## {heading}\n", body, flags=re.MULTILINE)[1].split("\n## ", 1)[0]
    near = {one.name for one in file.parent.glob("*.md")} if file.parent.name == "decisions" else set()

    def kept(link: re.Match[str]) -> str:
        return f"[{link[1]}]({_name(Path(link[2]))})" if link[2] in near else link[1]

    return _page(title, f"From {file.relative_to(ROOT)} of the program.", _LINK.sub(kept, body).lstrip("\n"))


def _name(file: Path) -> str:
    return "index.md" if file.name == "README.md" else file.name


def main(arguments: Sequence[str]) -> None:
    """Lay the guide's sources beside the folder that was asked for, and build it there."""
    target = Path(arguments[0])
    source = lay_guide(target.with_name(f"{target.name}-source"))
    sitegen(["build", "-f", str(source / "mkdocs.yml"), "-d", str(target), *arguments[1:]], prog_name="sitegen")


if __name__ == "__main__":
    main(sys.argv[1:])
