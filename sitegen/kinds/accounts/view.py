"""What the page of accounts, the foot of every page, and machines are told of them."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from markupsafe import Markup

from sitegen.kind import Entry, FurtherPage, Here, Site, Thing
from sitegen.things import without_gaps
from sitegen.words import count_words

_KINDS: Final = {
    "page": "Our page",
    "organising-forum": "Where we organise",
    "discussion-forum": "Where members discuss",
    "broadcast": "News only, no replies",
}
GUIDELINES: Final = "accounts/guidelines/"


def view_accounts(site: Site, here: Here) -> Mapping[str, object]:
    """Accounts in use, those that rest, and where to complain."""
    entries = site.entries["accounts"]
    return {
        "active": [_card(one, site, here) for one in entries if one.fields.status == "active"],
        "resting": [_card(one, site, here) for one in entries if one.fields.status != "active"],
        "complaints": _complaints(site),
        "guidelines": here.url(GUIDELINES) if entries else "",
    }


def _card(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """One account with its facts; a closed one is not linked, since others may hold its address now."""
    fields = entry.fields
    is_closed = fields.status == "closed"
    terms = [
        ("What it is", _KINDS[fields.kind]),
        ("Name there", fields.handle),
        ("Address", fields.url if is_closed else ""),
        ("Looked after by", _post(entry, site, here)),
        ("Last checked", _checked(fields)),
    ]
    return {
        "id": entry.id,
        "title": entry.fields.title,
        "href": "" if is_closed else fields.url,
        "status": {"dormant": "Dormant", "closed": "Closed"}.get(fields.status, ""),
        "facts": [{"term": term, "text": text} for term, text in terms if text],
        "guidelines": here.link(fields.guidelines, entry) if fields.guidelines else "",
    }


def _checked(fields: Any) -> str:
    note = f" ({fields.verified_on_note})" if fields.verified_on_note else ""
    return f"{fields.verified_on.words}{note}" if fields.verified_on else ""


def _post(entry: Entry[Any], site: Site, here: Here) -> str:
    post = site.by_key.get(f"officers:{entry.fields.managed_by}") if entry.fields.managed_by else None
    return Markup('<a href="{}">{}</a>').format(here.url(post.address), post.title) if post else ""


def _complaints(site: Site) -> str:
    """The mailbox for complaints: of the post that looks after most accounts, else the party's own."""
    posts = [site.by_key.get(f"officers:{one.fields.managed_by}") for one in site.entries["accounts"]]
    mailboxes = [post.fields.contact for post in posts if post and post.fields.contact]
    most = max(dict.fromkeys(mailboxes), key=mailboxes.count, default="")
    return str(most or site.party.contact or "")


def make_guidelines(site: Site) -> Iterator[FurtherPage]:
    """The page for those who write there: how many look after an account, how often something is posted."""
    if site.entries["accounts"]:
        yield FurtherPage(
            GUIDELINES,
            "How we look after our accounts",
            "guidelines.html",
            lambda here: _view_guidelines(site, here),
            description="How many people look after each account, how often we post, and how soon somebody answers.",
        )


def _view_guidelines(site: Site, here: Here) -> Mapping[str, object]:
    used = [one for one in site.entries["accounts"] if one.fields.status == "active"]
    return {
        "rows": [_row(one) for one in used],
        "aims": [{"term": one.fields.title, "text": one.fields.posting.aim} for one in used if _aim(one)],
        "rules": [
            {"title": f"Rules for {one.fields.title}", "href": href}
            for one in used
            if one.fields.guidelines and (href := here.link(one.fields.guidelines, one))
        ],
        "complaints": _complaints(site),
        "accounts": here.url("accounts/"),
    }


def _aim(entry: Entry[Any]) -> str:
    return str(entry.fields.posting.aim) if entry.fields.posting else ""


def _row(entry: Entry[Any]) -> list[str]:
    """One account: who many look after it, how often something is posted, and how soon somebody answers."""
    fields, posting = entry.fields, entry.fields.posting
    team = str(fields.moderators) if fields.moderators else "not said"
    return [
        entry.fields.title,
        team,
        _rhythm(posting) or "not said",
        (posting.reply_within if posting else "") or "not said",
    ]


def _rhythm(posting: Any) -> str:
    """`1 to 3 posts a day`, `at most 3 posts a day`."""
    if not posting:
        return ""
    least, most = posting.min_per_day, posting.max_per_day
    if least is not None and most is not None:
        between = f"{least} to {most} posts" if least != most else count_words(most, "post")
        return f"{between} a day"
    if most is not None:
        return f"at most {count_words(most, 'post')} a day"
    return f"at least {count_words(least, 'post')} a day" if least is not None else ""


def show_in_foot(site: Site, here: Here) -> Iterator[Mapping[str, object]]:
    """The accounts in use, for the foot of every page; then the way to all of them."""
    entries = site.entries["accounts"]
    used = [one for one in entries if one.fields.status == "active"]
    yield from ({"title": one.fields.title, "href": one.fields.url, "me": True} for one in used)
    if entries:
        yield {"title": "All official accounts", "href": here.url("accounts/")}


def name_accounts(site: Site, _outside: Here) -> Thing:
    """The accounts that are still ours, as other names of the party."""
    addresses = [one.fields.url for one in site.entries["accounts"] if one.fields.status != "closed"]
    return {"sameAs": addresses} if addresses else {}


def list_accounts(site: Site, _outside: Here) -> Mapping[str, object]:
    """Every account for `/site.json`, with what has become of it."""
    accounts = [
        without_gaps(
            {
                "platform": one.fields.platform,
                "name": one.fields.name,
                "handle": one.fields.handle,
                "url": one.fields.url,
                "kind": str(one.fields.kind),
                "status": str(one.fields.status),
            }
        )
        for one in site.entries["accounts"]
    ]
    return {"accounts": accounts}
