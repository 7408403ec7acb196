/* Runs in the head, before anything is painted: controls that need script may show, and the theme is the chosen one. */
(() => {
  "use strict";

  const root = document.documentElement;
  root.dataset.script = "";

  /* A browser may refuse its store; then every choice holds for this page alone. */
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
      /* nothing is remembered then */
    }
  }

  /* What the other parts share. */
  window.archive = {
    read,
    write,
    ready(then) {
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", then);
      else then();
    },
    /** The text as it came from the server, whatever digits are shown. The part «digits» knows better. */
    originalText: (node) => node.textContent,
    /** True while keys belong to a field, an open dialog or the browser. */
    isTyping(event) {
      const place = event.target;
      return event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing
        || Boolean(place.closest?.("input, textarea, select, [contenteditable], dialog[open], [role=region][tabindex]"));
    },
  };

  const theme = read("archive.theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
})();
