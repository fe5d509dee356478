"""The catalogue of problems: each permanent code with its sentence and its hint.

A code is never reused and never changes its meaning. The first letter is the
severity (E error, W warning, N note), the number is unique without it. Hundreds:
1 reading files, 2 values and fields (both in `files.py`), 3 links and references, 4 privacy,
5 the party and its settings, 6 elections (in `questionnaires.py` those of questionnaires, in `results.py` those of
results), 7 addresses, 8 Markdown (in `upkeep.py`, from 830, what comes with time alone),
9 motions, letters, documents, events and mail (in `motions.py` those of motions, in `mail.py` those of mail, in `events.py`
those of events and accounts).
"""

from typing import Final

from sitegen.catalogue.entry import Entry
from sitegen.catalogue.events import EVENTS
from sitegen.catalogue.files import FILES
from sitegen.catalogue.mail import MAIL
from sitegen.catalogue.motions import MOTIONS
from sitegen.catalogue.nominations import NOMINATIONS
from sitegen.catalogue.papers import PAPERS
from sitegen.catalogue.plain_words import PLAIN_WORDS
from sitegen.catalogue.questionnaires import QUESTIONNAIRES
from sitegen.catalogue.results import RESULTS
from sitegen.catalogue.themes import THEMES
from sitegen.catalogue.upkeep import UPKEEP

