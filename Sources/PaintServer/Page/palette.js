// Choosing colours from all that can be shown, from suggested ones, from those used before, and from
// the picture itself.

import { css, hex, snapped, bytes } from "./color.js";
import { GamutField } from "./gamut.js";
import * as server from "./server.js";

/** For the screen before a picture. */
export const advice = "from the suggestions, or from the field of all colours.";

const percent = (share) => `${Math.max(1, Math.round(100 * share))} %`;

export class Controls {
  #app;
  #parts;
  #suggestions;
  #pick;

  constructor(app) {
    const byId = (name) => document.getElementById(name);
    this.#app = app;
    this.#suggestions = new Suggestions(byId("suggestions"), byId("suggestions-note"), app);
    this.#parts = [
      this.#suggestions, new GamutField(byId("gamut"), byId("gamut-note"), app),
      new RecentColors(byId("recent"), app),
    ];
    this.#pick = byId("pick");
    this.#pick.addEventListener("click", () => this.#togglePicking());
  }

  /** Takes a picture in hand. */
  attach(easel) {
    easel.companion = new Adviser(easel);
  }

  /** The colour used last; null before the first. */
  get lastColor() {
    return this.#app.easel?.recent[0] ?? null;
  }

  /** Whether a key is ours. */
  key(key, stamp) {
    if (/^[1-9]$/.test(key)) this.#suggestions.take(Number(key), stamp);
    else if (key === "e") this.#togglePicking();
    else return false;
    return true;
  }

  draw() {
    const { easel, claim } = this.#app;
    this.#pick.disabled = !easel?.point;
    this.#pick.setAttribute("aria-pressed", String(claim !== null));
    document.body.classList.toggle("picking", claim !== null);
    for (const part of this.#parts) part.draw();
  }

  close() {
    document.body.classList.remove("picking");
  }

  #togglePicking() {
    const { easel, claim } = this.#app;
    const isPicking = claim === null && easel?.point != null;
    this.#app.setClaim(isPicking ? (place, stamp) => this.#take(place, stamp) : null);
    if (isPicking) this.#app.say("Choose a place whose colour to take");
  }

  /** Gives the selected point the colour that the result has at a place. */
  #take(place, stamp) {
    const { easel } = this.#app;
    if (!easel?.point) return;
    const color = easel.colorAt(place, easel.lightnessAt(easel.point));
    easel.recolor(color, { source: "eyedropper" }, stamp);
  }
}

/**
 * Asks the server what suits the selected point. It is asked after the result, so that a result never
 * waits for it.
 */
class Adviser {
  /** What was suggested last, most probable first. */
  colors = [];

  #easel;
  #answered = "";

  constructor(easel) {
    this.#easel = easel;
  }

  /** What the log keeps with every event: the colours on offer. */
  get facts() {
    return { suggested: this.colors.map(({ red, green, blue }) => hex([red, green, blue])) };
  }

  get isDue() {
    return !this.#easel.isDraft && this.#easel.point !== null && !this.hasAnswer;
  }

  /** Whether the colours belong to what is selected now. */
  get hasAnswer() {
    return JSON.stringify(this.#question) === this.#answered;
  }

  async ask(paint) {
    const question = this.#question;
    try {
      this.colors = (await paint(question.state, question.selected)).suggestions ?? [];
    } catch (error) {
      // What is refused for good is refused again.
      if (server.isPassing(error) || error.reason === "superseded") throw error;
      this.colors = [];
      this.#answered = JSON.stringify(question);
      throw error;
    }
    this.#answered = JSON.stringify(question);
  }

  /**
   * What the suggestions depend on: the other points. The selected point's own colour must not, or
   * they would only repeat it.
   */
  get #question() {
    const { state, selected, point } = this.#easel;
    if (!point) return null;
    return {
      state: { ...state, points: state.points.filter((_, index) => index !== selected) },
      selected: { row: point.row, column: point.column },
    };
  }
}

/** Nine swatches, most probable first; resting on one shows what it would do. */
class Suggestions {
  #note;
  #app;
  #buttons = [];

  constructor(list, note, app) {
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
    const color = () => this.#colors[rank - 1];
    const peek = () => {
      if (color() && !this.#app.isLocked) {
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

  /** What is on offer for the selected point. */
  get #colors() {
    const { easel } = this.#app;
    return easel?.point ? easel.companion.colors : [];
  }

  take(rank, stamp) {
    const color = this.#colors[rank - 1];
    if (!color || this.#app.isLocked) return;
    this.#app.easel.recolor(color, { source: "palette", rank }, stamp);
    this.#app.say(`Suggestion ${rank} taken, ${hex([color.red, color.green, color.blue])}`);
  }

  draw() {
    const colors = this.#colors;
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
    const note = this.#remark;
    if (this.#note.textContent !== note) this.#note.textContent = note;
  }

  get #remark() {
    const { easel, method } = this.#app;
    if (!easel?.point) return "Select a point to see what suits it.";
    if (this.#colors.length > 0) return "";
    const isAsked = method?.suggests !== false && !easel.companion.hasAnswer;
    return isAsked ? "Thinking…" : "This method suggests no colours. Choose from the field above.";
  }
}

/** Colours used before, newest first, at the lightness under the selected point. */
class RecentColors {
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
