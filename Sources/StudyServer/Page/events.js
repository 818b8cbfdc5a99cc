// Notes what happens around the trials: the page hidden, the window left, the network gone.
import { isPassing, post } from "./server.js";

export class EventLog {
  #queue = [];
  #tab;
  #sending = false;
  /** The trial under way, 0 for none. */
  position = 0;

  constructor(tab) {
    this.#tab = tab;
    document.addEventListener("visibilitychange", () => {
      this.note(document.visibilityState === "hidden" ? "hidden" : "visible");
    });
    for (const kind of ["blur", "focus", "resize", "offline", "online"]) {
      addEventListener(kind, () => this.note(kind));
    }
    setInterval(() => this.send(), 5000);
  }

  note(kind) {
    const last = this.#queue.at(-1);
    if (kind === "resize" && last?.kind === "resize") return;
    if (this.#queue.length < 200) {
      this.#queue.push({ kind, at: performance.now(), position: this.position });
    }
  }

  async send() {
    if (this.#sending || this.#queue.length === 0) return;
    this.#sending = true;
    const events = this.#queue.splice(0, 50);
    try {
      await post("/api/events", { tab: this.#tab, events });
    } catch (error) {
      // What was not stored is kept for the next time, unless it never will be.
      if (isPassing(error)) this.#queue.unshift(...events);
    }
    this.#sending = false;
  }
}
