"""What helps a model motion on its way: blanks to fill in, letters to send, who has adopted it and where that is."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from sitegen.charts import Chart
from sitegen.charts.hexmap import SeatState, make_hexmap
from sitegen.kind import Entry, Here, Site
from sitegen.kinds.motions.blanks import mark_blanks, say_blanks
from sitegen.kinds.motions.models import Adoption, Motion, SampleLetter
from sitegen.markdown import plain_text
from sitegen.register import BOUNDARIES, Seat, load_register
from sitegen.words import count_words


def list_blanks(motion: Motion) -> list[Mapping[str, str]]:
    """The blanks of the form, in their order."""
    return [{"name": name, "words": words[:1].upper() + words[1:]} for name, words in motion.blanks.items()]


def list_letters(entry: Entry[Motion], here: Here) -> list[Mapping[str, Any]]:
    """The sample letters, to be read, sent and copied."""
    return [_letter(number, one, entry, here) for number, one in enumerate(entry.fields.sample_letters, 1)]


def _letter(number: int, letter: SampleLetter, entry: Entry[Motion], here: Here) -> Mapping[str, Any]:
    blanks = entry.fields.blanks
    plain = "\n\n".join(line for line in plain_text(letter.body.body).split("\n") if line.strip())
    subject = Markup("{}").format(letter.subject)
    return {
        "id": f"at-letter-{number}",
        "to": letter.to,
        "subject": mark_blanks(str(subject), blanks),
        "plain_subject": letter.subject,
        "body": mark_blanks(here.prose(letter.body, entry), blanks),
        "plain": plain,
        "href": _mailto(letter, say_blanks(letter.subject, blanks), say_blanks(plain, blanks)),
    }


def _mailto(letter: SampleLetter, subject: str, plain: str) -> str:
    """The address by which a mail program opens the letter; without a mailbox its reader writes that in."""
    to = quote(letter.to, safe="@.+-_") if "@" in letter.to and " " not in letter.to else ""
    return f"mailto:{to}?subject={quote(subject)}&body={quote(plain.replace(chr(10), chr(13) + chr(10)))}"


def show_adoptions(entry: Entry[Motion], site: Site, here: Here) -> Mapping[str, Any] | None:
    """Who adopted a motion: the tally, the list by date, and the map of those who are constituencies."""
    adopted = entry.fields.adopted_by
    if not adopted:
        return None
    amended = sum(one.as_amended for one in adopted)
    tally = f"{count_words(len(adopted), 'party', 'parties')} so far"
    return {
        "tally": f"{tally}, {amended} of them with amendments" if amended else tally,
        "rows": [_row(one, entry, here) for one in sorted(adopted, key=_by_date)],
        "chart": _map(entry, site),
    }


def _by_date(one: Adoption) -> tuple[bool, Any, str]:
    return (one.date is None, one.date, one.name) if one.date else (True, 0, one.name)


def _row(one: Adoption, entry: Entry[Motion], here: Here) -> Mapping[str, Any]:
    href = here.link(one.url, entry) if one.url else ""
    name = Markup('<a href="{}">{}</a>').format(href, one.name) if href else one.name
    return {
        "name": name,
        "date": one.date,
        "note": one.date_note,
        "as": "As amended there" if one.as_amended else "As it stands",
    }


def _map(entry: Entry[Motion], site: Site) -> Chart | None:
    """The map; none where no name is a constituency."""
    year = site.party.boundaries
    if year not in BOUNDARIES:
        return None
    found = dict(_seats(entry.fields, year))
    if not found:
        return None
    names = tuple(one.name for one in entry.fields.adopted_by if one.name not in found)
    state = SeatState("Adopted it", tuple(dict.fromkeys(found.values())), "dot", names)
    return make_hexmap(
        "at-map",
        "Where it was adopted",
        year,
        [state],
        rest="No word from here yet",
        what="those that adopted this motion",
    )


def _seats(motion: Motion, year: int) -> Iterator[tuple[str, Seat]]:
    register = load_register(year)
    for one in motion.adopted_by:
        seat = register.match(one.name).seat
        if seat:
            yield one.name, seat
