/* The reader's own list, kept in this browser: buttons [data-pick] on any page, and the page of a list. */
(() => {
  "use strict";

  const { read, write, ready } = window.archive;
  const KEY = "archive.list";
  const MOST = 200;
  /* Of a recommendation, whatever its number is (2, 2-2, s2-1, 1-bis, 1_2), or of a lettered item of it (2.k). */
  const LOCATOR = /^[a-z0-9-]+\.[0-9]+\.(s[0-9]+-)?[0-9]+([_-][a-z0-9]+)*(\.[a-z]{1,3})?$/;

  /* Others may have written here: only locators are read, each once. */
  function stored() {
    try {
      const items = JSON.parse(read(KEY) ?? "[]");
      return [...new Set(items.filter((item) => typeof item === "string" && LOCATOR.test(item)))].slice(0, MOST);
    } catch {
      return [];
    }
  }

  function store(items) {
    write(KEY, items.length ? JSON.stringify(items) : null);
    show();
  }

  function addressOf(items) {
    const path = document.documentElement.lang === "en" ? "/en/list/" : "/list/";
    return items.length ? `${path}?items=${items.join(",")}` : path;
  }

  const say = (kind) => {
    const place = document.getElementById("said");
    if (place) window.archive.say(place.dataset[kind]);
  };

  /* Every button and every link to the list says how things stand. */
  function show() {
    const items = stored();
    for (const button of document.querySelectorAll("[data-pick]")) {
      if (items.includes(button.dataset.pick)) button.dataset.done = "";
      else delete button.dataset.done;
    }
    for (const link of document.querySelectorAll("[data-list-link]")) {
      const count = link.querySelector("[data-list-count]");
      link.href = addressOf(items);
      if (count) {
        count.hidden = !items.length;
        count.textContent = `\u00a0(${items.length})`;
      }
    }
  }

  function toggle(locator) {
    const items = stored();
    if (items.includes(locator)) {
      store(items.filter((item) => item !== locator));
      say("removed");
    } else if (items.length >= MOST) {
      say("full");
    } else {
      store([...items, locator]);
      say("added");
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-pick]");
    if (button) toggle(button.dataset.pick);
  });
  document.addEventListener("htmx:afterSettle", show);
  addEventListener("storage", (event) => {
    if (event.key === KEY) show();
  });
  // Back from the page of the list, where things may have been taken out.
  addEventListener("pageshow", show);

  window.archive.list = { stored, store, addressOf, MOST };
  ready(show);
})();
