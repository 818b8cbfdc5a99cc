// Files that come in, and files that go out.

import * as server from "./server.js";

export class Files {
  #app;
  #input;
  #allowsUploads;

  constructor(app, input, zone, allowsUploads) {
    this.#app = app;
    this.#input = input;
    this.#allowsUploads = allowsUploads;
    input.addEventListener("change", () => {
      const [file] = input.files;
      input.value = "";
      if (file) this.open(file);
    });
    addEventListener("dragover", () => zone.classList.add("dropping"));
    addEventListener("dragleave", (event) => {
      if (event.relatedTarget === null) zone.classList.remove("dropping");
    });
    addEventListener("drop", (event) => {
      zone.classList.remove("dropping");
      const [file] = event.dataTransfer?.files ?? [];
      if (file) this.open(file);
    });
  }

  choose() {
    this.#input.click();
  }

  /** A picture, or a session that was put aside. */
  async open(file) {
    const app = this.#app;
    if (!this.#allowsUploads) return;
    try {
      app.busy(`Opening ${file.name}…`);
      if (/\.json$/i.test(file.name)) {
        const { picture, state } = await server.openDocument(file);
        await app.show(picture);
        app.easel.load({ ...state, points: state.points }, performance.now());
      } else {
        const entry = await server.upload(file);
        await app.add(entry);
      }
      app.busy("");
    } catch (error) {
      app.busy("");
      app.complain(error.message || `${file.name} could not be opened.`);
    }
  }

  /** Makes a file of what is seen, and hands it to the browser. */
  async save(kind) {
    const app = this.#app;
    const { easel } = app;
    if (!easel) return;
    try {
      app.busy(kind === "full" ? "Painting at full size…" : "Saving…");
      easel.dropDraft();
      const { blob, name } = await server.file(easel.entry.id, kind, easel.state);
      easel.noteEnd("save");
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      app.busy("");
      app.say(`Saved ${name}`);
    } catch (error) {
      app.busy("");
      app.complain(error.message || "That could not be saved.");
    }
  }
}
