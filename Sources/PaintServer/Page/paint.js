// Wires the page together.

import { App } from "./app.js";
import { Files } from "./files.js";
import { GamutField } from "./gamut.js";
import { Gestures } from "./gestures.js";
import { GlobalPanel } from "./global.js";
import { listen, listenOnPicture } from "./keys.js";
import { RecentColors, Suggestions } from "./palette.js";
import { Sliders } from "./sliders.js";
import { Study } from "./study.js";
import * as server from "./server.js";

const byId = (name) => document.getElementById(name);
const onClick = (name, action) =>
  byId(name).addEventListener("click", (event) => action(event.timeStamp, event));

const app = new App();
const files = new Files(app, byId("file"), document.body);
const suggestions = new Suggestions(byId("suggestions"), byId("suggestions-note"), app);
const parts = [
  suggestions,
  new GamutField(byId("gamut"), app),
  new RecentColors(byId("recent"), app),
  new Sliders(byId("sliders"), app),
  new GlobalPanel(byId("global"), app),
];
new Gestures(app.sheet, app.view, app);
listen(app);
listenOnPicture(app, app.sheet);

app.addEventListener("take", ({ detail }) => suggestions.take(detail.rank, detail.stamp));
app.addEventListener("change", () => {
  for (const part of parts) part.draw();
  drawTools();
});
app.addEventListener("picture", drawPictures);

onClick("undo", (stamp) => app.easel?.undo(stamp));
onClick("redo", (stamp) => app.easel?.redo(stamp));
onClick("reset", (stamp) => app.easel?.reset(stamp));
onClick("remove", (stamp) => app.easel?.point && app.easel.remove(app.easel.selected, stamp));
onClick("gray", () => app.toggleGray());
onClick("pair", () => app.toggleWipe(false));
onClick("wipe", () => app.toggleWipe(true));
onClick("pick", () => app.togglePicking());
onClick("zoom-in", () => app.zoomBy(1.5));
onClick("zoom-out", () => app.zoomBy(1 / 1.5));
onClick("zoom-fit", () => app.view.fit());
onClick("show-help", () => app.showHelp());
onClick("close-help", () => byId("help").close());
onClick("choose", () => files.choose());
onClick("choose-first", () => files.choose());
onClick("close-complaint", () => (byId("complaint").hidden = true));

for (const button of document.querySelectorAll("#save-menu [data-kind]")) {
  button.addEventListener("click", () => {
    byId("save-menu").hidePopover();
    files.save(button.dataset.kind);
  });
}
for (const button of document.querySelectorAll("#sizes [data-size]")) {
  button.addEventListener("click", (event) => {
    app.easel?.resize(Number(button.dataset.size), event.timeStamp);
  });
}
byId("method").addEventListener("change", (event) => {
  app.easel?.setMethod(event.target.value, event.timeStamp);
});
byId("picture").addEventListener("change", (event) => app.show(event.target.value));
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

function drawTools() {
  const { easel } = app;
  byId("undo").disabled = !easel?.history.canUndo;
  byId("redo").disabled = !easel?.history.canRedo;
  byId("reset").disabled = !easel || easel.isUntouched;
  byId("remove").disabled = byId("pick").disabled = !easel?.point;
  byId("method").value = easel?.state.method ?? "";
  byId("method-note").textContent = app.method?.summary ?? "";
  for (const button of document.querySelectorAll("#sizes [data-size]")) {
    button.setAttribute("aria-pressed", String(Number(button.dataset.size) === easel?.size));
  }
  const point = easel?.point;
  byId("gamut-note").textContent = point
    ? figures(easel.lightnessAt(point), point, easel.css(point))
    : "Set a point, or select one";
  const count = easel?.state.points.length ?? 0;
  byId("count").textContent = count === 1 ? "1 point" : `${count} points`;
}

const figures = (lightness, { a, b }, css) =>
  [`L ${lightness.toFixed(0)}`, `a ${a.toFixed(0)}`, `b ${b.toFixed(0)}`, css].join("   ");

function drawPictures() {
  const list = byId("picture");
  list.replaceChildren(...app.pictures.map(({ id, title }) => new Option(title, id)));
  list.value = app.easel?.entry.id ?? "";
  byId("title").textContent = app.easel?.entry.title ?? "";
  document.body.classList.toggle("many", app.pictures.length > 1);
}

async function begin() {
  const subject = new URLSearchParams(location.search).get("subject");
  const entered = await server.enter(subject);
  app.pictures = entered.pictures;
  app.methods = entered.methods;
  app.firstMethod = entered.method;
  app.allowsUploads = entered.allowsUploads;
  document.body.classList.toggle("study", !entered.isFree);
  byId("method").replaceChildren(...entered.methods.map(({ name }) => new Option(name, name)));
  if (!entered.isFree) {
    await new Study(app, byId("screen"), byId("study-bar")).start(entered);
    return;
  }
  const wanted = location.hash.slice(1);
  const first = app.pictures.find(({ id }) => id === wanted) ?? app.pictures[0];
  if (first) await app.show(first.id);
  else drawPictures();
}

begin().catch((error) => {
  app.complain(error.message || "The server does not answer. Is it running?");
});
