// Choosing colours by hue, saturation and value, and from 48 common colours.

import { bytes, fromHSV, hex, snapped, toHSV } from "./color.js";

/** The 48 colours of Qt's colour dialog: 4 levels of red and green, 3 of blue. */
const COMMON = Array.from({ length: 48 }, (_, index) => [
  Math.floor((255 * (Math.floor(index / 3) % 4)) / 3),
  Math.floor((255 * Math.floor(index / 12)) / 3),
  Math.floor((255 * (index % 3)) / 2),
]);

/** For the screen before a picture. */
export const advice = "by the sliders, or from the common colours.";

export class Controls {
  #app;
  #ranges;
  #swatch;
  #isOwn = false;

  constructor(app) {
    const root = document.getElementById("sliders");
    this.#app = app;
    this.#ranges = [...root.querySelectorAll("input[type=range]")];
    this.#swatch = root.querySelector(".shown");
    for (const range of this.#ranges) {
      range.addEventListener("input", () => this.#slide());
      range.addEventListener("change", (event) => this.#keep(event.timeStamp));
    }
    const list = root.querySelector(".common");
    list.append(...COMMON.map((samples) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.className = "chip";
      button.style.backgroundColor = hex(samples);
      button.setAttribute("aria-label", `Common colour ${hex(samples)}`);
      button.addEventListener("click", (event) => this.#take(samples, event.timeStamp));
      item.append(button);
      return item;
    }));
  }

  /** Takes a picture in hand: nothing goes with it. */
  attach() {}

  /** Whether a key is ours: none is. */
  key() {
    return false;
  }

  close() {}

  get #easel() {
    return this.#app.isLocked || !this.#app.easel?.point ? null : this.#app.easel;
  }

  get #samples() {
    const [hue, saturation, value] = this.#ranges.map((range) => Number(range.value));
    return fromHSV(hue, saturation / 100, value / 100);
  }

  #slide() {
    const easel = this.#easel;
    if (!easel) return;
    this.#isOwn = true;
    easel.draftPoint(snapped(easel.lightnessAt(easel.point), this.#samples));
    this.#isOwn = false;
    this.#swatch.style.backgroundColor = hex(this.#samples);
  }

  #keep(stamp) {
    this.#isOwn = true;
    this.#easel?.keepDraft("recolor", { source: "sliders" }, stamp);
    this.#isOwn = false;
  }

  #take(samples, stamp) {
    const easel = this.#easel;
    if (!easel) return;
    easel.recolor(snapped(easel.lightnessAt(easel.point), samples), { source: "common" }, stamp);
  }

  draw() {
    const easel = this.#app.easel;
    for (const range of this.#ranges) range.disabled = !easel?.point;
    if (!easel?.point || this.#isOwn || easel.isDraft) return;
    const { a, b } = easel.point;
    const samples = bytes(easel.lightnessAt(easel.point), a, b);
    const [hue, saturation, value] = toHSV(samples);
    const values = [hue, 100 * saturation, 100 * value];
    for (const [index, range] of this.#ranges.entries()) range.value = Math.round(values[index]);
    this.#swatch.style.backgroundColor = hex(samples);
  }
}
