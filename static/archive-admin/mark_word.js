"use strict";
// A word that is marked in a printed text goes into the form, or into the address of the link to it.
(function () {
  const form = document.querySelector("form[data-mark-word]");
  const links = Array.from(document.querySelectorAll("a[data-mark-word]"));
  if (!form && !links.length) return;

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
    if (form) {
      form.elements.printed.value = found.words;
      return;
    }
    links.forEach(function (link) {
      if (!link.parentElement.previousElementSibling || link.parentElement.previousElementSibling !== found.text) return;
      const address = new URL(link.href, document.baseURI);
      address.searchParams.set("word", found.words);
      link.href = address.pathname + address.search;
      link.textContent = "صوّب «" + found.words + "»";
    });
  });
})();
