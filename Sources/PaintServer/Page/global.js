// Hints for the whole picture: the colours of another one, and how saturated it is to be.

import * as server from "./server.js";

export class GlobalPanel {
  #app;
  #root;
  #input;
  #asks;
  #range;
  #output;
  #reference = null;
  #name = "";

  constructor(root, app) {
    this.#app = app;
    this.#root = root;
    this.#input = root.querySelector("input[type=file]");
    this.#asks = root.querySelector("input[type=checkbox]");
    this.#range = root.querySelector("input[type=range]");
    this.#output = root.querySelector("output");
    root.querySelector(".choose").addEventListener("click", () => this.#input.click());
    root.querySelector(".forget").addEventListener("click", (event) => {
      this.#set({ histogram: undefined }, event);
    });
    this.#input.addEventListener("change", (event) => this.#measure(event));
    this.#asks.addEventListener("change", (event) => this.#saturate(event));
    this.#range.addEventListener("input", () => {
      this.#asks.checked = true;
      this.#app.easel?.draft(this.#wish({ saturation: Number(this.#range.value) / 100 }));
    });
    this.#range.addEventListener("change", (event) => {
      this.#app.easel?.keepDraft("global", {}, event.timeStamp);
    });
  }

  async #measure(event) {
    const [file] = this.#input.files;
    this.#input.value = "";
    const { easel } = this.#app;
    if (!file || !easel) return;
    try {
      this.#app.busy(`Measuring ${file.name}…`);
      const { histogram, saturation } = await server.measure(easel.entry.id, file);
      this.#name = file.name;
      this.#reference = saturation;
      this.#set({ histogram }, event);
    } catch (error) {
      this.#app.complain(error.message || `${file.name} could not be measured.`);
    }
    this.#app.busy("");
  }

  #saturate(event) {
    const saturation = this.#asks.checked ? Number(this.#range.value) / 100 : undefined;
    this.#set({ saturation }, event);
  }

  /** The state with other global hints; what is not asked is left out. */
  #wish(change) {
    const { state } = this.#app.easel;
    const global = Object.fromEntries(
      Object.entries({ ...state.global, ...change }).filter(([, value]) => value !== undefined));
    return { ...state, global };
  }

  #set(change, event) {
    const { easel } = this.#app;
    if (easel) easel.setGlobal(this.#wish(change).global, event.timeStamp);
  }

  draw() {
    const { easel, method } = this.#app;
    this.#root.hidden = !method?.isGuided;
    if (!easel || this.#root.hidden) return;
    const { histogram, saturation } = easel.state.global;
    this.#asks.checked = saturation !== undefined;
    if (saturation !== undefined) this.#range.value = Math.round(100 * saturation);
    else if (this.#reference !== null) this.#range.value = Math.round(100 * this.#reference);
    this.#output.textContent = saturation === undefined ? "not asked" : `${this.#range.value} %`;
    this.#root.querySelector(".forget").hidden = histogram === undefined;
    this.#root.querySelector(".reference").textContent =
      histogram === undefined
        ? "No reference picture."
        : `Colours of ${this.#name || "the reference"}.`;
  }
}
