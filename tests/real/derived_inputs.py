"""The real recommendations and paragraphs as kinship and follow-ups take them, with what people read out of them.

Subjects and citations come from the judged tables beside this file, so that these tests measure nearness alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from archive.arabic.normalize import normalize
from archive.deriving.follow_ups import Adopted, Told
from archive.deriving.kinship import KinInput
from archive.deriving.operative import find_operative
from archive.parsing.structure import ParsedDocument, ParsedRecommendation
from archive.sources.instruments import read_instruments
from archive.vocabulary.tools import find_tools

_HERE = Path(__file__).parent
_GROUP = "CTOC/COP/WG.7"
Documents = Mapping[str, ParsedDocument]
#: By kind, «article», «tool», «meeting» …
Cited = Mapping[str, tuple[str, ...]]


def read_table(name: str) -> dict[str, str]:
    """The first column of a table of judgements to the rest."""
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if line and not line.startswith("#"))


def names_of(sources: Path) -> list[tuple[str, str]]:
    """(slug, name) of the treaties, in every form in which they are written."""
    return [
        (one.slug, name)
        for one in read_instruments(sources)
        for name in (one.name_ar, one.short_ar, *one.written_as)
    ]


def cited_things() -> dict[str, Cited]:
    """By locator («5.5», «000:10»); articles without their paragraphs."""
    found = {}
    for locator, things in read_table("cited_things.tsv").items():
        by_kind: dict[str, list[str]] = defaultdict(list)
        for thing in things.split():
            kind, value = thing.split("=", 1)
            by_kind[kind].append(":".join(value.split(":")[:2]) if kind == "article" else value)
        found[locator] = {kind: tuple(dict.fromkeys(values)) for kind, values in by_kind.items()}
    return found


def recommendations_of(documents: Documents) -> Iterator[ParsedRecommendation]:
    for number in ("001", "002"):
        yield from documents[number].recommendations


def kin_inputs(documents: Documents) -> list[KinInput]:
    """Every chapeau and every lettered item; subjects and articles of the whole stand on each item that has none."""
    subjects, cited = read_table("subjects.tsv"), cited_things()
    inputs = []
    for one in recommendations_of(documents):
        key = f"{one.meeting}.{one.number}"
        items = [item.text.reading for item in one.subparagraphs]
        reading = find_operative(one.chapeau.reading, items)
        main = reading.chapeau[0]
        ways = [(main.verb_class, main.addressees), *((item.verb_class, item.addressees) for item in reading.items)]
        # The tables judge a recommendation as a whole; what its single items are about they do not say.
        whole = not items
        for item, text in enumerate((one.chapeau.reading, *items)):
            inputs.append(
                KinInput(
                    key, 100 * (one.meeting or 0) + one.number, str(one.meeting), text, item,
                    tuple(subjects[key].split()) if whole else (),
                    cited.get(key, {}).get("article", ()) if whole else (),
                    *ways[item],
                )
            )  # fmt: skip
    return inputs


def ends_of_meetings(documents: Documents) -> dict[int, date]:
    """The last day of each meeting of the group, by the compendium, then by the report of the meeting itself."""
    known = [*documents["001"].meetings, *documents["002"].meetings]
    return {one.number: one.end for one in reversed(known) if one.body == _GROUP and one.end}


def tools_of(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.code for one in find_tools(normalize(text))))


def adopted(documents: Documents) -> list[Adopted]:
    cited, subjects, ends = cited_things(), read_table("subjects.tsv"), ends_of_meetings(documents)
    found = []
    for one in recommendations_of(documents):
        key = f"{one.meeting}.{one.number}"
        things = cited.get(key, {})
        for item, text in enumerate((one.chapeau.reading, *(each.text.reading for each in one.subparagraphs))):
            found.append(
                Adopted(
                    key, text, ends[one.meeting or 0], item, f"{_GROUP}:{one.meeting}",
                    tools_of(text), things.get("article", ()),
                    tuple(subjects[key].split()) if not one.subparagraphs else (),
                )
            )  # fmt: skip
    return found


def told(documents: Documents) -> list[Told]:
    """The paragraphs of the Secretariat's reports and those of the summary of the seventh meeting."""
    cited, ends = cited_things(), ends_of_meetings(documents)
    found = []
    for source in ("000", "002", "003", "004"):
        document = documents[source]
        for one in document.paragraphs:
            titles = [section.title.reading for section in document.path(one.section)]
            if source == "002" and not any("ملخ" in title for title in titles):
                continue
            when = ends[7] if source == "002" else document.masthead.date
            things = cited.get(f"{source}:{one.number}", {})
            assert when
            found.append(
                Told(
                    f"{source}:{one.number}", one.text.reading, when, titles[-1] if titles else "",
                    tools_of(one.text.reading), things.get("article", ()), things.get("meeting", ()),
                )
            )  # fmt: skip
    return found
