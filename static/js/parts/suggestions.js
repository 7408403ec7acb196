/* Suggestions under the search box. */
window.archive.ready(() => {
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
});
