"""Beginning and changing texts: the command `add`, the page `/edit/`, and the way from a page to its file."""

import json
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from sitegen.drafts import ListInOneLine, add_item, begins_table, can_begin, make_draft, typed_name, usual_title
from sitegen.json_schemas import name_of_schema
from sitegen.kind import Kind, MarkdownFiles
from sitegen.kinds import KINDS
from sitegen.pages.editing import edit_address
from sitegen.party import PartyKind
from sitegen.problems import Severity
from sitegen.site import read_site
from sitegen.starting import PLACEHOLDERS, make_folder
from tests.editing import START, WITH_REPOSITORY, edit_links, kinds_begun, named_schema
from tests.kind_examples import make_settings
from tests.parties import TODAY, read_tree, run_sitegen, write_party

BEGUN = [kind for kind in KINDS if can_begin(kind)]


def title_for(kind: Kind, title: str) -> str:
    """A title for a new entry; an old address where the kind wants no words."""
    return title if usual_title(kind) else "/2019/03/spring-fair/"


def add(party: Path, kind: Kind, title: str, *more: str) -> str:
    """What `sitegen add` says."""
    contest = ["--contest", "committee"] if isinstance(kind.written, MarkdownFiles) and kind.written.in_parents else []
    done = run_sitegen(party, "add", kind.name, title, *contest, *more, "--today", TODAY)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("kind", BEGUN, ids=lambda kind: kind.name)
def test_what_is_added_has_no_mistake(kind: Kind, tmp_path: Path) -> None:
    party = write_party(tmp_path, WITH_REPOSITORY)
    said = add(party, kind, title_for(kind, 'A motion: "yes" & no'))
    path = said.removeprefix("Wrote ").split(",")[0].split(". ")[0].strip().rstrip(".")
    assert (party / path).is_file(), said
    if path not in WITH_REPOSITORY:
        assert named_schema(party / path) == (party / f".schemas/{name_of_schema(path, KINDS)}.json").resolve()
    _, problems = read_site(make_settings(party), KINDS)
    assert [str(one) for one in problems if one.severity is Severity.ERROR] == []
    done = run_sitegen(party, "check", "--today", TODAY)
    assert done.returncode == 0, done.stdout


def test_a_report_is_added_with_its_title_and_its_day(tmp_path: Path) -> None:
    party = write_party(tmp_path)
    done = run_sitegen(party, "add", "report", "General meeting", "--date", "2026-03-12")
    assert done.stdout == "Wrote content/reports/general-meeting.md. Take 'draft: yes' out when it is ready.\n"
    text = (party / "content/reports/general-meeting.md").read_text(encoding="utf-8")
    assert text.startswith("---\n# yaml-language-server: $schema=../../.schemas/reports.json\ndraft: yes\n")
    assert "title: General meeting\ndate: 2026-03-12\n" in text


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    party = write_party(tmp_path)
    before = read_tree(party)
    done = run_sitegen(party, "add", "news", "Fair")
    assert done.returncode == 2
    assert "content/news/fair.md is there already. Choose another title." in done.stderr
    assert read_tree(party) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "reprot", "Meeting"), "Did you mean 'report'?"),
        (("add", "report", "…"), "The title needs letters or figures"),
        (("add", "report", "Meeting", "--date", "12 March"), "write year-month-day"),
        (("add", "candidate", "Jo"), "--contest and its id"),
    ],
)
def test_what_cannot_be_added_is_told_in_a_sentence(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    done = run_sitegen(write_party(tmp_path), *arguments)
    assert done.returncode == 2
    assert said in done.stderr


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "posts:\n  - title: Clerk\n    vacant: yes\n"),
        ("# ours\nposts:\n", "# ours\nposts:\n  - title: Clerk\n    vacant: yes\n"),
        ("posts:\n- role: chair\n", "posts:\n- role: chair\n- title: Clerk\n  vacant: yes\n"),
        ("posts:\n  - role: chair", "posts:\n  - role: chair\n  - title: Clerk\n    vacant: yes\n"),
        (
            "posts:\n    - role: chair\n      links:\n        - {title: x}\n\nx_note: y\n",
            "posts:\n    - role: chair\n      links:\n        - {title: x}\n"
            "    - title: Clerk\n      vacant: yes\n\nx_note: y\n",
        ),
        ("# ours\nposts: []\n", "# ours\nposts:\n  - title: Clerk\n    vacant: yes\n"),
        ("posts: [ ]  # none yet\r\n", "posts:  # none yet\r\n  - title: Clerk\r\n    vacant: yes\r\n"),
        ("posts: null", "posts:\n  - title: Clerk\n    vacant: yes\n"),
        (
            "posts:\r\n  - role: chair\r\n# end\r\n",
            "posts:\r\n  - role: chair\r\n# end\r\n  - title: Clerk\r\n    vacant: yes\r\n",
        ),
    ],
)
def test_an_item_goes_to_the_end_of_its_list_and_nothing_else_changes(before: str, after: str) -> None:
    assert add_item(before, "posts", "- title: Clerk\n  vacant: yes\n") == after


