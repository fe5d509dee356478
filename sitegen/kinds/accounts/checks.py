"""What is checked of accounts: each is listed once, and every account that our pages link to is listed."""

from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.kind import Entry, Site
from sitegen.kinds.accounts.networks import account_of, same_address
from sitegen.problems import Place, Problem, make_problem
from sitegen.schema import Fields
from sitegen.source import Document, Steps
from sitegen.values import Prose


def check_account(entry: Entry[Any], site: Site) -> Iterable[Problem]:
    """No address twice; not more posts at least than at most."""
    fields = entry.fields
    if not fields.url:
        return
    first = next(
        one for one in site.entries[entry.kind.name] if same_address(one.fields.url) == same_address(fields.url)
    )
    if first is not entry:
        yield make_problem("E978", entry.place("url"), other=first.id)
    posting = fields.posting
    if (
        posting
        and posting.min_per_day
        and posting.max_per_day is not None
        and posting.min_per_day > posting.max_per_day
    ):
        told = {"first": f"min_per_day: {posting.min_per_day}", "second": f"max_per_day: {posting.max_per_day}"}
        fitting = "At least cannot be more than at most: correct one of them."
        yield make_problem("E967", entry.place("posting", "min_per_day"), **told, fitting=fitting)


def check_links(site: Site) -> Iterator[Problem]:
    """Links to accounts that are neither ours nor named as those of others, each account told once."""
    party = site.party
    listed = {same_address(one.fields.url) for one in site.entries["accounts"]}
    listed |= {same_address(address) for address in party.other_accounts}
    data = site.settings.data
    for place, address in _links(site):
        account = account_of(address)
        if account and account not in listed:
            listed.add(account)
            told = {"file": f"{data}/accounts.yml", "party": f"{data}/party.yml"}
            yield make_problem("W979", place, account=account, **told)


def _links(site: Site) -> Iterator[tuple[Place, str]]:
    """Every web address in what the party says, in texts and in fields: not in what candidates say, nor in sources."""
    own = f"{site.settings.data}/party.yml"
    document = next((one for one in site.documents if one.file == own), None)
    if document:
        yield from _in_fields(site.party, document, ())
    for kind in site.kinds:
        for entry in site.entries[kind.name] if kind.speaks_for_party else ():
            yield from _in_fields(entry.fields, entry.document, entry.at)
            for target in entry.body.targets:
                if not target.is_picture:
                    yield Place(entry.document.file, target.line, target.column), target.target


_OF_OTHERS = frozenset(("source", "sources", "republished_from", "supported_by", "adopted_by", "other_accounts"))
"""Fields that say by their name that somebody else published what they lead to."""


def _in_fields(fields: Fields, document: Document, at: Steps) -> Iterator[tuple[Place, str]]:
    for steps, value in _values(fields, at):
        if isinstance(value, Prose):
            for target in value.body.targets:
                yield document.place_in(steps, target.line, target.column), target.target
        elif isinstance(value, str) and value.lower().startswith(("http://", "https://")):
            yield document.place(*steps), value


def _values(part: object, at: Steps) -> Iterator[tuple[Steps, object]]:
    """Every value at any depth with its steps, but for those of `_OF_OTHERS`."""
    if isinstance(part, Fields):
        for name in type(part).model_fields:
            if name in part.model_fields_set and name not in _OF_OTHERS:
                yield from _values(getattr(part, name), (*at, name))
    elif isinstance(part, tuple):
        for number, one in enumerate(part):
            yield from _values(one, (*at, number))
    elif isinstance(part, str | Prose):
        yield at, part
