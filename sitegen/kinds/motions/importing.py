"""`sitegen import motion`: a motion that came by e-mail becomes a file with its parts and clauses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final

from sitegen.clauses import Role
from sitegen.clauses.roles import find_role
from sitegen.intake import Change, Finding, ImportOption, ImportPlan, ImportRefused, Pasted, Standing
from sitegen.kind import Importer, ImportRequest
from sitegen.kinds.motions.handed_in import PEOPLE, Line, read_lines
from sitegen.kinds.motions.manners import as_markdown, escape
from sitegen.values import is_id
from sitegen.word_files import NoWordFile
from sitegen.words import count_words, make_id, shorten

_LONGEST_HEADING: Final = 90
_LONGEST_ID: Final = 60
_FIELDS: Final = {"moved": "mover", "proposed": "mover", "proposer": "mover", "seconded": "seconder"}
_SENTENCE: Final = re.compile(
    r"(?P<heading>(?:(?:This|The|That|We|Conference|Branch|CLP|It)\b)(?: [\w’']+){0,4}? "
    r"(?:notes|believes|resolves|mandates|proposes|calls(?: on [^.:;]{3,40}?)?)) (?P<rest>(?:to|that)\b.+)",
    re.IGNORECASE | re.DOTALL,
)
_BLANK: Final = re.compile(r"\[[A-Za-z][^\]\n]{1,50}\]|_{3,}|\bX{3,}\b|\.{5,}|…{2,}")


@dataclass(slots=True)
class _Draft:
    """The file as it grows: its head, its body, what was found in it, and what is not sure."""

    is_plain: bool
    title: str = ""
    people: dict[str, str] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)
    found: list[tuple[Line, str]] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    stack: list[tuple[str, int, int]] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    clauses: int = 0

    def words(self, text: str) -> str:
        """A text as the file has it: what is Markdown already stays as it is."""
        return escape(text) if self.is_plain else text

    def marked(self, line: Line) -> str:
        """The words of a line, bold and italics and links among them."""
        return as_markdown(line.text, line.spans) if line.spans else self.words(line.text)


def import_motion(request: ImportRequest) -> ImportPlan:
    """The file as it would be; raises ImportRefused where there is no motion, or the file is there."""
    if len(request.pasted) != 1:
        raise ImportRefused("Name one file: a motion is one file.")
    pasted = request.pasted[0]
    try:
        lines, remark = read_lines(pasted)
    except NoWordFile:
        raise ImportRefused(
            f"'{pasted.name}' cannot be read as a Word file. Open it in Word, and save it again as .docx."
        ) from None
    if not any(line.text for line in lines):
        raise ImportRefused(f"There are no words in '{pasted.name}'.")
    draft = _make_draft(lines, make_id(PurePath(pasted.name).stem), is_plain=not _is_markdown(pasted))
    id = request.options.get("id", "") or make_id(draft.title)[:_LONGEST_ID].strip("-") or "motion"
    if not is_id(id):
        better = make_id(id) or "fair-pay"
        raise ImportRefused(f"'{id}' cannot be an id. Use small letters, figures and single hyphens, such as {better}.")
    file = f"{request.site.settings.content}/motions/{id}.md"
    if (request.site.settings.root / file).exists() or f"motions:{id}" in request.site.by_key:
        raise ImportRefused(f"{file} is there already, and is not touched. Name another with --id.")
    content = _file(draft, request.site.settings.today.isoformat())
    findings = tuple(
        Finding(pasted.name, line.number, shorten(line.text, 60), Standing.NEW, words) for line, words in draft.found
    )
    remarks = [
        remark,
        *(f"Please look: {doubt}" for doubt in draft.doubts),
        "Its status is 'draft': write how it stands.",
    ]
    words = count_words(draft.clauses, "clause")
    return ImportPlan(findings, (Change(file, content.encode(), words),), tuple(one for one in remarks if one))


def _is_markdown(pasted: Pasted) -> bool:
    return pasted.name.lower().endswith((".md", ".markdown"))


def _make_draft(lines: Sequence[Line], fallback: str, *, is_plain: bool) -> _Draft:
    draft = _Draft(is_plain=is_plain)
    rest = _take_title(lines, draft, fallback)
    for line in rest:
        draft.doubts += (f"line {line.number}: {remark}" for remark in line.remarks)
        if line.rows:
            _add_table(line, draft)
        elif not line.text:
            continue
        elif _is_heading(line):
            _add_heading(line, draft)
            _look_for_links(line, draft)
        elif not line.mark and _add_person(line, draft):
            _look_for_links(line, draft)
        elif line.mark:
            _add_clause(line, draft)
        elif found := _SENTENCE.match(line.text):
            _add_sentence(line, found, draft)
        else:
            _add_paragraph(line, draft)
    _judge(draft)
    return draft


def _take_title(lines: Sequence[Line], draft: _Draft, fallback: str) -> Sequence[Line]:
    """The title: a heading of the first level, else a short first line that is no part and no clause."""
    worded = [line for line in lines if line.text]
    title = next((line for line in worded if line.heading == 1 and find_role(line.text) is Role.OTHER), None)
    first = worded[0]
    is_short = len(first.text) <= _LONGEST_HEADING and not first.text.endswith((".", ";", ":", ","))
    if title is None and is_short and not first.mark and not _names_part(first):
        title = first
    if title is None:
        draft.title = fallback.replace("-", " ").capitalize() or "Motion"
        draft.doubts.append(f"no title was found; it is '{draft.title}' now.")
        return lines
    draft.title = re.sub(r"^(?:model )?(?:motion|resolution)\s*[:–-]\s*", "", title.text, flags=re.IGNORECASE)
    draft.found.append((title, "title"))
    _look_for_links(title, draft)
    return [line for line in lines if line is not title]


def _names_part(line: Line) -> bool:
    """Whether a line without a mark says what follows: `This CLP notes:`, `Conference believes`."""
    words = line.text.rstrip(":. ").removesuffix(" that").removesuffix(" to")
    is_said = line.text.endswith(":") or (len(words.split()) <= 8 and not line.text.endswith((".", ";")))
    return not line.mark and is_said and len(line.text) <= _LONGEST_HEADING and find_role(line.text) is not Role.OTHER


def _is_heading(line: Line) -> bool:
    return bool(line.heading) or _names_part(line)


def _add_heading(line: Line, draft: _Draft) -> None:
    role = find_role(line.text)
    is_option = line.text.lower().startswith("option ")
    hashes = "###" if is_option or (line.heading > 2 and role is Role.OTHER) else "##"
    draft.body += ["", f"{hashes} {draft.words(line.text.rstrip(': '))}", ""]
    draft.stack.clear()
    draft.found.append(
        (line, "option" if is_option else f"part: {role.value}" if role is not Role.OTHER else "heading")
    )
    if not line.heading:
        draft.doubts.append(f"line {line.number}: '{shorten(line.text, 50)}' was taken for a heading.")
    elif role is Role.OTHER and not is_option:
        draft.doubts.append(f"line {line.number}: the heading '{shorten(line.text, 50)}' names no part of a motion.")


def _add_sentence(line: Line, found: re.Match[str], draft: _Draft) -> None:
    """A part and its only clause in one sentence: `This CLP resolves to write to the council.`"""
    _add_heading(line._replace(text=found["heading"]), draft)
    _add_paragraph(line._replace(text=found["rest"]), draft)


def _add_person(line: Line, draft: _Draft) -> bool:
    """`Moved by: Jo Example` goes into the head of the file."""
    found = PEOPLE.fullmatch(line.text.strip())
    if not found:
        return False
    said = found["field"].lower()
    name = _FIELDS.get(said, said if said in ("mover", "seconder") else "submitted_by")
    draft.people.setdefault(name, found["name"].strip(" .;"))
    draft.found.append((line, name))
    return True


def _kind_of(mark: str, above: str) -> str:
    """What counts a clause: numbers, letters, small Roman figures, bullets; `i)` after `h)` is a letter."""
    sign = mark.strip("().").lower()
    if sign[:1].isdigit():
        return f"number{mark.strip('().').count('.')}"
    if re.fullmatch("[ivx]+", sign) and not (len(sign) == 1 and above and ord(above[-1]) == ord(sign) - 1):
        return "roman"
    return "letter" if sign.isalpha() else f"bullet {mark}"


def _add_clause(line: Line, draft: _Draft) -> None:
    """The clause at the depth that its kind of mark and its indentation tell."""
    above = draft.marks[-1][1].strip("().").lower() if draft.marks else ""
    kind = _kind_of(line.mark, above)
    known = [
        place for place, (one, indent, _) in enumerate(draft.stack) if one == kind and abs(indent - line.indent) < 3
    ]
    known = known or [
        place for place, (one, _, _) in enumerate(draft.stack) if one == kind and not kind.startswith("bullet")
    ]
    if known:
        del draft.stack[known[-1] + 1 :]
    else:
        while draft.stack and line.indent < draft.stack[-1][1]:
            draft.stack.pop()
    depth = len(draft.stack) - 1 if known else len(draft.stack)
    before = draft.stack[depth - 1][2] if depth else 0
    mark = "-" if kind.startswith("bullet") and line.mark not in "–—" else line.mark
    spelt = _spelt(mark, depth)
    step = (kind, line.indent, before + len(spelt) + 1)
    draft.stack[depth:] = [step]
    draft.body.append(f"{' ' * before}{spelt} {draft.marked(line)}")
    draft.marks.append((depth, line.mark))
    draft.clauses += 1
    draft.found.append((line, f"clause {spelt}" if spelt != "-" else "clause"))
    _look_for_blanks(line, draft)


def _spelt(mark: str, depth: int) -> str:
    """A mark as a motion's file has it: numbers with a point, letters with a bracket, deeper than the first level."""
    sign = mark.strip("().")
    if sign[:1].isdigit():
        return f"{sign.rpartition('.')[2]}."
    if mark in "-–—":
        return "-" if mark == "-" or not depth else "–"
    if not depth:
        return "1."
    return mark if mark.startswith("(") else f"{sign.lower()})"


