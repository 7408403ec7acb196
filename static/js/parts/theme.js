/* The theme: as the system has it, light, dark. Every switch says which one holds. */
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
  // Another window of the same reader.
  addEventListener("storage", (event) => {
    if (event.key === KEY) choose(AFTER[read(KEY)] ? read(KEY) : "system");
  });
})();
