"""Start a site: a few questions, or flags, and a folder that builds."""

import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final

import click

from sitegen.cli.completion import complete_seats, completing
from sitegen.cli.manners import tell
from sitegen.cli.options import PRINTED, TODAY, show_examples
from sitegen.cli.printing import print_done
from sitegen.days import LONDON
from sitegen.party import PartyKind
from sitegen.register import Seat
from sitegen.starting import PLACEHOLDERS, Answers, FolderInUse, find_seat, make_folder, party_names, what_is_wrong
from sitegen.starting.generator import is_nowhere, own_generator
from sitegen.words import join_words

_QUESTIONS: Final = {
    "name": "What is your party called? The Tab key completes it",
    "contact": "Which mailbox does the secretary read? A role mailbox, never a private one",
    "promoter_name": "Who causes the site to be published? The imprint needs a name",
    "promoter_address": "At which postal address do letters reach them? The imprint needs it too",
    "colour": "Which colour? A code such as #b8231b",
}
NOTHING_MADE: Final = "Stopped. Nothing was made."
WHERE_FROM: Final = (
    "GitHub cannot install sitegen yet: write into requirements.txt where it gets it, such as "
    "'clp-sitegen @ git+https://…', or say so with --generator."
)
_FLAGS: Final = {name: f"--{name.replace('_', '-')}" for name in _QUESTIONS}


@click.command(
    epilog=show_examples(
        "sitegen new exampleton",
        "sitegen new left-slate --kind campaign",
        "sitegen new our-template --template",
    )
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", default=None, shell_complete=complete_seats, help="What the party is called.")
@click.option("--contact", default=None, help="The secretary's role mailbox.")
@click.option("--promoter-name", default=None, help="Who causes it to be published: for the imprint.")
@click.option("--promoter-address", default=None, help="Their postal address: for the imprint.")
@click.option("--colour", default=None, help="The one colour of the site, such as '#b8231b'.")
@click.option("--site-url", default="https://example.org/", show_default=True, help="Where the site will be.")
@click.option(
    "--kind",
    type=click.Choice([str(kind) for kind in PartyKind]),
    default="clp",
    show_default=True,
    help="Who you are.",
)
@click.option("--generator", default=None, help="What pip installs: a version, an address or a file of sitegen.")
@click.option("--template", "is_template", is_flag=True, help="Ask nothing: make the folder of a GitHub template.")
@TODAY
@PRINTED
def new(
    folder: Path,
    kind: str,
    site_url: str,
    generator: str | None,
    is_template: bool,
    today: date | None,
    form: str,
    **given: str | None,
) -> None:
    """Start a site in a new FOLDER, ready to build: answer five questions, or give the answers as options."""
    has_seat = kind in ("clp", "branch") and not is_template
    texts, seat = _known(given) if is_template else {}, None
    try:
        texts = texts or _ask(given)
        seat = _seat_of(texts["name"]) if has_seat else None
    except click.Abort:
        tell(f"\n{NOTHING_MADE}")
        sys.exit(1)
    answers = Answers(
        **texts,
        kind=PartyKind(kind),
        seats=(seat,) if seat else (),
        site_url=_with_slash(_right("site_url", site_url)),
        generator=generator or own_generator(),
    )
    try:
        made = make_folder(folder, answers, today or datetime.now(LONDON).date())
    except FolderInUse:
        reason = f"There is something in '{folder}' already. Name a folder that is not there yet."
        raise click.UsageError(reason) from None
    looked_for = "" if seat or not has_seat else texts["name"]
    words = _template_words(folder, len(made)) if is_template else _last_words(folder, len(made), answers, looked_for)
    if is_nowhere(answers.generator):
        words = f"{words}\n{WHERE_FROM}"
    print_done(form, words, [f"{folder / one}" for one in made])


def _is_there() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


def _known(given: Mapping[str, str | None]) -> dict[str, str]:
    """The answers of a template, but for those given as flags."""
    return {key: _right(key, text) if text else getattr(PLACEHOLDERS, key) for key, text in given.items()}


def _ask(given: Mapping[str, str | None]) -> dict[str, str]:
    """The answers: those given as flags, the others asked for where somebody is there to answer."""
    missing = [_FLAGS[key] for key, text in given.items() if not text and key != "colour"]
    if missing and not _is_there():
        raise click.UsageError(f"Nobody is here to answer. Add {', '.join(missing)}, or --template.")
    if not _is_there():
        return _known(given)
    return {key: _right(key, given[key] or "") if given[key] else _prompt(key) for key in _QUESTIONS}


def _prompt(key: str) -> str:
    def read(text: str) -> str:
        try:
            return _right(key, text)
        except click.UsageError as error:
            raise click.BadParameter(error.message) from None

    default = PLACEHOLDERS.colour if key == "colour" else None
    with completing(party_names() if key == "name" else ()):
        return str(click.prompt(_QUESTIONS[key], value_proc=read, default=default))


def _right(key: str, text: str) -> str:
    """An answer that the site will take."""
    text = " ".join(text.split())
    if wrong := what_is_wrong(key, text):
        raise click.UsageError(wrong)
    return text


def _seat_of(name: str) -> Seat | None:
    """The constituency that the name holds; asked about where it is nearly one."""
    match = find_seat(name)
    if match.seat or not _is_there():
        return match.seat
    for seat in match.suggestions:
        if click.confirm(f"Is its constituency {seat.name}?", default=False):
            return seat
    return None


def _with_slash(url: str) -> str:
    return url if url.endswith("/") else f"{url}/"


def _template_words(folder: Path, files: int) -> str:
    return (
        f"Made {files} files in {folder}. Next: put them on GitHub, and tick 'Template repository' in its settings. "
        "Whoever uses the template writes name and imprint into data/party.yml; until then nothing is published."
    )


def _last_words(folder: Path, files: int, answers: Answers, looked_for: str) -> str:
    """What was made, and what comes next; `looked_for` is a name that holds no constituency."""
    seats = f" It covers {answers.seats[0].name}." if answers.seats else ""
    if looked_for:
        near = [one.name for one in find_seat(looked_for).suggestions[:3]]
        meant = f" Perhaps {join_words(near, 'or')}?" if near else ""
        seats = f" '{looked_for}' names no constituency: write yours after 'seats' in data/party.yml.{meant}"
    return (
        f"Made {files} files in {folder}.{seats} "
        f"Next: go there (cd {folder}), run 'sitegen serve', and open README.md: it says how to publish."
    )
