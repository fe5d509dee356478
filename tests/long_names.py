"""A small party in which every name is as long as names get, and some kinds hold nothing: what a layout must bear.

The names are made of words of a party, some of them long and without a place to break.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.parties import write_party

PARTY: Final = "Llanfihangel-y-Creuddyn, Northamptonshire Borders and the Wolverton Riverside Labour Party"
TITLE: Final = (
    "That this branch regrets the counterrevolutionary reprivatisation of telecommunications infrastructure "
    "in Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
)
CANDIDATE: Final = "Persephone Featherstonehaugh-Cholmondeley of Wolverhampton"
ROLE: Final = "Officer for Communications, Neighbourhood Organising and Intergenerational Work"
MAILBOX: Final = "neighbourhood-organising-and-communications@llanfihangel-northamptonshire.example.org"
WORD: Final = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
ADDRESS: Final = f"https://archive.example.org/{'very-long-part-of-an-address' * 4}/{'x' * 60}.html"
SUMMARY: Final = "What we asked for, whom we asked, and what became of it in the seven weeks that followed."

_FILES: Final[Mapping[str, str]] = {
    "mkdocs.yml": (
        f'site_name: "{PARTY}"\nsite_url: https://llanfihangel.example.org/\ndocs_dir: content\n'
        "theme: {name: clp}\nplugins: [sitegen]\n"
    ),
    "data/party.yml": f"""
name: "{PARTY}"
kind: clp
nation: England
contact: {MAILBOX}
colour: "#ffd900"
branches:
  - {{id: wolverton, name: "{WORD} and Wolverton branch", wards: [{WORD}, Wolverton]}}
imprint:
  promoter: {{name: Ann Example, address: "1 High Street, {WORD}, ZZ1 1ZZ"}}
announcement: {{text: "**{WORD}** {SUMMARY}", link: "news:long", until: 2026-04-01}}
""",
    "data/officers.yml": f"""
posts:
  - title: "{ROLE}"
    contact: {MAILBOX}
    duties: "{SUMMARY}"
    held_by: [{{name: "{CANDIDATE}", since: 2025-07-10, biography: "{WORD}", pronouns: they/them}}]
    previous: [{{name: "{CANDIDATE}", since: 2016, until: 2025-07-10}}]
  - {{role: chair, vacant: yes}}
""",
    "data/accounts.yml": f"""
accounts:
  - platform: Mastodon
    name: "{PARTY}"
    handle: "@{WORD.lower()}@social.example.org"
    url: {ADDRESS}
    kind: page
    verified_on: 2026-02-01
""",
    "data/events.yml": f"""
events:
  - id: long
    title: "{TITLE}"
    start: 2026-03-20 19:30
    end: 21:30
    category: meeting
    place: {{name: "{WORD} Hall", address: "1 High Street, {WORD}", postcode: ZZ1 1ZZ, transport: "{ADDRESS}"}}
""",
    "content/index.md": f"---\ntitle: Home\n---\n# {TITLE}\n\n{WORD} {SUMMARY}\n",
    "content/about.md": f"---\ntitle: {TITLE}\n---\n## {WORD}\n\n{ADDRESS}\n\n| {WORD} | b\n|-|-|\n| {WORD} | 2 |\n",
    "content/news/fair.md": "",
    "content/news/long.md": (
        f"---\ntitle: {TITLE}\ndate: 2026-03-01\nauthor: {CANDIDATE}\nsummary: {SUMMARY}\n"
        f"tags: [{WORD.lower()}]\n---\n## {TITLE}\n\n<{ADDRESS}>\n\n- {WORD}\n\n> {WORD}\n\n```\n{ADDRESS}\n```\n"
    ),
    "content/motions/long.md": f"""---
title: {TITLE}
status: tabled
type: policy
letter: A
agenda_item: "Any other competent business"
meeting: events:long
date: 2026-03-02
submitted_by: {{name: "{PARTY}", type: branch}}
mover: {CANDIDATE}
seconder: {CANDIDATE}
summary: {SUMMARY}
tags: [{WORD.lower()}]
---
## This meeting notes

1. that {WORD} is a long word;
   - {ADDRESS}

## This meeting resolves to {WORD}

1. to write to {WORD}.
""",
    "content/motions/amendment.md": f"""---
