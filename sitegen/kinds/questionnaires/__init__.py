"""Questionnaires: what all candidates of a contest were asked, and all their answers side by side."""

from pathlib import Path

from sitegen.elections.questions import Questionnaire
from sitegen.kind import Kind, YamlFiles
from sitegen.kinds.questionnaires.asking import question_pages
from sitegen.kinds.questionnaires.checks import check_questionnaire, name_upkeep
from sitegen.kinds.questionnaires.view import (
    news_of_questionnaire,
    order_questionnaires,
    view_questionnaire,
)

KIND = Kind(
    name="questionnaires",
    title="Questionnaires",
    singular="questionnaire",
    explanation="What candidates were asked, and what each of them answered.",
    model=Questionnaire,
    home=Path(__file__).parent,
    written=YamlFiles("questionnaires"),
    address="elections/{contest}/{id}/",
    order=order_questionnaires,
    in_menu=False,
    check=check_questionnaire,
    upkeep=name_upkeep,
    anchors=("at-questions", "at-answers", "at-policy", "at-data", "at-corrections", "at-sources"),
    anchors_of=lambda entry, _site: [question.id for question in entry.fields.questions],
    item_view=view_questionnaire,
    news_of=news_of_questionnaire,
    further_pages=question_pages,
)
