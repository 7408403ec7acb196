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

  /* Most texts have no digit that the mode would change: nothing else is asked of them. */
  const touched = () => (mode === "western" ? /[٠-٩]/ : /\d/);

  function wished(node, text) {
    if (!touched().test(text)) return text;
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

  function textsIn(root, digits = /[\d٠-٩]/) {
    if (root.nodeType === Node.TEXT_NODE) return digits.test(root.data) ? [root] : [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      if (digits.test(walker.currentNode.data)) found.push(walker.currentNode);
    }
    return found;
  }

  function convertAll() {
    textsIn(document.body).forEach(convert);
  }

  /* From the head on: what the parser adds, and later what a swap brings, is changed before it is painted. The parser
     tells of every element, its parent and their parent: a text is looked at once, within the uppermost. */
  new MutationObserver((records) => {
    const added = new Set();
    for (const { type, target, addedNodes } of records) {
      if (type === "characterData") convert(target);
      else for (const node of addedNodes) added.add(node);
    }
    for (const node of added) if (!added.has(node.parentNode)) textsIn(node, touched()).forEach(convert);
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

  // Everything that has come by then is as the mode wishes it already.
  ready(show);
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
