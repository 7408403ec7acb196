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
      for (const name of ["role", "aria-modal"]) sheet.removeAttribute(name);
      // A tap beside the sheet closes it without giving the focus back.
      if (document.activeElement === document.body) document.querySelector(".sheet-open").focus();
      return;
    }
    // Beside the results it is no dialog: only while it lies over them.
    sheet.setAttribute("role", "dialog");
    sheet.setAttribute("aria-modal", "true");
    sheet.scrollTop = 0;
    sheet.focus({ preventScroll: true });
    rest(sheet, true);
  }, true);
  /* The focus goes round in the sheet: behind its last control comes its first. */
  document.addEventListener("keydown", (event) => {
    const sheet = sheetOf();
    if (event.key !== "Tab" || !isOpen(sheet)) return;
    const all = [...sheet.querySelectorAll("a[href], button, input, summary")].filter((one) => one.checkVisibility());
    const [first, last] = [all[0], all.at(-1)];
    const at = document.activeElement;
    if (event.shiftKey ? at !== first && at !== sheet : at !== last) return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  });
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

  /* A sign of life: at once to the eye, and after a moment, if the answer is not there by then, to the ear. */
  const PATIENCE = 400;
  let waiting = 0;
  function busy(wished) {
    clearTimeout(waiting);
    document.getElementById("results")?.setAttribute("aria-busy", String(wished));
    if (!wished) {
      delete document.documentElement.dataset.busy;
      return;
    }
    document.documentElement.dataset.busy = "";
    waiting = setTimeout(() => {
      const place = document.getElementById("announcement");
      if (place) place.textContent = place.dataset.busy;
    }, PATIENCE);
  }

  const broken = () => document.getElementById("line-broken");
  document.addEventListener("htmx:beforeRequest", () => {
    busy(true);
    if (broken()) broken().hidden = true;
  });
  document.addEventListener("htmx:afterRequest", () => busy(false));

  /* A line that only hangs breaks no sooner than its reader gives up: after so long it counts as broken. */
  const LONGEST = 20000;
  document.addEventListener("htmx:configRequest", (event) => { event.detail.timeout = LONGEST; });

  /* The line broke: what is shown stays, and the page says so. */
  function tell(event) {
    const place = broken();
    if (!place) {
      location.assign(event.detail.pathInfo.requestPath);
      return;
    }
    place.querySelector("a").href = event.detail.pathInfo.requestPath;
    place.hidden = false;
    place.scrollIntoView({ block: "nearest" });
  }
  for (const end of ["htmx:sendError", "htmx:timeout"]) document.addEventListener(end, tell);
  /* The server refused: the link itself is followed, and its page says what is wrong. */
  document.addEventListener("htmx:responseError", (event) => {
    location.assign(event.detail.pathInfo.requestPath);
  });
})();
