"""The looks: contrasts of every colour, and the one stylesheet."""

import colorsys
import gzip
import re
from pathlib import Path

import pytest

from sitegen.looks import accent
from sitegen.looks.accent import contrast, make_accents
from sitegen.looks.icon import make_icon
from sitegen.looks.scoped import make_scoped_stylesheet
from sitegen.looks.stylesheet import make_sheets, make_stylesheet

THEME = Path(__file__).parent.parent / "themes" / "clp"
GREYS = ("#000000", "#777777", "#ffffff")


def make_colours() -> list[str]:
    """Twenty-four hues, dark, full and pale, and three greys."""
    colours = list(GREYS)
    for lightness in (0.15, 0.5, 0.85):
        for hue in range(24):
            channels = colorsys.hls_to_rgb(hue / 24, lightness, 1.0)
            colours.append("#" + "".join(f"{round(channel * 255):02x}" for channel in channels))
    return colours


@pytest.mark.parametrize("colour", make_colours())
def test_accents_of_any_colour_keep_their_contrast(colour: str) -> None:
    """Text, marks and filled blocks can be read in both schemes."""
    accents = make_accents(colour)
    assert contrast(accents.accent, accent.LIGHT_TINT) >= accent.ON_LIGHT
    assert contrast(accents.accent, accent.LIGHT_PAPER) >= accent.ON_LIGHT
    assert contrast(accents.glow, accent.DARK_TINT) >= accent.ON_DARK
    assert contrast(accents.glow, accent.DARK_PAPER) >= accent.ON_DARK
    assert contrast(accent.ON_FILL, accents.fill) >= accent.ON_LIGHT
    assert contrast(accent.ON_FILL, accents.dark_fill) >= accent.ON_LIGHT
    assert contrast(accents.dark_fill, accent.DARK_PAPER) >= accent.OFF_DARK
    assert not accents.bright or contrast(accents.bright, accent.INK) >= accent.ON_BRIGHT


@pytest.mark.parametrize(
    ("colour", "is_bright"),
    [("#ffe000", True), ("#fbd0dc", True), ("#00ff00", True)]
    + [(colour, False) for colour in ("#000000", "#0a1a4f", "#b8231b", "#d4a017")],
)
def test_a_bright_colour_fills_blocks_as_it_is_with_dark_letters(colour: str, is_bright: bool) -> None:
    """Yellow stays yellow; only where it would be text it is darkened."""
    sheet = make_stylesheet([THEME], colour)
    assert (f"--fill:{colour};--on-fill:{accent.INK}" in sheet) is is_bright


def test_printed_pages_say_whose_they_are_and_where_they_come_from() -> None:
    """No name can break out of its string."""
    sheet = make_stylesheet([THEME], None, 'Exampleton "Labour"; }', "https://exampleton.example.org/")
    assert '@top-left{content:"Exampleton \\22 Labour\\22 \\3b  \\7d "' in sheet
    assert '@bottom-left{content:"https://exampleton.example.org/"' in sheet
    assert "@page :first{@top-left{content:none}}" in sheet


def test_a_dark_colour_is_kept_on_light_paper() -> None:
    """Nothing is changed that can be read as it is."""
    assert make_accents("#b8231b").accent == "#b8231b"


def test_a_short_colour_is_the_long_one() -> None:
    """`#d36` and `#dd3366` are one colour."""
    assert make_accents("#d36") == make_accents("#DD3366")


