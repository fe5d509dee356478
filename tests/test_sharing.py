"""Sharing: pictures with the imprint, posts no longer than they may be, plain links, and kits that no list leads to."""

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image, ImageChops

from sitegen.keeping import Keeper
from sitegen.looks.accent import ON_LIGHT, contrast, make_accents
from sitegen.sharing import Card, card_name, load_networks, make_card, write_posts
from sitegen.sharing.drawing import draw_card, imprint_lines
from tests.pages import read_pages
from tests.parties import TODAY, run_sitegen, write_party

IMPRINT = (
    "Promoted by Ann Example, 1 High Street, Smallton, ZZ1 1ZZ, on behalf of Smallton Labour Party, of the same place."
)
CARD = Card("The roof is mended", "Smallton Labour", "Report · 14 February 2026", IMPRINT, "#b8231b")


def _open(drawn: bytes) -> Image.Image:
    return Image.open(BytesIO(drawn)).convert("RGB")


def test_a_share_image_has_the_size_that_networks_ask_for_and_is_small() -> None:
    drawn = draw_card(CARD)
    picture = Image.open(BytesIO(drawn))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(drawn) < 60_000


def test_the_same_card_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib; from sitegen.sharing.drawing import draw_card; from sitegen.sharing import Card; "
        f"card = Card(*{(CARD.title, CARD.party, CARD.kicker, CARD.imprint, CARD.accent)!r}); "
        "print(hashlib.sha256(draw_card(card)).hexdigest())"
    )
    once, twice = (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    )
    assert once == twice


@pytest.mark.parametrize("field", ["title", "party", "kicker", "imprint", "accent"])
def test_everything_that_a_card_says_shows_in_it_and_in_its_name(field: str) -> None:
    values = {name: getattr(CARD, name) for name in ("title", "party", "kicker", "imprint", "accent")}
    other = Card(**{**values, field: "#1b5cb8" if field == "accent" else f"W{values[field]}"})
    assert ImageChops.difference(_open(draw_card(CARD)), _open(draw_card(other))).getbbox()
    assert card_name(other) != card_name(CARD)


@pytest.mark.parametrize("length", [1, 2, 6])
def test_the_imprint_is_never_cut_however_long_it_is(length: int) -> None:
    whole = " ".join([IMPRINT] * length)
    size, lines = imprint_lines(whole)
    assert " ".join(lines) == whole
    assert size >= 21, "Smaller type is not legible on a telephone."


def test_the_imprint_is_drawn_on_the_band_of_the_partys_colour() -> None:
    with_words = _open(draw_card(CARD)).crop((0, 530, 1200, 630))
    without = _open(draw_card(Card(CARD.title, CARD.party, CARD.kicker, "", CARD.accent))).crop((0, 600, 1200, 630))
    assert {colour for _, colour in without.getcolors() or ()} == {(0xB8, 0x23, 0x1B)}
    assert (255, 255, 255) in {colour for _, colour in with_words.getcolors(4096) or ()}


@pytest.mark.parametrize("colour", ["#ffd100", "#fd0", "#7fff00", "#fbd0dc", "#b8231b", "#0a1a4f", "#d4a017"])
def test_a_share_image_fills_areas_with_the_pair_of_colours_of_the_pages(colour: str) -> None:
    accents = make_accents(colour)
    drawn = _open(draw_card(Card(CARD.title, CARD.party, CARD.kicker, IMPRINT, accents.accent, accents.bright)))
    palette = drawn.crop((0, 540, 1200, 630)).getcolors() or ()
    band = {"#" + "".join(f"{one:02x}" for one in found) for _, found in palette if isinstance(found, tuple)}
    fill, letters = accents.block
    assert {fill, letters} <= band
    assert contrast(fill, letters) >= ON_LIGHT
    assert bool(accents.bright) is (colour in ("#ffd100", "#fd0", "#7fff00", "#fbd0dc"))


def test_welsh_letters_are_drawn_and_not_replaced() -> None:
    drawn = [_open(draw_card(Card(title, "A", "", "", "#000000"))) for title in ("ŵ", "ŷ", "\ue000")]
    for one, other in ((0, 1), (0, 2), (1, 2)):
        assert ImageChops.difference(drawn[one], drawn[other]).getbbox()


@pytest.mark.parametrize("title", ["W" * 300, "word " * 80, "", "a"])
def test_a_title_of_any_length_stays_above_the_imprint(title: str) -> None:
    foot = _open(draw_card(CARD)).crop((0, 540, 1200, 630))
    assert not ImageChops.difference(
        foot, _open(draw_card(Card(title, CARD.party, CARD.kicker, IMPRINT, CARD.accent))).crop((0, 540, 1200, 630))
    ).getbbox()


