"""Pictures that a party puts into content: what is published of them, what is said of those that cannot be shown."""

import io
import re
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from PIL import Image, ImageCms, ImageDraw
from playwright.sync_api import Browser

from sitegen.keeping import Keeper
from sitegen.pictures import Pictures
from sitegen.pictures.cleaning import clean, find_turn
from sitegen.pictures.facts import LARGEST, LIGHT
from tests.browser.modes import Mode, open_page
from tests.browser.serving import serve
from tests.parties import TODAY, run_sitegen, write_party

ORIENTATION: Final = 0x0112
MAKER: Final = 0x010F
GPS: Final = 0x8825
NEWS: Final = "---\ntitle: The spring fair\ndate: 2026-03-01\n---\nCome along.\n\n![The hall.](../pictures/{})\n"


def draw_scene(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Something like a photo: a sky that grows dark, and a red roof in its upper left corner."""
    sky = Image.radial_gradient("L").resize((width, height))
    scene = Image.merge(
        "RGB", (sky, sky.transpose(Image.Transpose.ROTATE_180), Image.effect_noise((width, height), 40))
    )
    ImageDraw.Draw(scene).rectangle((0, 0, width // 4, height // 4), fill="#d01010")
    return scene.convert(mode)


def make_exif(turned: int = 1) -> bytes:
    """What a telephone writes: its maker, how it was held, and where."""
    exif = Image.Exif()
    exif[MAKER] = "Telephone of Ann Example"
    exif[ORIENTATION] = turned
    exif.get_ifd(GPS).update({1: "N", 2: (51.0, 30.0, 0.0)})
    return exif.tobytes()


def save(picture: Image.Image, form: str, **how: object) -> bytes:
    """The bytes of a picture's file."""
    made = io.BytesIO()
    picture.save(made, form, **how)
    return made.getvalue()


def open_bytes(content: bytes) -> Image.Image:
    """A picture from its bytes, every pixel of it."""
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture


PHOTO: Final = save(draw_scene(2000, 1500), "JPEG", quality=90, exif=make_exif(), comment=b"Ann's kitchen")


def publish(folder: Path, name: str, content: bytes) -> tuple[Pictures, Path]:
    """One picture as a build publishes it: everything asked for, in the folder `site`."""
    (folder / name).write_bytes(content)
    pictures = Pictures({name: folder / name}, Keeper(folder / "kept"))
    pictures.copies(name)
    pictures.fallback(name)
    pictures.write(folder / "site")
    return pictures, folder / "site"


def test_a_photo_is_published_in_rising_widths_with_a_fallback(tmp_path: Path) -> None:
    pictures, site = publish(tmp_path, "hall.jpg", PHOTO)
    copies = pictures.copies("hall.jpg")
    assert [width for _, width in copies] == [160, 320, 640, 960, 1600]
    sizes = []
    for address, width in copies:
        with Image.open(site / address) as copy:
            assert (copy.format, copy.size) == ("WEBP", (width, width * 3 // 4))
        sizes.append((site / address).stat().st_size)
    assert sizes == sorted(sizes)
    assert sizes[2] < len(PHOTO) / 4
    with Image.open(site / pictures.fallback("hall.jpg")) as fallback:
        assert (fallback.format, fallback.size) == ("JPEG", (960, 720))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_that_is_published_says_where_or_by_whom_it_was_taken(tmp_path: Path, form: str) -> None:
    content = save(draw_scene(700, 500), form, exif=make_exif(), xmp=b"<x:xmpmeta>Ann Example</x:xmpmeta>")
    assert b"Ann Example" in content
    name = f"hall.{form.lower()}"
    _, site = publish(tmp_path, name, content)
    for file in site.rglob("*.*"):
        read = file.read_bytes()
        assert b"Ann Example" not in read, file
        assert not open_bytes(read).getexif().get_ifd(GPS), file


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
def test_cleaning_changes_no_pixel_and_keeps_the_colour_profile(form: str) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    content = save(draw_scene(300, 200), form, exif=make_exif(), icc_profile=profile)
    cleaned = clean(content)
    assert open_bytes(cleaned).tobytes() == open_bytes(content).tobytes()
    assert form == "GIF" or open_bytes(cleaned).info["icc_profile"] == profile
    assert clean(cleaned) == cleaned


def test_a_jpeg_is_cut_off_where_its_picture_ends() -> None:
    photo = save(draw_scene(300, 200), "JPEG", progressive=True, quality=95)
    film = b"\0\0\0\x18ftypmp42 a film of the kitchen"
    assert clean(photo + film) == clean(photo)


def test_a_jpeg_that_lies_on_its_side_stays_turned_when_it_is_only_cleaned() -> None:
    cleaned = clean(save(draw_scene(300, 200), "JPEG", exif=make_exif(6)))
    exif = open_bytes(cleaned).getexif()
    assert dict(exif) == {ORIENTATION: 6}


@pytest.mark.parametrize("turned", range(1, 9))
@pytest.mark.parametrize("order", ["<", ">"])
def test_how_a_picture_is_turned_is_read_in_both_orders_of_bytes(turned: int, order: str) -> None:
    start = b"II*\0" if order == "<" else b"MM\0*"
    tiff = start + struct.pack(f"{order}IHHHIHHI", 8, 1, ORIENTATION, 3, 1, turned, 0, 0)
    assert find_turn(tiff) == turned


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\x00", b"\x89PNG\r\n\x1a\n\0", b"RIFF\0\0\0\0WEBP"]
)
def test_cleaning_what_is_no_whole_file_raises_nothing(content: bytes) -> None:
    assert isinstance(clean(content), bytes)


@pytest.mark.parametrize("turned", [3, 6, 8])
def test_a_photo_taken_sideways_is_published_upright(tmp_path: Path, turned: int) -> None:
    back = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}[turned]
    lying = draw_scene(900, 600).transpose(back)
    pictures, site = publish(tmp_path, "hall.jpg", save(lying, "JPEG", quality=95, exif=make_exif(turned)))
    facts = pictures.find("hall.jpg")
    assert facts
    assert (facts.width, facts.height) == (900, 600)
    for file in ("hall.jpg", *(address for address, _ in pictures.copies("hall.jpg"))):
        shown = open_bytes((site / file).read_bytes()).convert("RGB")
        assert shown.width > shown.height
        assert not shown.getexif()
        red, green, _ = _pixel(shown, 10, 10)
        assert red > 180 > 80 > green, f"the roof is where it was seen: {file}"


def _pixel(picture: Image.Image, left: int, top: int) -> tuple[int, int, int]:
    found = picture.convert("RGB").getpixel((left, top))
    assert isinstance(found, tuple)
    return int(found[0]), int(found[1]), int(found[2])


def test_a_huge_photo_is_made_smaller_at_its_own_address(tmp_path: Path) -> None:
    pictures, site = publish(tmp_path, "hall.jpg", save(draw_scene(8000, 5000), "JPEG", quality=70))
    facts = pictures.find("hall.jpg")
    assert facts
    assert (facts.width, facts.height) == (LARGEST, LARGEST * 5 // 8)
    assert open_bytes((site / "hall.jpg").read_bytes()).size == (facts.width, facts.height)
    assert (site / "hall.jpg").stat().st_size == facts.size


def test_a_photo_in_the_colours_of_print_gets_those_of_screens(tmp_path: Path) -> None:
    _, site = publish(tmp_path, "hall.jpg", save(draw_scene(900, 600, "CMYK"), "JPEG", quality=95))
    shown = open_bytes((site / "hall.jpg").read_bytes())
    assert shown.mode == "RGB"
    red, green, _ = _pixel(shown, 10, 10)
    assert red > 180 > 80 > green


def test_what_can_be_seen_through_stays_so(tmp_path: Path) -> None:
    mark = draw_scene(1400, 700, "RGBA")
    mark.putalpha(Image.linear_gradient("L").resize((1400, 700)))
    pictures, site = publish(tmp_path, "mark.png", save(mark, "PNG"))
    for address, _ in pictures.copies("mark.png"):
        assert open_bytes((site / address).read_bytes()).mode == "RGBA"
    with Image.open(site / pictures.fallback("mark.png")) as fallback:
        assert (fallback.format, fallback.mode, fallback.width) == ("PNG", "RGBA", 960)


def test_a_plan_in_few_colours_keeps_every_edge(tmp_path: Path) -> None:
    plan = Image.new("RGB", (1200, 800), "white")
    draw = ImageDraw.Draw(plan)
    for line in range(0, 1200, 7):
        draw.line((line, 0, 1200 - line, 800), fill="#102030", width=1)
    content = save(plan, "PNG")
    assert len(content) > LIGHT
    pictures, site = publish(tmp_path, "plan.png", content)
    address, width = pictures.copies("plan.png")[-1]
    assert width == 1200
    assert open_bytes((site / address).read_bytes()).convert("RGB").tobytes() == plan.tobytes()


def test_a_picture_in_shades_of_sixteen_bits_keeps_its_shades(tmp_path: Path) -> None:
    shades = Image.linear_gradient("L").resize((800, 600))
    deep = shades.convert("I").point(lambda shade: shade * 257).convert("I;16")
    pictures, site = publish(tmp_path, "scan.png", save(deep, "PNG"))
    address, _ = pictures.copies("scan.png")[-1]
    shown = open_bytes((site / address).read_bytes()).convert("L")
    top, bottom = shown.getpixel((400, 5)), shown.getpixel((400, 594))
    assert isinstance(top, int)
    assert isinstance(bottom, int)
    assert top < 30 < 220 < bottom


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_what_moves_goes_on_moving(tmp_path: Path, form: str) -> None:
    frames = [draw_scene(600, 400), draw_scene(600, 400).transpose(Image.Transpose.ROTATE_180)]
    content = save(frames[0], form, save_all=True, append_images=frames[1:], duration=500)
    pictures, site = publish(tmp_path, f"cards.{form.lower()}", content)
    assert pictures.copies(f"cards.{form.lower()}") == ()
    (file,) = [file for file in site.rglob("*.*") if file.is_file()]
    with Image.open(file) as shown:
        assert getattr(shown, "n_frames", 1) == 2


def test_a_light_webp_is_sent_as_it_is(tmp_path: Path) -> None:
    content = save(draw_scene(200, 150), "WEBP")
    pictures, site = publish(tmp_path, "hall.webp", content)
    assert pictures.copies("hall.webp") == (("hall.webp", 200),)
    assert (site / "hall.webp").read_bytes() == content


def test_a_jpeg_that_is_called_png_is_shown_all_the_same(tmp_path: Path) -> None:
    pictures, _ = publish(tmp_path, "hall.png", PHOTO)
    facts = pictures.find("hall.png")
    assert facts
    assert (facts.trouble, facts.media_type) == ("", "image/jpeg")


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    trees = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        _, site = publish(tmp_path / name, "hall.jpg", PHOTO)
        trees.append({file.relative_to(site): file.read_bytes() for file in site.rglob("*.*") if file.is_file()})
    assert trees[0] == trees[1]


def test_a_folder_that_keeps_nothing_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file stands where the folder should be")
    pictures, site = publish(tmp_path, "hall.jpg", save(draw_scene(3000, 600), "JPEG", exif=make_exif(6)))
    assert open_bytes((site / "hall.jpg").read_bytes()).size == (LARGEST * 600 // 3000, LARGEST)
    assert all((site / address).is_file() for address, _ in pictures.copies("hall.jpg"))


def heic() -> bytes:
    """The beginning of a photo from an iPhone."""
    return struct.pack(">I", 24) + b"ftypheic\0\0\0\0mif1heic" + b"\0" * 400


TROUBLES: Final[dict[str, tuple[str, Callable[[], bytes], str]]] = {
    "of 0 bytes": ("hall.jpg", lambda: b"", "The picture '../pictures/hall.jpg' is empty"),
    "cut off": ("hall.jpg", lambda: PHOTO[: len(PHOTO) // 2], "The picture '../pictures/hall.jpg' is damaged"),
    "a web page": (
        "hall.jpg",
        lambda: b"<!DOCTYPE html><p>Not found",
        "The picture '../pictures/hall.jpg' is dam",
    ),
    "from an iPhone": ("hall.heic", heic, "The picture '../pictures/hall.heic' is in the format of iPhones"),
    "renamed": ("hall.jpg", heic, "The picture '../pictures/hall.jpg' is in the format of iPhones"),
    "a drawing as PNG": (
        "hall.png",
        lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        "is not what its name says, so browsers cannot show it.\n    Rename it, so that its name ends in .svg.",
    ),
    "a photo as SVG": ("hall.svg", lambda: PHOTO, "Rename it, so that its name ends in .jpg."),
    "a broken drawing": ("hall.svg", lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", "is damaged"),
    "far too large": (
        "hall.png",
        lambda: save(Image.new("1", (20_000, 9_000)), "PNG"),
        "The picture '../pictures/hall.png' has more than 80 million pixels",
    ),
}


@pytest.mark.parametrize("name", TROUBLES)
def test_a_picture_that_cannot_be_shown_gets_one_calm_sentence_with_its_line(tmp_path: Path, name: str) -> None:
    file, make, sentence = TROUBLES[name]
    party = write_party(tmp_path, {"content/news/fair.md": NEWS.format(file)})
    (party / "content" / "pictures").mkdir()
    (party / "content" / "pictures" / file).write_bytes(make())
    said = run_sitegen(party, "check", "--today", TODAY)
    told = said.stdout + said.stderr
    assert said.returncode == 1
    assert sentence in told
    assert told.count("content/news/fair.md:7: ") == 1
    assert "1 error." in told
    assert "Traceback" not in told


def write_pictured(folder: Path, content: bytes = PHOTO) -> Path:
    """A party with a photo at the head of a text, in the text twice, and in a gallery."""
    text = (
        "---\ntitle: The spring fair\ndate: 2026-03-01\nimage: ../pictures/hall.jpg\nimage_alt: The hall.\n---\n"
        "Come along.\n\n![The hall.](../pictures/hall.jpg) ![Again > twice.](../pictures/hall.jpg)\n"
    )
    report = (
        "---\ntitle: In March\ndate: 2026-03-02\nmeeting: March meeting\nmeeting_date: 2026-03-02\nphotos:\n"
        "  - {src: ../pictures/hall.jpg, alt: One.}\n  - {src: ../pictures/hall.jpg, alt: Two.}\n---\nWe met.\n"
    )
    party = write_party(folder, {"content/news/fair.md": text, "content/reports/march.md": report})
    (party / "content" / "pictures").mkdir(exist_ok=True)
    (party / "content" / "pictures" / "hall.jpg").write_bytes(content)
    return party


@pytest.mark.slow
def test_pages_feeds_and_mail_offer_each_reader_a_picture_that_suits_them(tmp_path: Path) -> None:
    party = write_pictured(tmp_path)
    built = run_sitegen(party, "build", "--today", TODAY)
    assert built.returncode == 0, built.stderr
    page = (party / "site/news/fair/index.html").read_text(encoding="utf-8")
    pictures = re.findall(r"<picture>(<source [^>]*>)(<img .*?>)</picture>", page)
    assert len(pictures) == page.count("<img ") == 3
    for source, image in pictures:
        assert re.search(r'type="image/webp" srcset="(\S+ \d+w, ){4}\S+ 1600w" sizes="[^"]+"', source)
        assert 'width="2000" height="1500"' in image
        assert "-960.jpg" in image
    assert ['loading="lazy"' in image for _, image in pictures] == [False, True, True]
    for address in re.findall(r"(?:src|srcset)=\"([^\"]+)\"", page):
        for one in address.split(", "):
            path = (party / "site/news/fair" / one.split(" ")[0]).resolve()
            assert one.endswith(".js") or path.is_file(), one
    feed = (party / "site/feed.json").read_text(encoding="utf-8")
    root = "https://smallton.example.org/"
    assert f'src=\\"{root}pictures/hall.jpg\\"' in feed
    assert re.search(rf'srcset=\\"{root}assets/pictures/hall-\w+-160.webp 160w, {root}', feed)
    report = (party / "site/reports/march/index.html").read_text(encoding="utf-8")
    assert report.count("<picture>") == 2
    assert 'href="../../pictures/hall.jpg">Open picture 1 large' in report
    for path in (party / "site").rglob("*.*"):
        assert not path.is_file() or b"Telephone of Ann" not in path.read_bytes()


@pytest.mark.slow
def test_a_second_build_decodes_no_picture_and_gives_the_same_site(tmp_path: Path) -> None:
    party = write_pictured(tmp_path)
    code = (
        "import sys, datetime; from sitegen.building import build_site; "
        f"day = datetime.date.fromisoformat('{TODAY}'); "
        "build_site('mkdocs.yml', None, day, strict=False, say=lambda words: None); "
        "print(sorted(name for name in sys.modules if name.partition('.')[0] == 'PIL'))"
    )
    sites, loaded = [], []
    for _ in range(2):
        ran = subprocess.run([sys.executable, "-c", code], cwd=party, capture_output=True, text=True, check=True)
        loaded.append(ran.stdout.strip())
        sites.append({file: file.read_bytes() for file in (party / "site").rglob("*.*") if file.is_file()})
    assert loaded[0] != "[]"
    assert loaded[1] == "[]"
    assert sites[0] == sites[1]


@pytest.mark.browser
@pytest.mark.slow
def test_a_phone_loads_a_small_webp_and_what_is_below_waits(browser: Browser, tmp_path: Path) -> None:
    party = write_pictured(tmp_path)
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    chosen = {}
    with serve(party / "site") as address:
        for width in (320, 1280):
            with open_page(browser, f"{address}news/fair/", Mode("x", width=width)) as page:
                first = page.locator("main img").first
                chosen[width] = first.evaluate("image => image.currentSrc").rpartition("-")[2]
                assert first.evaluate("image => image.complete && image.naturalWidth > 0")
                assert page.evaluate("performance.getEntriesByType('layout-shift').length") == 0
    assert chosen == {320: "320.webp", 1280: "1600.webp"}
