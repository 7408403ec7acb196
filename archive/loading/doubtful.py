"""A reading that is in doubt goes in on a person's word alone: `--accept` with its file, or what an intake asks."""

from archive.models import Document
from archive.parsing.structure import ParsedDocument
from archive.sources.reader import SourceText

from .changes import Refusal

_LOOK_FIRST = (
    "{seen} لم يُؤخذ منه شيء حتى يراجعه إنسان: انظر ما قُرئ بالأمر inspect_source، "
    "فإن كان صحيحاً فأعد التحميل بالخيار --accept مع اسم هذا الملف."
)


def refuse_doubtful(source: SourceText, *, accept: bool) -> None:
    """Raises Refusal, with what was seen, for a doubtful reading that nobody has accepted.

    What is held from the very same bytes was accepted when it came in.
    """
    if source.verdict.is_clear or accept or Document.objects.filter(source_sha256=source.sha256).exists():
        return
    raise Refusal(_LOOK_FIRST.format(seen=source.verdict.sentence))


def refuse_numbers_taken_twice(parsed: ParsedDocument) -> None:
    """Raise Refusal where a number that staff gave to a line is that of another one, too."""
    for one in parsed.problems:
        if one.code == "given_number_taken":
            raise Refusal(f"{one.where}{one.message}")
