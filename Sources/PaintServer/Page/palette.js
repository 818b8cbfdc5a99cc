// Suggested colours, recent colours, and the size of a point.

import { css, hex, snapped, bytes } from "./color.js";

const percent = (share) => `${Math.max(1, Math.round(100 * share))} %`;

/** Nine swatches, most probable first; resting on one shows what it would do. */
export class Suggestions {
  #list;
  #note;
  #app;
  #buttons = [];

  constructor(list, note, app) {
    this.#list = list;
    this.#note = note;
    this.#app = app;
    for (let rank = 1; rank <= 9; rank++) this.#buttons.push(this.#button(rank));
    list.append(...this.#buttons.map((button) => {
      const item = document.createElement("li");
      item.append(button);
      return item;
    }));
  }

  #button(rank) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "swatch";
    button.append(document.createElement("i"), document.createElement("b"));
    const color = () => this.#app.easel?.results.suggestions[rank - 1];
    const peek = () => {
      if (color() && this.#app.easel?.point && !this.#app.isLocked) {
        this.#app.easel.draftPoint({ a: color().a, b: color().b });
      }
    };
    const leave = () => this.#app.easel?.dropDraft();
    button.addEventListener("pointerenter", (event) => event.pointerType !== "touch" && peek());
    button.addEventListener("pointerleave", leave);
    button.addEventListener("focus", () => button.matches(":focus-visible") && peek());
    button.addEventListener("blur", leave);
    button.addEventListener("click", (event) => this.take(rank, event.timeStamp));
    return button;
  }

  take(rank, stamp) {
    const easel = this.#app.easel;
    const color = easel?.results.suggestions[rank - 1];
    if (!color || !easel.point || easel.entry.arm !== "full") return;
    easel.recolor(color, { source: "palette", rank }, stamp);
    this.#app.say(`Suggestion ${rank} taken, ${hex([color.red, color.green, color.blue])}`);
  }

  draw() {
    const easel = this.#app.easel;
    const colors = easel?.point ? easel.results.suggestions : [];
    const most = colors[0]?.probability ?? 1;
    for (const [index, button] of this.#buttons.entries()) {
      const color = colors[index];
      button.disabled = !color;
      const [fill, bar] = button.children;
      fill.style.backgroundColor = color ? hex([color.red, color.green, color.blue]) : "";
      bar.style.inlineSize = color ? `${Math.max(4, (100 * color.probability) / most)}%` : "0";
      const what = color
        ? `: ${hex([color.red, color.green, color.blue])}, ${percent(color.probability)}`
        : ", none";
      button.setAttribute("aria-label", `Suggestion ${index + 1}${what}`);
      button.title = color ? `${index + 1} · ${percent(color.probability)}` : "";
    }
    const lack = this.#app.method?.suggests ? "Thinking…" : "This method suggests no colours.";
    this.#note.textContent =
      !easel?.point ? "Select a point to see what suits it." : colors.length === 0 ? lack : "";
  }
}

/** Colours used before, newest first, at the lightness under the selected point. */
export class RecentColors {
  constructor(list, app) {
    this.list = list;
    this.app = app;
  }

  draw() {
    const easel = this.app.easel;
    const lightness = easel?.point ? easel.lightnessAt(easel.point) : 60;
    const colors = easel?.recent ?? [];
    this.list.replaceChildren(...colors.map((color) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.className = "chip";
      const shown = css(lightness, color.a, color.b);
      button.style.backgroundColor = shown;
      button.setAttribute("aria-label", `Recent colour ${shown}`);
      button.disabled = !easel.point;
      button.addEventListener("click", (event) => {
        const near = snapped(lightness, bytes(lightness, color.a, color.b));
        easel.recolor(near, { source: "recent" }, event.timeStamp);
      });
      item.append(button);
      return item;
    }));
  }
}
