/* Keys: / to the search box, ? for help, arrows to the neighbours by reading direction. They can be switched off. */
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
    // An Arabic keyboard has ظ where others have the slash, and its own question mark.
    if (event.key === "/" || (event.code === "Slash" && event.key === "ظ")) {
      event.preventDefault();
      toSearch();
    } else if (event.key === "?" || event.key === "؟") {
      event.preventDefault();
      openHelp();
    } else if ((event.key === "ArrowLeft" || event.key === "ArrowRight") && !event.shiftKey) {
      const page = document.scrollingElement;
      // A page that is wider than its window scrolls by these keys.
      if (page.scrollWidth > page.clientWidth) return;
      const forward = document.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
      if (turn(event.key === forward ? "next" : "prev")) event.preventDefault();
    }
  });

  document.addEventListener("click", (event) => {
    const place = event.target;
    if (place.closest?.("[data-opens=keys]")) openHelp();
    // Beside the dialog: the backdrop belongs to it.
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
