// Mouse, pen and fingers on the picture.

const REACH = { mouse: 11, pen: 14, touch: 22 };
const STILL = { mouse: 4, pen: 6, touch: 10 };

export class Gestures {
  #pointers = new Map();
  #grip = null;
  #sheet;
  #view;

  /**
   * Listens on the sheet of points. `app` has `easel`, `controls`, `isLocked`, and `claim`: where
   * it is not null, the next place goes to `fulfil(place, stamp)`.
   */
  constructor(sheet, view, app) {
    this.#sheet = sheet;
    this.#view = view;
    this.app = app;
    const { canvas } = sheet;
    canvas.addEventListener("pointerdown", (event) => this.#down(event));
    canvas.addEventListener("pointermove", (event) => this.#move(event));
    canvas.addEventListener("pointerup", (event) => this.#up(event));
    canvas.addEventListener("pointercancel", (event) => this.#cancel(event));
    canvas.addEventListener("contextmenu", (event) => event.preventDefault());
    canvas.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
  }

  get #easel() {
    return this.app.isLocked ? null : this.app.easel;
  }

  #spot(event) {
    const box = this.#sheet.canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  #place([x, y], isClamped = false) {
    return this.#view.place(x, y, ...this.#sheet.size, isClamped);
  }

  #down(event) {
    const easel = this.#easel;
    if (!easel) return;
    const spot = this.#spot(event);
    this.#sheet.canvas.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, spot);
    if (this.#pointers.size > 1) {
      easel.dropDraft();
      this.#grip = { kind: "pinch" };
      return;
    }
    const index = this.#sheet.hit(...spot, REACH[event.pointerType] ?? 11);
    const isRight = event.button === 2 || (event.pointerType === "pen" && event.button === 5);
    if (this.app.claim !== null) {
      this.#grip = { kind: "claim" };
    } else if (isRight) {
      this.#grip = null;
      if (index !== null) easel.remove(index, event.timeStamp);
    } else if (event.button === 1) {
      this.#grip = { kind: "pan", last: spot };
    } else {
      if (index !== null && index !== easel.selected) easel.select(index);
      const kind = index === null ? "tap" : "point";
      this.#grip = { kind, start: spot, last: spot, hasMoved: false };
    }
  }

  #move(event) {
    const easel = this.#easel;
    if (!easel || !this.#pointers.has(event.pointerId)) return;
    const spot = this.#spot(event);
    const old = this.#pointers.get(event.pointerId);
    if (this.#grip?.kind === "pinch") this.#pinch(event.pointerId, old, spot);
    this.#pointers.set(event.pointerId, spot);
    const grip = this.#grip;
    if (!grip || grip.kind === "pinch" || grip.kind === "claim") return;
    const [dx, dy] = [spot[0] - grip.last[0], spot[1] - grip.last[1]];
    if (grip.kind !== "pan" && !grip.hasMoved) {
      const distance = Math.hypot(spot[0] - grip.start[0], spot[1] - grip.start[1]);
      if (distance < (STILL[event.pointerType] ?? 4)) return;
      grip.hasMoved = true;
    }
    grip.last = spot;
    if (grip.kind === "point") easel.draftPoint(this.#place(spot, true));
    else this.#view.panBy(dx, dy, ...this.#sheet.size);
  }

  #up(event) {
    if (!this.#pointers.delete(event.pointerId)) return;
    const easel = this.#easel;
    const grip = this.#grip;
    if (this.#pointers.size > 0) return;
    this.#grip = null;
    if (!easel || !grip) return;
    const place = this.#place(this.#spot(event));
    if (grip.kind === "claim" && place) this.app.fulfil(place, event.timeStamp);
    else if (grip.kind === "point" && grip.hasMoved) easel.keepDraft("move", {}, event.timeStamp);
    else if (grip.kind === "tap" && !grip.hasMoved) this.#tap(easel, place, event);
  }

  #tap(easel, place, event) {
    if (!place) {
      easel.select(null);
    } else {
      const color = event.shiftKey ? this.app.controls?.lastColor ?? null : null;
      easel.add(place, event.timeStamp, color);
    }
  }

  #cancel(event) {
    this.#pointers.delete(event.pointerId);
    this.#grip = null;
    this.#easel?.dropDraft();
  }

  #pinch(id, old, spot) {
    const other = [...this.#pointers.entries()].find(([key]) => key !== id)?.[1];
    if (!other) return;
    const before = Math.hypot(old[0] - other[0], old[1] - other[1]);
    const after = Math.hypot(spot[0] - other[0], spot[1] - other[1]);
    const middle = [(spot[0] + other[0]) / 2, (spot[1] + other[1]) / 2];
    this.#view.panBy((spot[0] - old[0]) / 2, (spot[1] - old[1]) / 2, ...this.#sheet.size);
    if (before > 8) this.#view.zoomBy(after / before, ...middle, ...this.#sheet.size);
  }

  /** Over a point, or with one selected, the wheel changes its size; otherwise it zooms. */
  #wheel(event) {
    const easel = this.#easel;
    if (!easel) return;
    event.preventDefault();
    const spot = this.#spot(event);
    const over = this.#sheet.hit(...spot, REACH.mouse);
    if (!event.ctrlKey && !event.metaKey && over !== null) {
      if (over !== easel.selected) easel.select(over);
      this.app.stepSize(event.deltaY < 0 ? 1 : -1, event.timeStamp);
    } else {
      const pace = event.ctrlKey ? 0.01 : 0.002;
      this.#view.zoomBy(Math.exp(-event.deltaY * pace), ...spot, ...this.#sheet.size);
    }
  }
}
