"""What is pressed is large enough, and landmarks have names of their own: on every kind of page, all unfolded."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NAMES
from tests.browser.kinds import addresses, unfold

pytestmark = pytest.mark.django_db(transaction=True)

# Every element that a pointer can use with the box that takes it: its own, those within it (a line of text has the
# height of its letters alone), the label of a box to tick, and the card that its link covers.
_TARGETS = """() => {
  const usable = 'a[href], button:not(:disabled), input:not([type=hidden]), select, textarea, summary';
  const isShown = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.vh, .skip');
  const boxOf = (one) => {
    const rects = [one, ...one.querySelectorAll('*')].flatMap((each) => [...each.getClientRects()]);
    if (/checkbox|radio/.test(one.type)) rects.push(...one.labels[0].getClientRects());
    const after = getComputedStyle(one, '::after');
    if (after.content !== 'none' && after.position === 'absolute') {
      const [up, down, start, end] = ['top', 'bottom', 'left', 'right'].map((side) => parseFloat(after[side]));
      let held = one;
      while (held !== document.body && getComputedStyle(held).position === 'static') held = held.parentElement;
      const box = held.getBoundingClientRect();
      rects.push({ top: box.top + up, bottom: box.bottom - down, left: box.left + start, right: box.right - end,
                   width: 2, height: 2 });
    }
    const seen = rects.filter(({ width, height }) => width > 1 && height > 1);
    const edge = (side, choose) => choose(...seen.map((rect) => rect[side]));
    return { top: edge('top', Math.min), bottom: edge('bottom', Math.max),
             left: edge('left', Math.min), right: edge('right', Math.max) };
  };
  // A link that goes on with the words of its sentence.
  const isInText = (one) => {
    if (getComputedStyle(one).display !== 'inline') return false;
    let block = one.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    const size = (text) => text.replace(/\\s/g, '').length;
    const own = [...block.querySelectorAll('a, button')].reduce((sum, each) => sum + size(each.textContent), 0);
    return size(block.textContent) - own > 2;
  };
  const found = [...document.querySelectorAll(usable)].filter(isShown).map((one) => [one, boxOf(one)]);
  const called = (one) => {
    const name = (each) => `${each.localName}.${each.className}`;
    return `${name(one.parentElement)} > ${name(one)} «${one.textContent.trim().slice(0, 30)}»`;
  };
  const shares = (one, box) => found.some(([other, { top, bottom }]) =>
    other !== one && !other.contains(one) && !one.contains(other) && top < box.bottom - 4 && bottom > box.top + 4);
  const told = ([one, { top, bottom, left, right }]) =>
    `${called(one)} ${Math.round(right - left)} × ${Math.round(bottom - top)}`;
  const small = found.filter(([, { top, bottom, left, right }]) => Math.min(bottom - top, right - left) < 23.9);
  const alone = found.filter(([one, box]) => box.bottom - box.top < 43.9 && !isInText(one) && !shares(one, box));
  return { small: small.map(told), alone: innerWidth < 640 ? alone.map(told) : [] };
}"""
_LANDMARKS = """() => {
  const shown = [...document.querySelectorAll('nav, aside:not([role]), [role=search], [role=region]')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }));
  const named = shown.map((one) => {
    const by = document.getElementById(one.getAttribute('aria-labelledby'));
    return `${one.role ?? one.localName} «${(one.ariaLabel ?? by?.textContent ?? '').trim()}»`;
  });
  return named.filter((name, place) => name.endsWith('«»') || named.indexOf(name) !== place);
}"""


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("width", [360, 1440])
def test_every_target_is_large_enough(page: Page, site: str, width: int, prefix: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    found = {}
    for kind, path in addresses(NAMES).items():
        page.goto(f"{site}{prefix}{path}")
        unfold(page)
        found[kind] = page.evaluate(_TARGETS) | {"landmarks": page.evaluate(_LANDMARKS)}
    assert {kind: told for kind, told in found.items() if any(told.values())} == {}
