"""What is thought of the reading of a file: it may go in, or a person looks at it first. What is surely wrong is
refused (`sources.refusals`)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """`code` for programs, `sentence` in Arabic for the person who decides: what was seen."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """`doubts` is empty for a reading that may go in unasked; `figures` are what it was judged by, for a report."""

    doubts: tuple[Doubt, ...] = ()
    figures: tuple[tuple[str, float], ...] = ()

    @property
    def is_clear(self) -> bool:
        return not self.doubts

    @property
    def sentence(self) -> str:
        """What was seen and what to do, as one text; "" for a clear one."""
        if self.is_clear:
            return ""
        return f"{' '.join(one.sentence for one in self.doubts)} {ADVICE}"


#: A verdict of what has nothing to doubt: formats that hold their text as text.
CLEAR = Verdict()
ADVICE = "الأسلم أن تأخذ الوثيقة بصيغة DOCX."
