/* The reader's own list, kept in this browser: buttons [data-pick] on any page, and the page of a list. */
(() => {
  "use strict";

  const { read, write, ready } = window.archive;
  const KEY = "archive.list";
  const NAME = "archive.list.name";
  const MOST = 500;
  /* Longer ones are written short: «.3» is number 3 of the meeting of the one before it. */
  const LONG = 2000;
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
    keepReadable();
  }

  /* What the reader calls it; a list that came by a link keeps the name that came with it. */
  function nameOf(items) {
    const isOwn = items.join() === stored().join();
    return (isOwn ? read(NAME) : new URLSearchParams(location.search).get("title")) ?? "";
  }

  const meetingOf = (locator) => locator.split(".").slice(0, 2).join(".");

  function written(items) {
    const whole = items.join();
    if (whole.length <= LONG) return whole;
    return items.map((item, place) => {
      const meeting = meetingOf(item);
      return place && meetingOf(items[place - 1]) === meeting ? item.slice(meeting.length) : item;
    }).join();
  }

  function readItems(text) {
    let meeting = "";
    return text.split(",").map((part) => {
      const whole = part.startsWith(".") ? meeting + part : part;
      meeting = meetingOf(whole);
      return whole;
    });
  }

  function addressOf(items) {
    const path = document.documentElement.lang === "en" ? "/en/list/" : "/list/";
    const name = nameOf(items);
    const title = name ? `&${new URLSearchParams({ title: name })}` : "";
    return items.length ? `${path}?items=${written(items)}${title}` : path;
  }

  /* Kept for times without network a moment after the last change: the worker keeps what is asked for like this. */
  let keeping = 0;
  function keepReadable() {
    clearTimeout(keeping);
    if (!navigator.serviceWorker?.controller) return;
    keeping = setTimeout(() => {
      fetch(addressOf(stored()), { headers: { "HX-Request": "true" } }).catch(() => {
        /* the next change tries again */
      });
    }, 1500);
  }

  /* Once a visit one's own list is asked for, whatever page is open: what was withdrawn leaves it, and it is said. */
  const CHECKED = "archive.list.checked";
  async function look() {
    const items = stored();
    if (!items.length || /^(\/en)?\/list\/$/.test(location.pathname)) return;
    try {
      if (sessionStorage.getItem(CHECKED)) return;
      const answer = await fetch(addressOf(items), { headers: { "HX-Request": "true" } });
      if (!answer.ok) return;
      sessionStorage.setItem(CHECKED, "1");
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const followed = page.querySelector("[data-followed]");
      if (page.documentElement.hasAttribute("data-saved") || !followed || items.join() !== stored().join()) return;
      store([...page.querySelectorAll(".picked > [data-locator]")].map((row) => row.dataset.locator));
      const place = document.getElementById("forgotten");
      place.querySelector(".page").append(...followed.childNodes);
      place.hidden = false;
    } catch {
      /* without network, or without a store, the next visit looks */
    }
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
      // A new list has no name yet.
      if (!items.length) write(NAME, null);
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

  function rename(name) {
    write(NAME, name || null);
    show();
    keepReadable();
  }

  window.archive.list = { stored, store, addressOf, readItems, rename, MOST };
  ready(show);
  addEventListener("load", look);
})();
