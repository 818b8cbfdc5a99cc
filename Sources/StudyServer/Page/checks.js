// Looks at the judge's screen and colour vision before the study.
import { drawPlate, plateCount } from "./plates.js";
import { measureFrames } from "./presenter.js";
import { ask, choose, make, pairs, paragraph, say, show, step } from "./screens.js";

/** A telephone: a coarse pointer only, and a small screen. */
export const isPhone = () =>
  matchMedia("(pointer: coarse)").matches && !matchMedia("(any-pointer: fine)").matches
  && Math.min(screen.width, screen.height) < 600;

/** Shows the plates one by one; resolves with how many were read as most people read them. */
export async function checkColourVision() {
  let right = 0;
  for (let index = 0; index < plateCount; index++) {
    step(`Colour check ${index + 1} of ${plateCount}`);
    const canvas = make("canvas", {
      class: "plate", role: "img", "aria-label": `Plate ${index + 1}: a disc of coloured dots`,
    });
    const { digit, choices } = drawPlate(canvas, index);
    const { row, chosen } = choose(...choices, "No number");
    row.classList.add("digits");
    for (const button of row.children) button.className = "choice";
    show(
      "plates", "Which number do you see?",
      paragraph("Answer at a glance. If you see none, say so: that is a good answer too."),
      canvas, row);
    if (choices[await chosen] === digit) right += 1;
  }
  return { platesShown: plateCount, platesRight: right };
}

/** What the screen must be like, and whether it is. */
function requirements(side) {
  const [width, height] = [side + 64, side + 240];
  return [
    {
      text: `The window is at least ${width} by ${height} points`,
      hint: "Make the window larger, or press F11 for the full screen.",
      holds: innerWidth >= width && innerHeight >= height,
    },
    {
      text: "The page is not magnified by pinching",
      hint: "Pinch the page back to its normal size.",
      holds: Math.abs((visualViewport?.scale ?? 1) - 1) < 0.02,
    },
    {
      text: "The page is in front",
      hint: "Bring this page to the front.",
      holds: document.visibilityState === "visible",
    },
  ];
}

/** Waits until the screen is fit; resolves with what it is like. */
export async function checkScreen(side) {
  step("Screen check");
  const list = make("ul", { class: "checks" });
  const { row, chosen } = choose("Continue");
  const button = row.firstChild;
  const update = () => {
    const found = requirements(side);
    list.replaceChildren(
      ...found.map(({ text, hint, holds }) =>
        make(
          "li", { class: holds ? "met" : "unmet" },
          make("span", { class: "mark", "aria-hidden": "true" }, holds ? "✓" : "!"),
          make("span", {}, text, make("span", { class: "hidden" }, holds ? ": yes" : ": not yet"),
            ...(holds ? [] : [make("small", {}, hint)])))));
    const isFit = found.every(({ holds }) => holds);
    if (button.disabled === isFit) say(isFit ? "The screen is ready." : "The screen is not ready.");
    button.disabled = !isFit;
  };
  show(
    "screen", "Is your screen ready?",
    paragraph("Please sit as you usually do, and dim light that shines on the screen."), list,
    paragraph("Keep the browser’s zoom as it is until the end.", { class: "aside" }), row);
  update();
  addEventListener("resize", update);
  visualViewport?.addEventListener("resize", update);
  document.addEventListener("visibilitychange", update);
  await chosen;
  removeEventListener("resize", update);
  visualViewport?.removeEventListener("resize", update);
  document.removeEventListener("visibilitychange", update);
  return await describeScreen();
}

async function describeScreen() {
  return {
    width: screen.width, height: screen.height, viewportWidth: innerWidth,
    viewportHeight: innerHeight, pixelRatio: devicePixelRatio,
    zoom: visualViewport?.scale ?? 1, frameMilliseconds: await measureFrames(),
    isTouch: matchMedia("(pointer: coarse)").matches,
    isDark: matchMedia("(prefers-color-scheme: dark)").matches,
  };
}

/** Explains a trial. */
export async function instruct(study) {
  step("Instructions");
  const seconds = (study.exposure.picture / 1000).toLocaleString("en", { maximumFractionDigits: 2 });
  const card = (kind, text) =>
    make("li", { class: kind }, make("span", { class: "card", "aria-hidden": "true" }), text);
  await ask(
    "instructions", "How it works",
    [
      paragraph(
        "You will see the same picture twice, one after the other. One has its real colours. The "
          + "colours of the other were made by a computer."),
      make(
        "ol", { class: "sequence" },
        card("shown one", "First picture"), card("shown two", "Second picture"),
        card("asked", "Which had fake colours?")),
      paragraph(
        `Each picture is shown for ${seconds} ${seconds === "1" ? "second" : "seconds"}. Then say `
          + "which of the two had fake colours: press a button, or the keys 1 and 2, or the arrow "
          + "keys. Take the time you need for the answer. When you are not sure, guess."),
      paragraph(outline(study)),
    ],
    "Continue");
}

/** What comes, in a sentence or two; practice only where there is any. */
function outline({ practiceTrials, mainTrials }) {
  const come = (count) => (count === 1 ? "comes" : "come");
  if (practiceTrials === 0) {
    return mainTrials === 1 ? "There is 1 pair." : `There are ${mainTrials} pairs, and each counts.`;
  }
  return `First ${come(practiceTrials)} ${pairs(practiceTrials)} to practise, with the `
    + `${practiceTrials === 1 ? "answer" : "answers"}. Then ${come(mainTrials)} ${pairs(mainTrials)} `
    + `that ${mainTrials === 1 ? "counts" : "count"}.`;
}
