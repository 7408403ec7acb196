"""French terms in both numbers, and of words the feminine; what is plural already or a small word stays."""

from archive.vocabulary.french_terms import read_french_terms


def test_each_term_stands_in_its_forms() -> None:
    terms = dict(read_french_terms())
    assert terms["preuve numérique"] == terms["preuves numériques"] == ("أدلة رقمية",)
    assert terms["mineur"] == terms["mineures"]
    assert terms["accord bilatéral"] == terms["accords bilatéraux"]
    assert "des avoirs" not in terms
    assert terms["recouvrement des avoirs"] == terms["recouvrements des avoirs"]
