/* The menu of narrow windows closes when the focus has left it, and says whether it is open. */
window.archive.ready(() => {
  "use strict";

  const menu = document.getElementById("menu");
  const button = document.querySelector(".menu-open");
  if (!menu || !button) return;
  const isOpen = () => menu.matches(":popover-open");

  for (const place of [menu, button]) {
    place.addEventListener("focusout", ({ relatedTarget }) => {
      // Without a new place the window itself has lost the focus, or nothing was clicked that takes it.
      if (relatedTarget && isOpen() && !menu.contains(relatedTarget) && relatedTarget !== button) menu.hidePopover();
    });
  }
});
