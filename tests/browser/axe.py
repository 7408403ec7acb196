"""axe-core in a page: every rule that is on by default, and the size of targets, on everything in it."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

_AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
# Words drawn with another width than their letters have singly, axe takes for the pictures of an icon font, and
# passes them over in silence: that is all Arabic. We have no such font; in a canvas, letters may be equally wide.
_ARABIC_IS_TEXT = "CanvasRenderingContext2D.prototype.measureText = (text) => ({ width: text.length * 20 });"
# What is evaluated from outside is not under the page's policy, so the policy stays as it is. A sheet that is still
# fading in has colours that nobody reads: what moves by the clock and comes to an end has its end first.
_RUN = """async () => {
  const ends = (one) => one.timeline === document.timeline && isFinite(one.effect.getComputedTiming().endTime);
  await Promise.allSettled(document.getAnimations().filter(ends).map(({ finished }) => finished));
  // Of what passes it need not spell every element: only that the rule was there to say something.
  const asked = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };
  const { violations, passes } = await axe.run(document, asked);
  const told = ({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`);
  return { violations: violations.flatMap(told), rules: passes.map(({ id }) => id) };
}"""
#: Rules that have something to say about every page, and about a dialog that lies on it.
ALWAYS = {"color-contrast", "target-size"}


def find_violations(page: Page) -> list[str]:
    """«rule: element: what to do», one for each element; AssertionError where axe did not look."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(_ARABIC_IS_TEXT + _AXE)
    found = page.evaluate(_RUN)
    broken = {violation.split(":")[0] for violation in found["violations"]}
    silent = ALWAYS - broken - set(found["rules"])
    assert not silent, f"axe did not look at {page.url}: nothing said of {sorted(silent)}"
    return list(found["violations"])
