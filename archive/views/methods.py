"""Which views take a form. All others are only read, and config.methods refuses them anything else."""

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


def takes_post(view: View) -> View:
    """Say of a view that POST is for it too."""
    view.takes_post = True  # type: ignore[attr-defined]
    return view
