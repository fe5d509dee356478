"""The one door to MkDocs: it hands over finished pages and decides nothing.

`sitegen build` and `mkdocs build` both come through here, so their sites are the same.
"""

import logging
import shutil
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import jinja2
from markupsafe import Markup, escape
from mkdocs.config import config_options
from mkdocs.config.base import Config, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_theme_dir

from sitegen.days import LONDON
from sitegen.kind import Settings
from sitegen.kinds import KINDS, PLANNED
from sitegen.pages import Page, Workshop, make_pages, make_workshop
from sitegen.pages.environment import make_environment
from sitegen.pages.frame import make_view
from sitegen.pages.making import make_files
from sitegen.pages.sharing import write_cards
from sitegen.pages.taking_away import make_site_documents
from sitegen.plugin import material
from sitegen.plugin.files import MadePage, asset, generated, made_page, theme_assets
from sitegen.policy import HEADERS_FILE
from sitegen.privacy import has_membership_number
from sitegen.problems import ContentError, Place, Problem, Severity, make_problem
from sitegen.reloading import reload_by_file
from sitegen.site import read_site
from sitegen.swapping import UnsafeFolder, check_target, publish, stage_for
from sitegen.theming.folders import LOOKS, ThemeFolders, find_folders
from sitegen.theming.overrides import check_overrides, file_of_foot
from sitegen.theming.stops import explain_stop

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer  # brings a web server, which a build does not need

log = logging.getLogger("mkdocs.plugins.sitegen")


@dataclass(slots=True)
class Run:
    """One build that the command `sitegen` asked for: what it sets, and what it learns."""

    today: date | None = None
    say: Callable[[str], None] = log.info
    report: Callable[[tuple[Problem, ...]], None] | None = None
    tick: Callable[[int, int], None] | None = None
    made: int = 0
    problems: tuple[Problem, ...] = ()
    pages: int = 0
    feeds: int = 0
    files: int = 0
    reason: str = ""
    is_wrong_use: bool = False


RUN: ContextVar[Run | None] = ContextVar("run", default=None)
"""The run of the command; None where plain `mkdocs` builds."""


class SitegenConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its class hook without types
    """The plugin's options in `mkdocs.yml`."""

    data_dir = config_options.Type(str, default="data")
    """The folder with the party's data, beside `mkdocs.yml`."""

    documents = config_options.Type(bool, default=True)
    """Whether PDF and Word files are made."""

    share_images = config_options.Type(bool, default=True)
    """Whether share images are made."""

    feed_items = config_options.Type(int, default=20)
    """How many items a feed carries."""

    guide = config_options.Optional(config_options.URL())
    """Where the guide is published, for links to its explanations; they are in each run's summary without it."""

    today = config_options.Optional(config_options.Type((str, date)))
    """The day it is; the date in London if left out."""