def _add_paragraph(line: Line, draft: _Draft) -> None:
    """A paragraph that is indented goes on with the clause above it; any other stands by itself."""
    indent = draft.stack[-1][2] if draft.stack and line.indent >= draft.stack[-1][1] + 2 else 0
    draft.body += ["", f"{' ' * indent}{draft.marked(line)}", ""]
    if not indent:
        draft.stack.clear()
        if not line.text.endswith(":"):
            draft.found.append((line, "paragraph"))
    _look_for_blanks(line, draft)


def _add_table(line: Line, draft: _Draft) -> None:
    width = max(len(row) for row in line.rows)
    rows = [[draft.words(cell) for cell in (*row, *[""] * (width - len(row)))] for row in line.rows]
    head, *rest = [f"| {' | '.join(row)} |" for row in rows]
    draft.body += ["", head, f"|{'---|' * width}", *rest, ""]
    draft.doubts.append(f"paragraph {line.number} is a table; it stands by itself and has no number.")
    draft.found.append((line, "table"))


def _look_for_links(line: Line, draft: _Draft) -> None:
    """Headings and names are plain words."""
    if links := [one.link for one in line.spans if one.link]:
        draft.doubts.append(f"line {line.number}: the link to {shorten(links[0], 80)} was left out.")


def _look_for_blanks(line: Line, draft: _Draft) -> None:
    if found := _BLANK.search(line.text):
        advice = "then write {{ clp }} in its place, and explain it in 'blanks'."
        draft.doubts.append(f"line {line.number}: '{found[0]}' may be a blank to fill in; {advice}")


