"""A further kind is one folder: what the machinery then does for it, with nothing else touched."""

import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from sitegen.kind import Kind
from sitegen.kinds import KINDS, PLANNED
from sitegen.pages import Page, Workshop, make_pages, make_workshop
from sitegen.pages.frame import make_menu
from sitegen.pages.making import make_files
from sitegen.pages.subscriptions import make_feeds
from sitegen.problems import ContentError
from sitegen.site import load_site
from tests.kind_examples import SITE_URL, THEME, make_settings
from tests.parties import write_party

CODE = '''
"""Petitions: what we ask for, and how many have signed."""

from pathlib import Path

from sitegen.article import Article
from sitegen.kind import FurtherPage, Kind, MadeFile, MarkdownFiles
from sitegen.problems import make_problem
from sitegen.schema import declare
from sitegen.values import AnyCount, Link, Text


class Petition(Article):
    """One petition."""

    asks: Text = declare("What it asks for.", example="A bus after ten")
    signatures: AnyCount | None = declare("How many have signed.", example="over 900", default=None)
    follows: Link | None = declare("The petition before it.", example="petitions:lamps", default=None)


def check_petition(entry, _site):
    """Nobody signs what asks for nothing."""
    if entry.fields.asks == "nothing":
        yield make_problem("E310", entry.place("asks"), value="nothing", kind="demands", hint="Ask for something.")


def view_petition(entry, _site, here):
    """The way to the petition before it."""
    return {"before": here.link(entry.fields.follows, entry) if entry.fields.follows else ""}


def list_signers(site):
    """A page of signers for each petition."""
    for entry in site.of(Petition):
        view = lambda here, entry=entry: {"signers": entry.fields.signatures, "back": here.url(entry.address)}
        address = f"{entry.address}signers/"
        yield FurtherPage(address, "Who signed", "signers.html", view, entry=entry, part="signers", anchors=("ada",))


def write_slips(site):
    """A slip to sign on paper for each petition."""
    for entry in site.of(Petition):
        yield MadeFile(f"{entry.address}slip.txt", lambda press, one=entry: press.outside.url(one.address))


KIND = Kind(
    name="petitions",
    title="Petitions",
    singular="petition",
    explanation="What we ask for.",
    model=Petition,
    home=Path(__file__).parent,
    written=MarkdownFiles("petitions"),
    address="petitions/{id}/",
    index="petitions/",
    has_feed=True,
    check=check_petition,
    item_view=view_petition,
    anchors_of=lambda entry, _site: [f"ask-{len(entry.fields.asks)}"],
    further_pages=list_signers,
    made_files=write_slips,
)
'''
ITEM = """{% extends "pages/article.html" %}
{% block kicker %}Petition{% endblock %}
{% block behind %}
<p id="at-signatures">{{ fields.signatures or "Nobody yet" }} for: {{ fields.asks }}</p>
{% if before %}
<p><a href="{{ before }}">The petition before this</a></p>
{% endif %}
{% endblock %}
"""
SIGNERS = """<h1>{{ title }}</h1><p id="ada"><a href="{{ back }}">{{ entry.title }}</a>: {{ signers }}</p>
"""
PETITIONS = {
    "content/news/fair.md": (
        "---\ntitle: The fair\ndate: 2026-03-01\n---\nSign [for lamps](petitions:lamps). "
        "[Ada](petitions:lamps/signers#ada) [asks](petitions:lamps#ask-5).\n"
    ),
    "content/petitions/lamps.md": "---\ntitle: Lamps\ndate: 2025-11-01\nasks: Lamps\n---\nIt is dark.\n",
    "content/petitions/buses.md": (
        "---\ntitle: Buses\ndate: 2026-02-01\nasks: A bus after ten\nsignatures: over 900\n"
        "follows: petitions:lamps\ntags: [buses]\n---\nIt is late.\n"
    ),
}


