/* Repeats what links and forms do, without leaving the page: suggestions under the search box, and after a swap
   the open groups, the focus and the announcement. Without this file every page works as well. */
(() => {
  "use strict";

  const box = document.querySelector("input[data-suggestions]");
  const list = box && document.getElementById(box.getAttribute("list"));
  let waiting = 0;
  let asked = null;

  async function suggest() {
    if (asked) asked.abort();
    asked = new AbortController();
    try {
      const address = `${box.dataset.suggestions}?q=${encodeURIComponent(box.value)}`;
      const answer = await fetch(address, { signal: asked.signal });
      if (!answer.ok) return;
      const { suggestions } = await answer.json();
      list.replaceChildren(...suggestions.map(({ text }) => {
        const option = document.createElement("option");
        option.value = text;
        return option;
      }));
    } catch {
      /* no suggestions then */
    }
  }

  if (list) {
    box.addEventListener("input", (event) => {
      clearTimeout(waiting);
      // Choosing from the list is an input too, and asks nothing.
      if (event.inputType === "insertReplacementText" || box.value.trim().length < 2) return;
      waiting = setTimeout(suggest, 150);
    });
  }

  /* Groups that the reader has opened or closed stay so. A click, which the keyboard makes too: «toggle» also
     comes when a swap brings an open group. */
  const groups = new Map();
  document.addEventListener("click", (event) => {
    const group = event.target.closest?.("summary")?.parentElement;
    if (group?.id) groups.set(group.id, !group.open);
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id !== "summary") return;
    for (const [id, open] of groups) {
      const group = document.getElementById(id);
      if (group) group.open = open;
    }
    const heading = document.getElementById("count");
    const announcement = document.getElementById("announcement");
    if (announcement) announcement.textContent = heading.textContent;
    // What had the focus is gone: the heading of the results takes it, and the page does not jump.
    if (document.activeElement === document.body) heading.focus({ preventScroll: true });
  });

  /* The network failed: the link itself is followed, and the browser says what is wrong. */
  for (const failure of ["htmx:sendError", "htmx:responseError"]) {
    document.addEventListener(failure, (event) => {
      location.assign(event.detail.pathInfo.requestPath);
    });
  }
})();
