/* Pages that were visited stay readable without network: the service worker keeps them. */
(() => {
  "use strict";

  // Secure means https, or this machine itself.
  if (!window.isSecureContext || !("serviceWorker" in navigator)) return;
  addEventListener("load", () => {
    navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" }).catch(() => {
      /* the site works without it */
    });
  });
})();
