"""Archives to give out: a small one with everything that goes wrong in files, and the real one."""

from archive.models import Recommendation
from tests import factories

#: Vowels, quotes, a Latin name, a symbol with its year, digits of both shapes, signs that begin a formula.
DIFFICULT = (
    '=تُشجَّع الدول على "التعاون" مع INTERPOL وفقاً للقرار S/RES/2240 (2015) والمادة ١٨، '
    "من 04-07-2018 & <b>كوفيد-19</b>"
)


def fill() -> list[Recommendation]:
    """Two meetings; the numbers 1, 2 (with letters), 5 and a doubled 5 of the first, 1 of the second."""
    body = factories.make_body(name_ar="فريق القنوات", name_en="Working Group on Canals")
    first, second = (factories.make_meeting(number, body=body) for number in (1, 2))
    document = factories.make_document("ITC/CONF/WG.1/2019/5", meeting=second, body=body)
    item = factories.make_agenda_item("2", meeting=second, title="صيانة الأقفال")
    return [
        factories.make_recommendation(1, DIFFICULT, meeting=first, document=document),
        factories.make_recommendation(
            2, "ينبغي:", meeting=first, document=document, subparagraphs=("الأولى؛", "الثانية؛", "الثالثة.")
        ),
        factories.make_recommendation(5, "الخامسة.", meeting=first, document=document),
        factories.make_recommendation(5, "الخامسة أيضاً.", meeting=first, document=document, copy=2),
        factories.make_recommendation(1, meeting=second, document=document, agenda_item=item),
    ]
