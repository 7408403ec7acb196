"""The specimen corpus asks as well: of every recommendation the main clause, as a reader finds it."""

from archive.deriving.operative import find_operative
from tests.parsing.reading import SPECIMEN, SPECIMEN_TEXTS, parsed_file

PARTIES = "states_parties"
EXPECTED = {
    "1.1": "urged states", "1.2": f"should {PARTIES}", "1.3": f"may_wish {PARTIES}", "1.4": f"should {PARTIES}",
    "1.5": f"encouraged {PARTIES}", "1.6": f"could {PARTIES}",
    "2.1": f"should {PARTIES}", "2.2": "requested secretariat", "2.3": f"invited {PARTIES}",
    "2.4": "recommended conference", "2.5": f"should {PARTIES}", "2.6": f"encouraged {PARTIES}",
    "2.7": "should states", "2.8": "should conference",
    "3.1": f"should {PARTIES}", "3.2": f"should {PARTIES}", "3.3": "may_wish working_group",
    "3.4": "invited origin_transit_destination",
    "4.1": f"encouraged {PARTIES}", "4.2": f"should {PARTIES}", "4.3": f"may_wish {PARTIES}", "4.4": "should states",
    "4.5": f"should {PARTIES}", "4.6": f"should {PARTIES}", "4.7": f"encouraged {PARTIES}", "4.8": f"should {PARTIES}",
    "4.9": "requested secretariat",
}  # fmt: skip


def test_every_recommendation_of_the_specimen_asks_somebody() -> None:
    found, items = {}, set()
    for name in SPECIMEN_TEXTS:
        for one in parsed_file(SPECIMEN / name).recommendations:
            reading = find_operative(one.chapeau.reading, [item.text.reading for item in one.subparagraphs])
            told = [f"{c.verb_class} {' '.join(c.addressees)}" for c in reading.chapeau]
            found[f"{one.meeting}.{one.number}"] = " | ".join(told)
            items |= {(item.verb_class, item.addressees, item.inherits) for item in reading.items}
    assert found == EXPECTED
    assert items == {("should", (PARTIES,), True)}
