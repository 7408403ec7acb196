/* A whole selection into the reader's own list: [data-pick-all] holds its query, and the interface for programs tells
   its recommendations. And the name of one's own list, on its page. */
(() => {
  "use strict";

  const { list, ready, say } = window.archive;
  const API = "/api/v1/recommendations/";

  async function locators(query) {
    const found = [];
    let address = `${API}?${query}`;
    while (address && found.length <= list.MOST) {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(String(answer.status));
      const { results, next } = await answer.json();
      found.push(...results.map(({ locator }) => locator));
      address = next && new URL(next).pathname + new URL(next).search;
    }
    return found;
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-pick-all]");
    if (!button) return;
    const words = document.getElementById("said").dataset;
    const { count } = button.dataset;
    button.disabled = true;
    try {
      const found = await locators(button.dataset.pickAll);
      // What has only some of the words stands beside the first page there: it is no result.
      const joined = [...new Set([...list.stored(), ...found.slice(0, Number(count))])];
      list.store(joined.slice(0, list.MOST));
      say(joined.length > list.MOST ? words.full : words.added);
      if (joined.length <= list.MOST) button.dataset.done = "";
    } catch {
      say(words.broken);
    }
    button.disabled = false;
  });

  ready(() => {
    const field = document.getElementById("list-name");
    const heading = document.querySelector("#own-list [data-name]");
    if (!field || !heading) return;
    const site = document.title.replace(/^.* · /, "");
    field.addEventListener("input", () => {
      const name = field.value.trim();
      list.rename(name);
      heading.textContent = name || heading.dataset.unnamed;
      document.title = `${heading.textContent} · ${site}`;
      history.replaceState(history.state, "", list.addressOf(list.stored()));
      const copy = document.querySelector("#own-list [data-copy]");
      if (copy) copy.dataset.copy = location.href;
      document.getElementById("other-language").search = location.search;
    });
  });
})();
