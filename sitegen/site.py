"""The whole of a party's content, loaded and checked: `load_site` gathers every problem before it gives up."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from sitegen.checks import check_site
from sitegen.kind import Entry, Kind, MarkdownFiles, Settings, Site
from sitegen.party import Party
from sitegen.problems import ContentError, Place, Problem, Severity, make_problem
from sitegen.reading import YAML_ENDINGS, Reader, list_files, read_entries
from sitegen.schema import check_fields
from sitegen.source import read_yaml

DATA_OF_ALL: Final = ("party.yml", "privacy.yml")
SOURCE_ENDINGS: Final = (".md", ".markdown", *YAML_ENDINGS, ".py", ".j2")


def load_site(settings: Settings, kinds: tuple[Kind, ...], planned: tuple[str, ...] = ()) -> Site:
    """Everything that a party publishes, with warnings and notes in `problems`.

    Raises ContentError with all problems, warnings included, if one of them is an error.
    """
    site, problems = read_site(settings, kinds, planned)
    if site is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    return site


def read_site(
    settings: Settings, kinds: tuple[Kind, ...], planned: tuple[str, ...] = ()
) -> tuple[Site | None, tuple[Problem, ...]]:
    """The site as far as it can be read, and all problems; None where it is not known who publishes."""
    reader = Reader(settings, list_files(settings.root, settings.content), list_files(settings.root, settings.data))
    party = _read_party(reader)
    kept = frozenset(_folders(kinds)) | frozenset(planned)
    read = {kind.name: list(read_entries(kind, reader, kept)) for kind in kinds}
    reader.problems += _doubled_ids(kinds, read)
    reader.problems += _unread_files(reader, kinds, planned)
    if party is None:
        return None, _sorted(reader.problems)
    site = _make_site(settings, party, kinds, read, reader)
    problems = _sorted([*reader.problems, *check_site(site, reader.texts, planned)])
    return _with_problems(site, problems), problems


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems)))


def _read_party(reader: Reader) -> Party | None:
    file = f"{reader.settings.data}/party.yml"
    if "party.yml" not in reader.data_files:
        reader.problems.append(make_problem("E501", Place(file), file=file))
        return None
    document = reader.read(file, read_yaml)
    if document is None:
        return None
    party, problems = check_fields(Party, document.values, document)
    reader.problems += problems
    return party


def _folders(kinds: Iterable[Kind]) -> Iterator[str]:
    for kind in kinds:
        if isinstance(kind.written, MarkdownFiles) and kind.written.folder:
            yield kind.written.folder.split("/", 1)[0]


def _doubled_ids(kinds: tuple[Kind, ...], read: dict[str, list[Entry[Any]]]) -> Iterator[Problem]:
    for kind in kinds:
        seen: dict[tuple[str, str], Entry[Any]] = {}
        for entry in read[kind.name]:
            first = seen.setdefault((entry.parent, entry.id), entry)
            if first is entry:
                continue
            if first.document is entry.document:
                yield make_problem("E701", entry.place(), what=kind.singular, id=entry.id)
            else:
                file, other = entry.document.file, first.document.file
                yield make_problem("E702", entry.place(), file=file, other=other, address=entry.address)


def _make_site(
    settings: Settings, party: Party, kinds: tuple[Kind, ...], read: dict[str, list[Entry[Any]]], reader: Reader
) -> Site:
    published = {
        kind.name: tuple(sorted((one for one in read[kind.name] if _is_published(one, settings)), key=kind.order))
        for kind in kinds
    }
    shown = {entry.key: entry for entries in published.values() for entry in entries}
    withheld = {one.key: one.document.file for entries in read.values() for one in entries if one.key not in shown}
    return Site(
        settings=settings,
        party=party,
        kinds=kinds,
        entries=published,
        files={path: settings.root / settings.content / path for path in _assets(reader)},
        by_key=shown,
        withheld=withheld,
        documents=tuple(reader.documents),
    )


def _is_published(entry: Entry[Any], settings: Settings) -> bool:
    shared = entry.shared
    if shared is None:
        return True
    return not shared.draft and not (shared.publish_from and shared.publish_from.date > settings.today)


def _assets(reader: Reader) -> Iterator[str]:
    return (path for path in reader.content_files if not path.lower().endswith(SOURCE_ENDINGS))


def _unread_files(reader: Reader, kinds: tuple[Kind, ...], planned: tuple[str, ...]) -> Iterator[Problem]:
    """Data in the wrong folder, files that no kind reads, and folders of kinds that are not made yet."""
    content, data = reader.settings.content, reader.settings.data
    for path in reader.content_files:
        if path.lower().endswith(YAML_ENDINGS):
            yield make_problem("W707", Place(f"{content}/{path}"))
    known = {document.file for document in reader.documents} | {problem.place.file for problem in reader.problems}
    unmade: set[str] = set()
    for path in reader.data_files:
        file, top = f"{data}/{path}", path.split("/", 1)[0].removesuffix(".yml")
        if top in planned:
            unmade.add(f"{data}/{top}")
        elif file not in known and path not in DATA_OF_ALL and not path.endswith(("README.md", ".txt")):
            yield make_problem("W709", Place(file), advice="Check its name and its folder.")
    unmade |= {f"{content}/{top}" for path in reader.content_files if (top := path.split("/", 1)[0]) in planned}
    for folder in sorted(unmade):
        yield make_problem("N311", Place(folder), folder=folder)


def _with_problems(site: Site, problems: tuple[Problem, ...]) -> Site:
    return Site(
        site.settings, site.party, site.kinds, site.entries, site.files, site.by_key, site.withheld, site.documents, problems
    )


