"""Treaties, a body and a meeting for the example lines, and what is found in a line in a compact form."""

from archive.deriving.citation_context import CitationContext, KnownInstruments
from archive.deriving.citations import FoundCitation, find_citations
from archive.sources.instruments import DeclaredArticle, DeclaredInstrument

CONVENTION = "اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية"
KNOWN = KnownInstruments(
    [
        DeclaredInstrument(
            "som-protocol",
            f"بروتوكول مكافحة تهريب المهاجرين عن طريق البر والبحر والجو، المكمِّل ل{CONVENTION}",
            "بروتوكول تهريب المهاجرين",
            "Smuggling Protocol",
            ("بروتوكول مكافحة تهريب المهاجرين",),
            (
                *(DeclaredArticle(n, "التعاون" if n == 7 else f"العنوان {n}", "") for n in range(1, 18)),
                DeclaredArticle(18, "إعادة المهاجرين المهرَّبين", "Return"),
                DeclaredArticle(19, "شرط وقائي", ""),
                DeclaredArticle(20, "تسوية النزاعات", ""),
            ),
        ),
        DeclaredInstrument(
            "untoc",
            CONVENTION,
            "اتفاقية الجريمة المنظمة",
            "Organized Crime Convention",
            ("اتفاقية مكافحة الجريمة المنظمة",),
            (
                *(DeclaredArticle(n, f"الحكم {n}", "") for n in range(1, 18)),
                DeclaredArticle(18, "المساعدة القانونية المتبادلة", "Mutual legal assistance"),
                *(DeclaredArticle(n, f"الحكم {n}", "") for n in range(19, 42)),
            ),
        ),
        DeclaredInstrument(
            "tip-protocol",
            "بروتوكول منع وقمع ومعاقبة الاتجار بالأشخاص، وبخاصة النساء والأطفال",
            "بروتوكول الاتجار بالأشخاص",
            "Trafficking Protocol",
            ("بروتوكول مكافحة الاتجار بالأشخاص",),
        ),
        DeclaredInstrument(
            "vccr",
            "اتفاقية فيينا للعلاقات القنصلية",
            "اتفاقية فيينا للعلاقات القنصلية",
            "Vienna Convention on Consular Relations",
        ),
    ]
)
#: A recommendation of the fourth meeting of the group on smuggling.
OF_FOURTH_MEETING = CitationContext(KNOWN, body="CTOC/COP/WG.7", meeting=4)
#: A paper of the Conference that says nothing of itself.
OF_CONFERENCE = CitationContext(KNOWN, body="CTOC/COP")


def found_in(text: str, context: CitationContext = OF_FOURTH_MEETING) -> list[str]:
    return [f"{what_is_cited(one)} [{one.text}] {one.ground}" for one in find_citations(text, context)]


def cited_in(text: str, context: CitationContext = OF_FOURTH_MEETING) -> list[str]:
    return [what_is_cited(one) for one in find_citations(text, context)]


def what_is_cited(one: FoundCitation) -> str:
    """«article=som-protocol:6:1», «resolution=conference:9/1», «recommendation=5.2.ك»."""
    paragraph = f":{one.paragraph}" if one.paragraph else ""
    if one.kind == "treaty_article":
        return f"article={one.instrument}:{one.article}{paragraph}"
    if one.recommendation:
        return "recommendation=" + ".".join(str(part) for part in one.recommendation if part)
    if one.resolution:
        organ, number, session, year = one.resolution
        return f"resolution={organ}:{f'{session}/{number}' if session else f'{number}({year})'}{paragraph}"
    if one.kind == "meeting":
        return f"meeting={one.body}:{one.meeting}"
    return f"{one.kind}={one.instrument or one.symbol or one.tool}{paragraph}"
