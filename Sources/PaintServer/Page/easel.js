// One picture being painted: its states, the result that belongs to them, and what is selected.

import { History, SIDE, recentColors, remember, untouched } from "./history.js";
import { Journal } from "./journal.js";
import { clamped, hex, lab, bytes } from "./color.js";
import { Results } from "./results.js";
import * as server from "./server.js";

export class Easel extends EventTarget {
  #history;
  #draft = null;

  /**
   * What goes with the picture where the painter's controls want something, see palette.js: `isDue`,
   * `ask(paint)`, and `facts` for the log.
   */
  companion = null;

  /** Opens a picture where it was left. */
  static async open(entry, method) {
    const [{ gray, lightness }, events] = await Promise.all([
      server.picture(entry.id), server.events(entry.id),
    ]);
    return new Easel(entry, gray, lightness, events, method);
  }

  constructor(entry, gray, lightness, events, method) {
    super();
    this.entry = entry;
    this.gray = gray;
    this.lightness = lightness;
    this.#history = History.of(events, untouched(method));
    this.recent = recentColors(events);
    this.selected = null;
    this.size = 5;
    this.journal = new Journal(entry.id, events.length, entry.elapsed);
    this.results = new Results(this);
    if (events.length === 0) this.journal.note("open", this.state);
  }

  // What is.

  /** The state that is seen: the one under the hand, or the one it will fall back to. */
  get state() {
    return this.#draft ?? this.#history.current;
  }

  get isUntouched() {
    return this.state.points.length === 0 && Object.keys(this.state.global).length === 0;
  }

  get isDraft() {
    return this.#draft !== null;
  }

  get history() {
    return this.#history;
  }

  get point() {
    return this.selected === null ? null : this.state.points[this.selected] ?? null;
  }

  lightnessAt({ row, column }) {
    return this.lightness[row * SIDE + column];
  }

  // Changes under the hand: seen, but not kept.

  /** Shows the selected point otherwise. */
  draftPoint(change) {
    if (!this.point) return;
    const points = [...this.#history.current.points];
    points[this.selected] = { ...points[this.selected], ...change };
    this.draft({ ...this.#history.current, points });
  }

  draft(state) {
    this.#draft = state;
    this.#changed();
  }

  /** Lets go without keeping. */
  dropDraft() {
    if (this.#draft === null) return;
    this.#draft = null;
    this.#changed();
  }

  /** Keeps what is under the hand; nothing happens where it is what was there. */
  keepDraft(action, facts, stamp) {
    const draft = this.#draft;
    this.#draft = null;
    if (draft !== null && JSON.stringify(draft) !== JSON.stringify(this.#history.current)) {
      this.#commit(action, draft, facts, stamp);
    } else {
      this.#changed();
    }
  }

  // Changes that are kept.

  /** Adds a point in the colour that the result has there, and selects it. */
  add(place, stamp, color = null) {
    if (this.state.points.length >= 2000) return;
    const source = color ? "recent" : "result";
    const { a, b } = color ?? this.colorAt(place, this.lightnessAt(place));
    this.selected = this.#history.current.points.length;
    const points = [...this.#history.current.points, { ...place, size: this.size, a, b }];
    this.#commit("add", { ...this.#history.current, points }, { source }, stamp);
  }

  /** a* and b* of the result at a place, as they can be shown at a lightness. */
  colorAt({ row, column }, lightness) {
    const pixels = this.results.pixels;
    const at = 3 * (row * SIDE + column);
    const [, a, b] = pixels === null ? [0, 0, 0] : lab(pixels[at], pixels[at + 1], pixels[at + 2]);
    return clamped(lightness, a, b);
  }

  recolor(color, facts, stamp) {
    if (!this.point) return;
    this.draftPoint({ a: color.a, b: color.b });
    this.keepDraft("recolor", facts, stamp);
  }

  resize(size, stamp) {
    this.size = size;
    if (this.point && this.point.size !== size) {
      this.draftPoint({ size });
      this.keepDraft("resize", {}, stamp);
    } else {
      this.#changed();
    }
  }

  move(place, stamp) {
    this.draftPoint(place);
    this.keepDraft("move", {}, stamp);
  }

  remove(index, stamp) {
    const points = this.#history.current.points.filter((_, at) => at !== index);
    this.selected = null;
    this.#commit("remove", { ...this.#history.current, points }, {}, stamp);
  }

  reset(stamp) {
    if (this.isUntouched) return;
    this.selected = null;
    this.#commit("reset", untouched(this.#history.current.method), {}, stamp);
  }

  setMethod(method, stamp) {
    if (method === this.#history.current.method) return;
    this.#commit("method", { ...this.#history.current, method }, {}, stamp);
  }

  setGlobal(global, stamp) {
    this.#commit("global", { ...this.#history.current, global }, {}, stamp);
  }

  load(state, stamp) {
    this.selected = null;
    this.#commit("load", state, {}, stamp);
  }

  undo(stamp) {
    if (this.#history.canUndo) this.#step("undo", stamp);
  }

  redo(stamp) {
    if (this.#history.canRedo) this.#step("redo", stamp);
  }

  /** Notes that the painter keeps the result, or that time is up. */
  noteEnd(action) {
    this.dropDraft();
    this.journal.note(action, this.state);
  }

  select(index) {
    this.selected = index;
    const point = this.point;
    if (point) this.size = point.size;
    this.#changed();
  }

  close() {
    this.results.close();
  }

  #step(action, stamp) {
    this.#draft = null;
    this.#history[action]();
    if (!this.point) this.selected = null;
    this.journal.note(action, this.state, this.companion?.facts);
    this.#changed(stamp);
  }

  #commit(action, state, facts, stamp) {
    this.#draft = null;
    const offered = this.companion?.facts;
    this.#history.push(state);
    if (facts.source && this.point) remember(this.recent, this.point);
    this.journal.note(action, state, { ...facts, ...offered });
    this.#changed(stamp);
  }

  #changed(stamp = null) {
    this.results.refresh(stamp);
    this.dispatchEvent(new Event("change"));
  }

  /** The colour of a point as CSS has it, at the lightness under it. */
  css(point) {
    return hex(bytes(this.lightnessAt(point), point.a, point.b));
  }
}