def test_a_list_in_one_line_is_left_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(ListInOneLine):
        add_item("posts: [{role: chair, vacant: yes}]\n", "posts", "- title: Clerk\n")
    party = write_party(tmp_path, {"data/officers.yml": "posts: [{role: chair, vacant: yes}]\n"})
    before = read_tree(party)
    done = run_sitegen(party, "add", "officer", "Clerk")
    assert done.returncode == 2
    assert "The list 'posts' of data/officers.yml is written in one line." in done.stderr
    assert read_tree(party) == before


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["clp", "campaign"])
def test_every_kind_can_be_added_to_a_new_site(kind: str, tmp_path: Path) -> None:
    answers = PLACEHOLDERS._replace(name="Smallton", promoter_name="A", promoter_address="B", kind=PartyKind(kind))
    party = tmp_path / "ours"
    make_folder(party, answers, date(2026, 3, 10))
    contest = next((party / "data/contests").iterdir()).stem
    for one in BEGUN:
        more = ["--contest", contest] if isinstance(one.written, MarkdownFiles) and one.written.in_parents else []
        done = run_sitegen(party, "add", typed_name(one), title_for(one, "Something new"), *more, "--today", TODAY)
        assert done.returncode == 0, f"{one.name}: {done.stderr}"
    assert run_sitegen(party, "add", "signatories", "something-new").returncode == 0
    done = run_sitegen(party, "check", "--strict", "--today", TODAY)
    assert done.returncode == 0, done.stdout


def test_the_names_of_kinds_are_words_that_somebody_would_type() -> None:
    names = [typed_name(kind) for kind in KINDS if can_begin(kind) or begins_table(kind)]
    assert {"news", "report", "officer", "nominations", "signatories"} <= set(names)
    assert "new" not in names


def test_a_table_is_begun_with_the_names_of_its_columns(tmp_path: Path) -> None:
    party = write_party(tmp_path, WITH_REPOSITORY)
    done = run_sitegen(party, "add", "nominations", "committee", "--format", "json")
    path = "data/nominations/committee.csv"
    assert json.loads(done.stdout) == {"wrote": [path], "line": 1, "problems": []}
    assert (party / path).read_text(encoding="utf-8").startswith("candidate,nominator,type,kind,date,")
    again = run_sitegen(party, "add", "nominations", "committee")
    assert (again.returncode, "is there already" in again.stderr) == (2, True)
    other = run_sitegen(party, "add", "nominations", "comittee")
    assert (other.returncode, "Did you mean 'committee'?" in other.stderr) == (2, True)


