"""search QUERY: what the page finds, in its order."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from archive.models import Recommendation
from archive.models.publication import as_readers_see
from archive.search.match import Hits, search_recommendations
from archive.search.reference import TypedReference, understand


class Command(BaseCommand):
    help = "Finds recommendations as the page does: full matches first, then partial ones."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("query", metavar="QUERY")
        parser.add_argument("--json", action="store_true", help="answer with JSON")
        parser.add_argument("--limit", type=int, default=20, metavar="N", help="at most so many results (20)")
        parser.add_argument("--exact", action="store_true", help="insist on the typed form")

    @as_readers_see()
    def handle(self, *args: Any, **options: Any) -> None:
        typed = TypedReference() if options["exact"] else understand(options["query"])
        reference = typed.leads_to
        offered = [] if reference else [stored.locator for one in typed.looked_up for stored in one.found]
        hits = search_recommendations(options["query"], exact=options["exact"])
        results = _results(hits, max(0, options["limit"]))
        if options["json"]:
            told: dict[str, Any] = {
                "query": options["query"],
                "understood_as": str(hits.understood),
                "results": results,
            }
            if reference:
                told["reference"] = {"locator": reference.locator, "symbol": reference.symbol, "url": reference.address}
                if reference.items:
                    told["reference"]["items"] = list(reference.items)
            if offered:
                told["meant"] = offered
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
            return
        if reference:
            self.stdout.write(f"-> {reference.locator or reference.symbol or ' '.join(reference.items)}")
        if offered:
            self.stdout.write(f"?  {' '.join(offered)}")
        if hits.stale:
            self.stderr.write("The search index is missing or old: run manage.py rebuild_search_index.")
        self.stdout.write(f"{len(hits.full)} + {len(hits.partial)}: {hits.understood}")
        for one in results:
            mark = "" if one["full_match"] else "  (partial)"
            self.stdout.write(f"{one['rank']:8.3f}  {one['locator']}{mark}")


def _results(hits: Hits, limit: int) -> list[dict[str, Any]]:
    full = [(key, rank, True) for key, rank in hits.full]
    first = (full + [(key, rank, False) for key, rank in hits.partial])[:limit]
    keys = [key for key, _, _ in first]
    locators = dict(Recommendation.objects.filter(pk__in=keys).values_list("pk", "locator"))
    return [
        {"locator": locators[key], "rank": round(rank, 6), "full_match": full_match}
        for key, rank, full_match in first
        if key in locators
    ]
