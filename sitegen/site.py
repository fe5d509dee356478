"""The whole of a party's content, loaded and checked: `load_site` gathers every problem before it gives up."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, Final

from sitegen.checks import PLACEHOLDERS, Found, check_site
from sitegen.keeping import FOLDER, Keeper
from sitegen.kind import Entry, Kind, MarkdownFiles, Settings, Site, Tables, YamlFiles, YamlList
from sitegen.party import Party, PartyKind
from sitegen.pictures import Pictures
from sitegen.privacy import hide_private
from sitegen.problems import ContentError, Place, Problem, Severity, make_problem
from sitegen.reading import YAML_ENDINGS, Reader, read_entries
from sitegen.schema import check_fields
from sitegen.source import Document, Refused, Unreadable, list_files, read_markdown, read_yaml
from sitegen.words import did_you_mean

DATA_OF_ALL: Final = ("party.yml", "privacy.yml")
SOURCE_ENDINGS: Final = (".md", ".markdown", *YAML_ENDINGS, ".py", ".j2")
TEXT_ENDINGS: Final = (".md", ".markdown", ".txt", ".csv", ".tsv", ".blt", *YAML_ENDINGS)
"""Files in which private data is looked for, whether anything reads them or not."""


def load_site(settings: Settings, kinds: tuple[Kind, ...], planned: tuple[str, ...] = ()) -> Site:
    """Everything that a party publishes, with warnings and notes in `problems`.

    Raises ContentError with all problems, warnings included, if one of them is an error.
    """
    site, problems = read_site(settings, kinds, planned)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    return site


def read_site(
    settings: Settings, kinds: tuple[Kind, ...], planned: tuple[str, ...] = (), drafts: Mapping[str, str] | None = None
) -> tuple[Site, tuple[Problem, ...]]:
    """The site as far as it can be read, and all problems; it is to be trusted only where none is an error.

    `drafts` are texts that are read in place of files, by path from the party's folder.
    """
    texts = dict(drafts or {})
    content_files, strange = list_files(settings.root, settings.content)
    data_files, stranger = list_files(settings.root, settings.data)
    content_files = _with_drafts(content_files, texts, settings.content)
    data_files = _with_drafts(data_files, texts, settings.data)
    reader = Reader(settings, content_files, data_files, problems=[*strange, *stranger], texts=texts)
    party = _read_party(reader)
    kept = frozenset(_folders(kinds)) | frozenset(planned)
    read = {kind.name: list(read_entries(kind, reader, kept)) for kind in kinds}
    _settle_addresses(kinds, read)
    reader.problems += _doubled_ids(kinds, read, reader)
    reader.problems += _unread_files(reader, kinds, planned)
    if "privacy.yml" in data_files:
        reader.read(f"{settings.data}/privacy.yml", lambda text, file: read_yaml(text, file, "allow"))
    beside = tuple(_read_rest(reader))
    site = _make_site(settings, party[0] if party else _NOBODY, kinds, read, reader)
    found = Found(reader.texts, beside, reader.flawed, reader.unread, party)
    problems = _sorted([*reader.problems, *check_site(site, found, planned)])
    return replace(site, problems=problems), problems


def _with_drafts(files: tuple[str, ...], drafts: Mapping[str, str], folder: str) -> tuple[str, ...]:
    new = (file.removeprefix(f"{folder}/") for file in drafts if file.startswith(f"{folder}/"))
    return tuple(sorted({*files, *new})) if drafts else files


_NOBODY: Final = Party.model_construct(name="", kind=PartyKind.GROUP)
"""Stands for a party of which nothing could be read, so that everything else is checked all the same."""


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted({hide_private(problem) for problem in problems}))


def _read_party(reader: Reader) -> tuple[Party, Document] | None:
    """Who publishes, as far as it can be read, and where it is written."""
    file = f"{reader.settings.data}/party.yml"
    if "party.yml" not in reader.data_files:
        if not any(problem.place.file == file for problem in reader.problems):
            reader.problems.append(make_problem("E501", Place(file), file=file))
        return None
    document = reader.read(file, read_yaml)
    if document is None:
        return None
    values = document.values
    if "imprint" not in values:
        reader.problems.append(make_problem("E503", Place(file)))
        values = {**values, "imprint": Refused()}
    checked = check_fields(Party, values, document)
    reader.problems += checked.problems
    return (checked.fields, checked.document) if checked.fields else None


def _read_rest(reader: Reader) -> Iterator[Document]:
    """The text files that no kind reads, for what is private in them; planned kinds' files as documents."""
    settings = reader.settings
    files = [f"{settings.content}/{path}" for path in reader.content_files]
    files += [f"{settings.data}/{path}" for path in reader.data_files]
    if (settings.root / "mkdocs.yml").is_file():
        files.append("mkdocs.yml")
    for file in files:
        if file in reader.texts or not file.lower().endswith(TEXT_ENDINGS):
            continue
        try:
            text = reader.text(file)
            if file.lower().endswith(YAML_ENDINGS):
                yield read_yaml(text, file)[0]
            elif file.lower().endswith(".md"):
                yield read_markdown(text, file)[0]
            else:
                yield Document(file, {}, body=text)
        except Unreadable:
            continue


