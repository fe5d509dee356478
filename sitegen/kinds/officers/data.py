"""Who holds which post, as data: one row a holder, and one for each vacant post."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sitegen.datasets import CellType, Column, Dataset, make_dataset
from sitegen.elections.data import data_notice, day_cell
from sitegen.kind import Entry, Site
from sitegen.kinds.officers.posts import ROLES, Method

_DAY, _YES_NO = CellType.DAY, CellType.YES_NO


@dataclass(frozen=True, slots=True, eq=False)
class Tenure:
    """One person's time in one post; `holder` is None for a vacant post."""

    number: int
    post: Entry[Any]
    holder: Any
    is_current: bool
    site: Site

    def of_holder(self, field: str) -> Any:
        """What is written of the holder; None where there is none."""
        return getattr(self.holder, field) or None if self.holder else None


COLUMNS: Final[tuple[Column[Tenure], ...]] = (
    Column("id", "Id", "The post and the place in its list: `chair/1`; `chair/vacant` for a vacant post; earlier "
           "holders have `chair/previous-1`, the latest first.", lambda one: _id(one), is_required=True,
           is_unique=True),
    Column("post", "Post", "The id of the post: stays the same whoever holds it.", lambda one: one.post.id,
           is_required=True),
    Column("title", "Title", "What the post is called.", lambda one: one.post.title, is_required=True),
    Column("role", "Role", "The role in the vocabulary, where it is one of those.", lambda one: one.post.fields.role,
           choices=tuple(ROLES)),
    Column("executive", "Executive", "Whether the post sits on the executive.", lambda one: one.post.fields.executive,
           _YES_NO, is_required=True),
    Column("vacant", "Vacant", "Whether nobody holds the post.", lambda one: one.post.fields.vacant, _YES_NO,
           is_required=True),
    Column("current", "Current", "Whether the row is about now, and not about an earlier holder.",
           lambda one: one.is_current, _YES_NO, is_required=True),
    Column("name", "Name", "Who holds the post; empty where it is vacant.", lambda one: one.of_holder("name")),
    Column("pronouns", "Pronouns", "As the holder gives them.", lambda one: one.of_holder("pronouns")),
    Column("since", "Since", "Since when.", lambda one: day_cell(one.of_holder("since")), _DAY),
    Column("since_note", "Note on that day", "As the editor wrote it.", lambda one: one.of_holder("since_note")),
    Column("until", "Until", "Until when.", lambda one: day_cell(one.of_holder("until")), _DAY),
    Column("until_note", "Note on that day", "As the editor wrote it.", lambda one: one.of_holder("until_note")),
    Column("method", "Method", "How the holder came to the post.", lambda one: one.of_holder("method"),
           choices=tuple(Method)),
    Column("contact", "Mailbox", "The mailbox of the post; the next holder reads the same.",
           lambda one: one.post.fields.contact),
    Column("url", "Page", "Where the post stands on the site.", lambda one: _url(one), CellType.WEB_ADDRESS,
           is_required=True),
)  # fmt: skip


def give_officers(site: Site) -> Iterator[Dataset]:
    """All posts, where there are any."""
    posts = site.entries["officers"]
    if posts:
        yield make_dataset(
            "officers",
            f"Officers of {site.party.name}",
            "Who holds which post, and who held it before.",
            COLUMNS,
            [tenure for post in posts for tenure in _tenures(post, site)],
            page=posts[0].kind.index,
            notice=data_notice(site),
        )


def _tenures(post: Entry[Any], site: Site) -> Iterator[Tenure]:
    fields = post.fields
    if not fields.held_by:
        yield Tenure(0, post, None, True, site)
    yield from (Tenure(number, post, one, True, site) for number, one in enumerate(fields.held_by, 1))
    yield from (Tenure(number, post, one, False, site) for number, one in enumerate(fields.previous, 1))


def _id(tenure: Tenure) -> str:
    place = str(tenure.number) if tenure.number else "vacant"
    return f"{tenure.post.id}/{place if tenure.is_current else f'previous-{place}'}"


def _url(tenure: Tenure) -> str:
    return tenure.site.settings.site_url + tenure.post.address