@pytest.mark.parametrize("list_of", ["officer", "account"])
def test_what_is_added_to_a_list_is_told_with_its_line(list_of: str, tmp_path: Path) -> None:
    party = write_party(tmp_path, {"data/accounts.yml": "# ours\naccounts: []\n", **WITH_REPOSITORY})
    told = json.loads(run_sitegen(party, "add", list_of, "Clerk", "--format", "json").stdout)
    lines = (party / told["wrote"][0]).read_text(encoding="utf-8").splitlines()
    assert lines[told["line"] - 1].startswith("  - ")
    assert "Clerk" in "".join(lines[told["line"] - 1 : told["line"] + 1])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small party whose sources are on the web, built."""
    party = write_party(tmp_path_factory.mktemp("party"), WITH_REPOSITORY)
    done = run_sitegen(party, "build", "--today", TODAY)
    assert done.returncode == 0, done.stderr
    return party / "site"


def links_of(page: Path) -> list[str]:
    """Where the links of a page lead."""
    return [str(link) for link in html.parse(str(page)).xpath("//main//a/@href")]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("news/fair/", f"{START}/edit/main/content/news/fair.md"),
        ("officers/", f"{START}/edit/main/data/officers.yml"),
        ("elections/committee/", f"{START}/edit/main/data/contests/committee.yml"),
        ("elections/committee/jo/", f"{START}/edit/main/content/candidates/committee/jo.md"),
        ("", f"{START}/edit/main/content/index.md"),
    ],
)
def test_a_page_leads_to_the_file_it_is_made_of(page: str, address: str, built: Path) -> None:
    assert address in links_of(built / page / "index.html")


def test_data_is_shown_at_its_line(tmp_path: Path) -> None:
    settings = make_settings(tmp_path)
    assert edit_address("data/a b.yml", settings, 7).endswith("/blob/main/data/a%20b.yml?plain=1#L7")


@pytest.mark.slow
def test_the_edit_page_has_a_way_to_every_file_and_begins_new_ones(built: Path) -> None:
    links = links_of(built / "edit/index.html")
    for file in ("data/party.yml", "mkdocs.yml", "data/officers.yml", "content/news/fair.md"):
        assert f"{START}/edit/main/{file}" in links
    begun = [parse_qs(urlsplit(link).query) for link in links if "/new/main?" in link]
    news = next(one for one in begun if one["filename"][0].startswith("content/news/"))
    assert news["value"][0].partition("news.json\n")[2].startswith("draft: yes\ntitle: A new ")
    assert len(begun) >= 5


def test_the_edit_page_leads_to_empty_lists_and_to_drafts(tmp_path: Path) -> None:
    files = {
        "data/accounts.yml": "accounts: []\n",
        "content/news/fair.md": "---\ndraft: yes\ntitle: A\ndate: 2026\n---\n",
    }
    links = edit_links(write_party(tmp_path, files))
    assert f"{START}/edit/main/data/accounts.yml" in links
    assert f"{START}/edit/main/content/news/fair.md" in links
    party = (tmp_path / "data/party.yml").read_text(encoding="utf-8")
    (tmp_path / "data/party.yml").write_text(f"{party}repository: private\n", encoding="utf-8")
    assert f"{START}/edit/main/content/news/fair.md" not in edit_links(tmp_path)


def test_a_list_that_is_not_there_yet_is_begun_with_its_first_item(tmp_path: Path) -> None:
    begun = [parse_qs(urlsplit(link).query) for link in edit_links(write_party(tmp_path)) if "/new/main?" in link]
    (posts,) = (one["value"][0] for one in begun if one["filename"] == ["data/officers.yml"])
    assert posts.partition("officers.json\n")[2].startswith("posts:\n  - ")
    write_party(tmp_path, {one["filename"][0]: one["value"][0] for one in begun})
    _, problems = read_site(make_settings(tmp_path), KINDS)
    assert [str(one) for one in problems if one.severity is Severity.ERROR] == []


@pytest.mark.slow
def test_every_kind_of_a_new_site_has_a_way_to_begin_or_to_its_list(tmp_path: Path) -> None:
    make_folder(
        tmp_path / "ours", PLACEHOLDERS._replace(promoter_name="A", promoter_address="B", name="C"), date(2026, 3, 10)
    )
    links = edit_links(tmp_path / "ours")
    begun = {parse_qs(urlsplit(link).query)["filename"][0] for link in links if "/new/main?" in link}
    edited = {link.removeprefix(f"{START}/edit/main/") for link in links if "/edit/main/" in link}
    led_to = kinds_begun(begun | edited)
    assert {kind.name for kind in KINDS} - led_to == set()
    on_disk = {path for path in read_tree(tmp_path / "ours") if path.startswith(("content/", "data/"))}
    assert on_disk - edited == set()


@pytest.mark.slow
def test_the_edit_page_is_in_no_search_and_no_map(built: Path) -> None:
    assert "edit/" not in (built / "sitemap.xml").read_text(encoding="utf-8")
    assert '"edit/"' not in (built / "search/index.json").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in (built / "edit/index.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_site_whose_sources_are_nowhere_on_the_web_has_no_such_page(tmp_path: Path) -> None:
    party = write_party(tmp_path)
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    assert not (party / "site/edit").exists()
    assert "Edit this page" not in (party / "site/news/fair/index.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_edit_page_begins_tables_where_there_are_none(tmp_path: Path) -> None:
    letter = "---\ntitle: Buses\ndate: 2026-03-01\nstatus: open\naddressees:\n  - {role: Leader}\n---\nDear leader.\n"
    party = write_party(tmp_path, {**WITH_REPOSITORY, "content/letters/buses.md": letter})
    wanted = {"data/nominations/committee.csv", "data/signatories/buses.csv"}
    begun = {parse_qs(urlsplit(link).query)["filename"][0] for link in edit_links(party) if "/new/main?" in link}
    assert wanted <= begun
    for path in wanted:
        write_party(party, {path: "candidate,nominator,type,kind\n" if "nomi" in path else "name,consent_public\n"})
    begun = {parse_qs(urlsplit(link).query)["filename"][0] for link in edit_links(party) if "/new/main?" in link}
    assert not wanted & begun


@pytest.mark.slow
def test_every_new_file_that_the_edit_page_begins_is_right(tmp_path: Path) -> None:
    party = write_party(tmp_path, WITH_REPOSITORY)
    assert run_sitegen(party, "build", "--today", TODAY).returncode == 0
    for link in links_of(party / "site/edit/index.html"):
        query = parse_qs(urlsplit(link).query)
        if "filename" in query:
            path = party / query["filename"][0]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(query["value"][0], encoding="utf-8")
    done = run_sitegen(party, "check", "--today", TODAY)
    assert done.returncode == 0, done.stdout


def test_a_draft_has_every_field_that_is_needed() -> None:
    for kind in BEGUN:
        text = make_draft(kind, "Title", make_settings(Path()).today).text
        for name, info in kind.model.model_fields.items():
            assert not info.is_required() or f"{name}: " in text
