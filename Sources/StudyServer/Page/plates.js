// Plates of coloured dots in the manner of Ishihara, drawn anew each time. They are a coarse look at
// colour vision, not a diagnosis: the first is readable for everybody, the others differ in hue only,
// along lines on which people with red-green deficiencies confuse colours.

const SIDE = 320;
const PAIRS = [
  { figure: [[28, 42, 250], [36, 40, 245]], ground: [[78, 60, 75], [84, 55, 80]] },
  { figure: [[60, 46, 42], [66, 44, 48], [55, 48, 38]], ground: [[60, 36, 108], [66, 38, 112], [54, 34, 104]] },
  { figure: [[62, 38, 145], [68, 36, 140], [56, 38, 150]], ground: [[62, 44, 62], [68, 44, 66], [56, 46, 58]] },
  { figure: [[58, 50, 30], [64, 46, 34], [70, 40, 36]], ground: [[60, 28, 120], [66, 30, 116], [72, 26, 124]] },
];
const DIGITS = ["2", "3", "5", "6", "8", "9"];

const pick = (list) => list[Math.floor(Math.random() * list.length)];

/** Draws the digit's shape and tells where it is. */
function shape(digit) {
  const canvas = new OffscreenCanvas(SIDE, SIDE);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.font = `bold ${SIDE * 0.78}px "DejaVu Sans", Verdana, Arial, sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(digit, SIDE / 2, SIDE * 0.53);
  const alpha = context.getImageData(0, 0, SIDE, SIDE).data;
  return (x, y) => alpha[4 * (Math.round(y) * SIDE + Math.round(x)) + 3] > 127;
}

/** Dots that do not touch, filling a disc. */
function dots() {
  const placed = [];
  for (const radius of [9, 7, 5.5, 4, 3]) {
    for (let tries = 0; tries < 1600; tries++) {
      const angle = 2 * Math.PI * Math.random();
      const distance = (SIDE / 2 - radius - 2) * Math.sqrt(Math.random());
      const dot = {
        x: SIDE / 2 + distance * Math.cos(angle), y: SIDE / 2 + distance * Math.sin(angle), radius,
      };
      const free = placed.every(
        (other) => Math.hypot(other.x - dot.x, other.y - dot.y) > other.radius + radius + 1.2);
      if (free) placed.push(dot);
    }
  }
  return placed;
}

/** Draws plate `index` on a canvas; returns its digit and four digits to choose from. */
export function drawPlate(canvas, index) {
  const digit = pick(DIGITS);
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext("2d");
  const isFigure = shape(digit);
  const { figure, ground } = PAIRS[index];
  for (const dot of dots()) {
    const [lightness, chroma, hue] = pick(isFigure(dot.x, dot.y) ? figure : ground);
    const jitter = index === 0 ? 0 : 8 * (Math.random() - 0.5);
    context.fillStyle = `lch(${lightness + jitter}% ${chroma} ${hue})`;
    context.beginPath();
    context.arc(dot.x, dot.y, dot.radius, 0, 2 * Math.PI);
    context.fill();
  }
  const others = DIGITS.filter((other) => other !== digit).sort(() => Math.random() - 0.5);
  return { digit, choices: [digit, ...others.slice(0, 3)].sort() };
}

export const plateCount = PAIRS.length;
