"""Running MkDocs for the command: build, check and serve, with every failure put into words."""

import errno
import gc
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from sitegen.days import read_day
from sitegen.kind import Site
from sitegen.kinds import KINDS, PLANNED
from sitegen.plugin import RUN, Run, SitegenPlugin, find_own_mistakes, read_settings
from sitegen.problems import Place, Problem, make_problem
from sitegen.site import read_site
from sitegen.source import Document, Refused, Unreadable, Value, read_text, read_yaml
from sitegen.swapping import UNWRITABLE, UnsafeFolder, check_target
from sitegen.theming.choosing import check_theme


class Built(NamedTuple):
    """What was made, and where."""

    folder: Path
    pages: int
    feeds: int
    files: int
    problems: tuple[Problem, ...]


class BuildFailed(Exception):
    """Nothing was published: for the `problems` found in files, or for a `reason` in words."""

    def __init__(self, problems: tuple[Problem, ...], reason: str = "", *, is_wrong_use: bool = False) -> None:
        super().__init__(reason)
        self.problems = problems
        self.reason = reason
        self.is_wrong_use = is_wrong_use


def build_site(
    config_file: str,
    site_dir: str | None,
    today: date | None,
    *,
    strict: bool,
    say: Callable[[str], None],
    tick: Callable[[int, int], None] | None = None,
) -> Built:
    """Build as `mkdocs build` does; raises BuildFailed. `tick` is told how many of how many pages are made."""
    run = Run(today=today, say=say, tick=tick)
    target = str(_safe_target(Path(config_file), Path(site_dir))) if site_dir else None
    with _running(run):
        config = _load(config_file, target, strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        gc.disable()  # a build leaves next to no cycles behind: looking for them cost 5 % of its time, and saved 1 MB
        try:
            build(config)
        except KeyboardInterrupt:
            config.plugins.on_build_error(error=Abort("stopped"))  # MkDocs tells plugins of mistakes alone
            raise
        finally:
            gc.freeze()
            gc.enable()
            config.plugins.on_shutdown()
    return Built(Path(config.site_dir), run.pages, run.feeds, run.files, run.problems)


def _safe_target(config_file: Path, site_dir: Path) -> Path:
    """The folder that was asked for, seen from where the command runs; raises BuildFailed where it holds sources."""
    root, target = config_file.resolve().parent, site_dir.resolve()
    document = _read_settings(config_file)
    content = str(document.values.get("docs_dir", "content")) if document else "content"
    try:
        check_target(target, root, (root / content, root / "data"))
    except UnsafeFolder as unsafe:
        raise BuildFailed((), str(unsafe), is_wrong_use=True) from None
    return target


def read_content(
    config_file: str, today: date | None, drafts: Mapping[str, str] | None = None
) -> tuple[Site, tuple[Problem, ...]]:
    """A party's content as far as it can be read, with all problems; `drafts` are read in place of files.

    Raises BuildFailed where `mkdocs.yml` cannot be used.
    """
    run = Run(today=today)
    with _running(run):
        config = _load(config_file, None)
        plugin = next(one for one in config.plugins.values() if isinstance(one, SitegenPlugin))
        settings = read_settings(config, plugin.config)
        site, problems = read_site(settings, KINDS, PLANNED, drafts)
        return site, tuple(sorted((*problems, *find_own_mistakes(config, settings.root))))


def serve_site(
    config_file: str,
    today: date | None,
    dev_addr: str | None,
    *,
    say: Callable[[str], None],
    report: Callable[[tuple[Problem, ...]], None],
) -> None:
    """Serve as `mkdocs serve` does, until it is interrupted; raises BuildFailed if the first build fails.

    `report` is told the problems of every build.
    """
    from mkdocs.commands.serve import serve  # brings a web server, which a build does not need

    with _running(Run(today=today, say=say, report=report)):
        address = _load(config_file, None).dev_addr
        options: dict[str, Any] = {**({"dev_addr": dev_addr} if dev_addr else {}), **_content_folder(config_file)}
        say(f"The site is at http://{dev_addr or address}/ as soon as it is made; Ctrl+C ends.")
        try:
            serve(config_file, **options)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            reason = f"Something else uses {dev_addr or address} already. Choose another address with -a."
            raise BuildFailed((), reason, is_wrong_use=True) from None


@contextmanager
def _running(run: Run) -> Iterator[None]:
    """MkDocs' own ways to fail, turned into one."""
    token = RUN.set(run)
    try:
        yield
    except (Abort, MkDocsException) as error:
        reason = run.reason or ("" if run.problems else str(error))
        raise BuildFailed(run.problems, reason, is_wrong_use=run.is_wrong_use) from None
    except OSError as error:
        if error.errno not in UNWRITABLE:
            raise
        reason = f"The site could not be written: {(error.strerror or 'unknown').lower()}."
        raise BuildFailed(run.problems, reason) from None
    finally:
        RUN.reset(token)


def _load(config_file: str, site_dir: str | None, *, strict: bool = False) -> MkDocsConfig:
    """The settings; raises BuildFailed with every mistake in `mkdocs.yml`."""
    problems = tuple(_check_settings(Path(config_file)))
    if problems:
        raise BuildFailed(problems)
    told = _Told()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(told)
    level = logger.level
    logger.setLevel(logging.ERROR)  # the command has quietened it, and then nothing is told
    try:
        options: dict[str, Any] = {"strict": True} if strict else {}
        return load_config(config_file, site_dir=site_dir, **options, **_content_folder(config_file))
    except (ConfigurationError, Abort) as error:
        reasons = told.messages or [str(error)]
        place = Place(Path(config_file).name)
        raise BuildFailed(tuple(make_problem("E507", place, reason=reason) for reason in reasons)) from None
    finally:
        logger.setLevel(level)
        logger.removeHandler(told)


class _Told(logging.Handler):
    """Keeps what MkDocs says about a wrong setting."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage().split("\n")[0])


def _content_folder(config_file: str) -> dict[str, str]:
    document = _read_settings(Path(config_file))
    if document and "docs_dir" in document.values:
        return {}
    return {"docs_dir": str(Path(config_file).resolve().parent / "content")}


def _read_settings(config_file: Path) -> Document | None:
    try:
        return read_yaml(read_text(config_file, config_file.name), config_file.name)[0]
    except Unreadable:
        return None


def _check_settings(config_file: Path) -> Iterator[Problem]:
    """What every party's `mkdocs.yml` needs, before MkDocs reads it."""
    name = config_file.name
    try:
        document, problems = read_yaml(read_text(config_file, name), name)
    except Unreadable as unreadable:
        yield unreadable.problem
        return
    yield from (problem for problem in problems if problem.code == "E105")
    for field, example in _NEEDED.items():
        if field not in document.values:
            yield make_problem("E505", Place(name), field=field, example=example)
    if "plugins" in document.values and "sitegen" not in _names(document.values["plugins"]):
        yield make_problem("E508", document.place("plugins"))
    yield from _check_today(document)
    yield from check_theme(document)
    url = document.values.get("site_url", "https://")
    is_from_outside = isinstance(url, Refused)  # `!ENV`, MkDocs' way to take a setting from the machine that builds
    if not is_from_outside and not (isinstance(url, str) and url.startswith(("http://", "https://"))):
        yield make_problem("E217", document.place("site_url"), value=str(url), field="site_url")
    content = str(document.values.get("docs_dir", "content"))
    if not (config_file.resolve().parent / content).is_dir():
        yield make_problem("E506", document.place("docs_dir"), folder=content, field="docs_dir")


def _check_today(document: Document) -> Iterator[Problem]:
    """The option `today` must be a day that exists: MkDocs' own reader stumbles over others."""
    plugins = document.values.get("plugins")
    for number, plugin in enumerate(plugins) if isinstance(plugins, list) else ():
        options = plugin.get("sitegen") if isinstance(plugin, dict) else None
        today = options.get("today") if isinstance(options, dict) else None
        if not today:
            continue
        try:
            is_whole = read_day(str(today)).is_whole
            advice = "Write year-month-day, such as 2026-03-12."
        except ValueError as error:
            is_whole, advice = False, str(error)
        if not is_whole:
            place = document.place("plugins", number, "sitegen", "today")
            yield make_problem("E210", place, value=str(today), advice=advice)


def _names(value: Value) -> list[str]:
    """The names in a setting that may be a text, a list of texts and fields, or fields."""
    if isinstance(value, str):
        return [value]
    return [name for one in value for name in _names(one)] if isinstance(value, list) else list(value)


_NEEDED = {
    "site_name": "Exampleton Labour Party",
    "site_url": "https://exampleton.example.org/",
    "plugins": "[sitegen]",
    "theme": "{name: clp}",
}
