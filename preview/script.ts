/**
 * What the page does in the browser: it asks for the details of an operation when it is unfolded, filters, and takes a new
 * state without losing what is unfolded, typed and in sight.
 */
export const script = String.raw`"use strict";
// An editor that shows the page may be dark where the system is light.
if (/^#(dark|light)$/.test(location.hash))
  document.documentElement.classList.add(location.hash.slice(1));
const content = document.getElementById("content");
const filter = document.getElementById("filter");
const only = document.getElementById("only");
const lost = document.getElementById("lost");

async function ask(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(path + ": " + answer.status);
  return answer.text();
}

/** Puts the details of an operation where they belong, unless they are there. */
async function fill(operation) {
  const details = operation.querySelector(":scope > .details");
  if (details === null || details.dataset.filled) return;
  details.dataset.filled = "yes";
  try {
    details.innerHTML = await ask("operation?key=" + encodeURIComponent(details.dataset.part));
  } catch (error) {
    delete details.dataset.filled;
    details.textContent = "The details cannot be had at present.";
  }
}

/** What the page says of itself besides its content. */
function takeState() {
  const { title, brand } = document.getElementById("state").dataset;
  document.title = title;
  const icon = content.querySelector(".card .tile img");
  document.querySelector("link[rel=icon]").href = icon === null ? "data:," : icon.src;
  if (brand) document.documentElement.style.setProperty("--brand", brand);
  else document.documentElement.style.removeProperty("--brand");
}

function sift() {
  const words = filter.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
  for (const section of content.querySelectorAll(".operations")) {
    let left = 0;
    for (const operation of section.querySelectorAll(":scope > .operation")) {
      const text = operation.querySelector(":scope > summary").textContent.toLowerCase() +
        " " + operation.dataset.key.toLowerCase();
      const fits = words.every((word) => text.includes(word)) &&
        (!only.checked || "marked" in operation.dataset);
      operation.hidden = !fits;
      if (fits) left++;
    }
    const all = section.dataset.of;
    section.querySelector("h2 .count").textContent = left < all ? left + " of " + all : all;
    section.querySelector(".nothing").hidden = left > 0 || Number(all) === 0;
  }
}

function byKey(root, selector) {
  return new Map([...root.querySelectorAll(selector)].map((each) => [each.dataset.key, each]));
}

/** What a field holds before anybody types. */
function ownValue(field) {
  if (field.tagName !== "SELECT") return field.defaultValue;
  return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value;
}

/** A thing as text, without the lines of findings, which change with everything above them, and without what was done to it. */
function print(element) {
  return element.outerHTML
    .replace(/<span class="place">.*?<\/span>/g, "")
    .replace(/ class="(?:changed)?"| changed(?=")/g, "");
}

/** Puts a new state in the place of the one that is shown. */
async function replace() {
  const template = document.createElement("template");
  template.innerHTML = await ask("content");
  const next = template.content;
  const opened = byKey(content, ".operation[open]");
  await Promise.all([...byKey(next, ".operation")].map(([key, operation]) => opened.has(key) && fill(operation)));

  const folds = byKey(content, "details[data-key]");
  for (const [key, fold] of byKey(next, "details[data-key]"))
    if (folds.has(key)) fold.open = folds.get(key).open;
  const fields = byKey(content, "input[data-key], select[data-key], textarea[data-key]");
  for (const [key, field] of byKey(next, "input[data-key], select[data-key], textarea[data-key]")) {
    const old = fields.get(key);
    if (old !== undefined && old.value !== ownValue(old) && ownValue(old) === ownValue(field))
      field.value = old.value;
  }
  const prints = byKey(content, "[data-flash]");
  for (const [key, element] of prints) prints.set(key, print(element));
  const version = next.querySelector("#state").dataset.version;
  const isFirst = content.querySelector("#state").dataset.version === "0";
  const changed = [...byKey(next, "[data-flash]")].filter(
    ([key, element]) => prints.get(key) !== print(element),
  );

  const top = filter.closest("header").getBoundingClientRect().bottom;
  const anchor = [...content.querySelectorAll("[data-key]")].find((each) => {
    const { bottom, height } = each.getBoundingClientRect();
    return height > 0 && bottom > top;
  });
  const from = anchor?.getBoundingClientRect().top;
  const focused = content.contains(document.activeElement) ? document.activeElement : null;
  const selection = focused?.matches("input, textarea")
    ? [focused.selectionStart, focused.selectionEnd]
    : undefined;

  content.replaceChildren(next);
  takeState();
  sift();
  if (anchor !== undefined) {
    const now = byKey(content, "[data-key]").get(anchor.dataset.key);
    if (now !== undefined) scrollBy({ top: now.getBoundingClientRect().top - from, behavior: "instant" });
  }
  if (focused !== null) {
    const now = byKey(content, "[data-key]").get(focused.dataset.key);
    now?.focus({ preventScroll: true });
    if (selection !== undefined && now !== undefined) now.setSelectionRange(...selection);
  }
  if (!isFirst)
    for (const [, element] of changed) {
      element.classList.add("changed");
      element.addEventListener("animationend", () => element.classList.remove("changed"), { once: true });
    }
  for (const operation of content.querySelectorAll(".operation[open]")) void fill(operation);
  return version;
}

let shown = document.getElementById("state").dataset.version;
let wanted = shown;
let isBusy = false;

async function update() {
  if (isBusy) return;
  isBusy = true;
  try {
    while (shown !== wanted) shown = await replace();
  } catch (error) {
    setTimeout(update, 1000);
  } finally {
    isBusy = false;
  }
}

function listen() {
  const events = new EventSource("events");
  events.onopen = () => {
    lost.hidden = true;
  };
  events.onmessage = ({ data }) => {
    wanted = data;
    void update();
  };
  events.onerror = () => {
    lost.hidden = false;
    // Else the browser tries again by itself.
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
  };
}

content.addEventListener(
  "toggle",
  ({ target }) => {
    if (target.matches(".operation") && target.open) void fill(target);
  },
  true,
);
filter.addEventListener("input", sift);
only.addEventListener("change", sift);
takeState();
sift();
listen();
`;
