"""Run as a program: staff save one text after the other, until the database is gone (status 3) or `SAVES` are done.

«saves.py look» says how many rows do not agree with what follows from them.
"""

import os
import sys

import django

MARK = "ينبغي للدول أن تصون القناة"


def main(options: list[str]) -> int:
    django.setup()
    return look() if options == ["look"] else save(int(os.environ.get("SAVES", "1000000")))


def save(most: int) -> int:
    from django.db import DatabaseError

    from archive.derivations.by_hand import save_by_hand
    from archive.models import Recommendation

    keys = list(Recommendation.objects.filter(subparagraphs=None).order_by("pk").values_list("pk", flat=True))
    for number in range(most):
        try:
            row = Recommendation.objects.get(pk=keys[number % len(keys)])
            row.chapeau = f"{MARK} رقم {number}."
            save_by_hand(row, typed=["chapeau"])
        except DatabaseError:
            return 3
        print(f"saved {number}", flush=True)
    return 0


def look() -> int:
    from django.db import transaction

    from archive.derivations.deriving import derive_everything
    from archive.models import Recommendation, SearchEntry

    behind = [row.locator for row in Recommendation.objects.filter(subparagraphs=None) if row.text != row.chapeau]
    held = set(SearchEntry.objects.values_list("recommendation_id", flat=True))
    behind += [row.locator for row in Recommendation.objects.all() if row.pk not in held]
    with transaction.atomic():
        for derived in derive_everything():
            counts = derived.outcomes
            behind += [derived.kind] * sum(counts.get(one, 0) for one in ("created", "updated", "missing"))
        transaction.set_rollback(True)
    print(f"{len(behind)} left behind {behind[:5]}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
