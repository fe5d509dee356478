"""The e-mail pack of an issue: HTML and text to send, and the page that says how."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from markupsafe import Markup

from sitegen.describing import describe
from sitegen.kind import Entry, FurtherPage, Here, MadeFile, Press, Site
from sitegen.kinds.newsletters.freezing import list_items
from sitegen.kinds.newsletters.gathering import gather
from sitegen.kinds.newsletters.issue import is_long, view_issue
from sitegen.looks.accent import make_accents
from sitegen.mail import (
    fit_for_mail,
    is_drawing,
    make_html_mail,
    make_jpeg,
    make_text_mail,
    needs_jpeg,
    show_picture,
)
from sitegen.party import MailService, Party
from sitegen.printing import saved_name

UNSUBSCRIBE: Final[Mapping[MailService, str]] = {
    MailService.MAILCHIMP: "*|UNSUB|*",
    MailService.BUTTONDOWN: "{{ unsubscribe_url }}",
    MailService.OTHER: "%UNSUBSCRIBE%",
}
"""What stands for the address at which a reader leaves the list: the service puts it in for each reader.

Sources: Mailchimp's help on its merge tags, Buttondown's documentation of its template variables.
"""
PICTURE: Final = "picture.jpg"
"""The file beside an e-mail with its picture, where mailboxes do not show the party's own."""
MOST_ITEMS: Final = 60
"""How many items an e-mail lists at most; the page has them all."""


def make_pack(site: Site) -> Iterator[MadeFile]:
    """`email.html` and `email.txt` of every issue."""
    for entry in _issues(site):
        yield from _make_files(entry)


def _make_files(entry: Entry[Any]) -> Iterator[MadeFile]:
    made: dict[str, object] = {}

    def values(press: Press) -> Mapping[str, object]:  # once for both forms
        if not made:
            made.update(_values(entry, press))
        return made

    yield MadeFile(f"{entry.address}email.html", lambda press: _html(entry, press, values(press)))
    yield MadeFile(f"{entry.address}email.txt", lambda press: _text(entry, press, values(press)))
    if needs_jpeg(Path(entry.fields.image or "")):
        yield MadeFile(f"{entry.address}{PICTURE}", partial(_jpeg, entry))


def make_send_pages(site: Site) -> Iterator[FurtherPage]:
    """For every issue the page for whoever sends it; nothing leads there, and whoever knows the address may read it."""
    for entry in _issues(site):
        yield FurtherPage(
            address=f"{entry.address}send/",
            title="Send this issue",
            template="send.html",
            view=partial(_sending, entry, site),
            description=f"How to send the newsletter “{entry.title}” by e-mail.",
            entry=entry,
            part="send",
            anchors=("at-words", "at-files", "at-services", *(["at-sent"] if entry.fields.since else [])),
            is_listed=False,
        )


def _issues(site: Site) -> Iterator[Entry[Any]]:
    yield from (one for kind in site.kinds if kind.made_files is make_pack for one in site.entries[kind.name])


def subject_of(entry: Entry[Any]) -> str:
    """The subject line: the issue's own, else its title."""
    return str(entry.fields.subject or entry.title)


def _words(entry: Entry[Any], site: Site) -> Mapping[str, object]:
    return {
        "subject": subject_of(entry),
        "preheader": entry.fields.preheader or describe(entry, 100),
        "unsubscribe": UNSUBSCRIBE[site.party.mail_service],
    }


def _html(entry: Entry[Any], press: Press, values: Mapping[str, object]) -> str:
    values = {**values, "accents": make_accents(_colour(press.site.party))}
    return make_html_mail(str(press.render(f"kinds/{entry.kind.name}/email.html", values)))


def _text(entry: Entry[Any], press: Press, values: Mapping[str, object]) -> str:
    return make_text_mail(str(press.render(f"kinds/{entry.kind.name}/email-text.html", values)))


def _jpeg(entry: Entry[Any], press: Press) -> bytes:
    address = _image_address(entry, press.outside)
    return press.site.pictures.made_of(address, "letter", make_jpeg) if address in press.site.files else b""


def _values(entry: Entry[Any], press: Press) -> dict[str, object]:
    """What both forms of an issue say."""
    site, outside = press.site, press.outside
    view = view_issue(entry, site, outside)
    items: Any = view["gathered"]
    shown = [{**one, "summary": fit_for_mail(str(one["summary"] or ""))} for one in items[:MOST_ITEMS]]
    return {
        **view,
        **_words(entry, site),
        "entry": entry,
        "fields": entry.fields,
        "site": site,
        "party": site.party,
        "here": outside,
        "gathered": shown,
        "more": len(items) - len(shown),
        "summary": fit_for_mail(str(outside.prose(entry.fields.summary, entry))),
        "body": "" if is_long(entry) else fit_for_mail(str(outside.body(entry))),
        "page": outside.url(entry.address),
        "picture": _picture(entry, site, outside),
        "lang": entry.fields.lang or site.party.languages[0],
    }


def _picture(entry: Entry[Any], site: Site, outside: Here) -> Markup | str:
    """The picture at the head as mailboxes show it: other formats are made into a JPEG, a drawing is left out."""
    fields = entry.fields
    shown = outside.picture(fields.image, fields.image_alt, entry) if fields.image else None
    path = _path(entry, site, outside)
    if not shown or not shown["width"] or not path or is_drawing(path):
        return ""
    source = outside.url(f"{entry.address}{PICTURE}") if needs_jpeg(path) else shown["src"]
    return show_picture(str(source), fields.image_alt, int(str(shown["width"])), int(str(shown["height"])))


def _path(entry: Entry[Any], site: Site, outside: Here) -> Path | None:
    """The file of the picture at the head."""
    return site.files.get(_image_address(entry, outside))


def _image_address(entry: Entry[Any], outside: Here) -> str:
    """Where that file is published; empty where there is none."""
    return outside.link(entry.fields.image, entry).removeprefix(outside.url("")) if entry.fields.image else ""


def _colour(party: Party) -> str:
    return party.colour or "#b8231b"


def _sending(entry: Entry[Any], site: Site, here: Here) -> Mapping[str, object]:
    return {
        **_words(entry, site),
        "html": here.url(f"{entry.address}email.html"),
        "saved_name": saved_name(entry, site),
        "text": here.url(f"{entry.address}email.txt"),
        "page": here.url(entry.address),
        "feed": f"{site.settings.site_url}{entry.kind.index}feed.xml",
        "service": str(site.party.mail_service),
        "listed": list_items(gather(entry, site)) if entry.fields.since else (),
    }
