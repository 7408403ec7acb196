/* Back to results that a swap has replaced: the page is loaded anew, and stands again where the reader left it. */
(() => {
  "use strict";

  const KEY = "archive.back";

  /* Between two loads of one tab; a browser may refuse its store. */
  function take() {
    try {
      const place = sessionStorage.getItem(KEY);
      sessionStorage.removeItem(KEY);
      return place;
    } catch {
      return null;
    }
  }

  document.addEventListener("htmx:beforeHistoryUpdate", () => {
    history.replaceState({ ...history.state, y: scrollY }, "");
  });
  // Comes before htmx hears of it, writes a state of its own and loads the page.
  addEventListener("popstate", (event) => {
    if (event.state?.y === undefined) return;
    try {
      sessionStorage.setItem(KEY, event.state.y);
    } catch {
      /* the page stands at its beginning then */
    }
  });

  const place = take();
  if (place === null) return;
  const stand = () => scrollTo({ top: Number(place), behavior: "instant" });
  // The browser would go, a little later, to where the page that is gone stood when it was loaded anew.
  history.scrollRestoration = "manual";
  window.archive.ready(stand);
  addEventListener("load", () => {
    stand();
    setTimeout(() => { history.scrollRestoration = "auto"; }, 1000);
  });
})();
