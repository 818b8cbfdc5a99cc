// The ab plane at the lightness under the selected point; what sRGB cannot show is left blank.

import { EXTENT, bytes, clamped, css, gamut } from "./color.js";

const SIDE = 2 * EXTENT + 1;
const STEPS = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

export class GamutField {
  #canvas;
  #note;
  #plane = new OffscreenCanvas(SIDE, SIDE);
  #drawnFor = null;
  #app;
  #isDragging = false;

  /** Draws into a canvas, and tells the colour's numbers in a note. */
  constructor(canvas, note, app) {
    this.#canvas = canvas;
    this.#note = note;
    this.#app = app;
    new ResizeObserver(() => this.draw()).observe(canvas);
    canvas.addEventListener("pointerdown", (event) => this.#down(event));
    canvas.addEventListener("pointermove", (event) => this.#isDragging && this.#drag(event));
    canvas.addEventListener("pointerup", (event) => this.#end(event, true));
    canvas.addEventListener("pointercancel", (event) => this.#end(event, false));
    canvas.addEventListener("keydown", (event) => this.#key(event));
  }

  get #easel() {
    return this.#app.isLocked || !this.#app.easel?.point ? null : this.#app.easel;
  }

  // Hand

  #color(event) {
    const box = this.#canvas.getBoundingClientRect();
    const a = ((event.clientX - box.left) / box.width) * SIDE - EXTENT - 0.5;
    const b = EXTENT + 0.5 - ((event.clientY - box.top) / box.height) * SIDE;
    return clamped(this.#easel.lightnessAt(this.#easel.point), a, b);
  }

  #down(event) {
    if (!this.#easel || event.button > 0) return;
    this.#canvas.setPointerCapture(event.pointerId);
    this.#isDragging = true;
    this.#drag(event);
  }

  #drag(event) {
    if (this.#easel) this.#easel.draftPoint(this.#color(event));
  }

  #end(event, isKept) {
    if (!this.#isDragging) return;
    this.#isDragging = false;
    if (isKept) this.#app.easel?.keepDraft("recolor", { source: "gamut" }, event.timeStamp);
    else this.#app.easel?.dropDraft();
  }

  #key(event) {
    const easel = this.#easel;
    if (!easel || !(event.key in STEPS) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const step = event.shiftKey ? 10 : 2;
    const [right, up] = STEPS[event.key];
    const { a, b } = easel.point;
    const lightness = easel.lightnessAt(easel.point);
    const color = clamped(lightness, a + step * right, b + step * up);
    easel.recolor(color, { source: "gamut" }, event.timeStamp);
    this.#app.say(`a ${color.a}, b ${color.b}, ${css(lightness, color.a, color.b)}`);
  }

  // Eye

  draw() {
    const easel = this.#app.easel;
    const point = easel?.point ?? null;
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    // Before the note changes: the size is known then without laying out the page again.
    const size = this.#canvas.clientWidth;
    this.#note.textContent = point
      ? figures(easel.lightnessAt(point), point, easel.css(point)) : "Set a point, or select one";
    if (size === 0) return;
    const wanted = Math.round(size * ratio);
    if (this.#canvas.width !== wanted) this.#canvas.width = this.#canvas.height = wanted;
    const context = this.#canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, size, size);
    const lightness = point ? easel.lightnessAt(point) : null;
    if (lightness === null) return this.#drawAxes(context, size);
    this.#fill(lightness);
    context.drawImage(this.#plane, 0, 0, size, size);
    this.#drawAxes(context, size);
    for (const color of easel.companion.colors) this.#dot(context, size, color, 3, lightness);
    this.#dot(context, size, point, 8, lightness);
  }

  #fill(lightness) {
    if (this.#drawnFor === lightness) return;
    this.#drawnFor = lightness;
    const mask = gamut(lightness);
    const image = new ImageData(SIDE, SIDE);
    for (let a = -EXTENT, cell = 0; a <= EXTENT; a++) {
      for (let b = -EXTENT; b <= EXTENT; b++, cell++) {
        if (!mask[cell]) continue;
        const at = 4 * ((EXTENT - b) * SIDE + a + EXTENT);
        image.data.set(bytes(lightness, a, b), at);
        image.data[at + 3] = 255;
      }
    }
    this.#plane.getContext("2d").putImageData(image, 0, 0);
  }

  #drawAxes(context, size) {
    context.strokeStyle = "rgba(128, 128, 128, 0.45)";
    context.lineWidth = 1;
    context.beginPath();
    const middle = Math.round(size / 2) + 0.5;
    context.moveTo(0, middle);
    context.lineTo(size, middle);
    context.moveTo(middle, 0);
    context.lineTo(middle, size);
    context.stroke();
  }

  #dot(context, size, { a, b }, radius, lightness) {
    const x = ((a + EXTENT + 0.5) / SIDE) * size;
    const y = ((EXTENT + 0.5 - b) / SIDE) * size;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = css(lightness, a, b);
    context.fill();
    context.lineWidth = radius > 4 ? 4 : 2;
    context.strokeStyle = "rgba(0, 0, 0, 0.5)";
    context.stroke();
    context.lineWidth = radius > 4 ? 2 : 1;
    context.strokeStyle = "#fff";
    context.stroke();
  }
}

const figures = (lightness, { a, b }, css) =>
  [`L ${lightness.toFixed(0)}`, `a ${a.toFixed(0)}`, `b ${b.toFixed(0)}`, css].join("   ");
