"""Free pages and the home page: what a party writes, and what is made around it."""

from pathlib import Path

from tests.parties import run_sitegen, write_party


def test_a_page_that_leads_to_those_below_it_does_not_list_them_again(tmp_path: Path) -> None:
    page = "---\ntitle: {}\n---\n{}\n"
    files = {
        "content/about/index.md": page.format("About", "Read [our history](history.md)."),
        "content/about/history.md": page.format("History", "Long."),
        "content/about/branches.md": page.format("Branches", "Three."),
    }
    party = write_party(tmp_path, files)
    assert run_sitegen(party, "build").returncode == 0
    below = (party / "site/about/index.html").read_text(encoding="utf-8").partition("In this part")[2]
    listed = below.partition("</section>")[0]
    assert "Branches" in listed
    assert "History" not in listed


def test_a_long_text_of_the_home_page_stands_below_its_head_in_a_column_of_its_own(tmp_path: Path) -> None:
    long = "---\ntitle: Welcome\n---\nHello.\n\n## What we do\n\nWe ask.\n"
    party = write_party(tmp_path, {"content/index.md": long})
    assert run_sitegen(party, "build").returncode == 0
    home = (party / "site/index.html").read_text(encoding="utf-8")
    assert 'class="hero hero--alone"' in home
    assert home.index("</h1>") < home.index('id="what-we-do"') < home.index("The spring fair")
