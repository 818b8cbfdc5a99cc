// Builds what the judge sees. Text from the server is always set as text, never as markup.

/** An element with attributes, properties that begin with `on`, and children. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const main = document.getElementById("screen");
const status = document.getElementById("status");

/** A word to people who listen, and to all when `isShown`. */
export function say(text, isShown = false) {
  status.classList.toggle("shown", isShown);
  if (status.textContent !== text) status.textContent = text;
}

/** The small line at the top: where the judge is in the study. */
export function step(text) {
  document.getElementById("step").textContent = text;
}

/** Replaces the screen; the heading gets the focus so that reading begins there. */
export function show(kind, title, ...children) {
  document.body.className = kind;
  document.title = title;
  const heading = make("h1", { tabindex: "-1" }, title);
  main.replaceChildren(heading, ...children);
  say("");
  scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}

/** Buttons, the first one leading; resolves with the number of the one pressed. */
export function choose(...labels) {
  const row = make("div", { class: "actions" });
  const chosen = new Promise((resolve) => {
    labels.forEach((label, index) => {
      const button = make(
        "button", { type: "button", class: index === 0 ? "lead" : "quiet", onclick: () => resolve(index) },
        label);
      row.append(button);
    });
  });
  return { row, chosen };
}

/** Shows a screen with buttons and waits for one. */
export async function ask(kind, title, content, ...labels) {
  const { row, chosen } = choose(...labels);
  show(kind, title, ...content, row);
  return await chosen;
}

/** Shows a last screen. */
export function end(title, ...content) {
  step("");
  show("message", title, ...content);
}

/** A number of pairs of pictures, in words. */
export const pairs = (count) => (count === 1 ? "1 pair" : `${count} pairs`);

export const paragraph = (text, attributes = {}) => make("p", attributes, text);

/** A line of text in which **words** are strong. */
function inline(text) {
  return text.split("**").map((part, index) => (index % 2 === 1 ? make("strong", {}, part) : part));
}

/** Text in paragraphs; lines that begin with # are headings, with - items of a list. */
export function prose(text) {
  const article = make("div", { class: "prose" });
  const add = (tag, ...children) => article.append(make(tag, { dir: "auto" }, ...children));
  for (const block of text.replaceAll("\r\n", "\n").split(/\n\s*\n/)) {
    const lines = block.split("\n").filter((line) => line.trim() !== "");
    while (lines[0]?.startsWith("#")) add("h2", ...inline(lines.shift().replace(/^#+\s*/, "")));
    if (lines[0]?.startsWith("- ")) {
      const items = lines.join("\n").slice(2).split("\n- ");
      add("ul", ...items.map((item) => make("li", {}, ...inline(item.replaceAll("\n", " ")))));
    } else if (lines.length > 0) {
      add("p", ...inline(lines.join(" ")));
    }
  }
  return article;
}
