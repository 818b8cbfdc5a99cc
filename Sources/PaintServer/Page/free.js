// Painting as one likes: any picture, any method, files in and out.

import { Files } from "./files.js";
import { furnish } from "./furnish.js";
import { GlobalPanel } from "./global.js";

const byId = (name) => document.getElementById(name);

export class Free {
  #app;
  #global;

  constructor(app) {
    this.#app = app;
  }

  /** Opens the picture that the address names, or the first. */
  async start({ pictures, methods, allowsUploads }) {
    await furnish("free");
    const app = this.#app;
    const files = new Files(app, byId("file"), document.body, allowsUploads);
    this.#global = new GlobalPanel(byId("global"), app);
    byId("choose").addEventListener("click", () => files.choose());
    byId("choose-first").addEventListener("click", () => files.choose());
    for (const button of document.querySelectorAll("#save-menu [data-kind]")) {
      button.addEventListener("click", () => {
        byId("save-menu").hidePopover();
        files.save(button.dataset.kind);
      });
    }
    byId("method").replaceChildren(...methods.map(({ name, title }) => new Option(title, name)));
    byId("method").addEventListener("change", (event) => {
      app.easel?.setMethod(event.target.value, event.timeStamp);
    });
    byId("picture").addEventListener("change", (event) => this.#open(event.target.value));
    app.addEventListener("change", () => this.#draw());
    app.addEventListener("picture", () => this.#drawPictures());
    const wanted = location.hash.slice(1);
    const first = pictures.find(({ id }) => id === wanted) ?? pictures[0];
    if (first) await app.show(first.id);
    else this.#drawPictures();
  }

  #open(id) {
    this.#app.show(id).catch((error) => {
      this.#app.complain(error.message || "That picture could not be opened.");
    });
  }

  #draw() {
    const { easel, method } = this.#app;
    byId("method").value = easel?.state.method ?? "";
    byId("method-note").textContent = method?.summary ?? "";
    this.#global.draw();
  }

  #drawPictures() {
    const { easel, pictures } = this.#app;
    byId("picture").replaceChildren(...pictures.map(({ id, title }) => new Option(title, id)));
    byId("picture").value = easel?.entry.id ?? "";
    document.body.classList.toggle("many", pictures.length > 1);
  }
}
