// States to go back to, and forth again.

export const SIDE = 256;

export const untouched = (method) => ({ method, points: [], global: {} });

export class History {
  #states;
  #at = 0;

  constructor(state) {
    this.#states = [state];
  }

  /** The history that a log of events tells of. */
  static of(events, first) {
    const history = new History(events[0]?.state ?? first);
    for (const { action, state } of events) {
      if (action === "undo") history.undo();
      else if (action === "redo") history.redo();
      else if (!["open", "save", "timeout"].includes(action)) history.push(state);
    }
    return history;
  }

  get current() {
    return this.#states[this.#at];
  }

  get canUndo() {
    return this.#at > 0;
  }

  get canRedo() {
    return this.#at < this.#states.length - 1;
  }

  push(state) {
    this.#states.length = this.#at + 1;
    this.#states.push(state);
    this.#at++;
  }

  undo() {
    if (this.canUndo) this.#at--;
  }

  redo() {
    if (this.canRedo) this.#at++;
  }
}

/** Colours of a log of events, newest first, each once. */
export function recentColors(events) {
  const colors = [];
  let before = [];
  for (const { source, state } of events) {
    const known = new Set(before.map((point) => `${point.a} ${point.b}`));
    const fresh = state.points.find(({ a, b }) => !known.has(`${a} ${b}`));
    if (source && fresh) remember(colors, fresh);
    before = state.points;
  }
  return colors;
}

/** Puts a colour in front of a list, which stays short and without repetitions. */
export function remember(colors, { a, b }) {
  const old = colors.findIndex((color) => Math.hypot(color.a - a, color.b - b) < 2);
  if (old >= 0) colors.splice(old, 1);
  colors.unshift({ a, b });
  colors.length = Math.min(colors.length, 8);
}
