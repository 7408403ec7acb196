"""Which set of sources this database is of: real papers, or the specimen corpus."""

from archive.models import ArchiveState
from archive.record.state import locked_state

from .changes import Refusal

_REMEDY = (
    "تحفظ كل قاعدة بيانات مجموعة واحدة: استعمل قاعدة بيانات أخرى (DATABASE_URL، أو --database مع script/server)."
)


def claim_corpus(*, specimen: bool) -> None:
    """Lock the row and make this database the one of this corpus. Raises Refusal if it holds the other."""
    refuse_other_corpus(specimen=specimen)
    state = locked_state()
    if state.corpus == ArchiveState.Corpus.NONE:
        ArchiveState.objects.renew_token(corpus=_corpus(specimen))


def _corpus(specimen: bool) -> ArchiveState.Corpus:
    return ArchiveState.Corpus.SPECIMEN if specimen else ArchiveState.Corpus.REAL


def refuse_other_corpus(*, specimen: bool) -> None:
    """Raise Refusal if this database has the other corpus; change nothing."""
    corpus = ArchiveState.objects.filter(pk=1).values_list("corpus", flat=True).first() or ArchiveState.Corpus.NONE
    if corpus in (ArchiveState.Corpus.NONE, _corpus(specimen)):
        return
    if specimen:
        raise Refusal(f"في قاعدة البيانات هذه وثائق حقيقية، وهذه نماذج للتجربة. {_REMEDY}")
    raise Refusal(f"في قاعدة البيانات هذه نماذج للتجربة، وهذه وثائق حقيقية. {_REMEDY}")
