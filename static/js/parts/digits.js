/* Digits as the reader likes them, 012 or ٠١٢: in what is shown alone. What is copied is as it was adopted.
   One digit stands for one digit, so places in a text stay what they were. */
(() => {
  "use strict";

  const { read, write, ready } = window.archive;
  const KEY = "archive.digits";
  const EASTERN = "٠١٢٣٤٥٦٧٨٩";
  const AS_IS = ".sym, bdi[lang=en], code, kbd, input, textarea, select, datalist, script, style, [data-digits=as-is], [contenteditable]";
  /* text node → what it was before we changed it, and what we made of it */
  const changed = new WeakMap();
  let mode = read(KEY) === "eastern" ? "eastern" : "western";

  function western(text) {
    return text.replace(/[٠-٩]/g, (digit) => EASTERN.indexOf(digit));
  }

  /* A digit that belongs to Latin letters (CTOC/COP/WG.7, COVID-19) is part of a name. */
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

  /* From the head on: what the parser adds, and later what a swap brings, is changed before it is painted. */
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

  /* The originals stand in the page for as long as the selection is read; nobody sees it. */
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
    event.clipboardData.setData("text/plain", window.archive.inLines(selection.toString()));
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
