/* A document: where the reader is in the outline, notes beside their marks, the link of a paragraph.
   Without script the outline, the notes and the links work as anchors. */
window.archive.ready(() => {
  "use strict";

  const body = document.querySelector(".body");
  if (!body) return;
  const wide = matchMedia("(min-width: 80.01rem)");

  /* What is beside the title is open, to those who hear the page too. */
  const cover = document.querySelector(".cover");
  const folds = matchMedia("(max-width: 64rem)");
  const unfold = () => { if (cover) cover.open = !folds.matches; };
  folds.addEventListener("change", unfold);
  unfold();

  /* Outline: the last part that begins above a third of the window is the one being read. */
  const parts = [...body.querySelectorAll(".stretch[id]")];
  const links = [...document.querySelectorAll(".outline-in a")];
  const here = document.querySelector(".outline-m .here");
  let current = "";

  function mark() {
    const root = document.scrollingElement;
    const atEnd = root.scrollTop > 0 && root.scrollTop + innerHeight >= root.scrollHeight - 2;
    const meant = atEnd && parts.find((part) => `#${part.id}` === location.hash && part.getBoundingClientRect().top >= 0);
    const begun = parts.filter((part) => part.getBoundingClientRect().top <= innerHeight * (atEnd ? 1 : 0.33));
    const first = parts[0].getBoundingClientRect().top < innerHeight ? parts[0] : null;
    const found = (meant || begun.at(-1) || first)?.id ?? "";
    if (found === current) return;
    current = found;
    for (const link of links) {
      if (link.hash !== `#${found}`) {
        link.removeAttribute("aria-current");
        continue;
      }
      link.setAttribute("aria-current", "true");
      if (here) here.textContent = link.dataset.path;
      keepInSight(link);
    }
    if (here && !found) here.textContent = "";
  }

  /* Only the outline scrolls for it, never the page. */
  function keepInSight(link) {
    const outline = link.closest(".outline");
    if (!outline) return;
    const [box, place] = [outline.getBoundingClientRect(), link.getBoundingClientRect()];
    if (place.top < box.top) outline.scrollTop -= box.top - place.top + 40;
    if (place.bottom > box.bottom) outline.scrollTop += place.bottom - box.bottom + 40;
  }

  if (parts.length) {
    const watcher = new IntersectionObserver(mark, { rootMargin: "-33% 0px -66% 0px" });
    parts.forEach((part) => watcher.observe(part));
    const end = document.querySelector(".foot");
    if (end) new IntersectionObserver(mark, { threshold: [0, 0.5, 1] }).observe(end);
    addEventListener("hashchange", mark);
  }

  document.addEventListener("click", (event) => {
    const folded = event.target.closest?.(".outline-m a")?.closest("details");
    // After the jump: what is closed above the text would move it.
    if (folded) requestAnimationFrame(() => { folded.open = false; });
  });

  /* Notes open where the reader is, and the focus goes there and back. */
  let open = null;

  function show(mark) {
    hide(false);
    const note = document.getElementById(mark.hash.slice(1));
    if (!note) return false;
    open = { note, mark };
    note.classList.add("is-open");
    note.focus({ preventScroll: true });
    const [box, place] = [note.getBoundingClientRect(), mark.getBoundingClientRect()];
    if (wide.matches) {
      if (box.bottom > innerHeight || box.top < 0) note.scrollIntoView({ block: "nearest" });
    } else if (place.bottom > box.top) {
      scrollBy(0, place.bottom - box.top + 24);
    }
    return true;
  }

  function hide(returns) {
    if (!open) return;
    const { note, mark } = open;
    open = null;
    note.classList.remove("is-open");
    if (returns) mark.focus({ preventScroll: wide.matches === false });
  }

  body.addEventListener("click", (event) => {
    const mark = event.target.closest(".ref a");
    if (mark && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      if (open?.mark === mark) hide(true);
      else if (!show(mark)) return;
      event.preventDefault();
      event.stopPropagation();
    } else if (open && event.target.closest(".fn a[href$='-ref']")) {
      hide(true);
      event.preventDefault();
    }
  });
  document.addEventListener("click", (event) => {
    if (open && !open.note.contains(event.target)) hide(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) hide(true);
  });

  /* One button for the link of a paragraph: under the number that the pointer, the focus or the address means. */
  const holder = document.getElementById("copy-here");
  if (!holder) return;
  const button = holder.querySelector("button");
  holder.className = "copy-here no-print";

  function offer(paragraph) {
    const place = paragraph?.id && paragraph.querySelector(".no:has(a)");
    if (!place || place.contains(holder)) return;
    // Whoever has the button keeps it.
    if (holder.contains(document.activeElement) && !paragraph.contains(document.activeElement)) return;
    button.dataset.copy = `${location.origin}${location.pathname}#${paragraph.id}`;
    delete button.dataset.done;
    place.append(holder);
    holder.hidden = false;
  }

  function offerTarget() {
    const meant = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (meant) offer(meant.closest(".para"));
  }

  for (const kind of ["mouseover", "focusin"]) {
    body.addEventListener(kind, (event) => offer(event.target.closest(".para")));
  }
  addEventListener("hashchange", offerTarget);
  offerTarget();
});
