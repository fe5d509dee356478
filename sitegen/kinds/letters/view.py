"""What the page of an open letter shows: to whom, its demands, who signed, what came back."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from markupsafe import Markup

from sitegen.clauses import Clause, Demands, anchors_of_demands, read_demands
from sitegen.kind import Entry, Here, Site
from sitegen.kinds.letters.models import Letter, Status
from sitegen.kinds.letters.signed import can_be_signed, count_of, shown_of
from sitegen.markdown import Body
from sitegen.signing import Signatory

STATES: Final[Mapping[Status, Mapping[str, str]]] = {
    Status.OPEN: {"words": "Open for signatures", "tone": "soft", "icon": ""},
    Status.CLOSED: {"words": "Closed", "tone": "plain", "icon": ""},
    Status.DELIVERED: {"words": "Delivered", "tone": "main", "icon": "on"},
    Status.ANSWERED: {"words": "Answered", "tone": "main", "icon": "tick"},
}


@lru_cache(maxsize=1024)
def demands_of(entry: Entry[Letter]) -> Demands:
    """The text of a letter around its demands."""
    return read_demands(entry.body)


def list_anchors(entry: Entry[Any], _site: Site) -> Iterable[str]:
    """The demands and their conditions, which links can name."""
    return anchors_of_demands(demands_of(entry))


def view_letter(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    """All that the page shows of a letter, ready for components."""
    letter, demands = entry.fields, demands_of(entry)
    count, signed = count_of(entry, site), shown_of(entry, site)
    groups = [("Organisations", "at-organisations", signed.organisations), ("People", "at-people", signed.people)]
    return {
        "to": letter.to,
        "status": STATES[letter.status],
        "is_final": letter.status in (Status.DELIVERED, Status.ANSWERED),
        "facts": list(_facts(entry, site)),
        "sign": _sign(entry, site, here),
        "before": _html(demands.before, entry, here),
        "demands": [{"clauses": [_clause(one, entry, here) for one in demands.demands]}] if demands.demands else [],
        "after": _html(demands.after, entry, here),
        "count": count,
        "shown": signed.words,
        "groups": [
            {"title": title, "id": id, "note": f"{len(rows)}", "names": [_name(one) for one in rows]}
            for title, id, rows in groups
            if rows
        ],
        "replies": [_reply(one, entry, here) for one in letter.replies],
    }


def _sign(entry: Entry[Letter], site: Site, here: Here) -> Mapping[str, object] | None:
    """The way to sign, while there is one."""
    link = entry.fields.sign_link
    if not link or not can_be_signed(entry.fields, site):
        return None
    return {"title": "Add your name", "href": here.link(link, entry), "main": True}


def _html(body: Body, entry: Entry[Letter], here: Here) -> Markup:
    return here.text(body, entry.document.file, entry.address)


def _name(row: Signatory) -> Mapping[str, str]:
    return {"name": row.name, "note": row.known_for}


def _clause(clause: Clause, entry: Entry[Letter], here: Here) -> Mapping[str, Any]:
    """A demand or a condition as the component `clauses` takes it."""
    below: list[Mapping[str, Any]] = []
    for one in clause.below:
        if not isinstance(one, Clause):
            shape = {"shape": one.shape.value, "text": _html(one.text, entry, here)}
            below.append({**shape, "anchor": one.anchor, "level": one.level})
        elif below and "clauses" in below[-1]:
            below[-1]["clauses"].append(_clause(one, entry, here))
        else:
            below.append({"clauses": [_clause(one, entry, here)]})
    return {
        "id": clause.anchor,
        "label": clause.label,
        "name": clause.spoken,
        "text": _html(clause.text, entry, here),
        "depth": clause.depth,
        "below": below,
    }


def _facts(entry: Entry[Letter], site: Site) -> Iterator[Mapping[str, object]]:
    """Terms and what is known of each; dates as `day`, with their `note`."""
    letter = entry.fields
    yield {"term": "To", "text": [one.words for one in letter.addressees]}
    if letter.originator:
        yield {"term": "From", "text": letter.originator}
    if count := count_of(entry, site).sentence:
        yield {"term": "Signed by", "text": count}
    for term, day, note in (
        ("Opens", letter.opens, letter.opens_note),
        ("Closes", letter.closes, letter.closes_note),
        ("Delivered", letter.delivered, letter.delivered_note),
    ):
        if day:
            yield {"term": term, "day": day, "note": note}


def _reply(reply: Any, entry: Entry[Letter], here: Here) -> Mapping[str, object]:
    return {
        "words": reply.words,
        "date": reply.date,
        "note": reply.date_note,
        "text": here.prose(reply.text, entry),
        "href": here.link(reply.url, entry) if reply.url else "",
    }


def view_list(site: Site, here: Here) -> Mapping[str, object]:
    """How a letter stands in the list."""

    def show(entry: Entry[Letter]) -> Mapping[str, object]:
        letter = entry.fields
        return {
            "title": here.title(entry),
            "href": here.url(entry.address),
            "summary": here.prose(letter.summary, entry),
            "status": STATES[letter.status],
            "kind": f"To {letter.to}",
            "date": entry.date,
            "author": count_of(entry, site).words,
        }

    return {"show": show}
