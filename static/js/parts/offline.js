/* Pages that were visited stay readable without network: the service worker keeps them, and says what it had to forget. */
(() => {
  "use strict";

  // Secure means https, or this machine itself.
  if (!window.isSecureContext || !("serviceWorker" in navigator)) return;
  addEventListener("load", () => {
    navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" }).catch(() => {
      /* the site works without it */
    });
  });

  /* Titles are HTML as they stood in the page; they are shown as text. */
  const plain = (title) => new DOMParser().parseFromString(title, "text/html").body.textContent;
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    const place = document.getElementById("forgotten");
    if (!place || !Array.isArray(data?.forgotten)) return;
    const list = place.querySelector("ul");
    list.replaceChildren(...data.forgotten.map((title) => {
      const item = document.createElement("li");
      item.textContent = plain(String(title));
      return item;
    }));
    place.querySelector("[data-copies]").hidden = false;
    place.hidden = false;
  });
})();
