from archive.deriving.starting_rules import starting_rules
from archive.sources.subjects import Subject
from archive.vocabulary.subject_rules import SubjectRule

FLOODS = Subject("floods", "الفيضانات", "Floods", instrument="coastal-protocol", articles=(6, 9))
PLANS = Subject("plans", "خطط الطوارئ والإخلاء", "Plans", parent="floods", instrument="coastal-protocol", articles=(6,))
DATA = [
    SubjectRule("floods", "words", "ماء", 8),
    SubjectRule("floods", "article", "coastal-protocol:9", 10),
    SubjectRule("unknown", "words", "كتاب", 8),
]


def test_data_then_articles_and_the_label_where_there_is_nothing_else() -> None:
    assert starting_rules([FLOODS, PLANS], DATA) == (
        SubjectRule("floods", "words", "ماء", 8),
        SubjectRule("floods", "article", "coastal-protocol:9", 10),
        SubjectRule("floods", "article", "coastal-protocol:6", 5),
        SubjectRule("plans", "words", "خطط", 6),
        SubjectRule("plans", "words", "الطوارئ", 6),
        SubjectRule("plans", "words", "والإخلاء", 6),
        SubjectRule("plans", "article", "coastal-protocol:6", 5),
    )


def test_an_article_of_one_subject_alone_counts_more() -> None:
    assert starting_rules([FLOODS], [])[-1] == SubjectRule("floods", "article", "coastal-protocol:9", 8)
