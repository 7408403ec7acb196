"use strict";
// Keys for a page that decides: a figure turns the choice of its row, others press the key that names them
// (`data-key`). Whoever types in a field types; without script everything is done with the pointer.
(function () {
  const form = document.querySelector("[data-keys]");
  if (!form) return;
  const busy = "input:not([type=radio]):not([type=checkbox]), select, textarea";

  const turn = function (number) {
    const row = form.querySelector('[data-row="' + number + '"]');
    const radios = row ? Array.from(row.querySelectorAll("input[type=radio]")) : [];
    if (!radios.length) return false;
    // From «leave it», which stands last, to the first.
    const at = radios.findIndex(function (one) { return one.checked; });
    radios[(at + 1) % radios.length].checked = true;
    row.scrollIntoView({ block: "nearest" });
    return true;
  };

  document.addEventListener("keydown", function (event) {
    const target = event.target;
    if (event.ctrlKey || event.altKey || event.metaKey || target.closest(busy)) return;
    const figure = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
    if (figure && turn(figure[1])) {
      event.preventDefault();
      return;
    }
    // A key or a link that has the focus does its own work.
    if (target.closest("button, a, summary") && (event.code === "Space" || event.code === "Enter")) return;
    // A choice that has the focus is turned with its own keys.
    if (target.closest("input") && /^(?:Space|Arrow)/.test(event.code)) return;
    const name = figure ? figure[1] : event.code === "NumpadEnter" ? "Enter" : event.code;
    const pressed = document.querySelector('[data-key="' + name + '"]');
    if (!pressed || event.repeat) return;
    event.preventDefault();
    pressed.click();
  });
})();
