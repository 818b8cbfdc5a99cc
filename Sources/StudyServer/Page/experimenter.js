// Shows how far the study is, and looks again every few seconds.
import { make } from "./screens.js";
import { get } from "./server.js";

const EVERY = 5000;
const byId = (id) => document.getElementById(id);
const number = (value, digits = 0) =>
  value === undefined || value === null ? "–" : value.toFixed(digits);

const states = [
  ["usable", "complete and usable"], ["underWay", "under way"], ["excluded", "left out"],
  ["dropped", "stopped"], ["withdrawn", "withdrawn"],
];

function tile(name, value, note = "") {
  return make("div", {}, make("dt", {}, name), make("dd", {}, value, ...(note ? [make("small", {}, ` ${note}`)] : [])));
}

function share(part, whole) {
  return whole === 0 ? "" : `${(100 * part / whole).toFixed(1)} %`;
}

function cell(entry) {
  const [state, words] = states.find(([name]) => entry[name] > 0) ?? ["", "empty"];
  const title = states.filter(([name]) => entry[name] > 0).map(([name, text]) => `${entry[name]} ${text}`);
  return make(
    "li", { class: state, title: title.join(", ") || "empty" }, `${entry.cell}`,
    make("span", { class: "hidden" }, `: ${words}`));
}

function judge(entry) {
  const texts = [
    entry.judge, entry.state, `${entry.answered} of ${entry.trials}`,
    `${entry.missedVigilance} of ${entry.vigilance}`,
    entry.medianReaction == null ? "–" : `${number(entry.medianReaction)} ms`,
    entry.platesShown == null ? "–" : `${entry.platesRight} of ${entry.platesShown}`,
    entry.exclusion || "no", entry.comment,
  ];
  return make("tr", {}, ...texts.map((text) => make("td", { dir: "auto" }, text)));
}

function draw(progress) {
  byId("study").textContent = progress.study;
  byId("title").textContent = progress.title;
  byId("numbers").replaceChildren(
    tile("Usable judges", `${progress.usable}`, `of ${progress.wanted}`),
    tile("Under way", `${progress.underWay}`), tile("Stopped", `${progress.dropped}`),
    tile("Left out", `${progress.excluded}`), tile("Withdrawn", `${progress.withdrawn}`),
    tile("Answers", `${progress.answers}`),
    tile("Median time", number(progress.medianMinutes, 1), "min"),
    tile("Median reaction", number(progress.medianReaction), "ms"),
    tile("Exposure off", `${progress.offSchedule}`, share(progress.offSchedule, progress.answers)),
    tile("Shown again", `${progress.interrupted}`, share(progress.interrupted, progress.answers)));
  byId("legend").textContent =
    "Filled: a usable judge. Framed: one under way. Dashed: one who stopped or is left out.";
  byId("cells").replaceChildren(...progress.cells.map(cell));
  byId("judges").replaceChildren(...progress.judges.map(judge));
}

async function refresh() {
  try {
    draw(await get("/experimenter/numbers.json"));
    byId("state").textContent = "";
  } catch (error) {
    byId("state").textContent = error.message || "No connection";
  }
  setTimeout(refresh, EVERY);
}

refresh();
