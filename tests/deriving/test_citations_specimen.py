"""What the texts of the specimen corpus cite, with its own treaties and bodies."""

from archive.deriving.citation_context import CitationContext, KnownInstruments
from archive.parsing.document import known_bodies
from archive.sources.instruments import read_instruments
from archive.sources.manifest import read_manifest
from tests.parsing.reading import SPECIMEN, SPECIMEN_TEXTS, parsed_file

from .citing import cited_in


def test_recommendations_and_paragraphs() -> None:
    known = KnownInstruments(read_instruments(SPECIMEN))
    bodies = known_bodies(read_manifest(SPECIMEN).bodies)
    found: dict[str, list[str]] = {}
    for name in SPECIMEN_TEXTS:
        document = parsed_file(SPECIMEN / name)
        cover = document.masthead
        title, reports = cover.title.reading, cover.kind == "meeting-report"
        for one in document.recommendations:
            context = CitationContext(known, bodies, one.body or "", one.meeting, title)
            found[f"{one.meeting}.{one.number}"] = cited_in(one.reading, context)
        own = document.meetings[0].number if reports else None
        for one in document.paragraphs:
            sections = tuple(section.title.reading for section in document.path(one.section))
            context = CitationContext(known, bodies, cover.body or "", own, title, sections)
            found[f"{name[:3]}:{one.number}"] = cited_in(one.text.reading, context)
    assert {place: cited for place, cited in found.items() if cited} == {
        "1.1": ["treaty=coastal-protocol"],
        "1.5": ["article=coastal-protocol:6:2"],
        "2.2": ["meeting=XLIB/CONF/WG.2:3"],
        "2.3": ["recommendation=2.1"],
        "2.4": ["meeting=XLIB/CONF:5"],
        "2.8": ["article=coastal-protocol:9"],
        "3.1": ["article=coastal-protocol:12"],
        "4.5": ["article=coastal-protocol:6"],
        "4.9": ["meeting=XLIB/CONF/WG.2:5"],
        "act:1": ["meeting=XLIB/CONF:6", "meeting=XLIB/CONF:5", "treaty=coastal-protocol"],
        "act:2": ["treaty=coastal-protocol"],
        "act:6": ["meeting=XLIB/CONF/WG.2:4"],
        "act:7": ["meeting=XLIB/CONF/WG.2:5"],
        "act:12": ["meeting=XLIB/CONF/WG.2:2"],
        "act:23": ["treaty=coastal-protocol"],
        "rep:1": ["resolution=conference:4/2"],
        "rep:16": ["treaty=coastal-protocol"],
        "rep:17": ["treaty=coastal-protocol"],
        "rep:20": ["document=XLIB/CONF/WG.2/2034/INF/1"],
        "rep:21": [f"document=XLIB/CONF/WG.2/2034/{n}" for n in (1, 2, 3)],
        "tec:1": ["resolution=conference:5/3"],
        "tec:3": ["meeting=XLIB/CONF:5"],
    }