def _folders(kinds: Iterable[Kind]) -> Iterator[str]:
    for kind in kinds:
        if isinstance(kind.written, MarkdownFiles) and kind.written.folder:
            yield kind.written.folder.split("/", 1)[0]


def _settle_addresses(kinds: tuple[Kind, ...], read: dict[str, list[Entry[Any]]]) -> None:
    """Put the addresses right that depend on the entry above, such as the contest of a questionnaire."""
    for kind in kinds:
        above = {one.id: one.fields for one in read.get(kind.parent, ())}
        for number, entry in enumerate(read[kind.name] if above else ()):
            if entry.parent in above:
                address = kind.address_of(entry.id, entry.parent, entry.fields, above[entry.parent])
                read[kind.name][number] = replace(entry, address=address)


def _doubled_ids(kinds: tuple[Kind, ...], read: dict[str, list[Entry[Any]]], reader: Reader) -> Iterator[Problem]:
    """Entries with the id of another; they are taken out of those that were read."""
    for kind in kinds:
        seen: dict[tuple[str, str], Entry[Any]] = {}
        for entry in [*read[kind.name], *(one for one in reader.flawed if one.kind is kind)]:
            first = seen.setdefault((entry.parent, entry.id), entry)
            if first is entry:
                continue
            if entry not in reader.flawed:
                read[kind.name].remove(entry)
                reader.flawed[entry] = False
            if first.document.file == entry.document.file:
                yield make_problem("E701", entry.place(), what=kind.singular, id=entry.id)
            else:
                file, other = entry.document.file, first.document.file
                yield make_problem("E702", entry.place(), file=file, other=other, address=entry.address)


def _make_site(
    settings: Settings, party: Party, kinds: tuple[Kind, ...], read: dict[str, list[Entry[Any]]], reader: Reader
) -> Site:
    everything = [entry for entries in read.values() for entry in entries]
    hidden = {one.address: one.kind for one in everything if one.kind.has_pages and not _is_published(one, settings)}
    unshown = {one.key for one in everything if not _is_published(one, settings)}
    published = {
        kind.name: tuple(
            sorted((one for one in read[kind.name] if not _is_hidden(one, hidden, unshown)), key=kind.order)
        )
        for kind in kinds
    }
    shown = {entry.key: entry for entries in published.values() for entry in entries}
    left = {one.key: one.document.file for one in (*everything, *reader.flawed) if one.key not in shown}
    files = {path: settings.root / settings.content / path for path in _assets(reader)}
    return Site(
        settings=_named(settings, party),
        party=party,
        kinds=kinds,
        entries=published,
        files=files,
        pictures=Pictures(files, Keeper(settings.root / FOLDER / "pictures")),
        by_key=shown,
        withheld={**reader.unread, **left},
        documents=tuple(reader.documents),
    )


def _named(settings: Settings, party: Party) -> Settings:
    """The settings; where the site's name is still that of a template, it is the party's."""
    is_template = any(one in settings.site_name for one in PLACEHOLDERS)
    return settings._replace(site_name=party.name) if is_template and party.name else settings


