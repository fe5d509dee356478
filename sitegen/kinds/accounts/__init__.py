"""Accounts: where the party speaks on the networks, who looks after it, and that others do not speak for it."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from sitegen.kind import Kind, YamlList, as_written
from sitegen.kinds.accounts.checks import check_account, check_links
from sitegen.kinds.accounts.networks import network_name
from sitegen.kinds.accounts.view import (
    list_accounts,
    make_guidelines,
    name_accounts,
    show_in_foot,
    view_accounts,
)
from sitegen.schema import Fields, declare
from sitegen.values import AnyCount, AnyDay, Id, Link, Refers, Text, WebAddress, WholeNumber
from sitegen.words import make_id


class AccountKind(StrEnum):
    """What an account is for."""

    PAGE = "page"
    ORGANISING_FORUM = "organising-forum"
    DISCUSSION_FORUM = "discussion-forum"
    BROADCAST = "broadcast"


class AccountStatus(StrEnum):
    """Whether anybody writes there."""

    ACTIVE = "active"
    DORMANT = "dormant"
    CLOSED = "closed"


class Posting(Fields):
    """How often something is posted, and how soon somebody answers."""

    min_per_day: WholeNumber | None = declare("At least so many posts a day.", example="1", default=None)
    max_per_day: WholeNumber | None = declare("At most so many posts a day.", example="3", default=None)
    aim: Text = declare("What the posts are for.", example="What was decided, and what comes next", default="")
    reply_within: Text = declare("How soon somebody answers.", example="one working day", default="")


class Account(Fields):
    """One official account."""

    id: Id | None = declare("Its id, if not made from platform and name.", example="facebook-page", default=None)
    platform: Text = declare("The network.", example="Mastodon")
    name: Text = declare("What it is called there.", example="Exampleton Labour")
    handle: Text = declare("Its short name there.", example="@exampleton@social.example", default="")
    url: WebAddress = declare("Its address.", example="https://social.example/@exampleton")
    kind: AccountKind = declare("What it is for.", example="discussion-forum", default=AccountKind.PAGE)
    managed_by: Annotated[str, Refers("officers")] | None = declare(
        "The id of the post that looks after it.", example="communications-and-social-media-officer", default=None
    )
    status: AccountStatus = declare("Whether anybody writes there.", example="dormant", default=AccountStatus.ACTIVE)
    verified_on: AnyDay | None = declare("When it was last checked that it is ours.", default=None)
    verified_on_note: Text = declare("A note on that day.", default="")
    moderators: AnyCount | None = declare("How many people look after it.", example="3", default=None)
    posting: Posting | None = declare("How often something is posted.", example="{max_per_day: 3}", default=None)
    guidelines: Link | None = declare("The rules for those who write there.", default=None)

    @property
    def title(self) -> str:
        """The network, spelt as it spells itself, and the name there."""
        return f"{network_name(self.platform)}: {self.name}"


def _read_id(values: Mapping[str, Any]) -> str:
    return str(values.get("id") or make_id(f"{values.get('platform', '')} {values.get('name', '')}"))


KIND = Kind(
    name="accounts",
    title="Accounts",
    singular="account",
    explanation="Where we write on the networks. What is not listed here does not speak for us.",
    model=Account,
    home=Path(__file__).parent,
    written=YamlList("accounts.yml", "accounts"),
    index="accounts/",
    title_field="name",
    order=as_written,
    read_id=_read_id,
    in_menu=False,
    anchors=("at-active", "at-resting", "at-complaints"),
    check=check_account,
    check_all=check_links,
    further_pages=make_guidelines,
    index_view=view_accounts,
    party_json_ld=name_accounts,
    foot_links=show_in_foot,
    manifest=list_accounts,
)
