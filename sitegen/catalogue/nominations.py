"""Problems of lists of nominations, and of thresholds that cannot be computed."""

from typing import Final

from sitegen.catalogue.entry import Entry

NOMINATIONS: Final[dict[str, Entry]] = {
    "W660": Entry(
        "'{name}' nominated '{candidate}' after nominations closed: {date}, and they closed on {closes}.",
        "Check both dates. It is counted all the same.",
    ),
    "E661": Entry(
        "'{first}' and '{second}' stand in one rule, so it is not known how they go together.",
        "Put what is needed together into 'all: […]', and what is enough alone into 'any: […]'.",
    ),
    "W662": Entry(
        "{percent} per cent of all {who} cannot be computed: it is not said how many there are.",
        "Write it beside it: 'of_total: 650'. Until then pages say “not checked”.",
    ),
    "W663": Entry(
        "This threshold cannot be computed: it does not say how many {who} are needed.",
        "Write 'count: 5', or 'percent: 5' with 'of_total: 650'. Until then pages say “not checked”.",
    ),
    "E664": Entry("{percent} per cent is more than the whole.", "Write a number from 1 to 100."),
    "E665": Entry(
        "{unions} unions are more than the {count} that are needed in all.",
        "'unions' says how many of them must be unions.",
    ),
    "E666": Entry("'{name}' is no nation or region, so nothing would count."),
}
