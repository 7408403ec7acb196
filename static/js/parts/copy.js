/* Buttons that copy: [data-copy] holds the words as they were adopted, whatever digits the page shows.
   [data-print] prints. What was done is said in #said as well. */
(() => {
  "use strict";

  const SHOWN = 2500;

  /* Without https there is no clipboard for scripts; the old way needs a field and its selection. */
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
    // The same sentence twice would be no change, and not be read.
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
