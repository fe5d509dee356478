"""Galleries: pictures with words, credit and size, films as links, and nothing that needs a script or another host."""

import re
from pathlib import Path

import pytest

from tests.json_ld import things_of
from tests.parties import TODAY, run_sitegen, write_party

PAGE = (
    "---\ntitle: Pictures\nphotos:\n  - {src: a.svg, alt: The hall}\n  - {src: a.svg}\n"
    "media:\n  - {title: A film}\n---\nLook.\n"
)


def test_a_picture_without_words_and_a_film_without_a_transcript_are_warnings(tmp_path: Path) -> None:
    files = {"content/pictures.md": PAGE, "content/a.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>'}
    said = run_sitegen(write_party(tmp_path, files), "check", "--today", TODAY).stdout
    assert "content/pictures.md:5: warning: This picture has no alternative text." in said
    assert "content/pictures.md:7: warning: The recording 'A film' has no 'transcript'." in said


@pytest.mark.slow
def test_the_gallery_of_the_sample_shows_each_picture_with_words_credit_and_size(built_site: Path) -> None:
    html = (built_site / "about" / "pictures" / "index.html").read_text(encoding="utf-8")
    gallery = html.split('class="gallery"')[1].split("</ul>")[0]
    pictures = re.findall(r"<img[^>]*>", gallery)
    assert len(pictures) == 6
    assert all(re.search(r'alt="[^"]{10,}"', one) and "width=" in one and "height=" in one for one in pictures)
    assert gallery.count("Picture: ") == 6
    assert len(re.findall(r"\([\d,]+ × [\d,]+ pixels, \d+ kB\)", gallery)) == 6
    assert len(set(re.findall(r">Open picture (\d) large", gallery))) == 6, "Each link says which picture it opens."


@pytest.mark.slow
def test_a_film_is_a_link_with_its_transcript_and_never_a_player(built_site: Path) -> None:
    html = (built_site / "about" / "pictures" / "index.html").read_text(encoding="utf-8")
    assert 'href="https://films.example.org/banner"' in html
    assert re.search(r'href="[^"]*banner-film.txt">[^<]*in words</a>', html)
    for path in built_site.rglob("*.html"):
        assert not re.search(r"<(?:iframe|video|audio|embed|object)\b", path.read_text(encoding="utf-8")), path


@pytest.mark.slow
def test_machines_are_told_of_the_gallery(built_site: Path) -> None:
    html = (built_site / "about" / "pictures" / "index.html").read_text(encoding="utf-8")
    (gallery,) = (thing for thing in things_of(html) if thing["@type"] == "ImageGallery")
    assert len(gallery["image"]) == 6
    assert all(one["contentUrl"].startswith("https://exampleton.example.org/pictures/") for one in gallery["image"])
    assert gallery["image"][0]["creditText"] == "Idris Pellow"
