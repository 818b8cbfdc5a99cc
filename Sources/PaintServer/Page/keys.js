// Everything by keyboard.

import { SIDE } from "./history.js";

const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Whether an element wants letters and numbers for itself. */
const isTyping = (target) =>
  target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
  || (target instanceof HTMLInputElement && !["radio", "checkbox"].includes(target.type));

/** Keys that work wherever the focus is, except in fields and open dialogs. */
export function listen(app) {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || !app.easel || app.isLocked) return;
    if (document.querySelector("dialog[open], [popover]:popover-open")) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (isCommand && key === "z") {
      if (event.shiftKey) app.easel.redo(event.timeStamp);
      else app.easel.undo(event.timeStamp);
    } else if (isCommand && key === "y") {
      app.easel.redo(event.timeStamp);
    } else if (isCommand || event.altKey || isTyping(event.target) || !plain(app, event, key)) {
      return;
    }
    event.preventDefault();
  });
}

function plain(app, event, key) {
  const { easel } = app;
  if (app.controls?.key(key, event.timeStamp)) return true;
  if (key === "[" || key === "]") app.stepSize(key === "]" ? 1 : -1, event.timeStamp);
  else if (key === "delete" || key === "backspace") {
    if (easel.point) easel.remove(easel.selected, event.timeStamp);
  } else if (key === "g") app.toggleGray();
  else if (key === "w") app.toggleWipe();
  else if (key === "+" || key === "=") app.zoomBy(1.25);
  else if (key === "-") app.zoomBy(0.8);
  else if (key === "0") app.view.fit();
  else if (key === "n" || key === "p") app.stepPoint(key === "n" ? 1 : -1);
  else if (key === "escape") app.letGo();
  else if (key === "?") app.showHelp();
  else return false;
  return true;
}

/** Arrows, Enter and Space on the picture: a cross moves, sets points and moves them. */
export function listenOnPicture(app, sheet) {
  const { canvas } = sheet;
  canvas.addEventListener("focus", () => {
    sheet.hasCursor = canvas.matches(":focus-visible");
    sheet.redraw();
  });
  canvas.addEventListener("blur", () => {
    sheet.hasCursor = false;
    sheet.redraw();
  });
  canvas.addEventListener("keydown", (event) => {
    const { easel } = app;
    if (!easel || app.isLocked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in ARROWS) arrow(app, sheet, event);
    else if (event.key === "Enter" || event.key === " ") enter(app, sheet, event);
    else return;
    event.preventDefault();
  });
}

function arrow(app, sheet, event) {
  const { easel } = app;
  const step = event.shiftKey ? 10 : 1;
  const [down, right] = ARROWS[event.key].map((part) => part * step);
  const from = easel.point ?? sheet.cursor;
  const within = (value) => Math.min(Math.max(value, 0), SIDE - 1);
  const place = { row: within(from.row + down), column: within(from.column + right) };
  sheet.cursor = place;
  sheet.hasCursor = true;
  if (easel.point) easel.move(place, event.timeStamp);
  else {
    sheet.redraw();
    app.say(`Row ${place.row}, column ${place.column}`);
  }
}

function enter(app, sheet, event) {
  const { easel } = app;
  if (app.claim !== null) return app.fulfil(sheet.cursor, event.timeStamp);
  if (easel.point) return easel.select(null);
  const here = sheet.hit(...sheet.spot(sheet.cursor), 6);
  if (here === null) easel.add({ ...sheet.cursor }, event.timeStamp);
  else easel.select(here);
}
