// Which part of the picture is seen, and how large; shared by all panes.

import { SIDE } from "./history.js";

const LARGEST = 16;
const MARGIN = 12;

export class View extends EventTarget {
  #zoom = 1;
  #center = [0.5, 0.5];

  /** Width over height of the picture. */
  aspect = 1;

  get zoom() {
    return this.#zoom;
  }

  /** The picture's rectangle in a pane of a size, in its pixels. */
  frame(width, height) {
    const fit = Math.min((width - 2 * MARGIN) / this.aspect, height - 2 * MARGIN);
    const tall = Math.max(fit, 16) * this.#zoom;
    const wide = tall * this.aspect;
    return {
      left: width / 2 - this.#center[0] * wide, top: height / 2 - this.#center[1] * tall,
      width: wide, height: tall,
    };
  }

  /** The pixel of the working size under a point of a pane; null beside the picture. */
  place(x, y, width, height, isClamped = false) {
    const frame = this.frame(width, height);
    let column = Math.floor((SIDE * (x - frame.left)) / frame.width);
    let row = Math.floor((SIDE * (y - frame.top)) / frame.height);
    if (isClamped) {
      column = Math.min(Math.max(column, 0), SIDE - 1);
      row = Math.min(Math.max(row, 0), SIDE - 1);
    }
    const isInside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
    return isInside ? { row, column } : null;
  }

  /** Zooms by a factor; what is under (x, y) stays there. */
  zoomBy(factor, x, y, width, height) {
    const before = this.frame(width, height);
    const [u, v] = [(x - before.left) / before.width, (y - before.top) / before.height];
    this.#zoom = Math.min(Math.max(this.#zoom * factor, 1), LARGEST);
    const after = this.frame(width, height);
    const [left, top] = [after.left + u * after.width, after.top + v * after.height];
    this.panBy(x - left, y - top, width, height);
  }

  panBy(x, y, width, height) {
    const frame = this.frame(width, height);
    const limit = (center, share) => Math.min(Math.max(center, share), 1 - share);
    const half = 0.5 / this.#zoom;
    this.#center = [
      limit(this.#center[0] - x / frame.width, Math.min(half, 0.5)),
      limit(this.#center[1] - y / frame.height, Math.min(half, 0.5)),
    ];
    this.dispatchEvent(new Event("change"));
  }

  fit() {
    this.#zoom = 1;
    this.#center = [0.5, 0.5];
    this.dispatchEvent(new Event("change"));
  }
}
