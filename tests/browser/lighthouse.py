"""Lighthouse as script/lighthouse calls it: runs over four pages, medians printed, a fault of ours fails."""

import json
import os
import subprocess
import sys
from contextlib import nullcontext
from statistics import median
from typing import Any
from urllib.parse import quote

import django

from tests.surroundings import ROOT

KINDS = ("home", "search", "recommendation", "document")
#: Category → what it must reach. Performance is told, and depends on how quiet the machine is.
LEAST = {"accessibility": 100, "best-practices": 100, "seo": 100}
TRIES = 3
REPORTS = ROOT / "var" / "reports" / "lighthouse"


def main(program: str, runs: str, address: str = "", *wanted: str) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from tests.browser.kinds import addresses
    from tests.browser.served import serving, telling_names

    paths = addresses(telling_names())
    REPORTS.mkdir(parents=True, exist_ok=True)
    complaints: set[str] = set()
    heads = "".join(f"{name:>16}" for name in LEAST)
    print(f"{'page':16}{'performance':>13}{heads}{'kB':>7}{'CLS':>7}{'LCP s':>7}")
    with nullcontext(address.rstrip("/")) if address else serving() as site:
        for kind in wanted or KINDS:
            reports = [look(program, site + quote(paths[kind], safe="/?&=,"), kind, run) for run in range(int(runs))]
            scores = {name: median(score(report, name) for report in reports) for name in ("performance", *LEAST)}
            numbers = (f"{scores[name]:>16.0f}" for name in LEAST)
            print(f"{kind:16}{scores['performance']:>13.0f}{''.join(numbers)}{figures(reports)}", flush=True)
            complaints |= {f"{kind}: {one}" for report in reports for one in failed_audits(report)}
    print("\n".join(sorted(complaints)) or "No audit of accessibility, best practices or SEO failed.")
    return 1 if complaints else 0


def look(program: str, address: str, kind: str, run: int) -> dict[str, Any]:
    """One report, kept in var/reports/lighthouse. Now and then a recording breaks off: then it is made again."""
    target = REPORTS / f"{kind}-{run + 1}.json"
    # One of many views of the same texts is kept out of search engines on purpose (archive.context).
    skipped = ["--skip-audits=is-crawlable"] if "?" in address else []
    flags = "--headless=new --no-sandbox --disable-background-networking"
    command = [program, address, "--quiet", "--output=json", f"--output-path={target}", f"--chrome-flags={flags}"]
    command += skipped
    for _attempt in range(TRIES):
        target.unlink(missing_ok=True)
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL)
        report: dict[str, Any] = json.loads(target.read_text("utf-8")) if target.exists() else {}
        if done.returncode == 0 and "runtimeError" not in report:
            return report
    raise RuntimeError(f"Lighthouse failed {TRIES} times on {address}: {done.stderr.strip()}")


def score(report: dict[str, Any], category: str) -> float:
    return 100 * float(report["categories"][category]["score"] or 0)


def figures(reports: list[dict[str, Any]]) -> str:
    """Medians of what was transferred, of what moved, and of when the largest part was painted."""
    weight, shift, painted = (
        median(report["audits"][name]["numericValue"] for report in reports)
        for name in ("total-byte-weight", "cumulative-layout-shift", "largest-contentful-paint")
    )
    return f"{weight / 1000:>7.1f}{shift:>7.3f}{painted / 1000:>7.2f}"


def failed_audits(report: dict[str, Any]) -> list[str]:
    """«audit: what is wrong» for those that count in a category which must be full."""
    references = [audit for category in LEAST for audit in report["categories"][category]["auditRefs"]]
    audits = [report["audits"][audit["id"]] for audit in references if audit["weight"]]
    return [f"{audit['id']}: {audit['title']}" for audit in audits if audit["score"] not in (1, None)]


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