def _judge(draft: _Draft) -> None:
    """What of the whole is not sure."""
    parts = [words for _, words in draft.found if words.startswith("part")]
    if not parts:
        draft.doubts.append("no part was recognised, such as 'This CLP notes'; the motion is one part.")
    if not draft.clauses:
        draft.doubts.append("no numbered clause was found; each paragraph is a clause.")
    if any(
        depth == 0 and not mark.strip("().")[:1].isdigit() and mark.strip("().").isalpha()
        for depth, mark in draft.marks
    ):
        draft.doubts.append("some clauses began with letters at the outermost level; they are numbered now.")


def _file(draft: _Draft, today: str) -> str:
    head = [f"title: {_quoted(draft.title)}", f"date: {today}", "status: draft"]
    head += [f"{name}: {_quoted(value)}" for name, value in draft.people.items() if name != "submitted_by"]
    if by := draft.people.get("submitted_by"):
        head.append(f"submitted_by: {{name: {_quoted(by)}}}")
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(draft.body)).strip("\n")
    return "\n".join(["---", *head, "---", "", body, ""])


def _quoted(text: str) -> str:
    """A text as a value of YAML, in quotation marks where it needs them."""
    if re.fullmatch(r"[A-Za-z][^:#\[\]{},&*!|>'\"%@`]*", text):
        return text.strip()
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


IMPORTER: Final = Importer(
    name="motion",
    help="Make a motion's file of a motion in Word (.docx), Markdown or plain text.",
    run=import_motion,
    options=(ImportOption("id", "The id of the new motion; without it, made of its title."),),
)
