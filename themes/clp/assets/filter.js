/* Narrows a table to the rows that have all the words one types. Nothing is sent or kept; without it the whole table is there. */
"use strict";
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/* The words of a row without the names of columns, which stand in each cell for phones. */
function wordsOf(row) {
  return plain([...row.cells].map((cell) => (cell.querySelector(".cell-label") ? cell.lastElementChild : cell).textContent).join(" "));
}

function prepare(box) {
  const part = box.querySelector("search");
  const fold = box.querySelector("details");
  const status = part.querySelector("[role=status]");
  let rows, waiting;

  function narrow(text) {
    const words = plain(text).split(/\s+/).filter(Boolean);
    let shown = 0;
    rows ??= [...box.querySelectorAll("tbody > tr")].map((row) => [row, wordsOf(row)]);
    if (fold && words.length) fold.open = true;
    for (const [row, own] of rows) {
      row.hidden = !words.every((word) => own.includes(word));
      shown += !row.hidden;
    }
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const { singular, plural } = status.dataset;
      const all = `${rows.length} ${rows.length === 1 ? singular : plural}`;
      status.textContent = shown === rows.length ? `${all}.` : `${shown || "None"} of ${all}.`;
    }, 300);
  }

  part.hidden = false;
  part.querySelector("input").addEventListener("input", (event) => narrow(event.target.value));
}

document.querySelectorAll('[data-script="filter"]').forEach(prepare);
