"use strict";
// A word that is marked in a printed text goes into the form, or into the address of the link to it.
(function () {
  const marked = function () {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const node = selection.getRangeAt(0).startContainer;
    const text = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".printed");
    const words = selection.toString().trim().replace(/\s+/g, " ");
    return text && words && words.length < 200 ? { text: text, words: words } : null;
  };

  document.addEventListener("selectionchange", function () {
    const found = marked();
    if (!found) return;
    const form = document.querySelector("form[data-mark-word]");
    if (form) {
      form.elements.printed.value = found.words;
      return;
    }
    document.querySelectorAll("a[data-mark-word]").forEach(function (link) {
      if (link.parentElement.previousElementSibling !== found.text) return;
      const address = new URL(link.href, document.baseURI);
      address.searchParams.set("word", found.words);
      link.href = address.pathname + address.search;
      link.textContent = "صوّب «" + found.words + "»";
    });
  });
})();
