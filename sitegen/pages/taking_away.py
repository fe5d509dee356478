"""The documents of a site: which entries have any, and making them before the pages that link to them."""

from collections.abc import Mapping

from sitegen.documents.made import MadeDocument
from sitegen.keeping import FOLDER, Keeper
from sitegen.looks.accent import make_accents
from sitegen.pages.workshop import DEFAULT_COLOUR, Workshop
from sitegen.papers import Paper


def list_papers(workshop: Workshop) -> Mapping[str, Paper]:
    """The paper of each entry that has one, by its key."""
    site, papers = workshop.site, {}
    for kind in site.kinds:
        for entry in site.entries[kind.name] if kind.paper else ():
            assert kind.paper is not None
            if paper := kind.paper(entry, site, workshop.outside):
                papers[entry.key] = paper
    return papers


def make_site_documents(workshop: Workshop) -> Mapping[str, tuple[MadeDocument, ...]]:
    """The documents of each entry, by its key; none where the settings want none."""
    site = workshop.site
    papers = list_papers(workshop) if site.settings.documents else {}
    if not papers:
        return {}
    from sitegen.documents.making import Sender, make_documents  # only what has documents loads what makes them

    party = site.party
    accent = make_accents(party.colour or DEFAULT_COLOUR).fill
    sender = Sender(party.masthead, party.imprint.printed_sentence, accent)
    keeper = Keeper(site.settings.root / FOLDER / "documents")
    made = iter(make_documents(papers.values(), sender, keeper))
    keeper.forget_others()
    return {key: tuple(next(made) for _ in _formats(paper)) for key, paper in papers.items()}


def _formats(paper: Paper) -> tuple[str, ...]:
    return tuple(one for one in paper.formats if one != "txt")
