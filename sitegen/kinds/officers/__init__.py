"""Officers: who holds which post, and how to write to the post."""

from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator

from sitegen.kind import Kind, YamlList, as_written
from sitegen.kinds.officers.data import give_officers
from sitegen.kinds.officers.machines import list_posts, tell_contacts, tell_people
from sitegen.kinds.officers.posts import ROLES, Method, check_post, check_posts, name_upkeep
from sitegen.kinds.officers.view import view_home, view_posts
from sitegen.schema import Fields, declare
from sitegen.values import AnyDay, Id, Link, Mailbox, Markdown, Picture, Text, YesNo, refuse
from sitegen.words import did_you_mean, make_id


class WebLink(Fields):
    """A link with words of its own."""

    title: Text = declare("Where it leads.", example="Her column")
    url: Link = declare("The address.", example="https://example.org/")


class Holder(Fields):
    """Somebody who holds or held a post."""

    name: Text = declare("The name.", example="Tobias Wrenfield")
    since: AnyDay | None = declare("Since when.", example="2025-07", default=None)
    since_note: Text = declare("A note on that day.", default="")
    until: AnyDay | None = declare("Until when.", example="2026-07", default=None)
    until_note: Text = declare("A note on that day.", default="")
    method: Method | None = declare("elected, unopposed, co-opted or acting.", example="elected", default=None)
    pronouns: Text = declare("Pronouns.", example="he/him", default="")
    photo: Picture | None = declare("A portrait.", default=None)
    photo_alt: Text = declare("What the portrait shows.", default="")
    biography: Markdown | None = declare("A few sentences.", default=None)
    links: tuple[WebLink, ...] = declare("Own pages.", default=())


def _role(value: object) -> object:
    if isinstance(value, str) and value not in ROLES:
        hint = did_you_mean(value, ROLES)
        refuse("E208", value=value, **({"hint": hint} if hint else {}))
    return value


class Post(Fields):
    """One post of the party."""

    id: Id | None = declare("Its id, if not the role.", example="branch-chair-riverside", default=None)
    role: Annotated[Text, BeforeValidator(_role)] | None = declare(
        "A role of the vocabulary.", example="chair", default=None
    )
    title: Text = declare("Its name in words of your own.", example="Keeper of the banner", default="")
    contact: Mailbox | None = declare("The role mailbox.", example="chair@example.org", default=None)
    executive: YesNo = declare("Whether it sits on the executive.", example="yes", default=False)
    duties: Markdown | None = declare("What the post does.", example="Chairs meetings.", default=None)
    vacant: YesNo = declare("Whether nobody holds it.", example="yes", default=False)
    held_by: tuple[Holder, ...] = declare("Who holds it; two for a job share.", example="[{name: …}]", default=())
    previous: tuple[Holder, ...] = declare("Who held it before.", default=())

    @model_validator(mode="after")
    def _has_a_name(self) -> "Post":
        if not self.role and not self.title:
            refuse("E520")
        return self

    @property
    def name(self) -> str:
        """The post in words."""
        return self.title or ROLES.get(self.role or "", "")


def _read_id(values: Any) -> str:
    return str(values.get("id") or values.get("role") or make_id(str(values.get("title", ""))))


KIND = Kind(
    name="officers",
    title="Officers",
    singular="post",
    explanation="Who holds which post, and how to write to the post.",
    model=Post,
    home=Path(__file__).parent,
    written=YamlList("officers.yml", "posts"),
    begins_with=("vacant: yes",),
    index="officers/",
    title_field="name",
    order=as_written,
    read_id=_read_id,
    check=check_post,
    check_all=check_posts,
    upkeep=name_upkeep,
    datasets=give_officers,
    index_view=view_posts,
    home_view=view_home,
    index_json_ld=tell_people,
    party_json_ld=tell_contacts,
    manifest=list_posts,
)
