/* Files that take longer than a moment: the list says that one is being made, how much of it has come, and that it is
   there. Without script, and for files that no page should hold in its memory, the link is a link. */
(() => {
  "use strict";

  const MOMENT = 400;
  const MOST = 64 * 1024 * 1024;
  const STEP = 25;

  function nameOf(answer, link) {
    const told = answer.headers.get("Content-Disposition") ?? "";
    const words = /filename\*=UTF-8''([^;]+)/.exec(told)?.[1];
    return words ? decodeURIComponent(words) : /filename="([^"]+)"/.exec(told)?.[1] ?? link.pathname.split("/").pop();
  }

  /* Calls `come` with the bytes that have come so far. */
  async function read(answer, come) {
    const reader = answer.body.getReader();
    const pieces = [];
    let count = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Blob(pieces, { type: answer.headers.get("Content-Type") ?? "" });
      pieces.push(value);
      count += value.length;
      come(count);
    }
  }

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  async function fetchFile(link, state) {
    const { making, coming, arrived, failed } = state.dataset;
    let isShown = false;
    let said = 0;
    const show = (sentence) => { if (isShown) state.textContent = sentence; };
    const waiting = setTimeout(() => {
      isShown = true;
      show(making);
    }, MOMENT);
    link.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(link.href);
      if (!answer.ok) {
        // The page that says why.
        location.assign(link.href);
        return;
      }
      const blob = await read(answer, (count) => {
        const percent = Math.min(99, Math.floor((count * 100) / Number(link.dataset.bytes)));
        if (percent < said + STEP) return;
        said = percent - (percent % STEP);
        show(coming.replace("{percent}", said));
      });
      save(blob, nameOf(answer, link));
      show(arrived);
    } catch {
      isShown = true;
      show(failed);
    } finally {
      clearTimeout(waiting);
      link.removeAttribute("aria-busy");
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".give a[data-bytes]");
    const state = link?.closest(".give").querySelector("[data-making]");
    if (!state || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (Number(link.dataset.bytes) > MOST) return;
    event.preventDefault();
    if (link.getAttribute("aria-busy") !== "true") fetchFile(link, state);
  });
})();
