"""The catalogue of problems: each permanent code with its sentence and its hint.

A code is never reused and never changes its meaning. The first letter is the
severity (E error, W warning, N note), the number is unique without it. Hundreds:
1 reading files, 2 values and fields, 3 links and references, 4 privacy,
5 the party and its settings, 6 elections, 7 addresses, 8 Markdown.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Entry:
    """The wording of one code; `{names}` are filled with what was found."""

    message: str
    hint: str = ""


CATALOGUE: Final[dict[str, Entry]] = {
    # 1 · reading files
    "E101": Entry("This file is not saved as UTF-8 text.", "Save it again with the encoding UTF-8, or type the odd character anew."),
    "E102": Entry("A tab stands where YAML wants spaces.", "Replace the tab with two spaces."),
    "E103": Entry("The front matter that begins with '---' has no end.", "Write a line '---' below the last field."),
    "E104": Entry("This line cannot be read as YAML: {reason}.", "{advice}"),
    "E105": Entry("'{key}' stands twice here.", "Keep one of the two; the first is in line {first}."),
    "E106": Entry("Anchors and aliases ('&', '*') are not read here.", "Write the value out, or put it in \"quotation marks\"."),
    "E107": Entry("Tags such as '{tag}' are not read here.", "Take the tag away, or put the value in \"quotation marks\"."),
    "E108": Entry("The text between the '---' lines is not a list of fields.", "Write one 'field: value' on each line."),
    "E109": Entry("A quotation mark in this table is opened and not closed.", 'Close it: "text, with a comma". A mark inside is written twice: "".'),
    "E110": Entry("This row has {cells} cells; the table has {columns} columns.", 'Put a text that holds a comma in "quotation marks".'),
    "E111": Entry("The columns of this table are not parted by commas.", "Save it again as CSV with commas."),
    "E112": Entry("A second YAML document begins here.", "Take the line '---' away."),
    "E113": Entry("Lists and fields are nested too deeply here.", "Write it in at most 24 steps."),
    "E114": Entry("The name of a field is expected here.", "Write 'field: value'."),
    # 2 · values and fields
    "E201": Entry("'{field}' is missing.", "Write '{field}: {example}'. {explanation}"),
    "E202": Entry("'{field}' is not a field here."),
    "E203": Entry("'{field}' is one piece of text, not a list or a set of fields.", "Write it on one line: '{field}: text'."),
    "E204": Entry("'{value}' is not one of the choices for '{field}'."),
    "E205": Entry("'{field}' is private and is never published.", "Take it out. A role mailbox goes into 'contact'; the file itself can be read by anyone."),
    "E206": Entry("'{field}' is made of fields of its own.", "Write them below it, indented by two spaces, such as {example}"),
    "E207": Entry("A list is expected here.", "Write [{example}], or one item a line with '- ' before it."),
    "E208": Entry("'{value}' is not a known role.", "Choose a role of the vocabulary, or write 'title:' with words of your own."),
    "E210": Entry("'{value}' is not a date.", "{advice}"),
    "E211": Entry("'{value}' leaves the day open; '{field}' needs a whole date.", "Write year-month-day, such as 2026-03-12."),
    "E212": Entry("'{value}' is not a count.", "Write a whole number, alone or after over, more than, at least, about, nearly or up to."),
    "E213": Entry("'{value}' is not a whole number.", "Write figures alone, such as 12."),
    "E214": Entry("'{value}' is neither yes nor no.", "Write yes or no."),
    "E215": Entry("'{value}' cannot be an id.", "Use small letters, figures and single hyphens, such as {hint_id}."),
    "E216": Entry("'{field}' is not an e-mail address.", "Write a mailbox such as secretary@example.org."),
    "E217": Entry("'{value}' is not a web address.", "Begin it with https://"),
    "E218": Entry("'{value}' is not a colour.", "Write # and six figures or letters from a to f, such as '#b8231b', in quotation marks."),
    "E219": Entry("'{value}' is not a language code.", "Write en, cy, or another code of two letters."),
    "E220": Entry("A static site cannot keep a secret: everyone can read what it publishes.", "Send it to members by e-mail, or put it behind a login elsewhere. Here write 'public' or 'unlisted'."),
    "E221": Entry("'{first}' and '{second}' cannot stand together.", "Keep one of the two."),
    "E222": Entry("'{field}' comes before '{other}'.", "Check both dates."),
    # 3 · links and references
    "E301": Entry("'{target}' leads outside the party's folder.", "Put the file into the content folder and link to it there."),
    "E302": Entry("There is no file '{target}'.", "Write the path from this file, such as ../news/story.md."),
    "E303": Entry("There is no '{target}'.", "Write kind:id, such as news:spring-fair."),
    "E304": Entry("'{target}' has no part '#{anchor}'.", "Take the anchor from the address of the heading."),
    "E305": Entry("'{scheme}:' is not a kind, nor a web address.", "Write https://…, or kind:id such as news:spring-fair."),
    "W306": Entry("'{target}' is not published yet, so it is shown as text.", "It becomes a link when that page is published."),
    "N307": Entry("'{target}' is of a kind that this version does not make yet; it is shown as text.", "Nothing to do: it becomes a link when the kind is made."),
    "W308": Entry("'{target}' is no picture that browsers show.", "Save it as .webp, .jpg, .png or .svg."),
    "E309": Entry("This address is not allowed in a link.", "Use https://, http://, mailto: or tel:."),
    "E310": Entry("'{value}' is not the id of any of our {kind}."),
    "N311": Entry("Files in '{folder}' are of a kind that this version does not make yet; they are left aside.", "Nothing to do."),
    # 4 · privacy
    "E401": Entry("This looks like a membership number.", "Take it out: everyone can read this file. If it is something else, name it in data/privacy.yml."),
    "W402": Entry("This looks like a private mobile number.", "Take it out, or name it in data/privacy.yml with the reason."),
    "W403": Entry("This looks like somebody's home address.", "Take it out, or name it in data/privacy.yml with the reason."),
    "W404": Entry("This e-mail address looks private.", "Use the mailbox of a role, such as secretary@…, or name it in data/privacy.yml."),
    "E405": Entry("A membership number would be shown on the page '{address}'.", "It is made of parts that are harmless alone; look at the files of that page."),
    "W406": Entry("This permission has ended or fits nothing.", "Take it out, or renew 'until'."),
    # 5 · the party and its settings
    "E501": Entry("There is no file '{file}'.", "Every site needs one: it says who publishes, and holds the imprint."),
    "E502": Entry("The imprint is a placeholder: '{value}'.", "Write the real name and postal address; the law asks for them."),
    "E503": Entry("The imprint is missing.", "Write imprint: with promoter: name: and address: below it; the law asks for them."),
    "E504": Entry("'{seat}' is no constituency of {year}."),
    "E505": Entry("'{field}' is missing in mkdocs.yml.", "Write '{field}: {example}'."),
    "E506": Entry("The folder '{folder}' does not exist.", "Make it, or correct '{field}' in mkdocs.yml."),
    "E507": Entry("{reason}", "Look at mkdocs.yml."),
    "E508": Entry("The plugin 'sitegen' is missing among the plugins.", "Write 'plugins: [sitegen]'."),
    "E509": Entry("The theme '{theme}' does not show our pages.", "Write 'theme: {{name: clp}}'."),
    "W510": Entry("This issue is out, and still gathers its items anew at every build.", "Run 'sitegen newsletter freeze {id}', or list its items."),
    "E520": Entry("This post has neither 'role' nor 'title'.", "Write 'role: secretary', or 'title:' with words of your own."),
    "E521": Entry("Nobody holds the post '{post}', and it is not vacant.", "Write 'held_by:' with a name, or 'vacant: yes'."),
    "E522": Entry("The post '{post}' cannot be shared.", "Name one holder: the rules allow no job share for chair and treasurer."),
    "E523": Entry("The post '{post}' has more than two holders.", "Name one, or two for a job share; earlier ones go into 'previous'."),
    "W524": Entry("The term of '{post}' has ended: {until}.", "Name the new holder, or write 'vacant: yes'."),
    "W525": Entry("No post has the role '{role}'.", "Add it, even if it is vacant: members look for it."),
    "W530": Entry("The recording '{title}' has no '{field}'.", "Members who cannot hear it need the words; write both."),
    # 6 · elections
    "E602": Entry("'{value}' is no set of boundaries.", "Write 2010 or 2024."),
    "E603": Entry("'{candidate}' is missing in the ballot order.", "List every candidate once, as the ballot paper does."),
    "E604": Entry("'{candidate}' is no candidate of this contest."),
    "W605": Entry("The stated total for '{candidate}' is {stated}; the rows make {listed}.", "Check the rows against the source. The page shows both."),
    "W606": Entry("It is not known what position '{candidate}' stands for.", "Write the position's id when it is known."),
    "E607": Entry("'{position}' is no position of this contest."),
    "E608": Entry("The position is missing.", "Write 'position:' and one of: {positions}, unknown."),
    "E609": Entry("There is no contest '{id}'."),
    "E610": Entry("The column '{column}' is not known."),
    "W611": Entry("'{name}' and '{other}' in the column '{column}' are nearly the same.", "Is it one person? Then write one name in all rows."),
    "E612": Entry("'{name}' is not a constituency but a whole nation or region.", "If one party covers it, say so in {file}: '{name}: {{kind: nation}}'."),
    "E613": Entry("'{name}' is no constituency of {year}. Did you mean '{near}'?", "If so, confirm it in {file}: '{name}: {near}'."),
    "E614": Entry("'{name}' is no constituency of {year}, and none is near.", "Name the constituency in {file}, or say that there is none: '{name}: {{kind: unknown}}'."),
    "E615": Entry("'{name}' stands twice for '{candidate}'; the first is in line {line}.", "Keep one row, or correct the name."),
    "E616": Entry("'{name}' needs either a constituency or a kind.", "Write '{name}: Constituency', or '{name}: {{kind: nation}}'."),
    "E617": Entry("'{name}' is no constituency of {year}.", "Write the name as the register has it."),
    "W618": Entry("No row has the printed name '{name}'.", "Take the line out, or correct the name."),
    # 7 · addresses
    "E701": Entry("Two {what}s have the id '{id}'.", "Give one of them another id."),
    "E702": Entry("'{file}' and '{other}' claim the same address '/{address}'.", "Rename one of the two files."),
    "E703": Entry("'{id}' cannot be an id: the word is kept for the site's own pages.", "Rename the file."),
    "E704": Entry("The name '{name}' cannot be an id.", "Rename the file: small letters, figures and hyphens, such as {better}."),
    "E705": Entry("'{file}' lies in the wrong folder.", "Candidates lie in a folder named as their contest: {folder}/contest/name.md."),
    "E706": Entry("There is no contest '{parent}' for this folder."),
    "W707": Entry("This file lies in the content folder and is not published.", "Data belongs into the data folder."),
    "E708": Entry("'{target}' cannot be an old address.", "Write the path alone, such as /2019/03/old-page/."),
    "W709": Entry("Nothing reads this file.", "{advice}"),
    # 8 · Markdown
    "W801": Entry("A heading with one '#' is the title of the page; in the text it becomes a second-level heading.", "Write '## {text}'."),
    "W802": Entry("This line is indented but does not belong to the list above it.", "Indent it by {wanted} spaces; it has {found}."),
    "W803": Entry("A dozen or more paragraphs stand twice in this file.", "Was the text pasted twice? The second copy begins here."),
    "W804": Entry("The link says only '{text}'.", "Say where it leads, so that it makes sense when read aloud."),
    "E805": Entry("This link leads nowhere: its address is empty.", "Write the address between the round brackets."),
    "W806": Entry("This picture has no alternative text.", "Say in a few words what it shows: ![words](picture)."),
    "W807": Entry("A character that cannot be shown ({character}) stands here; it is left out.", "Delete it, or type the line anew."),
    "E808": Entry("This picture has no address.", "Write the address between the round brackets: ![words](picture.jpg)."),
    "W809": Entry("This link has no words.", "Write them between the square brackets: [words]({target})."),
    "W810": Entry("The HTML tag '<{tag}>' cannot be used here.", "Write it in Markdown, or take it away; to show a '<', write '&lt;'."),
    "W811": Entry("Quotations or HTML tags stand here in one another, hundreds deep.", "Close each tag, or begin the text anew."),
    "W812": Entry("There are two footnotes '[^{name}]'.", "Give this one another name; the first is in line {first}."),
}
