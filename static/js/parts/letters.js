/* Text that is copied off the page: a letter stands in the line of its item, as in the text that was adopted. */
(() => {
  "use strict";

  /* A letter hangs in a column of its own, and a browser copies a line end behind it. */
  window.archive.inLines = (text) => text.replace(/(^|\n)[ \t]*(\([^()\n]{1,5}\))[ \t]*\n+[ \t]*/g, "$1$2 ");

  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (event.defaultPrevented || !selection.rangeCount || selection.isCollapsed) return;
    if (event.target.closest?.("input, textarea")) return;
    const before = selection.toString();
    const after = window.archive.inLines(before);
    if (after === before) return;
    const box = document.createElement("div");
    box.append(selection.getRangeAt(0).cloneContents());
    box.querySelectorAll("a[href]").forEach((link) => link.setAttribute("href", link.href));
    event.clipboardData.setData("text/plain", after);
    event.clipboardData.setData("text/html", box.innerHTML);
    event.preventDefault();
  });

  /* Handing on by the means of the device, where it has some. */
  window.archive.ready(() => {
    if (!navigator.share) return;
    document.querySelectorAll("[data-share]").forEach((button) => { button.hidden = false; });
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-share]");
    if (!button) return;
    navigator.share({ title: document.title, text: button.dataset.share, url: location.href }).catch(() => {
      /* the reader has thought better of it */
    });
  });
})();
