// Wires the page together.

import { App } from "./app.js";
import { Gestures } from "./gestures.js";
import { listen, listenOnPicture } from "./keys.js";
import * as server from "./server.js";

const byId = (name) => document.getElementById(name);
const onClick = (name, action) =>
  byId(name).addEventListener("click", (event) => action(event.timeStamp, event));

const app = new App();
new Gestures(app.sheet, app.view, app);
listen(app);
listenOnPicture(app, app.sheet);

app.addEventListener("change", () => {
  app.controls?.draw();
  drawTools();
});
app.addEventListener("picture", () => {
  byId("title").textContent = app.easel?.entry.title ?? "";
});

onClick("undo", (stamp) => app.easel?.undo(stamp));
onClick("redo", (stamp) => app.easel?.redo(stamp));
onClick("reset", (stamp) => app.easel?.reset(stamp));
onClick("remove", (stamp) => app.easel?.point && app.easel.remove(app.easel.selected, stamp));
onClick("zoom-in", () => app.zoomBy(1.5));
onClick("zoom-out", () => app.zoomBy(1 / 1.5));
onClick("zoom-fit", () => app.view.fit());
onClick("show-help", () => app.showHelp());
onClick("close-help", () => byId("help").close());
onClick("close-complaint", () => (byId("complaint").hidden = true));
byId("pair").addEventListener("change", () => app.toggleWipe(false));
byId("wipe").addEventListener("change", () => app.toggleWipe(true));
byId("gray").addEventListener("change", (event) => app.toggleGray(event.target.checked));

for (const button of document.querySelectorAll("#sizes [data-size]")) {
  button.addEventListener("click", (event) => {
    app.easel?.resize(Number(button.dataset.size), event.timeStamp);
  });
}
app.view.addEventListener("change", () => {
  byId("zoom-fit").textContent = `${Math.round(100 * app.view.zoom)} %`;
});

const divider = byId("divider");
divider.addEventListener("pointerdown", (event) => divider.setPointerCapture(event.pointerId));
divider.addEventListener("pointermove", (event) => {
  if (!divider.hasPointerCapture(event.pointerId)) return;
  const box = byId("stage").getBoundingClientRect();
  app.setWipe((100 * (event.clientX - box.left)) / box.width);
});
divider.addEventListener("keydown", (event) => {
  const step = { ArrowLeft: -2, ArrowRight: 2, Home: -100, End: 100 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  app.setWipe(app.wipe + step);
});

// A file that is dropped must not take the page's place.
for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());

function drawTools() {
  const { easel } = app;
  byId("undo").disabled = !easel?.history.canUndo;
  byId("redo").disabled = !easel?.history.canRedo;
  byId("reset").disabled = !easel || easel.isUntouched;
  byId("remove").disabled = !easel?.point;
  for (const button of document.querySelectorAll("#sizes [data-size]")) {
    button.setAttribute("aria-pressed", String(Number(button.dataset.size) === easel?.size));
  }
  const count = easel?.state.points.length ?? 0;
  byId("count").textContent = count === 1 ? "1 point" : `${count} points`;
}

async function begin() {
  const subject = new URLSearchParams(location.search).get("subject");
  const entered = await server.enter(subject);
  app.pictures = entered.pictures;
  app.methods = entered.methods;
  app.firstMethod = entered.method;
  if (entered.isFree) {
    const { Free } = await import("./free.js");
    await new Free(app).start(entered);
  } else {
    const { Study } = await import("./study.js");
    await new Study(app, byId("screen"), byId("study-bar")).start(entered);
  }
}

begin().catch((error) => {
  app.complain(error.message || "The server does not answer. Is it running?");
});
