"""Material's frame around our pages, for a party that prefers it: its menu, its header, its search."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig

from sitegen.looks.scoped import make_scoped_stylesheet
from sitegen.pages import Page, Workshop
from sitegen.pages.frame import make_above, make_menu
from sitegen.theming.folders import ThemeFolders

NOT_FOUND: Final = "404.html"


def is_frame(config: MkDocsConfig) -> bool:
    """Whether the party wrote `theme: {name: material}`."""
    return bool(config.theme.name == "material")


def prepare(config: MkDocsConfig, folders: ThemeFolders) -> None:
    """Lay our document before Material's templates; nothing is fetched from other hosts unless the party says so."""
    ours = folders.ours[-1] / "material"
    rest = [one for one in config.theme.dirs if Path(one) not in folders.own]
    config.theme.dirs = [*map(str, folders.own), str(ours), *rest]
    config.theme.static_templates = {NOT_FOUND}
    for setting, value in (("font", False), ("favicon", "assets/icon.svg")):
        if not _is_asked_for(setting, config):
            config.theme[setting] = value


def _is_asked_for(setting: str, config: MkDocsConfig) -> bool:
    """Whether `mkdocs.yml` itself says something of a setting of the theme."""
    themes = [one.get("theme") for one in config.user_configs]
    return any(isinstance(theme, dict) and setting in theme for theme in themes)


def style(workshop: Workshop, folders: ThemeFolders) -> None:
    """One extra stylesheet in place of ours: our components, in Material's colours and letters."""
    workshop.stylesheet, workshop.sheets = make_scoped_stylesheet(folders.all), {}


def frame(config: MkDocsConfig, workshop: Workshop, pages: list[Page]) -> Mapping[str, str]:
    """Give Material our stylesheet, its language and its menu: the title of each address in it."""
    config.extra_css.insert(0, workshop.stylesheet_address)
    files = {page.address: page.path.removesuffix(".html") + ".md" for page in pages}
    items = [("Home", ""), *make_menu(workshop), ("Subscribe", "subscribe/"), ("Search", "search/")]
    config.nav = [{title: files[address]} for title, address in items if address in files]
    language = workshop.site.party.languages[0]
    if not _is_asked_for("language", config) and _speaks(config, language):
        config.theme["language"] = language
    return {address: title for title, address in items}


def _speaks(config: MkDocsConfig, language: str) -> bool:
    """Whether Material's own words are translated into a language."""
    return any((Path(one) / "partials" / "languages" / f"{language}.html").is_file() for one in config.theme.dirs)


def make_further_view(page: Page, workshop: Workshop) -> Mapping[str, object]:
    """What Material's frame prints beside what ours does: the announcement alone, without our masthead."""
    return {"above": make_above(page, workshop)}
