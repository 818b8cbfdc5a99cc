// Canvases: the picture in grey or in colour, and the points over it.

import { SIDE } from "./history.js";

/** A canvas that is as sharp as the screen, and is drawn once a frame at most. */
class Sheet {
  #isDue = false;

  constructor(canvas, view) {
    this.canvas = canvas;
    this.view = view;
    this.context = canvas.getContext("2d");
    new ResizeObserver(() => this.#fit()).observe(canvas);
    view.addEventListener("change", () => this.redraw());
  }

  get size() {
    return [this.canvas.clientWidth, this.canvas.clientHeight];
  }

  redraw() {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => this.flush());
  }

  flush() {
    this.#isDue = false;
    const [width, height] = this.size;
    if (width === 0) return;
    const ratio = this.canvas.width / width;
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.context.clearRect(0, 0, width, height);
    this.draw(this.context, this.view.frame(width, height));
  }

  #fit() {
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    this.canvas.width = Math.max(1, Math.round(this.canvas.clientWidth * ratio));
    this.canvas.height = Math.max(1, Math.round(this.canvas.clientHeight * ratio));
    this.flush();
  }
}

/** The picture: its fine lightness, in the colours of the result where it shows one. */
export class Pane extends Sheet {
  easel = null;
  #gray = new GrayLayer();

  constructor(canvas, view, isColored) {
    super(canvas, view);
    this.isColored = isColored;
  }

  draw(context, frame) {
    if (!this.easel) return;
    this.#gray.draw(context, this.easel.gray, frame);
    const result = this.easel.results.picture;
    if (!this.isColored || result === null) return;
    const { left, top, width, height } = frame;
    context.globalCompositeOperation = "color";
    context.drawImage(result, left, top, width, height);
    context.globalCompositeOperation = "source-over";
  }
}

/** The grey picture as a canvas shows it: scaled well once, which takes long, then only copied. */
class GrayLayer {
  #canvas = new OffscreenCanvas(1, 1);
  #picture = null;
  #place = "";

  /** Draws a picture into a frame of a canvas that holds nothing else yet. */
  draw(context, picture, frame) {
    const { width, height } = context.canvas;
    const place = JSON.stringify([width, height, context.getTransform().a, frame]);
    if (picture !== this.#picture || place !== this.#place) {
      [this.#picture, this.#place] = [picture, place];
      [this.#canvas.width, this.#canvas.height] = [width, height];
      const layer = this.#canvas.getContext("2d");
      layer.setTransform(context.getTransform());
      layer.imageSmoothingQuality = "high";
      layer.drawImage(picture, frame.left, frame.top, frame.width, frame.height);
    }
    context.save();
    context.resetTransform();
    context.drawImage(this.#canvas, 0, 0);
    context.restore();
  }
}

/** The points, and the cross of those who paint by keyboard. */
export class PointSheet extends Sheet {
  easel = null;
  cursor = { row: SIDE / 2, column: SIDE / 2 };
  hasCursor = false;

  /** Where a place's middle is. */
  spot({ row, column }) {
    const frame = this.view.frame(...this.size);
    return [
      frame.left + ((column + 0.5) * frame.width) / SIDE,
      frame.top + ((row + 0.5) * frame.height) / SIDE,
    ];
  }

  /** The newest point within reach of a spot; null for none. */
  hit(x, y, reach) {
    const points = this.easel?.state.points ?? [];
    let best = null;
    let nearest = reach;
    for (const [index, point] of points.entries()) {
      const [px, py] = this.spot(point);
      const distance = Math.hypot(px - x, py - y);
      if (distance <= nearest) [best, nearest] = [index, distance];
    }
    return best;
  }

  draw(context, frame) {
    if (!this.easel) return;
    const { state, selected } = this.easel;
    for (const [index, point] of state.points.entries()) {
      if (index !== selected) this.#drawPoint(context, frame, point, false);
    }
    if (this.easel.point) this.#drawPoint(context, frame, this.easel.point, true);
    if (this.hasCursor && !this.easel.point) this.#drawCursor(context);
  }

  #drawPoint(context, frame, point, isSelected) {
    const [x, y] = this.spot(point);
    const wide = (point.size * frame.width) / SIDE;
    const tall = (point.size * frame.height) / SIDE;
    context.fillStyle = this.easel.css(point);
    context.lineWidth = 1;
    context.fillRect(x - wide / 2, y - tall / 2, wide, tall);
    context.strokeStyle = "rgba(255, 255, 255, 0.9)";
    context.strokeRect(x - wide / 2, y - tall / 2, wide, tall);
    const radius = isSelected ? 8 : 6;
    const ring = (size, width, style) => {
      context.beginPath();
      context.arc(x, y, size, 0, 2 * Math.PI);
      context.lineWidth = width;
      context.strokeStyle = style;
      context.stroke();
    };
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
    ring(radius, 3.5, "rgba(0, 0, 0, 0.55)");
    ring(radius, 2, "#fff");
    if (isSelected) {
      ring(radius + 5, 3.5, "rgba(0, 0, 0, 0.45)");
      ring(radius + 5, 1.5, "#fff");
    }
  }

  #drawCursor(context) {
    const [x, y] = this.spot(this.cursor);
    for (const [width, style] of [[4, "rgba(0, 0, 0, 0.6)"], [1.5, "#fff"]]) {
      context.lineWidth = width;
      context.strokeStyle = style;
      context.beginPath();
      for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
        context.moveTo(x + 4 * dx, y + 4 * dy);
        context.lineTo(x + 13 * dx, y + 13 * dy);
      }
      context.stroke();
    }
  }
}
