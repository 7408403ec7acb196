/* The page of a list: order, removal with a way back, and what to do with a list that came by a link.
   The address is the list; what is kept here follows it while the list is the reader's own. */
(() => {
  "use strict";

  const { list, ready, say } = window.archive;
  const root = document.documentElement;
  if (!/^(\/en)?\/list\/$/.test(location.pathname)) return;

  const asked = new URLSearchParams(location.search).get("items");
  const sameItems = (items) => items.join() === list.stored().join();
  // Before anything is painted: what belongs to one's own list, or to a list of others, shows by these.
  function mark(isOwn) {
    root.dataset.list = isOwn ? "own" : "shared";
    if (list.stored().length) root.dataset.held = "";
    else delete root.dataset.held;
  }
  if (asked === null && list.stored().length) {
    // The bare address is «my list».
    location.replace(list.addressOf(list.stored()));
    return;
  }
  if (asked !== null) mark(sameItems(list.readItems(asked)));

  ready(() => {
    const page = document.getElementById("own-list");
    const rows = page?.querySelector(".picked");
    if (!rows) return;
    const find = (name) => page.querySelector(`[data-${name}]`);
    const undo = find("undo");
    const words = undo.querySelector("span").dataset;
    const all = () => [...rows.querySelectorAll(":scope > [data-locator]")];
    const shown = () => all().map((row) => row.dataset.locator);
    let takeBack = null;

    function refresh(isOwn) {
      const items = shown();
      mark(isOwn);
      find("count").textContent = items.length;
      all().forEach((row, place) => {
        // Not «disabled»: a button that has the focus would lose it.
        row.querySelector("[data-up]").setAttribute("aria-disabled", String(place === 0));
        row.querySelector("[data-down]").setAttribute("aria-disabled", String(place === items.length - 1));
      });
      history.replaceState(null, "", list.addressOf(items));
      find("copy").dataset.copy = location.href;
      document.getElementById("other-language").search = location.search;
    }

    function dismiss() {
      undo.hidden = true;
      takeBack = null;
      find("acts-end").after(undo);
      page.querySelectorAll(".gone").forEach((gone) => gone.remove());
    }

    /* The sentence and its way back stand where `put` puts them; `back` gives what then takes the focus. */
    function offer(sentence, put, back) {
      undo.querySelector("span").textContent = sentence;
      undo.hidden = false;
      put(undo);
      takeBack = back;
      undo.querySelector("button").focus({ preventScroll: true });
      say(sentence);
    }

    function change(sentence, put, work, place) {
      const before = all();
      const held = list.stored();
      work();
      list.store(shown());
      refresh(true);
      offer(sentence, put, () => {
        rows.replaceChildren(...before);
        list.store(held);
        refresh(true);
        return place;
      });
    }

    function remove(row) {
      const gone = document.createElement("li");
      gone.className = "gone";
      row.after(gone);
      change(words.removed, (sentence) => gone.append(sentence), () => row.remove(), row.querySelector("[data-remove]"));
    }

    function move(row, button) {
      const neighbour = "up" in button.dataset ? row.previousElementSibling : row.nextElementSibling;
      if (!neighbour) return;
      if ("up" in button.dataset) neighbour.before(row);
      else neighbour.after(row);
      list.store(shown());
      refresh(true);
      // Moving a node takes the focus from it.
      button.focus({ preventScroll: true });
      row.scrollIntoView({ block: "nearest" });
      say(`${words.moved} ${shown().indexOf(row.dataset.locator) + 1}`);
    }

    function keep(items, sentence) {
      const held = list.stored();
      list.store(items);
      refresh(sameItems(shown()));
      offer(sentence, (place) => find("acts-end").after(place), () => {
        list.store(held);
        refresh(sameItems(shown()));
        return find("keep");
      });
    }

    page.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button || "copy" in button.dataset || "print" in button.dataset) return;
      const back = takeBack;
      const row = button.closest("[data-locator]");
      dismiss();
      if ("takeBack" in button.dataset) {
        back?.().focus({ preventScroll: true });
      } else if ("remove" in button.dataset) remove(row);
      else if ("clear" in button.dataset) {
        change(words.cleared, (place) => find("acts-end").after(place), () => rows.replaceChildren(), button);
      } else if ("keep" in button.dataset) keep(shown(), list.stored().length ? words.replaced : words.kept);
      else if ("join" in button.dataset) {
        const joined = [...new Set([...list.stored(), ...shown()])];
        keep(joined.slice(0, list.MOST), joined.length > list.MOST ? words.full : words.joined);
      } else if (row) move(row, button);
    });
    // What was withdrawn is not in one's own list any more, what moved is in it under its number now.
    if (root.dataset.list === "own" && page.querySelector("[data-followed]")) list.store(shown());
    // Changed in another window.
    addEventListener("storage", () => refresh(sameItems(shown())));
    refresh(root.dataset.list === "own");
  });
})();
