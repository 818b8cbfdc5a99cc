// Pictures one after the other, each in its time: consent, goal, countdown and thanks.

import * as server from "./server.js";

const WARNING = 10;

export class Study {
  #app;
  #root;
  #bar;
  #timer = null;

  constructor(app, root, bar) {
    this.#app = app;
    this.#root = root;
    this.#bar = bar;
    bar.querySelector(".next").addEventListener("click", () => this.#finish("save"));
  }

  /** Begins, or goes on at the first picture that is not finished. */
  async start(entered) {
    this.introduction = entered.introduction;
    this.#app.isLocked = true;
    const isNew = entered.pictures.every((picture) => picture.elapsed === 0 && !picture.isOver);
    if (isNew && this.introduction) this.#consent(entered);
    else await this.#goOn(entered);
  }

  #screen(title, paragraphs, action, onAction) {
    const heading = document.createElement("h1");
    heading.textContent = title;
    heading.tabIndex = -1;
    const texts = paragraphs.map((text) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = text;
      return paragraph;
    });
    this.#root.replaceChildren(heading, ...texts);
    if (action) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "lead";
      button.textContent = action;
      button.addEventListener("click", onAction, { once: true });
      this.#root.append(button);
    }
    this.#app.showScreen(true);
    heading.focus();
  }

  #consent(entered) {
    const { title, consent } = this.introduction;
    this.#screen(title, consent, "I agree, begin", () => this.#goOn(entered));
  }

  /** The server tells of the next picture alone how it is painted, and thanks after the last. */
  async #goOn({ pictures, thanks }) {
    this.#app.pictures = pictures;
    const current = pictures.find((picture) => !picture.isOver);
    if (!current) return this.#thanks(thanks);
    if (current.elapsed > 0) return this.#paint(current, pictures);
    const place = this.#place(current, pictures);
    const title = current.isTraining ? "First, some practice" : `Picture ${place}`;
    const means = await this.#app.equip(current.controls);
    const time =
      current.seconds === null ? "Take your time." : `You have ${minutes(current.seconds)}.`;
    const texts = [
      this.introduction?.goal ?? "",
      `Click a place to set a point, then choose its colour: ${means}`,
      time,
    ];
    this.#screen(title, texts, "Start", () => this.#paint(current, pictures));
  }

  /** The place among the pictures that count. */
  #place(current, pictures) {
    if (current.isTraining) return "Practice";
    const counting = pictures.filter((picture) => !picture.isTraining);
    return `${counting.indexOf(current) + 1} of ${counting.length}`;
  }

  async #paint(current, pictures) {
    await this.#app.show(current.id);
    this.#app.showScreen(false);
    this.#app.isLocked = false;
    this.#bar.hidden = false;
    const place = this.#place(current, pictures);
    this.#bar.querySelector(".place").textContent = `${place} · ${this.introduction?.goal ?? ""}`;
    const left = current.seconds === null ? Infinity : current.seconds - current.elapsed;
    this.#count(performance.now() + 1000 * left);
  }

  #count(end) {
    clearInterval(this.#timer);
    const clock = this.#bar.querySelector(".clock");
    let announced = Infinity;
    const tick = () => {
      const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      clock.hidden = left === Infinity;
      clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
      clock.classList.toggle("late", left <= WARNING);
      for (const mark of [30, WARNING]) {
        if (left <= mark && announced > mark) this.#app.say(`${left} seconds left`);
      }
      announced = Math.min(announced, left);
      if (left === 0) this.#finish("timeout");
    };
    this.#timer = setInterval(tick, 200);
    tick();
  }

  async #finish(action) {
    if (this.#app.isLocked) return;
    clearInterval(this.#timer);
    this.#app.isLocked = true;
    const { easel } = this.#app;
    easel.noteEnd(action);
    await easel.journal.settled();
    this.#bar.hidden = true;
    await this.#goOn(await server.pictures());
  }

  #thanks(words) {
    this.#app.unequip();
    this.#screen("Thank you", [words ?? "All pictures are done."], null, null);
  }
}

const minutes = (seconds) =>
  seconds % 60 === 0 ? `${seconds / 60} minute${seconds === 60 ? "" : "s"}` : `${seconds} seconds`;
