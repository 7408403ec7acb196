/* A file that is too large is told before it is sent; the server refuses it all the same. */
"use strict";
(() => {
  const file = document.getElementById("id_file");
  const said = document.getElementById("too-big");
  if (!file || !said) return;
  const drop = file.closest(".drop");
  file.addEventListener("change", () => {
    const isTooBig = [...file.files].some((one) => one.size > Number(file.dataset.largest));
    said.hidden = !isTooBig;
    if (isTooBig) file.value = "";
  });
  // The whole frame takes what is dropped, not the key alone.
  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  for (const kind of ["dragleave", "drop"]) {
    drop.addEventListener(kind, () => drop.classList.remove("over"));
  }
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    file.files = event.dataTransfer.files;
    file.dispatchEvent(new Event("change"));
  });
})();
