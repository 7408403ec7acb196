/* Suggestions under the search box: a combobox with a list, as WAI-ARIA describes it. */
window.archive.ready(() => {
  "use strict";

  const box = document.querySelector("input[data-suggestions]");
  const list = box && document.getElementById(box.getAttribute("aria-controls"));
  if (!list) return;
  let waiting = 0;
  let asked = null;
  let active = -1;

  function close() {
    clearTimeout(waiting);
    if (asked) asked.abort();
    list.hidden = true;
    active = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function mark(place) {
    const options = [...list.children];
    active = place;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
    if (place < 0) {
      box.removeAttribute("aria-activedescendant");
      return;
    }
    box.setAttribute("aria-activedescendant", options[place].id);
    options[place].scrollIntoView({ block: "nearest" });
  }

  function choose(option) {
    const { target, text } = option.dataset;
    close();
    if (target) {
      window.location.assign(target);
      return;
    }
    box.value = text;
    box.form.requestSubmit();
  }

  function part(name, text) {
    const element = document.createElement(name);
    element.dir = "auto";
    element.textContent = text;
    return element;
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map(({ text, label, target, detail }, at) => {
      const option = document.createElement("li");
      option.id = `suggestion-${at}`;
      option.setAttribute("role", "option");
      option.dataset.target = target;
      option.dataset.text = text;
      option.append(part("bdi", text), " ", part("small", detail ? `${label} · ${detail}` : label));
      return option;
    }));
    list.hidden = !suggestions.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    mark(-1);
  }

  async function suggest() {
    if (asked) asked.abort();
    asked = new AbortController();
    try {
      const address = `${box.dataset.suggestions}?q=${encodeURIComponent(box.value)}`;
      const answer = await fetch(address, { signal: asked.signal });
      if (!answer.ok) return;
      const { suggestions } = await answer.json();
      if (document.activeElement === box) show(suggestions);
    } catch {
      /* no suggestions then */
    }
  }

  function step(by) {
    const size = list.children.length;
    mark(active < 0 ? (by > 0 ? 0 : size - 1) : (active + by + size) % size);
  }

  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  close();
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    if (box.value.trim().length < 2) close();
    else waiting = setTimeout(suggest, 150);
  });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) suggest();
      else step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      choose(list.children[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (active >= 0 && ["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) {
      mark(-1);
    }
  });
  // The box keeps the focus while one presses on the list.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
  box.addEventListener("blur", close);
  box.form.addEventListener("submit", close);
});
