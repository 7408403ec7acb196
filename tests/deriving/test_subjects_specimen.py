"""The specimen corpus with its own small tree, whose subjects are told by their labels and articles alone."""

from archive.deriving.citation_context import CitationContext, KnownInstruments
from archive.deriving.starting_rules import starting_rules
from archive.deriving.subject_rules import prepare_rules
from archive.deriving.subjects import assign_subjects
from archive.sources.instruments import read_instruments
from archive.sources.subjects import read_subjects
from archive.vocabulary.subject_rules import read_subject_rules
from tests.deriving.subject_inputs import subject_input
from tests.parsing.reading import SPECIMEN, SPECIMEN_TEXTS, parsed_file

# What is sure; of the others there is at most a weak suggestion, as 1.2, 2.6 and 2.7 ask for nothing of the tree.
EXPECTED = {
    "1.1": "accession", "1.3": "catalogues-and-loans", "1.4": "floods-and-humidity",
    "1.5": "emergency-plans catalogues-and-loans", "1.6": "training",
    "2.1": "floods-and-humidity restoration", "2.4": "work-of-the-group", "2.5": "floods-and-humidity",
    "2.8": "floods-and-humidity accession",
    "3.1": "catalogues-and-loans", "3.2": "catalogues-and-loans training", "3.3": "restoration",
    "3.4": "catalogues-and-loans",
    "4.1": "floods-and-humidity", "4.2": "emergency-plans", "4.3": "catalogues-and-loans",
    "4.4": "floods-and-humidity", "4.5": "floods-and-humidity", "4.6": "catalogues-and-loans",
    "4.7": "catalogues-and-loans", "4.8": "training", "4.9": "catalogues-and-loans",
}  # fmt: skip


def test_recommendations_of_the_specimen_have_subjects() -> None:
    subjects = read_subjects(SPECIMEN)
    parents = {subject.slug: subject.parent for subject in subjects if subject.parent}
    rules = prepare_rules(starting_rules(subjects, read_subject_rules()), parents)
    instruments = KnownInstruments(read_instruments(SPECIMEN))
    context = CitationContext(instruments, document_title="توصيات بشأن المكتبات الساحلية")
    sure = {}
    for name in SPECIMEN_TEXTS:
        for one in parsed_file(SPECIMEN / name).recommendations:
            found = assign_subjects(subject_input(one, "", context), rules)
            sure[f"{one.meeting}.{one.number}"] = " ".join(each.topic for each in found if each.confidence > 0.5)
    assert {locator: topics for locator, topics in sure.items() if topics} == EXPECTED
