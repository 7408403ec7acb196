/* Built by `manage.py build_static` from the files beside it. Change those, not this one. */
(() => {
  "use strict";
  const root = document.documentElement;
  root.dataset.script = "";
  function read(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }
  function write(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
    }
  }
  window.archive = {
    read,
    write,
    ready(then) {
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", then);
      else then();
    },
    originalText: (node) => node.textContent,
    isTyping(event) {
      const place = event.target;
      return event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing
        || Boolean(place.closest?.("input, textarea, select, [contenteditable], dialog[open], [role=region][tabindex]"));
    },
  };
  const theme = read("archive.theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
})();
(() => {
  "use strict";
  const KEY = "archive.back";
  function take() {
    try {
      const place = sessionStorage.getItem(KEY);
      sessionStorage.removeItem(KEY);
      return place;
    } catch {
      return null;
    }
  }
  document.addEventListener("htmx:beforeHistoryUpdate", () => {
    history.replaceState({ ...history.state, y: scrollY }, "");
  });
  addEventListener("popstate", (event) => {
    if (event.state?.y === undefined) return;
    try {
      sessionStorage.setItem(KEY, event.state.y);
    } catch {
    }
  });
  const place = take();
  if (place === null) return;
  const stand = () => scrollTo({ top: Number(place), behavior: "instant" });
  history.scrollRestoration = "manual";
  window.archive.ready(stand);
  addEventListener("load", () => {
    stand();
    setTimeout(() => { history.scrollRestoration = "auto"; }, 1000);
  });
})();
(() => {
  "use strict";
  const SHOWN = 2500;
  function copyByField(text) {
    const field = document.createElement("textarea");
    const before = document.activeElement;
    field.value = text;
    field.className = "vh";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    before?.focus({ preventScroll: true });
    return done;
  }
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyByField(text);
    }
  }
  function say(sentence) {
    const place = document.getElementById("said");
    if (!place) return;
    place.textContent = "";
    setTimeout(() => { place.textContent = sentence; }, 50);
  }
  window.archive.say = say;
  document.addEventListener("click", async (event) => {
    if (event.target.closest?.("[data-print]")) print();
    const button = event.target.closest?.("[data-copy]");
    if (!button) return;
    const done = await copy(button.dataset.copy);
    const said = document.getElementById("said");
    if (said) say(done ? said.dataset.copied : said.dataset.failed);
    if (!done) return;
    button.dataset.done = "";
    setTimeout(() => { delete button.dataset.done; }, SHOWN);
  });
})();
(() => {
  "use strict";
  const { read, write, ready } = window.archive;
  const KEY = "archive.digits";
  const EASTERN = "٠١٢٣٤٥٦٧٨٩";
  const AS_IS = ".sym, bdi[lang=en], code, kbd, input, textarea, select, datalist, script, style, [data-digits=as-is], [contenteditable]";
  const changed = new WeakMap();
  let mode = read(KEY) === "eastern" ? "eastern" : "western";
  function western(text) {
    return text.replace(/[٠-٩]/g, (digit) => EASTERN.indexOf(digit));
  }
  function eastern(text) {
    return text.replace(/[A-Za-z][\w.:/()-]*|\d/g, (found) => (found >= "0" && found <= "9" ? EASTERN[found] : found));
  }
  function wished(node, text) {
    const place = node.parentElement;
    if (!place || place.closest(AS_IS)) return text;
    if (mode === "western") return western(text);
    return place.closest("[lang]")?.getAttribute("lang") === "ar" ? eastern(text) : text;
  }
  function originalOf(node) {
    const held = changed.get(node);
    return held && held.shown === node.data ? held.original : node.data;
  }
  function convert(node) {
    const original = originalOf(node);
    const shown = wished(node, original);
    if (shown !== node.data) node.data = shown;
    if (shown !== original) changed.set(node, { original, shown });
    else changed.delete(node);
  }
  function textsIn(root) {
    if (root.nodeType === Node.TEXT_NODE) return [root];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      if (/[\d٠-٩]/.test(walker.currentNode.data)) found.push(walker.currentNode);
    }
    return found;
  }
  function convertAll() {
    textsIn(document.body).forEach(convert);
  }
  new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === "characterData") convert(record.target);
      else record.addedNodes.forEach((node) => textsIn(node).forEach(convert));
    }
  }).observe(document.documentElement, { childList: true, characterData: true, subtree: true });
  window.archive.originalText = function originalText(node) {
    if (node.nodeType === Node.TEXT_NODE) return originalOf(node);
    return [...node.childNodes].map(originalText).join("");
  };
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (event.defaultPrevented || !selection.rangeCount || selection.isCollapsed) return;
    if (event.target.closest?.("input, textarea")) return;
    const range = selection.getRangeAt(0);
    const top = range.commonAncestorContainer;
    const within = textsIn(top).filter((node) => changed.has(node) && range.intersectsNode(node));
    if (!within.length) return;
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    const select = () => selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    const shown = within.map((node) => node.data);
    within.forEach((node) => { node.data = changed.get(node).original; });
    select();
    const box = document.createElement("div");
    box.append(selection.getRangeAt(0).cloneContents());
    box.querySelectorAll("a[href]").forEach((link) => link.setAttribute("href", link.href));
    event.clipboardData.setData("text/plain", selection.toString());
    event.clipboardData.setData("text/html", box.innerHTML);
    within.forEach((node, place) => { node.data = shown[place]; });
    select();
    event.preventDefault();
  });
  function show() {
    for (const button of document.querySelectorAll("[data-switch=digits]")) {
      button.dataset.state = mode;
      button.querySelector("[data-says]").textContent = button.dataset[mode];
      button.title = button.dataset[mode];
    }
  }
  function choose(wish) {
    mode = wish === "eastern" ? "eastern" : "western";
    show();
    convertAll();
  }
  ready(() => choose(mode));
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-switch=digits]")) return;
    const wish = mode === "eastern" ? "western" : "eastern";
    write(KEY, wish === "eastern" ? wish : null);
    choose(wish);
  });
  addEventListener("storage", (event) => {
    if (event.key === KEY) choose(read(KEY));
  });
})();
window.archive.ready(() => {
  "use strict";
  const body = document.querySelector(".body");
  if (!body) return;
  const wide = matchMedia("(min-width: 80.01rem)");
  const cover = document.querySelector(".cover");
  const folds = matchMedia("(max-width: 64rem)");
  const unfold = () => { if (cover) cover.open = !folds.matches; };
  folds.addEventListener("change", unfold);
  unfold();
  const parts = [...body.querySelectorAll(".stretch[id]")];
  const links = [...document.querySelectorAll(".outline-in a")];
  const here = document.querySelector(".outline-m .here");
  let current = "";
  function mark() {
    const root = document.scrollingElement;
    const atEnd = root.scrollTop > 0 && root.scrollTop + innerHeight >= root.scrollHeight - 2;
    const meant = atEnd && parts.find((part) => `#${part.id}` === location.hash && part.getBoundingClientRect().top >= 0);
    const begun = parts.filter((part) => part.getBoundingClientRect().top <= innerHeight * (atEnd ? 1 : 0.33));
    const first = parts[0].getBoundingClientRect().top < innerHeight ? parts[0] : null;
    const found = (meant || begun.at(-1) || first)?.id ?? "";
    if (found === current) return;
    current = found;
    for (const link of links) {
      if (link.hash !== `#${found}`) {
        link.removeAttribute("aria-current");
        continue;
      }
      link.setAttribute("aria-current", "true");
      if (here) here.textContent = link.dataset.path;
      keepInSight(link);
    }
    if (here && !found) here.textContent = "";
  }
  function keepInSight(link) {
    const outline = link.closest(".outline");
    if (!outline) return;
    const [box, place] = [outline.getBoundingClientRect(), link.getBoundingClientRect()];
    if (place.top < box.top) outline.scrollTop -= box.top - place.top + 40;
    if (place.bottom > box.bottom) outline.scrollTop += place.bottom - box.bottom + 40;
  }
  if (parts.length) {
    const watcher = new IntersectionObserver(mark, { rootMargin: "-33% 0px -66% 0px" });
    parts.forEach((part) => watcher.observe(part));
    const end = document.querySelector(".foot");
    if (end) new IntersectionObserver(mark, { threshold: [0, 0.5, 1] }).observe(end);
    addEventListener("hashchange", mark);
  }
  document.addEventListener("click", (event) => {
    const folded = event.target.closest?.(".outline-m a")?.closest("details");
    if (folded) requestAnimationFrame(() => { folded.open = false; });
  });
  let open = null;
  function show(mark) {
    hide(false);
    const note = document.getElementById(mark.hash.slice(1));
    if (!note) return false;
    open = { note, mark };
    note.classList.add("is-open");
    note.focus({ preventScroll: true });
    const [box, place] = [note.getBoundingClientRect(), mark.getBoundingClientRect()];
    if (wide.matches) {
      if (box.bottom > innerHeight || box.top < 0) note.scrollIntoView({ block: "nearest" });
    } else if (place.bottom > box.top) {
      scrollBy(0, place.bottom - box.top + 24);
    }
    return true;
  }
  function hide(returns) {
    if (!open) return;
    const { note, mark } = open;
    open = null;
    note.classList.remove("is-open");
    if (returns) mark.focus({ preventScroll: wide.matches === false });
  }
  body.addEventListener("click", (event) => {
    const mark = event.target.closest(".ref a");
    if (mark && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      if (open?.mark === mark) hide(true);
      else if (!show(mark)) return;
      event.preventDefault();
      event.stopPropagation();
    } else if (open && event.target.closest(".fn a[href$='-ref']")) {
      hide(true);
      event.preventDefault();
    }
  });
  document.addEventListener("click", (event) => {
    if (open && !open.note.contains(event.target)) hide(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) hide(true);
  });
  const holder = document.getElementById("copy-here");
  if (!holder) return;
  const button = holder.querySelector("button");
  holder.className = "copy-here no-print";
  function offer(paragraph) {
    const place = paragraph?.id && paragraph.querySelector(".no:has(a)");
    if (!place || place.contains(holder)) return;
    if (holder.contains(document.activeElement) && !paragraph.contains(document.activeElement)) return;
    button.dataset.copy = `${location.origin}${location.pathname}#${paragraph.id}`;
    delete button.dataset.done;
    place.append(holder);
    holder.hidden = false;
  }
  function offerTarget() {
    const meant = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (meant) offer(meant.closest(".para"));
  }
  for (const kind of ["mouseover", "focusin"]) {
    body.addEventListener(kind, (event) => offer(event.target.closest(".para")));
  }
  addEventListener("hashchange", offerTarget);
  offerTarget();
});
(() => {
  "use strict";
  const { read, write, ready, isTyping } = window.archive;
  const KEY = "archive.keys";
  const isOn = () => read(KEY) !== "off";
  function toSearch() {
    const box = document.getElementById("q");
    if (!box) {
      const link = document.querySelector("a.to-search");
      if (link) location.assign(link.href);
      return;
    }
    box.focus();
    box.select();
  }
  function turn(relation) {
    const link = document.querySelector(`main a[rel~=${relation}]`);
    if (link) link.click();
    return Boolean(link);
  }
  function openHelp() {
    const help = document.getElementById("keys");
    if (!help || help.open) return;
    help.querySelector("input").checked = isOn();
    help.showModal();
  }
  document.addEventListener("keydown", (event) => {
    if (isTyping(event) || !isOn()) return;
    if (event.key === "/" || (event.code === "Slash" && event.key === "ظ")) {
      event.preventDefault();
      toSearch();
    } else if (event.key === "?" || event.key === "؟") {
      event.preventDefault();
      openHelp();
    } else if ((event.key === "ArrowLeft" || event.key === "ArrowRight") && !event.shiftKey) {
      const page = document.scrollingElement;
      if (page.scrollWidth > page.clientWidth) return;
      const forward = document.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
      if (turn(event.key === forward ? "next" : "prev")) event.preventDefault();
    }
  });
  document.addEventListener("click", (event) => {
    const place = event.target;
    if (place.closest?.("[data-opens=keys]")) openHelp();
    if (place.id === "keys") place.close();
    const link = place.closest?.("a.to-search");
    if (link && document.getElementById("q") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      toSearch();
    }
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches?.("#keys input")) write(KEY, event.target.checked ? null : "off");
  });
  ready(() => {
    if (location.hash === "#q") toSearch();
  });
})();
(() => {
  "use strict";
  const { read, write, ready } = window.archive;
  const KEY = "archive.list";
  const MOST = 200;
  const LOCATOR = /^[a-z0-9-]+\.[0-9]+\.[0-9]+(-[0-9]+)?$/;
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
  addEventListener("pageshow", show);
  window.archive.list = { stored, store, addressOf, MOST };
  ready(show);
})();
(() => {
  "use strict";
  const { list, ready, say } = window.archive;
  const root = document.documentElement;
  if (!/^(\/en)?\/list\/$/.test(location.pathname)) return;
  const asked = new URLSearchParams(location.search).get("items");
  const sameItems = (items) => items.join() === list.stored().join();
  function mark(isOwn) {
    root.dataset.list = isOwn ? "own" : "shared";
    if (list.stored().length) root.dataset.held = "";
    else delete root.dataset.held;
  }
  if (asked === null && list.stored().length) {
    location.replace(list.addressOf(list.stored()));
    return;
  }
  if (asked !== null) mark(sameItems(asked.split(",")));
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
    addEventListener("storage", () => refresh(sameItems(shown())));
    refresh(root.dataset.list === "own");
  });
})();
(() => {
  "use strict";
  if (!window.isSecureContext || !("serviceWorker" in navigator)) return;
  addEventListener("load", () => {
    navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" }).catch(() => {
    });
  });
})();
(() => {
  "use strict";
  const groups = new Map();
  document.addEventListener("click", (event) => {
    const group = event.target.closest?.("summary")?.parentElement;
    if (group?.id) groups.set(group.id, !group.open);
  });
  const sheetOf = () => document.querySelector(".facets[popover]");
  const isOpen = (sheet) => Boolean(sheet?.matches(":popover-open"));
  function rest(sheet, wished) {
    for (let place = sheet; place && place !== document.body; place = place.parentElement) {
      for (const other of place.parentElement.children) {
        if (other !== place && other.id !== "announcement") other.inert = wished;
      }
    }
  }
  document.addEventListener("beforetoggle", (event) => {
    if (event.target === sheetOf() && event.newState === "closed") rest(event.target, false);
  }, true);
  document.addEventListener("toggle", (event) => {
    const sheet = sheetOf();
    if (event.target !== sheet) return;
    if (event.newState === "closed") {
      if (document.activeElement === document.body) document.querySelector(".sheet-open").focus();
      return;
    }
    sheet.scrollTop = 0;
    sheet.focus({ preventScroll: true });
    rest(sheet, true);
  }, true);
  addEventListener("resize", () => {
    const sheet = sheetOf();
    if (isOpen(sheet) && getComputedStyle(sheet).position !== "fixed") sheet.hidePopover();
  });
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
      document.getElementById("count").focus({ preventScroll: true });
    }
  });
  for (const failure of ["htmx:sendError", "htmx:responseError"]) {
    document.addEventListener(failure, (event) => {
      location.assign(event.detail.pathInfo.requestPath);
    });
  }
})();
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
    }
  }
  if (list) {
    box.addEventListener("input", (event) => {
      clearTimeout(waiting);
      if (event.inputType === "insertReplacementText" || box.value.trim().length < 2) return;
      waiting = setTimeout(suggest, 150);
    });
  }
});
(() => {
  "use strict";
  const { read, write, ready } = window.archive;
  const KEY = "archive.theme";
  const AFTER = { system: "light", light: "dark", dark: "system" };
  const root = document.documentElement;
  function current() {
    return AFTER[root.dataset.theme] ? root.dataset.theme : "system";
  }
  function show() {
    for (const button of document.querySelectorAll("[data-switch=theme]")) {
      const sentence = button.dataset[current()];
      button.dataset.state = current();
      button.querySelector("[data-says]").textContent = sentence;
      button.title = sentence;
    }
  }
  function choose(theme) {
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
    show();
  }
  ready(show);
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-switch=theme]")) return;
    const theme = AFTER[current()];
    write(KEY, theme === "system" ? null : theme);
    choose(theme);
  });
  addEventListener("storage", (event) => {
    if (event.key === KEY) choose(AFTER[read(KEY)] ? read(KEY) : "system");
  });
})();