@dataclass(slots=True)
class Build:
    """What one build holds between MkDocs' events."""

    target: Path
    stage: Path
    root: Path
    folders: ThemeFolders
    workshop: Workshop | None = None
    pages: list[Page] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class SitegenPlugin(BasePlugin[SitegenConfig]):  # type: ignore[no-untyped-call]  # MkDocs leaves its class hook without types
    """Gives MkDocs the pages, feeds and files that are made from content and data."""

    build: Build | None = None

    def load_config(self, options: dict[str, Any], config_file_path: str | None = None) -> tuple[list[Any], list[Any]]:
        """Check the options; and, for plain `mkdocs`, that the content folder is named."""
        errors, warnings = super().load_config(options, config_file_path)
        if RUN.get() is None and config_file_path and not _names_content(Path(config_file_path)):
            line = "The line 'docs_dir: content' is missing in mkdocs.yml."
            errors.append(("docs_dir", ValidationError(line)))
        return errors, warnings

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Leave to MkDocs what it is needed for: no navigation, no theme files but ours, a folder to build in."""
        config.nav = []
        config.use_directory_urls = True
        if material.is_frame(config):
            material.prepare(config, find_folders_of(config))
        else:
            config.theme.static_templates = set()
            config.theme.dirs = [str(one) for one in find_folders_of(config).all]
        target = Path(config.site_dir).resolve()
        settings = read_settings(config, self.config)
        try:
            check_target(target, settings.root, (settings.root / settings.content, settings.root / settings.data))
        except UnsafeFolder as unsafe:
            self._refuse(str(unsafe))
        self.build = Build(target, stage_for(target), settings.root, find_folders_of(config))
        config.site_dir = str(self.build.stage)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Load and check everything, then hand each page and file over."""
        build, run = self._running(), RUN.get() or Run()
        settings = read_settings(config, self.config)
        run.say("Reading content and data …")
        site, run.problems = read_site(settings, KINDS, PLANNED)
        run.problems = tuple(sorted((*run.problems, *find_own_mistakes(config, settings.root))))
        if run.report:
            run.report(run.problems)
        if any(problem.severity is Severity.ERROR for problem in run.problems):
            raise PluginError(f"\n{ContentError(run.problems)}")
        if RUN.get() is None:
            _log_problems(run.problems)
        if config.strict and any(problem.severity is Severity.WARNING for problem in run.problems):
            raise PluginError("There are warnings, and --strict lets none pass.")
        build.workshop = make_workshop(site, PLANNED, build.folders.all)
        run.say("Making documents …")
        build.workshop.documents = make_site_documents(build.workshop)
        build.pages = list(make_pages(build.workshop))
        return self._hand_over(config, run)

    def _hand_over(self, config: MkDocsConfig, run: Run) -> Files:
        from sitegen.pages.subscriptions import make_feeds  # feedgen takes long to load, and only a build needs it

        build = self._running()
        workshop = build.workshop
        assert workshop is not None
        run.say("Making feeds …")
        feeds = dict(make_feeds(workshop, self._examine))
        if material.is_frame(config):
            material.style(workshop, build.folders)
        made = dict(make_files(build.pages, workshop))
        if material.is_frame(config):
            made.pop(HEADERS_FILE)  # its own inline scripts would not run
        made |= {one.address: one.content for documents in workshop.documents.values() for one in documents}
        titles = material.frame(config, workshop, build.pages) if material.is_frame(config) else {}
        handed = [
            made_page(page, config, titles.get(page.address, ""))
            for page in build.pages
            if page.path not in config.theme.static_templates
        ]
        folders = dict.fromkeys((*build.folders.all, *map(Path, config.theme.dirs)))
        handed += [asset(path, source, config) for path, source in theme_assets(folders)]
        pictures = frozenset(workshop.site.pictures.addresses)
        files = workshop.site.files.items()
        handed += [asset(path, source, config) for path, source in files if path not in pictures]
        handed += [generated(path, content, config) for path, content in (made | feeds).items()]
        for path, content in made.items():
            if isinstance(content, str):
                self._examine(path, content)
        run.pages, run.feeds, run.files = len(build.pages), len(feeds), len(handed) - len(build.pages) - len(feeds)
        run.say(f"Making {len(build.pages):,} pages …")
        return Files(handed)

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """The one strict environment, in place of MkDocs' own, which another theme's frame needs."""
        workshop = self._running().workshop
        assert workshop is not None
        return env if material.is_frame(config) else workshop.environment

    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
        """What the frame prints."""
        workshop = self._running().workshop
        if workshop is not None and isinstance(page, MadePage):
            context["view"] = make_view(page.made, _finished(page.content), workshop)
            if material.is_frame(config):
                context["view"] |= material.make_further_view(page.made, workshop)
            else:
                page.content = ""
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Material makes the page for what is not found from a template of its own, at no place of the site."""
        build = self._running()
        page = next((one for one in build.pages if one.address == template_name), None)
        if build.workshop is not None and page is not None:
            context["view"] = make_view(page, page.make(), build.workshop)
            context["view"] |= material.make_further_view(page, build.workshop)
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Examine the finished page as a reader would."""
        if isinstance(page, MadePage):
            self._examine(page.made.address, output)
            self._look_for_imprint(page.made.address, output)
            run = RUN.get()
            if run and run.tick:
                run.made += 1
                run.tick(run.made, run.pages)
        return output

    def _look_for_imprint(self, address: str, output: str) -> None:
        """The law asks for it on every page, whatever templates a party writes; told once."""
        build = self._running()
        if build.workshop is None or any(problem.code == "E536" for problem in build.problems):
            return
        if str(escape(build.workshop.site.party.imprint.sentence)) not in output:
            file = file_of_foot(build.root, build.folders)
            build.problems.append(make_problem("E536", Place(file), address=f"/{address}"))

    def _refuse(self, reason: str) -> NoReturn:
        """End the build for a reason that lies in how it was called."""
        run = RUN.get() or Run()
        run.reason, run.is_wrong_use = reason, True
        raise PluginError(reason)

    def _examine(self, address: str, text: str) -> None:
        if has_membership_number(text):
            build = self._running()
            build.problems.append(make_problem("E405", Place("site/" + address), address="/" + address))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the finished site in the place of the old one, unless something was found in it."""
        build, run = self._running(), RUN.get() or Run()
        if build.problems:
            run.problems = (*run.problems, *build.problems)
            raise PluginError("\n" + "\n".join(str(problem) for problem in build.problems))
        workshop = build.workshop
        assert workshop is not None
        run.say("Drawing pictures for sharing …")
        run.files += write_cards(build.pages, workshop, build.stage)
        run.files += workshop.site.pictures.write(build.stage)
        publish(build.stage, build.target)
        config.site_dir = str(build.target)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site as it was, and nothing beside it; say where a party's own template stopped."""
        if not self.build:
            return
        shutil.rmtree(self.build.stage, ignore_errors=True)
        if problem := explain_stop(error, self.build.root, self.build.folders):
            run = RUN.get() or Run()
            run.problems = (*run.problems, problem)
            raise PluginError(f"\n{problem}") from None

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> "LiveReloadServer":
        """Watch data and themes as well."""
        settings = read_settings(config, self.config)
        for folder in (settings.root / settings.data, settings.root / "themes", *map(Path, config.theme.dirs)):
            if folder.is_dir():
                server.watch(str(folder))
        reload_by_file(server)
        return server

    def _running(self) -> Build:
        assert self.build is not None, "MkDocs calls on_config first"
        return self.build


