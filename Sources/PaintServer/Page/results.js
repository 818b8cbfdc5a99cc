// Asks for results: one request at a time, always for the newest state; the last result stays until
// the next is there.

import { SIDE } from "./history.js";
import * as server from "./server.js";

export class Results {
  pixels = null;

  #easel;
  #canvas = new OffscreenCanvas(SIDE, SIDE);
  #context = this.#canvas.getContext("2d");
  #data = new ImageData(SIDE, SIDE);
  #version = 0;
  #wished = "";
  #shown = null;
  #stamp = null;
  #isBusy = false;
  #isClosed = false;

  constructor(easel) {
    this.#easel = easel;
    this.#data.data.fill(255);
  }

  /** The result as a picture of the working size; null before the first. */
  get picture() {
    return this.pixels === null ? null : this.#canvas;
  }

  get isUpToDate() {
    return this.#shown === this.#wished;
  }

  close() {
    this.#isClosed = true;
  }

  /** Something has changed; the stamp is of the input that did it, to be timed. */
  refresh(stamp = null) {
    this.#wished = JSON.stringify(this.#easel.state);
    if (this.isUpToDate) {
      this.#tell("result", { stamp });
    } else if (stamp !== null) {
      this.#stamp = stamp;
    }
    this.#run();
  }

  async #run() {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let pause = 250; !this.#isClosed; ) {
      try {
        if (!this.isUpToDate) await this.#paint();
        else if (this.#easel.companion?.isDue) await this.#consult();
        else break;
        pause = 250;
      } catch (error) {
        const isOld = error instanceof server.Refused && error.reason === "superseded";
        if (!isOld && !server.isPassing(error)) {
          this.#shown = this.#wished;
          this.#tell("failure", error.message);
          break;
        }
        if (!isOld) this.#tell("trouble");
        await new Promise((resolve) => setTimeout(resolve, pause));
        pause = Math.min(2 * pause, 4000);
      }
    }
    this.#isBusy = false;
  }

  async #paint() {
    const wished = this.#wished;
    const easel = this.#easel;
    const reply = await server.paint(easel.entry.id, ++this.#version, easel.state, null);
    if (this.#isClosed) return;
    this.pixels = reply.pixels;
    const target = this.#data.data;
    for (let from = 0, to = 0; from < reply.pixels.length; from += 3, to += 4) {
      target[to] = reply.pixels[from];
      target[to + 1] = reply.pixels[from + 1];
      target[to + 2] = reply.pixels[from + 2];
    }
    this.#context.putImageData(this.#data, 0, 0);
    this.#shown = wished;
    // An input is answered by the result of the state that it led to, not by one on the way there.
    const stamp = this.isUpToDate ? this.#stamp : null;
    if (this.isUpToDate) this.#stamp = null;
    this.#tell("result", { stamp });
  }

  /** Lets the companion ask the server what it wants to know. */
  async #consult() {
    const { entry, companion } = this.#easel;
    await companion.ask(
      (state, selected) => server.paint(entry.id, ++this.#version, state, selected));
    if (!this.#isClosed) this.#tell("advice");
  }

  #tell(kind, detail = null) {
    this.#easel.dispatchEvent(new CustomEvent(kind, { detail }));
  }
}
