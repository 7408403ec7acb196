"""Whatever a page prints of its thing is understood as that thing: for all that is loaded, in both languages."""

from pathlib import Path

from django.core.management import call_command
from django.test import Client
from django.utils import translation

from archive.search.reference import understand

from .printed_names import Printed, pages, printed_on

#: What names one thing among several: a heading without its meeting, a title that several papers have. It is offered.
OFFERED = {"heading"}


def faults_of(one: Printed) -> str:
    """A sentence where what was printed leads elsewhere, or is offered without its own thing."""
    with translation.override("ar"):
        typed = understand(one.text)
    reference = typed.leads_to
    if reference is not None:
        return "" if reference.address == one.address else f"{one} leads to {reference.address}"
    offered = [stored.address for found in typed.looked_up for stored in found.found]
    may_be_offered = one.kind in OFFERED or len(offered) > 1
    if one.address in offered and may_be_offered:
        return ""
    # The bare name of a topic is also what people search for: the page offers it, see test_meant.
    return "" if one.kind == "heading" and one.address.startswith("/topics/") else f"{one} is not understood"


def faults_in(client: Client, *, english_each: int = 1) -> list[str]:
    """Of all pages in Arabic; of so many of them one in English too. What is printed twice is read once."""
    with translation.override("ar"):
        paths = list(pages())
    prefixes = [("", "/en")[: 1 if at % english_each else 2] for at in range(len(paths))]
    printed = dict.fromkeys(
        one for path, of_each in zip(paths, prefixes, strict=True) for one in printed_on(client, path, of_each)
    )
    assert {one.kind for one in printed} >= {"title", "shortened title", "heading", "address", "copy"}
    return [fault for one in printed if (fault := faults_of(one))]


def test_what_the_specimen_prints_is_understood(client: Client) -> None:
    call_command("load_archive", str(Path(__file__).parents[2] / "sources"), verbosity=0)
    assert faults_in(client) == []


def test_what_the_real_archive_prints_is_understood(client: Client, real_sources: Path) -> None:
    call_command("load_archive", str(real_sources), verbosity=0)
    assert faults_in(client, english_each=3) == []