@pytest.mark.parametrize("colour", ["red", "b8231b", "#b823", "#b8231", "#b8231bff", "#ggg", "", "#b8231b;}"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    """A name, a missing sign or an attempt to write CSS does not reach the stylesheet."""
    with pytest.raises(ValueError, match="#rgb or #rrggbb"):
        make_accents(colour)


def test_contrast_of_black_and_white_is_twenty_one() -> None:
    """The formula is that of WCAG."""
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("scheme", "paper", "tint"),
    [("light", accent.LIGHT_PAPER, accent.LIGHT_TINT), ("dark", accent.DARK_PAPER, accent.DARK_TINT)],
)
def test_grounds_of_the_accents_are_those_of_the_tokens(scheme: str, paper: str, tint: str) -> None:
    """A ground that is changed in one place alone would make the contrasts untrue."""
    tokens = (THEME / "styles" / "tokens.css").read_text("utf-8")
    light, dark = tokens.split("prefers-color-scheme: dark")
    assert f"--paper: {paper}; --tint: {tint};" in (light if scheme == "light" else dark)


def test_the_accents_of_a_party_stand_behind_the_tokens() -> None:
    """The last of two equal rules wins."""
    sheet = make_stylesheet([THEME], "#1f5fd0")
    assert sheet.index("--accent:#b8231b") < sheet.index(f"--accent:{make_accents('#1f5fd0').accent}")
    assert sheet.index("--fill:#a02018") < sheet.index(f"--fill:{make_accents('#1f5fd0').dark_fill}")


def test_a_party_overrides_the_style_of_one_component(tmp_path: Path) -> None:
    """One file of the same name replaces the theme's, the others stay."""
    own = tmp_path / "components" / "tag"
    own.mkdir(parents=True)
    (own / "style.css").write_text(".tag {color: green}\n", "utf-8")
    sheet = make_stylesheet([tmp_path, THEME], None)
    assert ".tag{color:green}" in sheet
    assert ".tag--soft" not in sheet
    assert ".stamp{" in sheet


def test_a_theme_without_tokens_is_refused(tmp_path: Path) -> None:
    """A stylesheet that lacks its ground is not published."""
    with pytest.raises(FileNotFoundError, match=r"styles/tokens\.css"):
        make_stylesheet([tmp_path], None)


def test_the_stylesheets_are_small() -> None:
    """Bytes are members' money: 8 kB for what every page loads, less for what only some do."""
    assert len(gzip.compress(make_stylesheet([THEME], "#1f5fd0").encode(), 9)) <= 8_000
    assert all(len(gzip.compress(sheet.encode(), 9)) <= 4_000 for sheet in make_sheets([THEME]).values())


def test_a_sheet_that_only_some_pages_need_is_not_in_that_of_every_page(tmp_path: Path) -> None:
    """Its name is the file's; a party's own file takes the place of the theme's."""
    own = tmp_path / "components" / "chart"
    own.mkdir(parents=True)
    (own / "figures.css").write_text(".hex {fill: red}\n", "utf-8")
    assert ".hex" not in make_stylesheet([THEME], None)
    figures = make_sheets([tmp_path, THEME])["figures"]
    assert ".hex{fill:red}" in figures
    assert ".hex--dot" not in figures
    assert ".matrix" in figures


def test_the_stylesheet_needs_nothing_but_its_own_fonts() -> None:
    """Every file it names lies among the theme's assets."""
    names = re.findall(r"url\(([^)]+)\)", make_stylesheet([THEME], None))
    assert len(names) == 2
    assert all((THEME / "assets" / name).is_file() for name in names)


def test_the_icon_takes_the_colour_of_the_party() -> None:
    """A green party has no red square in the tab."""
    drawing = (THEME / "assets" / "icon.svg").read_text("utf-8")
    assert make_icon(drawing, None) == drawing
    assert make_accents("#2e8b3d").fill in make_icon(drawing, "#2e8b3d")
    assert "#b8231b" not in make_icon(drawing, "#2e8b3d")
    assert "#fff" in make_icon(drawing, "#2e8b3d")


@pytest.mark.parametrize("colour", ["#ffd100", "#fd0", "#7fff00", "#fbd0dc"])
def test_the_icon_of_a_bright_party_has_dark_lines_on_its_own_colour(colour: str) -> None:
    """No yellow party finds an olive square in the tab."""
    drawn = make_icon((THEME / "assets" / "icon.svg").read_text("utf-8"), colour)
    fill, letters = re.findall(r'fill="(#[0-9a-f]+)"', drawn)
    assert (fill, letters) == make_accents(colour).block
    assert contrast(fill, colour) == 1
    assert contrast(fill, letters) >= accent.ON_BRIGHT


def test_no_rule_for_the_frame_reaches_out_of_our_room() -> None:
    """Components keep to the box in which our content stands, whatever theme is around it."""
    sheet = make_scoped_stylesheet([THEME])
    selectors = re.findall(r"(?<=[{}\n])([^{}@]+)\{", "\n" + sheet)
    outside = [one for one in selectors if ".clp" not in one]
    assert outside == []
    assert "[dir] .md-typeset .clp .ticket__body{padding:1rem}" in sheet


def test_a_comma_within_brackets_parts_no_selector(tmp_path: Path) -> None:
    """`:is(a, b)` is one selector."""
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "material.css").write_text(".clp {color: red}\n", "utf-8")
    own = tmp_path / "components" / "tag"
    own.mkdir(parents=True)
    (own / "style.css").write_text(
        ":is(.a, .b) p, .c {margin: 1.25rem .5rem}\n@media print {.d {color: red}}\n", "utf-8"
    )
    room = "[dir] .md-typeset .clp"
    assert f"{room} :is(.a,.b) p,{room} .c{{margin:1rem 0.4rem}}" in make_scoped_stylesheet([tmp_path])
    assert f"@media print{{{room} .d{{color:red}}" in make_scoped_stylesheet([tmp_path])
