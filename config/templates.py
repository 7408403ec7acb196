"""How our templates are laid out: a line break beside a tag of Django is layout, and nothing of it reaches the page.

Everywhere else it is what it is in HTML, a blank. So a line can end behind any {% … %} or {{ … }} without a blank
before the full stop that follows; where a blank is meant there it stands on the line, or as {{ " " }} at its end.
Django's own templates stay as they are.
"""

import re
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.template import Engine, Template
from django.template.base import Origin, TextNode
from django.template.loaders import cached

# At the ends of what stands between two tags of Django; the template itself ends as a tag does.
_BESIDE_TAG = re.compile(r"\A\s*\n\s*|\s*\n\s*\Z")
_ELSEWHERE = re.compile(r"\s*\n\s*")


class Loader(cached.Loader):
    """Keeps each template as Django's loader does, our own with their lines joined."""

    def __init__(self, engine: Engine, loaders: list[str]) -> None:
        super().__init__(engine, loaders)
        self._joining = Lock()

    def get_template(self, template_name: str, skip: list[Origin] | None = None) -> Template:
        # Django keeps a template before its lines are joined: another thread must not be given it meanwhile.
        with self._joining:
            is_new = self.cache_key(template_name, skip) not in self.get_template_cache
            template = super().get_template(template_name, skip)
            if is_new and Path(template.origin.name).is_relative_to(settings.BASE_DIR / "templates"):
                join_lines(template)
            return template


def join_lines(template: Template) -> None:
    """Takes the line breaks out of what a template says between its tags; their places in the file stay known."""
    for node in template.nodelist.get_nodes_by_type(TextNode):
        if isinstance(node, TextNode):
            node.s = joined(node.s)


def joined(text: str) -> str:
    """The text between two tags of Django without line breaks at its ends, and without indentation."""
    return _ELSEWHERE.sub("\n", _BESIDE_TAG.sub("", text))
