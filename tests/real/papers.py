"""The papers of ../shared/papers and how much of each is read right: `python -m tests.real.papers [NAME] [-v]`."""

import argparse
import json
import os
from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from archive.parsing.document import parse_document
from archive.sources.manifest import Manifest
from archive.sources.reader import read_source

from ..surroundings import ROOT
from .expected import KINDS, Score, Tally, compare

FOLDER = ROOT.parent / "shared" / "papers"
#: Below which no paper falls again; `--floors` writes the file anew.
FLOORS = Path(__file__).with_name("paper_floors.json")


@lru_cache(maxsize=1)
def expected_papers() -> dict[str, Any]:
    """By the path below the folder; {} where the papers are not there."""
    path = FOLDER / "expected.json"
    whole = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return dict(whole)


@lru_cache(maxsize=1)
def expected_resolutions() -> dict[str, Any]:
    path = FOLDER / "akn" / "expected.json"
    whole = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {name: value for name, value in whole.items() if ".ar." in name}


def score_paper(name: str) -> Score:
    from archive.loading.inspection import structure_as_json
    from archive.loading.related import parse_file

    parsed = parse_file(FOLDER / name, read_source(FOLDER / name), Manifest())
    return compare(name, expected_papers()[name], structure_as_json(parsed))


def _as_json(path: Path) -> dict[str, Any]:
    """What inspect_source --json says of a file."""
    from archive.loading.inspection import structure_as_json

    return structure_as_json(parse_document(read_source(path)))


class ResolutionScore(NamedTuple):
    """Numbered paragraphs that stand in their series with the right number, of all."""

    paper: str
    right: int
    of: int
    footnotes: tuple[int, int]
    title: bool
    series: list[str]


def score_resolution(name: str) -> ResolutionScore:
    expected = expected_resolutions()[name]
    found = _as_json(FOLDER / "akn" / name)
    series: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for one in found["paragraphs"]:
        series[one.get("series", 0)].append(one)
    given = [ones for _key, ones in sorted(series.items())]
    right = _aligned(expected["series"], given)
    title = "".join(filter(str.isalnum, expected["document"]["title"]))
    return ResolutionScore(
        name,
        right,
        max(expected["paragraphs"], len(found["paragraphs"])),
        (len(found["footnotes"]), expected["footnotes"]),
        "".join(filter(str.isalnum, found["document"]["title"] or "")) == title,
        [f"{ones[0]['number']}–{ones[-1]['number']} ({len(ones)})" for ones in given],
    )


def _aligned(wanted: list[dict[str, Any]], given: list[list[dict[str, Any]]]) -> int:
    """Numbers found in their own series; the series are taken in order, lost and surplus ones passed over."""
    best = [[0] * (len(given) + 1) for _ in range(len(wanted) + 1)]
    for i, one in enumerate(wanted):
        for j, ones in enumerate(given):
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], best[i][j] + _right(one, ones))
    return best[-1][-1]


def _right(wanted: dict[str, Any], given: list[dict[str, Any]]) -> int:
    numbers = {one["number"]: one["text"] for one in reversed(given)}
    right = sum(number in numbers for number in range(wanted["first"], wanted["last"] + 1))
    for number, opens in ((wanted["first"], wanted["opens_first"]), (wanted["last"], wanted["opens_last"])):
        if number in numbers and not _starts(numbers[number], opens):
            right -= 1
    return right


def _starts(text: str, opens: str) -> bool:
    return "".join(text.split()).startswith("".join(opens.split())[:25])


def floors_of(name: str) -> dict[str, int]:
    """What a paper gives now: right ones of each kind, and its silent faults."""
    if name in expected_resolutions():
        one = score_resolution(name)
        return {"numbers": one.right, "footnotes": min(one.footnotes), "title": int(one.title)}
    score = score_paper(name)
    return {kind: tally.right for kind, tally in score.tallies.items()} | {"silent": len(score.silent)}


def write_floors() -> None:
    names = [*expected_papers(), *expected_resolutions()]
    lines = [f"{json.dumps(name)}: {json.dumps(floors_of(name))}" for name in names]
    FLOORS.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def report(only: str = "", *, faults: bool = False) -> None:
    """The table for a person."""
    totals = {kind: Tally() for kind in KINDS}
    silent = 0
    print(f"{'':34}" + "".join(f"{kind:>16}" for kind in KINDS) + f"{'silent':>8}")
    for name in expected_papers():
        if only not in name:
            continue
        score = score_paper(name)
        print(
            f"{name:34}"
            + "".join(f"{score.tallies[kind]!s:>16}" for kind in KINDS)
            + f"{len(score.silent):>8}"
        )
        for kind, tally in score.tallies.items():
            totals[kind].right += tally.right
            totals[kind].faults += tally.faults
            if faults:
                print("".join(f"    {kind}: {fault}\n" for fault in tally.faults), end="")
        silent += len(score.silent)
    print(f"{'together':34}" + "".join(f"{totals[kind]!s:>16}" for kind in KINDS) + f"{silent:>8}")
    for name in expected_resolutions():
        if only not in name:
            continue
        one = score_resolution(name)
        print(
            f"{name:34} numbers {one.right}/{one.of}, notes {one.footnotes[0]}/{one.footnotes[1]}, title {one.title}"
        )
        if faults:
            print(f"    series: {', '.join(one.series)}")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", nargs="?", default="", help="papers whose path holds this")
    parser.add_argument("-v", "--verbose", action="store_true", help="every fault in words")
    parser.add_argument("--floors", action="store_true", help="what is reached now becomes the floor")
    asked = parser.parse_args()
    if asked.floors:
        write_floors()
    else:
        report(asked.name, faults=asked.verbose)
