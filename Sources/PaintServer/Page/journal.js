// Tells the server every change, in order, until it has it on its disk.

import * as server from "./server.js";

export class Journal extends EventTarget {
  #id;
  #queue = [];
  #next;
  #start;
  #isSending = false;
  #isBroken = false;

  /** Goes on after so many events, of a picture shown so many seconds ago. */
  constructor(id, count, elapsed) {
    super();
    this.#id = id;
    this.#next = count + 1;
    this.#start = performance.now() - 1000 * elapsed;
  }

  get isSaved() {
    return this.#queue.length === 0;
  }

  /** Notes what was done, the state it led to, and what else there is to say of it. */
  note(action, state, facts = {}) {
    const milliseconds = Math.max(0, performance.now() - this.#start);
    this.#queue.push({ sequence: this.#next++, milliseconds, action, state, ...facts });
    this.#send();
  }

  /** Resolves when everything is stored, or cannot be. */
  settled() {
    if (this.isSaved || this.#isBroken) return Promise.resolve();
    return new Promise((resolve) => {
      this.addEventListener("settled", resolve, { once: true });
    });
  }

  async #send() {
    if (this.#isSending || this.#isBroken) return;
    this.#isSending = true;
    for (let pause = 500; this.#queue.length > 0; ) {
      const batch = this.#queue.slice(0, 20);
      this.#tell("saving");
      try {
        await server.keep(this.#id, batch);
        this.#queue.splice(0, batch.length);
        pause = 500;
      } catch (error) {
        if (!server.isPassing(error)) {
          this.#isBroken = true;
          this.#tell("broken", error.message);
          break;
        }
        this.#tell("waiting");
        await new Promise((resolve) => setTimeout(resolve, pause));
        pause = Math.min(2 * pause, 8000);
      }
    }
    this.#isSending = false;
    if (this.isSaved) this.#tell("saved");
    this.dispatchEvent(new Event("settled"));
  }

  #tell(state, message = "") {
    this.dispatchEvent(new CustomEvent("state", { detail: { state, message } }));
  }
}
