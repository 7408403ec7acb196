"""What words were sought and how they were understood, wherever they were sought."""

from dataclasses import dataclass

from archive.search.understood import Notice, Understood

from .search_results import build_notices


@dataclass(frozen=True, slots=True)
class WordSearch:
    """`exact` insists on the form that was typed; `is_stale` says that the index lags behind the texts."""

    q: str
    exact: bool
    understood: Understood
    is_stale: bool

    @property
    def notices(self) -> list[Notice]:
        return build_notices(self.understood)

    @property
    def can_insist(self) -> bool:
        return self.understood.was_changed and not self.exact
