"""The one row that says which set of sources this database holds, how often it has changed, and when."""

from archive.models import ArchiveState

from .changes import Refusal

_REMEDY = (
    "تحفظ كل قاعدة بيانات مجموعة واحدة: استعمل قاعدة بيانات أخرى (DATABASE_URL، أو --database مع script/server)."
)


def locked_state() -> ArchiveState:
    """The row, made on first use and locked until the transaction ends: one load at a time writes."""
    ArchiveState.objects.get_or_create(pk=1)
    return ArchiveState.objects.select_for_update().get(pk=1)


def raise_data_version() -> None:
    """Say that the data has changed. Call it in the transaction of the change."""
    ArchiveState.objects.raise_version()


def claim_corpus(*, specimen: bool) -> None:
    """Lock the row and make this database the one of this corpus. Raises Refusal if it holds the other."""
    refuse_other_corpus(specimen=specimen)
    state = locked_state()
    if state.corpus == ArchiveState.Corpus.NONE:
        ArchiveState.objects.filter(pk=1).update(corpus=_corpus(specimen))


def _corpus(specimen: bool) -> ArchiveState.Corpus:
    return ArchiveState.Corpus.SPECIMEN if specimen else ArchiveState.Corpus.REAL


def refuse_other_corpus(*, specimen: bool) -> None:
    """Raise Refusal if this database holds the other corpus; change nothing."""
    held = ArchiveState.objects.filter(pk=1).values_list("corpus", flat=True).first() or ArchiveState.Corpus.NONE
    if held in (ArchiveState.Corpus.NONE, _corpus(specimen)):
        return
    if specimen:
        raise Refusal(f"في قاعدة البيانات هذه وثائق حقيقية، وهذه نماذج للتجربة. {_REMEDY}")
    raise Refusal(f"في قاعدة البيانات هذه نماذج للتجربة، وهذه وثائق حقيقية. {_REMEDY}")