@pytest.fixture(scope="module")
def petitions(tmp_path_factory: pytest.TempPathFactory) -> Kind:
    """A kind in a folder of its own, as an author would write it; no list names it."""
    folder = tmp_path_factory.mktemp("kinds") / "petitions"
    folder.mkdir()
    (folder / "__init__.py").write_text(CODE, encoding="utf-8")
    (folder / "page.html").write_text('{% extends "pages/list.html" %}\n', encoding="utf-8")
    (folder / "item.html").write_text(ITEM, encoding="utf-8")
    (folder / "signers.html").write_text(SIGNERS, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("petitions", folder / "__init__.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    kind: Kind = module.KIND
    return kind


@dataclass(frozen=True, slots=True)
class Made:
    """What is made of a party that uses the kind."""

    workshop: Workshop
    pages: dict[str, Page]
    feeds: dict[str, bytes]
    files: dict[str, str | bytes]

    def html(self, address: str) -> str:
        """The content of a page."""
        return str(self.pages[address].make())


@pytest.fixture(scope="module")
def made(petitions: Kind, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A small party with two petitions, made whole."""
    settings = make_settings(write_party(tmp_path_factory.mktemp("party"), PETITIONS))
    workshop = make_workshop(load_site(settings, (*KINDS, petitions), PLANNED), PLANNED, [THEME])
    pages = list(make_pages(workshop))
    feeds = dict(make_feeds(workshop, lambda _address, _text: None))
    return Made(workshop, {page.address: page for page in pages}, feeds, dict(make_files(pages, workshop)))


def test_its_entries_are_loaded_in_order(made: Made) -> None:
    assert [entry.key for entry in made.workshop.site.entries["petitions"]] == ["petitions:buses", "petitions:lamps"]
    assert str(made.workshop.site.entries["petitions"][0].fields.signatures) == "over 900"


def test_an_entry_has_its_page(made: Made) -> None:
    page = made.html("petitions/buses/")
    assert "<h1>Buses</h1>" in page
    assert '<p id="at-signatures">over 900 for: A bus after ten</p>' in page
    assert '<a href="../../tags/buses/">buses</a>' in page
    assert made.pages["petitions/buses/"].crumbs == (("Home", ""), ("Petitions", "petitions/"))


def test_links_lead_to_it_from_fields_and_from_texts(made: Made) -> None:
    assert '<a href="../../petitions/lamps/">The petition before this</a>' in made.html("petitions/buses/")
    assert '<a href="../../petitions/lamps/">for lamps</a>' in made.html("news/fair/")


def test_it_has_a_list_and_an_archive_by_year(made: Made) -> None:
    page = made.html("petitions/")
    assert page.index("Buses") < page.index("Lamps")
    assert 'href="../petitions/archive/2025/"' in page
    assert "Lamps" in made.html("petitions/archive/2025/")
    assert "Buses" not in made.html("petitions/archive/2025/")


def test_it_is_in_the_menu_on_the_home_page_and_on_the_map_of_the_site(made: Made) -> None:
    assert ("Petitions", "petitions/") in make_menu(made.workshop)
    assert "petitions/buses/" in made.html("")
    assert 'href="../../petitions/"' in made.html("search/all/")


def test_it_has_feeds_in_three_formats_and_is_in_the_feed_of_everything(made: Made) -> None:
    for path in ("petitions/feed.xml", "petitions/atom.xml", "feed.xml", "tags/buses/feed.xml"):
        text = etree.tostring(etree.fromstring(made.feeds[path]), method="text", encoding="unicode")
        assert "It is late." in text, path
    items = json.loads(made.feeds["petitions/feed.json"])["items"]
    assert [item["id"] for item in items] == [f"{SITE_URL}petitions/buses/", f"{SITE_URL}petitions/lamps/"]
    assert "petitions/feed.xml" in made.html("subscribe/")


def test_search_engines_and_search_find_it(made: Made) -> None:
    assert f"<loc>{SITE_URL}petitions/buses/</loc>" in str(made.files["sitemap.xml"])
    assert "petitions/buses/" in str(made.files["search/index.json"])


def test_its_further_pages_are_made_and_links_lead_to_them(made: Made) -> None:
    page = made.pages["petitions/buses/signers/"]
    assert '<p id="ada"><a href="../../../petitions/buses/">Buses</a>: over 900</p>' in made.html(page.address)
    assert page.crumbs == (("Home", ""), ("Petitions", "petitions/"), ("Buses", "petitions/buses/"))
    assert '<a href="../../petitions/lamps/signers/#ada">Ada</a>' in made.html("news/fair/")
    assert f"<loc>{SITE_URL}petitions/buses/signers/</loc>" in str(made.files["sitemap.xml"])


def test_anchors_that_one_entry_has_can_be_linked_to(made: Made) -> None:
    assert '<a href="../../petitions/lamps/#ask-5">asks</a>' in made.html("news/fair/")


def test_its_further_files_are_made(made: Made) -> None:
    assert made.files["petitions/buses/slip.txt"] == f"{SITE_URL}petitions/buses/"


BAD: dict[str, tuple[str, str]] = {
    "misspelt field": ("title: Lamps\ndate: 2026-02-01\nasks: Lamps\nsignature: 900", "signatures"),
    "missing field": ("title: Lamps\ndate: 2026-02-01", "A bus after ten"),
    "own rule": ("title: Lamps\ndate: 2026-02-01\nasks: nothing", "Ask for something."),
    "link to one that is not there": ("title: Lamps\ndate: 2026-02-01\nasks: x\nfollows: petitions:lamp", "lamps"),
}


@pytest.mark.parametrize("name", BAD)
def test_its_mistakes_are_explained(name: str, petitions: Kind, tmp_path: Path) -> None:
    front, said = BAD[name]
    party = write_party(tmp_path, {"content/petitions/lamps.md": f"---\n{front}\n---\nIt is dark.\n"})
    with pytest.raises(ContentError) as raised:
        load_site(make_settings(party), (*KINDS, petitions), PLANNED)
    assert said in str(raised.value)
    assert str(raised.value).startswith("content/petitions/lamps.md:")


def test_a_link_to_a_further_page_that_is_not_there_is_told(petitions: Kind, tmp_path: Path) -> None:
    text = PETITIONS["content/news/fair.md"].replace("lamps/signers#ada", "lamps/signer")
    party = write_party(tmp_path, PETITIONS | {"content/news/fair.md": text})
    with pytest.raises(ContentError, match="Did you mean 'petitions:lamps/signers'"):
        load_site(make_settings(party), (*KINDS, petitions), PLANNED)


def test_a_file_in_the_place_of_a_further_page_is_told(petitions: Kind, tmp_path: Path) -> None:
    other = {"content/petitions/lamps/slip.txt": "Sign here.\n"}
    with pytest.raises(ContentError, match=r"content/petitions/lamps/slip.txt:1: .*claim the same address"):
        load_site(make_settings(write_party(tmp_path, PETITIONS | other)), (*KINDS, petitions), PLANNED)


def test_two_petitions_at_one_address_are_refused(petitions: Kind, tmp_path: Path) -> None:
    same = {"content/petitions/2025/lamps.md": PETITIONS["content/petitions/lamps.md"]}
    with pytest.raises(ContentError, match="petitions/lamps/"):
        load_site(make_settings(write_party(tmp_path, PETITIONS | same)), (*KINDS, petitions), PLANNED)


def test_without_the_kind_its_folder_holds_free_pages(tmp_path: Path) -> None:
    texts = {"content/petitions/lamps.md": "---\ntitle: Lamps\n---\nIt is dark.\n"}
    site = load_site(make_settings(write_party(tmp_path, texts)), KINDS, PLANNED)
    assert "petitions/lamps/" in [entry.address for entry in site.entries["pages"]]
