// The whole page: which picture is open, and what is told to whom.

import { Easel } from "./easel.js";
import { furnish } from "./furnish.js";
import { Pane, PointSheet } from "./pane.js";
import { View } from "./view.js";

/** Pictures stand below each other only where they are so much larger then. */
const PREFERENCE = 1.2;
const SIZES = [1, 3, 5, 7, 9];
const byId = (name) => document.getElementById(name);

export class App extends EventTarget {
  easel = null;
  view = new View();
  isLocked = false;
  /** What colours are chosen with: `Controls` of palette.js or sliders.js. */
  controls = null;
  /** Who wants the next place of the picture, as a function of it and the time; null for nobody. */
  claim = null;
  /** The method that an untouched picture is under. */
  firstMethod = "";
  isWiped = false;
  methods = [];
  pictures = [];

  #wipe = 50;
  #listeners = new AbortController();
  /** How often a picture was asked for: the last one is shown, however long others take to come. */
  #turn = 0;

  constructor() {
    super();
    this.base = new Pane(byId("base"), this.view, false);
    this.result = new Pane(byId("result"), this.view, true);
    this.sheet = new PointSheet(byId("points"), this.view);
    new ResizeObserver(() => this.#arrange()).observe(byId("stage"));
  }

  get method() {
    return this.methods.find(({ name }) => name === this.easel?.state.method) ?? null;
  }

  // Controls

  #name = null;
  #remove = null;

  /**
   * Brings the controls of a name, and takes those of another away with all that they said.
   *
   * Returns how a painter is told to use them.
   */
  async equip(name) {
    if (name !== this.#name) {
      this.unequip();
      const [module, remove] = await Promise.all([import(`./${name}.js`), furnish(name)]);
      [this.#name, this.#remove] = [name, remove];
      this.controls = new module.Controls(this);
    }
    return (await import(`./${name}.js`)).advice;
  }

  /** Takes the controls away, and all that was said with them. */
  unequip() {
    this.setClaim(null);
    this.#putAway();
    this.controls?.close();
    this.#remove?.();
    [this.controls, this.#name, this.#remove] = [null, null, null];
    this.say("");
    this.status("");
    byId("complaint-text").textContent = "";
    byId("complaint").hidden = true;
  }

  /** Closes the picture. */
  #putAway() {
    this.easel?.close();
    this.#listeners.abort();
    for (const part of [this, this.base, this.result, this.sheet]) part.easel = null;
  }

  /** Gives the next place of the picture to somebody; null for what is usual. */
  setClaim(claim) {
    if (claim === this.claim) return;
    this.claim = claim;
    this.dispatchEvent(new Event("change"));
  }

  fulfil(place, stamp) {
    const { claim } = this;
    this.setClaim(null);
    claim?.(place, stamp);
  }

  // Pictures

  /** Opens a picture of the session where it was left. */
  async show(id) {
    const entry = this.pictures.find((picture) => picture.id === id);
    if (!entry) return;
    await this.easel?.journal.settled();
    const turn = ++this.#turn;
    this.setClaim(null);
    this.#putAway();
    const [easel] = await Promise.all([
      Easel.open(entry, this.firstMethod), this.equip(entry.controls),
    ]);
    if (turn !== this.#turn) return easel.close();
    this.#listeners = new AbortController();
    this.controls.attach(easel);
    for (const part of [this, this.base, this.result, this.sheet]) part.easel = easel;
    this.view.aspect = easel.gray.width / easel.gray.height;
    this.view.fit();
    this.#arrange();
    const { signal } = this.#listeners;
    const listen = (target, kind, action) => target.addEventListener(kind, action, { signal });
    listen(easel, "change", () => this.#changed());
    listen(easel, "advice", () => this.#changed());
    listen(easel, "result", ({ detail }) => this.#paint(detail.stamp));
    listen(easel, "trouble", () => this.status("The server does not answer. Trying again…", true));
    listen(easel, "failure", ({ detail }) => this.complain(detail));
    listen(easel.journal, "state", ({ detail }) => this.#tellJournal(detail));
    document.body.dataset.kept = String(easel.journal.isSaved);
    document.body.classList.add("open");
    history.replaceState(null, "", `#${id}`);
    this.status("");
    easel.results.refresh();
    this.base.redraw();
    this.#changed();
    this.dispatchEvent(new Event("picture"));
  }

  async add(entry) {
    this.pictures.push(entry);
    await this.show(entry.id);
  }

  #tellJournal({ state, message }) {
    document.body.dataset.kept = String(state === "saved");
    if (state === "broken") this.complain(message);
    else if (state === "waiting") this.status("Not saved yet. Trying again…", true);
    else if (state === "saved") this.status("All changes are kept.");
  }

  // Drawing

  /** Puts the two pictures beside or below each other, whichever shows them larger. */
  #arrange() {
    const { clientWidth: width, clientHeight: height } = byId("stage");
    const { aspect } = this.view;
    const beside = Math.min(width / 2 / aspect, height);
    const below = Math.min(width / aspect, height / 2);
    byId("stage").classList.toggle("stacked", below > PREFERENCE * beside);
  }

  #changed() {
    this.sheet.redraw();
    this.dispatchEvent(new Event("change"));
  }

  /** Draws a new result; the time from the input that led to it goes into the browser's own log. */
  #paint(stamp) {
    requestAnimationFrame(() => {
      this.result.flush();
      if (this.base.isColored) this.base.flush();
      performance.mark("hintbench-result");
      if (stamp === null) return;
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        performance.measure("hintbench-latency", { start: stamp, end: performance.now() });
        tidyMeasures();
      };
      channel.port2.postMessage(null);
    });
    this.dispatchEvent(new Event("change"));
  }

  // Words

  /** For ears: what a sighted person sees anyway. */
  say(text) {
    byId("said").textContent = text;
  }

  status(text, isWarning = false) {
    const line = byId("status");
    line.textContent = text;
    line.classList.toggle("warning", isWarning);
  }

  busy(text) {
    document.body.classList.toggle("busy", text !== "");
    this.status(text);
  }

  complain(text) {
    byId("complaint-text").textContent = text;
    byId("complaint").hidden = false;
  }

  showHelp() {
    byId("help").showModal();
  }

  /** A screen of words instead of the picture. */
  showScreen(isShown) {
    byId("screen").hidden = !isShown;
    document.body.classList.toggle("reading", isShown);
  }

  // Tools

  stepSize(step, stamp) {
    if (!this.easel) return;
    const now = SIZES.indexOf(this.easel.size);
    const size = SIZES[Math.min(Math.max(now + step, 0), SIZES.length - 1)];
    this.easel.resize(size, stamp);
    this.say(`Size ${size} by ${size}`);
  }

  stepPoint(step) {
    const { easel } = this;
    const count = easel.state.points.length;
    if (count === 0) return;
    const from = easel.selected ?? (step > 0 ? -1 : count);
    const index = (from + step + count) % count;
    easel.select(index);
    const { row, column } = easel.point;
    const color = easel.css(easel.point);
    this.say(`Point ${index + 1} of ${count}, row ${row}, column ${column}, ${color}`);
  }

  toggleGray(isGray = this.base.isColored) {
    this.base.isColored = !isGray;
    byId("gray").checked = isGray;
    this.base.redraw();
    this.say(this.base.isColored ? "Points on the result" : "Points on grey");
  }

  toggleWipe(isWiped = !this.isWiped) {
    this.isWiped = isWiped;
    document.body.classList.toggle("wiped", isWiped);
    byId(isWiped ? "wipe" : "pair").checked = true;
    this.say(isWiped ? "Over each other" : "Side by side");
    this.setWipe(this.#wipe);
  }

  /** Where the result ends and the grey begins, in percent. */
  setWipe(share) {
    this.#wipe = Math.min(Math.max(share, 0), 100);
    const handle = byId("divider");
    handle.setAttribute("aria-valuenow", String(Math.round(this.#wipe)));
    handle.style.insetInlineStart = `${this.#wipe}%`;
    byId("result").style.clipPath = this.isWiped ? `inset(0 0 0 ${this.#wipe}%)` : "";
  }

  get wipe() {
    return this.#wipe;
  }

  zoomBy(factor) {
    const [width, height] = this.sheet.size;
    this.view.zoomBy(factor, width / 2, height / 2, width, height);
  }

  letGo() {
    if (this.claim !== null) this.setClaim(null);
    else this.easel?.select(null);
  }
}

/** The browser keeps every measure; a long session needs only the last ones. */
function tidyMeasures() {
  if (performance.getEntriesByName("hintbench-result").length > 2000) {
    performance.clearMarks("hintbench-result");
    performance.clearMeasures("hintbench-latency");
  }
}