def find_folders_of(config: MkDocsConfig) -> ThemeFolders:
    """The folders that the templates of this site come from."""
    own = config.theme.custom_dir
    return find_folders(Path(get_theme_dir("clp")), _look(config), own)


def find_own_mistakes(config: MkDocsConfig, root: Path) -> tuple[Problem, ...]:
    """What is wrong with a party's own templates."""
    folders = find_folders_of(config)
    return check_overrides(root, folders, make_environment(KINDS, folders.all)) if folders.own else ()


def _look(config: MkDocsConfig) -> str:
    return str(config.theme.get("look") or LOOKS[0])


def _names_content(config_file: Path) -> bool:
    with config_file.open("rb") as file:
        return b"docs_dir" in file.read()


def _log_problems(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        level = logging.INFO if problem.severity is Severity.NOTE else logging.WARNING
        log.log(level, "%s", problem)


def read_settings(config: MkDocsConfig, options: SitegenConfig) -> Settings:
    """What `mkdocs.yml` says, as plain values."""
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    return Settings(
        root=root,
        site_name=str(config.site_name),
        site_url=_with_slash(config.site_url or ""),
        today=_today(options),
        content=Path(config.docs_dir).resolve().relative_to(root).as_posix(),
        data=options.data_dir.strip("/"),
        feed_items=options.feed_items,
        share_images=options.share_images,
        look=_look(config),
        documents=options.documents,
        repository=(config.repo_url or "").rstrip("/"),
        branch=_branch(config.edit_uri or ""),
        guide=options.guide or "",
    )


def _branch(edit_uri: str) -> str:
    """The branch in `edit/<branch>/…`; MkDocs' own guess is from before branches were called main."""
    parts = edit_uri.strip("/").split("/")
    return parts[1] if len(parts) > 1 and edit_uri.strip("/") != "edit/master/docs" else "main"


def _with_slash(url: str) -> str:
    return url if not url or url.endswith("/") else url + "/"


def _today(options: SitegenConfig) -> date:
    run = RUN.get()
    if run and run.today:
        return run.today
    if options.today:
        return date.fromisoformat(str(options.today))
    return datetime.now(LONDON).date()


def _finished(content: str | None) -> Any:
    return Markup(content or "")
