/* Fills the blanks of a text in the page, copies it, prints it. Everything stays in the browser: nothing is sent or kept. */
"use strict";
const form = document.querySelector("[data-fill-in]");
const fields = form ? [...form.querySelectorAll("input")] : [];
const marks = [...document.querySelectorAll("mark[data-blank]")];
const unfilled = new Map(marks.map((mark) => [mark, mark.textContent]));
const mails = [...document.querySelectorAll("a[data-mail]")];

const written = (name) => fields.find((field) => field.name === name)?.value.trim() ?? "";

function filled(text) {
  return text.replace(/\{\{\s*([\w-]+)\s*\}\}/g, (whole, name) => {
    const mark = marks.find((one) => one.dataset.blank === name);
    return written(name) || (mark ? unfilled.get(mark) : whole);
  });
}

const plain = (id) => filled(document.getElementById(id).content.textContent);

function fill() {
  for (const mark of marks) {
    mark.textContent = written(mark.dataset.blank) || unfilled.get(mark);
    mark.toggleAttribute("data-filled", written(mark.dataset.blank) !== "");
  }
  for (const link of mails) {
    const address = link.getAttribute("href").split("?")[0];
    const parts = { subject: filled(link.dataset.subject), body: plain(link.dataset.mail) };
    const words = Object.entries(parts).map(([name, text]) => `${name}=${encodeURIComponent(text.replace(/\n/g, "\r\n"))}`);
    link.href = `${address}?${words.join("&")}`;
  }
}

async function copy(button) {
  const said = button.closest("[data-fill-in], article").querySelector("[data-said]");
  try {
    await navigator.clipboard.writeText(plain(button.dataset.copyFrom));
    said.textContent = "Copied.";
  } catch {
    said.textContent = "Your browser does not let pages copy. Mark the text and copy it yourself.";
  }
}

if (form) {
  form.hidden = false;
  form.addEventListener("input", fill);
  form.querySelector("[data-print]").addEventListener("click", () => print());
}
for (const button of document.querySelectorAll("button[data-copy-from]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
