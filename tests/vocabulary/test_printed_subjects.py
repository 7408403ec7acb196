"""Terms of the thesaurus of the United Nations and the topics of the field that they speak of."""

import tomllib
from pathlib import Path

from archive.vocabulary.data_files import read_rows
from archive.vocabulary.printed_subjects import topics_of_terms


def test_terms_speak_of_topics_in_any_case_and_most_of_none() -> None:
    said = ["HUMAN SETTLEMENTS", "Partnership", "civil society", "CAPACITY BUILDING", ""]
    assert topics_of_terms(said) == {
        "partnerships": "Partnership",
        "training-and-technical-assistance": "CAPACITY BUILDING",
    }


def test_a_term_speaks_of_one_topic() -> None:
    terms = [term for _slug, forms in read_rows("unbis_topics.tsv") for term in forms.split("|")]
    assert len(terms) == len(set(terms))


def test_the_topics_are_those_of_the_field(real_sources: Path) -> None:
    told = tomllib.loads((real_sources / "subjects.toml").read_text(encoding="utf-8"))
    slugs = {one["slug"] for one in told["subject"]}
    assert [slug for slug, _forms in read_rows("unbis_topics.tsv") if slug not in slugs] == []