title: Amendment to {TITLE}
status: submitted
type: amendment
date: 2026-03-03
amends: [{{motion: long, op: replace, clause: notes.1, text: "that {WORD} is {WORD};"}}]
---
""",
    "content/letters/long.md": f"""---
title: {TITLE}
date: 2026-03-03
addressees: [{{name: "{CANDIDATE}", role: "{ROLE}"}}]
status: open
sign_link: {ADDRESS}
signatures: {{count: over 900, as_of: 2026-03-08}}
summary: {SUMMARY}
---
Dear {CANDIDATE},

1. {WORD}
2. {SUMMARY}
""",
    "data/signatories/long.csv": (
        f'name,role,clp,type,signed_on,consent_public\n{CANDIDATE},"{ROLE}",{WORD},person,2026-03-04,yes\n'
    ),
    "content/reports/long.md": f"""---
title: {TITLE}
date: 2026-03-04
meeting: "{ROLE}"
meeting_date: 2026-03-03
author: {CANDIDATE}
author_role: {ROLE}
summary: {SUMMARY}
chair: {CANDIDATE}
attendance: {{members: {{registered: 4120, present: 1181}}}}
decisions: [{{text: "{TITLE}", outcome: "Carried, 1,147 for, 1,006 against", motion: long}}]
actions: [{{text: "{TITLE}", owner: "{ROLE}", due: 2026-04-01}}]
---
## {WORD}

{SUMMARY}
""",
    "content/newsletters/long.md": f"""---
title: {TITLE}
date: 2026-03-05
issue_number: 1
subject: {TITLE}
preheader: {SUMMARY}
items: [motions:long, reports:long]
call_to_action: {{text: "{ROLE}", link: {ADDRESS}}}
---
{WORD}
""",
    "data/contests/long.yml": f"""
title: "Selection of the candidate for {WORD}"
organisation: "{PARTY}"
year: 2026
opens: 2026-02-01
closes: 2026-03-01
voting_system: stv
positions: [{{id: seat, title: "{ROLE}", seats: 1, threshold: {{any: [{{all: [{{type: clp, count: 5}}]}}]}}}}]
as_at: 2026-03-01
related: {{leader: "{ROLE}"}}
""",
    "content/candidates/long/first.md": (
        f"---\nname: {CANDIDATE}\nposition: seat\nclp: {WORD}\npronouns: they/them\nstatus: seeking\n"
        f"supported_by: [{{name: {PARTY!r}}}]\nlinks: [{{title: {WORD}, url: {ADDRESS}}}]\n---\n{WORD}\n"
    ),
    "content/candidates/long/second.md": "---\nname: Bo Li\nposition: seat\nstatus: seeking\n---\nShort.\n",
    "data/nominations/long.csv": (
        "candidate,nominator,type,kind,date,recorded_on,evidence,source,note,leader\n"
        f"first,National Union of {WORD},union,nomination,2026-02-02,2026-02-03,official,"
        f'{ADDRESS},"{SUMMARY}",{CANDIDATE}\n'
        "first,Castle Point,clp,nomination,2026-02-02,2026-02-03,official,Minutes,,\n"
    ),
    "data/questionnaires/long.yml": f"""
title: "{TITLE}"
contest: long
asked_by: "{PARTY}"
asked_on: 2026-02-02
deadline: 2026-03-01
questions:
  - {{id: q1, short: "{ROLE}", text: "{SUMMARY} {WORD}?"}}
  - {{id: q2, short: {WORD}, text: "{SUMMARY}"}}
silent: [{{candidate: second, status: no-reply, note: "{SUMMARY}"}}]
""",
    "content/answers/long/first.md": (
        "---\nreceived_on: 2026-03-01\nstances: {q1: qualified}\n---\n"
        f"## q1\n\n{WORD} {SUMMARY}\n\n## q2\n\n{ADDRESS}\n"
    ),
    "data/results/long.yml": f"""
title: "{TITLE}"
contest: long
kind: poll
conducted_by: "{PARTY}"
date: 2026-03-05
position: seat
method: first-preferences
results:
  - {{candidate: first, first_preferences: 1000}}
  - {{candidate: second, first_preferences: 1}}
""",
}


def write_long_party(folder: Path) -> Path:
    """The party, written into a new folder."""
    return write_party(folder, _FILES)


EMPTY: Final[Mapping[str, str]] = {"content/news/fair.md": "", "content/index.md": "---\ntitle: Home\n---\n"}
"""What is laid over the smallest party so that none of its kinds holds anything."""
