/* The search page, where htmx repeats links and forms without leaving the page: after a swap the open groups,
   the focus and the announcement. And the sheet of facets on telephones. Without script the page works as well. */
(() => {
  "use strict";

  /* Groups that the reader has opened or closed stay so. A click, which the keyboard makes too: «toggle» also
     comes when a swap brings an open group. */
  const groups = new Map();
  document.addEventListener("click", (event) => {
    const group = event.target.closest?.("summary")?.parentElement;
    if (group?.id) groups.set(group.id, !group.open);
  });

  const sheetOf = () => document.querySelector(".facets[popover]");
  const isOpen = (sheet) => Boolean(sheet?.matches(":popover-open"));

  /* While the sheet is open nothing else can be reached: everything beside it and beside what it stands in rests. */
  function rest(sheet, wished) {
    for (let place = sheet; place && place !== document.body; place = place.parentElement) {
      for (const other of place.parentElement.children) {
        if (other !== place && other.id !== "announcement") other.inert = wished;
      }
    }
  }

  document.addEventListener("beforetoggle", (event) => {
    // Before it closes, so that the focus can go back to the button.
    if (event.target === sheetOf() && event.newState === "closed") rest(event.target, false);
  }, true);
  document.addEventListener("toggle", (event) => {
    const sheet = sheetOf();
    if (event.target !== sheet) return;
    if (event.newState === "closed") {
      // A tap beside the sheet closes it without giving the focus back.
      if (document.activeElement === document.body) document.querySelector(".sheet-open").focus();
      return;
    }
    sheet.scrollTop = 0;
    sheet.focus({ preventScroll: true });
    rest(sheet, true);
  }, true);
  /* A window that has grown shows the facets beside the results. */
  addEventListener("resize", () => {
    const sheet = sheetOf();
    if (isOpen(sheet) && getComputedStyle(sheet).position !== "fixed") sheet.hidePopover();
  });

  /* The same words twice would not be said twice. */
  function announce() {
    const place = document.getElementById("announcement");
    if (!place) return;
    place.textContent = "";
    setTimeout(() => { place.textContent = document.getElementById("count")?.textContent ?? ""; }, 50);
  }

  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id !== "summary") return;
    for (const [id, open] of groups) {
      const group = document.getElementById(id);
      if (group) group.open = open;
    }
    announce();
    const sheet = sheetOf();
    if (isOpen(sheet)) {
      rest(sheet, true);
      if (document.activeElement === document.body) sheet.focus({ preventScroll: true });
    } else if (document.activeElement === document.body) {
      // What had the focus is gone: the heading of the results takes it, and the page does not jump.
      document.getElementById("selection-name").focus({ preventScroll: true });
    }
  });

  /* The network failed: the link itself is followed, and the browser says what is wrong. */
  for (const failure of ["htmx:sendError", "htmx:responseError"]) {
    document.addEventListener(failure, (event) => {
      location.assign(event.detail.pathInfo.requestPath);
    });
  }
})();