def _is_published(entry: Entry[Any], settings: Settings) -> bool:
    shared = entry.shared
    if shared is None:
        return True
    return not shared.draft and not (shared.publish_from and shared.publish_from.date > settings.today)


def _is_hidden(entry: Entry[Any], hidden: Mapping[str, Kind], unshown: Collection[str]) -> bool:
    """Whether an entry is not published yet, or stands on or below one of another kind that is not.

    `hidden` are the addresses of such entries and their kinds, `unshown` their keys.
    """
    if not unshown:
        return False
    if entry.key in unshown or f"{entry.kind.parent}:{entry.parent}" in unshown:
        return True
    parts = entry.address.replace("#", "/").split("/")
    above = ("/".join(parts[:length]) + "/" for length in range(1, len(parts) - 1))
    return any(hidden.get(address, entry.kind) is not entry.kind for address in above)


def _assets(reader: Reader) -> Iterator[str]:
    return (path for path in reader.content_files if not path.lower().endswith(SOURCE_ENDINGS))


def _unread_files(reader: Reader, kinds: tuple[Kind, ...], planned: tuple[str, ...]) -> Iterator[Problem]:
    """Sources in the wrong folder, files that no kind reads, and folders of kinds that are not made yet."""
    content, data = reader.settings.content, reader.settings.data
    for path in reader.content_files:
        if path.lower().endswith(SOURCE_ENDINGS) and not path.endswith(".md"):
            yield from _misplaced(f"{content}/{path}", data)
    known = {document.file for document in reader.documents} | {problem.place.file for problem in reader.problems}
    unmade: set[str] = set()
    for path in reader.data_files:
        file, top = f"{data}/{path}", path.split("/", 1)[0].removesuffix(".yml")
        if top in planned:
            unmade.add(f"{data}/{top}")
        elif file not in known and path not in DATA_OF_ALL and not path.endswith(("README.md", ".txt")):
            yield make_problem("W709", Place(file), advice=_where_to(path, kinds, planned, data))
    unmade |= {f"{content}/{top}" for path in reader.content_files if (top := path.split("/", 1)[0]) in planned}
    for folder in sorted(unmade):
        yield make_problem("N311", Place(folder), folder=folder)


def _misplaced(file: str, data: str) -> Iterator[Problem]:
    if file.lower().endswith((".md", ".markdown")):
        yield make_problem("W709", Place(file), advice="Rename it, so that its name ends in .md.")
    elif file.lower().endswith(YAML_ENDINGS):
        yield make_problem("W707", Place(file), advice=f"Data belongs into the folder '{data}': move it there.")
    else:
        yield make_problem("W707", Place(file), advice="Take it out of the content folder.")


def _where_to(path: str, kinds: tuple[Kind, ...], planned: tuple[str, ...], data: str) -> str:
    """How to name a data file, or its folder, so that something reads it."""
    written = [kind.written for kind in kinds]
    files = [*DATA_OF_ALL, *(one.file for one in written if isinstance(one, YamlList))]
    folders = [one.folder for one in written if isinstance(one, YamlFiles | YamlList | Tables) and one.folder]
    folder, slash, name = path.rpartition("/")
    if not slash:
        return did_you_mean(f"{data}/{name}", [f"{data}/{one}" for one in files], "Check its name and its folder.")
    if folder not in folders:
        near = did_you_mean(folder, [*folders, *planned])
        return near.replace(" '", f" '{data}/", 1).replace("'?", f"/{name}'?") or "Check the name of its folder."
    beside = [one.beside for one in written if isinstance(one, YamlFiles) and one.folder == folder]
    if any(name.endswith(endings) for endings in beside if endings):
        return f"It belongs beside a file that it is named after, such as {name.partition('.')[0]}.yml: write that one."
    parts = PurePosixPath(name).stem.split(".")
    if len(parts) > 1:
        return f"No list is called '{parts[0]}': check its name."
    is_table = any(isinstance(one, Tables) and one.folder == folder for one in written)
    return f"Save it as {'.csv or .yml' if is_table else '.yml'}."
