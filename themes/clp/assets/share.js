/* Comforts that a page works without: fields as high as their words, a button that copies them, the browser's own way to share. */
"use strict";

function showButton(field) {
  const button = field.nextElementSibling;
  const said = button.nextElementSibling;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value);
    said.textContent = " Copied.";
  });
}

function openSheet(item) {
  const { title, url } = item.dataset;
  item.hidden = false;
  item.firstElementChild.addEventListener("click", () => navigator.share({ title, url }).catch(() => {}));
}

// Not in the stylesheet: the checker of CSS does not know the word yet.
function showWhole(field) {
  field.style.setProperty("field-sizing", "content");
}

document.querySelectorAll("[data-copy]").forEach(showWhole);
if (navigator.clipboard) document.querySelectorAll("[data-copy]").forEach(showButton);
if (navigator.share) document.querySelectorAll("[data-share]").forEach(openSheet);
