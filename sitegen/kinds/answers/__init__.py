"""Answers: what one candidate answered to one questionnaire, in the candidate's own words."""

from pathlib import Path

from sitegen.elections.questions import Answers
from sitegen.kind import Kind, MarkdownFiles
from sitegen.kinds.answers.beginning import begin_answers
from sitegen.kinds.answers.checks import check_answers
from sitegen.kinds.answers.data import give_answers
from sitegen.kinds.answers.importing import IMPORTER
from sitegen.kinds.answers.view import news_of_answers, view_answers

KIND = Kind(
    name="answers",
    title="Answers",
    singular="answer",
    explanation="What candidates answered, in their own words.",
    model=Answers,
    home=Path(__file__).parent,
    written=MarkdownFiles("answers", in_parents=True),
    address="elections/{contest}/{id}/#at-answers-{parent}",
    parent="questionnaires",
    title_field="",
    order=lambda entry: (entry.parent, entry.id),
    in_menu=False,
    speaks_for_party=False,
    begins_with=("received_on:",),
    beginnings=begin_answers,
    check=check_answers,
    datasets=give_answers,
    importer=IMPORTER,
    item_view=view_answers,
    news_of=news_of_answers,
)
