/* Search without a server: the list of words is fetched once, at the first search. Nothing is sent anywhere. */
"use strict";
const MOST = 50;
const form = document.querySelector("form[data-index]");
const results = document.querySelector("[data-results]");
let entries;

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function score(entry, words) {
  const title = plain(entry.title);
  const all = `${title} ${plain(entry.words)}`;
  return words.every((word) => all.includes(word)) ? 1 + words.filter((word) => title.includes(word)).length : 0;
}

function makeItem(entry) {
  const item = results.querySelector("template").content.cloneNode(true);
  const link = item.querySelector("[data-link]");
  link.href = new URL(`../${entry.address}`, new URL(form.dataset.index, location.href));
  link.textContent = entry.title;
  if (entry.lang) item.firstElementChild.lang = entry.lang;
  item.querySelector("[data-excerpt]").textContent = entry.words;
  return item;
}

function show(found) {
  results.hidden = false;
  results.querySelector("[data-list]").replaceChildren(...found.slice(0, MOST).map(makeItem));
  const many = found.length === 1 ? "1 page" : `${found.length} pages`;
  const words = found.length > MOST ? `${many}. The first ${MOST} are listed.` : `${many}.`;
  results.querySelector("[data-count]").textContent = found.length ? words : "No page has these words.";
}

async function search(text) {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (!words.length) return;
  entries ??= await (await fetch(form.dataset.index)).json();
  const ranked = entries.map((entry) => [score(entry, words), entry]).filter(([points]) => points);
  ranked.sort(([a, one], [b, other]) => b - a || other.date.localeCompare(one.date) || one.title.localeCompare(other.title));
  show(ranked.map(([, entry]) => entry));
}

if (form && results) {
  const field = form.elements.q;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = new URL(location.href);
    address.searchParams.set("q", field.value);
    history.replaceState(null, "", address);
    search(field.value);
  });
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  search(field.value);
}