def test_a_picture_is_drawn_once_and_kept(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    first = make_card(CARD, keeper)
    keeper.keep(card_name(CARD), b"kept")
    assert first[:4] == b"\x89PNG"
    assert make_card(CARD, keeper) == b"kept"


def test_a_build_without_share_images_makes_none_and_loads_nothing_that_draws(tmp_path: Path) -> None:
    settings = (
        "site_name: Smallton Labour\nsite_url: https://smallton.example.org/\ndocs_dir: content\n"
        "theme: {name: clp}\nplugins:\n  - sitegen: {share_images: false}\n"
    )
    party = write_party(tmp_path, {"mkdocs.yml": settings})
    code = (
        "import sys; from sitegen.building import build_site; "
        "build_site('mkdocs.yml', None, None, strict=False, say=lambda words: None); "
        "print([name for name in ('PIL.ImageDraw', 'PIL.ImageFont') if name in sys.modules])"
    )
    built = subprocess.run([sys.executable, "-c", code], cwd=party, capture_output=True, text=True, check=True)
    assert built.stdout.strip() == "[]"
    assert not list((party / "site" / "share").rglob("*.png"))
    assert "og:image" not in (party / "site" / "index.html").read_text(encoding="utf-8")


def test_a_second_build_draws_nothing_and_gives_the_same_site(tmp_path: Path) -> None:
    party = write_party(tmp_path)
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    first = {path.name: path.read_bytes() for path in (party / "site" / "share").rglob("*.png")}
    kept = {path: path.stat().st_mtime_ns for path in (party / ".cache").rglob("*") if path.is_file()}
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    assert {path.name: path.read_bytes() for path in (party / "site" / "share").rglob("*.png")} == first
    assert {path: path.stat().st_mtime_ns for path in (party / ".cache").rglob("*") if path.is_file()} == kept
    assert len(first) >= 5


@pytest.mark.parametrize("title", ["Short", "A title " * 40])
@pytest.mark.parametrize("summary", ["", "One sentence.", "A long summary. " * 200])
@pytest.mark.parametrize("link", ["https://e.org/a/", f"https://e.org/{'a' * 90}/"])
def test_no_post_is_longer_than_its_network_takes_and_each_leads_to_the_page(
    title: str, summary: str, link: str
) -> None:
    posts = write_posts(title, summary, link, IMPRINT)
    assert len(posts) == len(load_networks())
    for post in posts:
        network = post.network
        assert post.length <= (network.most or 10_000), network.name
        assert link in post.text
        assert post.has_imprint == (IMPRINT in post.text)


def test_every_network_with_a_limit_names_its_source() -> None:
    assert [one.name for one in load_networks() if one.most and not one.source.startswith("https://")] == []


def test_a_link_counts_for_what_the_network_says() -> None:
    (x,) = (one for one in load_networks() if one.name == "X")
    link = f"https://e.org/{'a' * 90}/"
    assert x.count(f"See {link}", link) == 27


@pytest.mark.slow
def test_every_page_of_the_sample_names_its_picture_with_its_words(built_site: Path) -> None:
    seen = 0
    for path in built_site.rglob("index.html"):
        head = path.read_text(encoding="utf-8").split("</head>")[0]
        if 'content="noindex"' in head or 'http-equiv="refresh"' in head:
            continue
        seen += 1
        (image,) = re.findall(r'property="og:image" content="([^"]*)"', head)
        assert (built_site / image.removeprefix("https://exampleton.example.org/")).is_file(), path
        (alt,) = re.findall(r'property="og:image:alt" content="([^"]*)"', head)
        assert "Exampleton Labour" in alt
    assert seen > 60


@pytest.mark.slow
def test_articles_can_be_passed_on_by_plain_links_and_answered(built_site: Path) -> None:
    html = (built_site / "news" / "bus-consultation" / "index.html").read_text(encoding="utf-8")
    ways = html.split('class="share"')[1].split("</nav>")[0]
    links = re.findall(r'href="([^"]*)"', ways)
    assert any("https://exampleton.example.org/news/bus-consultation/" in unquote(link) for link in links)
    assert "mailto:secretary@exampleton.example.org?subject=Re%3A%20" in ways
    assert "<script" not in ways
    letter = (built_site / "newsletters" / "march-2026" / "index.html").read_text(encoding="utf-8")
    assert "Reply by e-mail" not in letter
    feed = (built_site / "news" / "feed.json").read_text(encoding="utf-8")
    assert "Reply by e-mail" in feed


@pytest.mark.slow
def test_each_item_has_a_kit_that_no_list_leads_to(built_site: Path) -> None:
    kits = sorted((built_site / "share").glob("*/*/index.html"))
    assert len(kits) >= 25
    for path in kits:
        html = path.read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex">' in html
        assert html.count("<textarea") >= 7
        assert "Save the picture" in html
    pages = read_pages(built_site)
    outside = {path: page.links for path, page in pages.items() if not path.startswith("share/")}
    assert [path for path, links in outside.items() if any("share/" in link.split("?")[0] for link in links)] == []
    listed = "".join((built_site / name).read_text(encoding="utf-8") for name in ("sitemap.xml", "search/index.json"))
    assert "share/" not in listed