CATALOGUE: Final[dict[str, Entry]] = {
    **FILES,
    # 3 · links and references
    "E301": Entry(
        "'{target}' leads out of the content folder.",
        "Put the file into the content folder, and link to it there.",
    ),
    "E302": Entry("There is no file '{target}'.", "Write the path from this file, such as ../news/spring-fair.md."),
    "E303": Entry("There is no '{target}'.", "Write the kind and the id, such as news:spring-fair."),
    "E304": Entry("{target} has no part '#{anchor}'.", "Take the part's name from the address of its heading."),
    "E305": Entry(
        "'{scheme}:' is not a kind, nor does a web address begin so.",
        "Write https://…, or the kind and the id, such as news:spring-fair.",
    ),
    "W306": Entry(
        "'{target}' is not published yet, so it is shown as text.",
        "It becomes a link when that page is published.",
    ),
    "N307": Entry(
        "'{target}' is of a kind that this version does not make yet; it is shown as text.",
        "Nothing to do: it becomes a link when the kind is made.",
    ),
    "W308": Entry("'{target}' is no picture that browsers show.", "Save it as .webp, .jpg, .png or .svg."),
    "E309": Entry(
        "An address of this form is not allowed.",
        "Write one that begins with https://, http://, mailto: or tel:, or the path to a file.",
    ),
    "E310": Entry("'{value}' is not the id of any of our {kind}."),
    "N311": Entry(
        "Files in '{folder}' are of a kind that this version does not make yet; they are left aside.",
        "Nothing to do.",
    ),
    "W312": Entry(
        "This picture lies on another website, so readers may not see it: our pages load nothing from elsewhere.",
        "Save it in the content folder, if you may, and link to it there.",
    ),
    # 4 · privacy
    "E401": Entry(
        "This looks like a membership number, in column {column}.",
        "Take it out: everyone may be able to read this file. If it is something else, name it in data/privacy.yml.",
    ),
    "W402": Entry(
        "This looks like a private mobile number.",
        "Take it out, or name it in data/privacy.yml with the reason.",
    ),
    "W403": Entry(
        "This looks like somebody's home address.",
        "Take it out, or name it in data/privacy.yml with the reason.",
    ),
    "W404": Entry(
        "This e-mail address looks private.",
        "Write the mailbox of a role, such as secretary@…, or name this one in data/privacy.yml with the reason.",
    ),
    "E405": Entry(
        "A membership number would be shown on the page '{address}'.",
        "It is made of parts that are harmless alone; look at the files of that page.",
    ),
    "W406": Entry(
        "This permission {reason}.",
        "Take it out, or correct it: it needs the file, the text as it stands there, and a day 'until' that is not past.",
    ),
    # 5 · the party and its settings
    "E501": Entry("There is no file '{file}'.", "Every site needs one: it says who publishes, and holds the imprint."),
    "E502": Entry(
        "The imprint still holds the placeholder '{value}'.",
        "Write the real name and postal address; the law asks for them.",
    ),
    "E503": Entry(
        "The imprint is missing.",
        (
            "Write 'imprint:', below it, indented, 'promoter:', and below that 'name:' and 'address:'; the law "
            "asks for them."
        ),
    ),
    "E504": Entry("'{seat}' is no constituency of {year}."),
    "E505": Entry("'{field}' is missing in mkdocs.yml.", "Write '{field}: {example}'."),
    "E506": Entry("There is no folder '{folder}'.", "Make it, or correct '{field}' in mkdocs.yml."),
    "E507": Entry("The settings cannot be used: {reason}", "Look at mkdocs.yml."),
    "E508": Entry("The plugin 'sitegen' is missing among the plugins.", "Write 'plugins: [sitegen]'."),
    "E509": Entry(
        "The theme '{theme}' does not show our pages.", "Write 'theme: {{name: clp}}', or 'theme: {{name: material}}'."
    ),
    "W510": Entry(
        "This issue is out, and still gathers its items anew at every build.",
        "Run 'sitegen newsletter freeze {id}', or list its items.",
    ),
    **THEMES,
    "E520": Entry(
        "This post has neither 'role' nor 'title'.",
        "Write 'role: secretary', or 'title:' with words of your own.",
    ),
    "E521": Entry(
        "Nobody holds the post '{post}', and it is not vacant.",
        "Write 'held_by:' with a name, or 'vacant: yes'.",
    ),
    "E522": Entry(
        "The post '{post}' cannot be shared.",
        "Name one holder: the rules allow no job share for chair and treasurer.",
    ),
    "E523": Entry(
        "The post '{post}' has more than two holders.",
        "Name one, or two for a job share; earlier ones go into 'previous'.",
    ),
    "W524": Entry("The term of '{post}' has ended: {until}.", "Name the new holder, or write 'vacant: yes'."),
    "W525": Entry("No post has the role '{role}'.", "Add it, even if it is vacant: members look for it."),
    "W530": Entry(
        "The recording '{title}' has no '{field}'.",
        "Members who cannot hear it need the words; write both.",
    ),
    # 6 · elections
    "E602": Entry("There are no boundaries of '{value}'.", "Write 2010 or 2024."),
    "E603": Entry(
        "'{candidate}' is missing in the ballot order.",
        "List every candidate once, as the ballot paper does.",
    ),
    "E604": Entry("'{candidate}' is no candidate of this contest."),
    "W605": Entry(
        "The stated total for '{candidate}' is {stated}; the rows make {listed}.",
        "Check the rows against the source. The page shows both.",
    ),
    "W606": Entry(
        "It is not known what position '{candidate}' stands for.",
        "Write the position's id when it is known.",
    ),
    "E607": Entry("'{position}' is no position of this contest."),
    "E608": Entry("The position is missing.", "Write 'position:' and one of: {positions}, unknown."),
    "E609": Entry("There is no contest '{id}'."),
    "E610": Entry("The column '{column}' is not known."),
    "W611": Entry(
        "'{name}' and '{other}' in the column '{column}' are nearly the same.",
        "Is it one person? Then write one name in all rows.",
    ),
    "E612": Entry(
        "'{name}' is not a constituency but a whole nation or region.",
        "If one party covers it, say so in {file}: '{key}: {{kind: {kind}}}'.",
    ),
    "E613": Entry(
        "'{name}' is no constituency of {year}. Did you mean '{near}'?",
        "If so, confirm it in {file}: '{key}: {near}'.",
    ),
    "E614": Entry(
        "'{name}' is no constituency of {year}, and none has a name like it.",
        "In {file}, write '{key}: ' and the constituency's name. If there is none, write '{key}: {{kind: unknown}}'.",
    ),
    "E615": Entry(
        "'{name}' is listed twice for '{candidate}'; the first is in line {line}.",
        "Keep one row, or correct the name.",
    ),
    "E616": Entry(
        "'{name}' needs either a constituency or a kind.",
        "Write '{name}: ' and the constituency's name, or '{name}: {{kind: nation}}'.",
    ),
    "E617": Entry("'{name}' is no constituency of {year}.", "Write the name as the register has it."),
    "E619": Entry(
        "'{candidate}' is in the ballot order twice.", "Keep the place that the ballot paper gives, and no other."
    ),
    "W618": Entry("No row has the printed name '{name}'.", "Take the line out, or correct the name."),
    **NOMINATIONS,
    **QUESTIONNAIRES,
    **RESULTS,
    # 7 · addresses
    "E701": Entry("Another {what} has the id '{id}' already.", "Give one of them another id."),
    "E702": Entry("{file} and {other} claim the same address, /{address}.", "Give one of them another name."),
    "E703": Entry("The name '{id}' is kept for the site's own pages.", "Choose another name."),
    "E704": Entry(
        "The name '{name}' cannot be an id.",
        "Rename it with small letters, figures and hyphens, such as {better}.",
    ),
    "E705": Entry(
        "This file lies in the wrong folder.",
        "Put it into a folder named as one of our {parent}: {folder}/…/{name}.",
    ),
    "E706": Entry("The folder's name '{parent}' is not the id of any of our {kind}."),
    "W707": Entry("This file lies in the content folder and is not published.", "{advice}"),
    "E708": Entry("'{target}' cannot be an old address.", "Write the path alone, such as /2019/03/old-page/."),
    "W709": Entry("Nothing reads this file.", "{advice}"),
    "E710": Entry("The name '{name}' is too long.", "Rename it with at most {most} letters, figures and hyphens."),
    # 8 · Markdown
    "W801": Entry(
        "A heading with one '#' is the title of the page; in the text it becomes a second-level heading.",
        "Write '## {text}'.",
    ),
    "W802": Entry(
        "This line is indented but does not belong to the list above it.",
        "Indent it by {wanted} spaces; it has {found}.",
    ),
    "W803": Entry(
        "A dozen or more paragraphs stand twice in this file.",
        "Was the text pasted twice? The second copy begins here.",
    ),
    "W804": Entry("The link says only '{text}'.", "Say where it leads, so that it makes sense when read aloud."),
    "E805": Entry("This link leads nowhere: its address is empty.", "Write the address between the round brackets."),
    "W806": Entry("This picture has no alternative text.", "Say in a few words what it shows: ![words](picture)."),
    "W807": Entry(
        "A character that cannot be shown ({character}) stands here; it is left out.",
        "Delete it, or type the line anew.",
    ),
    "E808": Entry(
        "This picture has no address.",
        "Write the address between the round brackets: ![words](picture.jpg).",
    ),
    "W809": Entry("This link has no words.", "Write them between the square brackets: [words]({target})."),
    "W810": Entry(
        "The HTML tag '<{tag}>' cannot be used here.",
        "Write it in Markdown, or take it away; to show a '<', write '&lt;'.",
    ),
    "W811": Entry(
        "Quotations or HTML tags stand here in one another, hundreds deep.",
        "Close each tag, or begin the text anew.",
    ),
    "W813": Entry(
        "This line begins with '{mark}' but does not belong to the item above it.",
        "Indent it by {wanted} spaces; it has {found}.",
    ),
    **PLAIN_WORDS,
    "W812": Entry("There are two footnotes '[^{name}]'.", "Give this one another name; the first is in line {first}."),
    **EVENTS,
    **MAIL,
    **MOTIONS,
    **PAPERS,
    **UPKEEP,
}
