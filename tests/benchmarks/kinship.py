"""How long kinship takes: `python -m tests.benchmarks.kinship [SIZE]`, 10,000 recommendations where nothing is said.

The texts are clauses of the real sources (of the specimen where those are not there) in new combinations, as in
`clauses`. The clock is the processor's.
"""

import random
import sys
import time
from pathlib import Path

from archive.deriving.kinship import KinInput, find_kin
from archive.sources.manifest import read_manifest
from archive.vocabulary.operative_phrases import VERB_CLASSES
from tests import surroundings
from tests.parsing.reading import SPECIMEN, parsed_file

from .clauses import Clauses, build_quarry

_SIZE = 10_000
_A_MEETING = 25
_SUBJECTS = 40


def quarry_of(folder: Path) -> Clauses:
    """The clauses of the recommendations and paragraphs of a folder of sources."""
    documents = [parsed_file(folder / name) for name in sorted(read_manifest(folder).sources)]
    return build_quarry(
        [
            (one.chapeau.reading, [item.text.reading for item in one.subparagraphs])
            for document in documents
            for one in document.recommendations
        ],
        [one.text.reading for document in documents for one in document.paragraphs],
        drawn_out=0.0,
    )


def records_of(quarry: Clauses, size: int) -> list[KinInput]:
    """So many recommendations with their items, in meetings of the usual size."""
    chance = random.Random(size)
    records = []
    for number in range(size):
        text = quarry.text()
        for item, one in enumerate((text.chapeau, *text.items)):
            records.append(
                KinInput(
                    key=f"{number}",
                    order=number,
                    meeting=f"{number // _A_MEETING}",
                    text=one,
                    item=item,
                    subjects=(f"{chance.randrange(_SUBJECTS)}",),
                    verb_class=chance.choice(VERB_CLASSES),
                    addressees=("states_parties",),
                )
            )
    return records


def main(size: int) -> None:
    folder = surroundings.real_sources() or SPECIMEN
    records = records_of(quarry_of(folder), size)
    started = time.process_time()
    kin = find_kin(records)
    spent = time.process_time() - started
    print(f"{size} recommendations, {len(records)} passages: {len(kin)} pairs in {spent:.1f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else _SIZE)
