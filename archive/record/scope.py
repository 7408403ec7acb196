"""Which recommendations and paragraphs something is to be made anew for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """Records by key; `ALL` is every one."""

    recommendations: frozenset[int] | None = None
    paragraphs: frozenset[int] | None = None

    def __or__(self, other: "Scope") -> "Scope":
        return Scope(
            _both(self.recommendations, other.recommendations), _both(self.paragraphs, other.paragraphs)
        )

    def __bool__(self) -> bool:
        """Whether there is anything in it."""
        return self.recommendations != frozenset() or self.paragraphs != frozenset()


def _both(one: frozenset[int] | None, other: frozenset[int] | None) -> frozenset[int] | None:
    return None if one is None or other is None else one | other


ALL = Scope()
NOTHING = Scope(frozenset(), frozenset())
