// CIE 1976 L*a*b*, D65, as the server computes it (Colorimetry), and the gamut of a lightness.

const TO_XYZ = [
  [0.412453, 0.35758, 0.180423],
  [0.212671, 0.71516, 0.072169],
  [0.019334, 0.119193, 0.950227],
];
const TO_RGB = [
  [3.240481343200526, -1.5371515162713185, -0.4985363261688878],
  [-0.9692549499965682, 1.8759900014898907, 0.0415559265582928],
  [0.05564663913517716, -0.20404133836651123, 1.0573110696453443],
];
const WHITE_X = 0.95047;
const WHITE_Z = 1.08883;

const expand = (sample) =>
  sample > 0.04045 ? ((sample + 0.055) / 1.055) ** 2.4 : sample / 12.92;
const compress = (linear) => {
  const sample = linear > 0.0031308 ? 1.055 * linear ** (1 / 2.4) - 0.055 : 12.92 * linear;
  return sample < 1 ? sample : 1;
};
const response = (x) => (x > 0.008856 ? Math.cbrt(x) : 7.787 * x + 16 / 116);
const stimulus = (y) => (y > 0.2068966 ? y * y * y : (y - 16 / 116) / 7.787);
const dot = (row, x, y, z) => row[0] * x + row[1] * y + row[2] * z;

/** Linear light of every 8-bit sample. */
const LINEAR = Float64Array.from({ length: 256 }, (_, sample) => expand(sample / 255));

const measured = (red, green, blue) => {
  const x = response(dot(TO_XYZ[0], red, green, blue) / WHITE_X);
  const y = response(dot(TO_XYZ[1], red, green, blue));
  const z = response(dot(TO_XYZ[2], red, green, blue) / WHITE_Z);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

/** L*, a*, b* of 8-bit samples. */
export const lab = (red, green, blue) => measured(LINEAR[red], LINEAR[green], LINEAR[blue]);

/** Samples in 0…1, clipped, of L*, a*, b*. */
export function srgb(lightness, a, b) {
  const fy = (lightness + 16) / 116;
  const x = stimulus(fy + a / 500) * WHITE_X;
  const y = stimulus(fy);
  const z = stimulus(Math.max(fy - b / 200, 0)) * WHITE_Z;
  return TO_RGB.map((row) => compress(Math.max(dot(row, x, y, z), 0)));
}

/** 8-bit samples, rounded, of L*, a*, b*. */
export const bytes = (lightness, a, b) =>
  srgb(lightness, a, b).map((sample) => Math.round(255 * sample));

export const hex = (samples) =>
  "#" + samples.map((sample) => sample.toString(16).padStart(2, "0")).join("");

/** The colour as CSS has it. */
export const css = (lightness, a, b) => hex(bytes(lightness, a, b));

/**
 * Whether a colour survives 8-bit sRGB within a distance of 1.0 in CIELAB: the rule of the interface
 * of Zhang et al. 2017, as in the server's Gamut.
 */
export function isShowable(lightness, a, b) {
  const [red, green, blue] = srgb(lightness, a, b).map((sample) => Math.floor(255 * sample));
  const shown = lab(red, green, blue);
  return (shown[0] - lightness) ** 2 + (shown[1] - a) ** 2 + (shown[2] - b) ** 2 < 1;
}

/** The largest |a*| and |b*| of the gamut's grid. */
export const EXTENT = 110;

/** Which cells of the grid can be shown: rows are a*, columns b*, both upward from −EXTENT. */
export function gamut(lightness) {
  const side = 2 * EXTENT + 1;
  const mask = new Uint8Array(side * side);
  for (let a = -EXTENT, cell = 0; a <= EXTENT; a++) {
    for (let b = -EXTENT; b <= EXTENT; b++, cell++) mask[cell] = isShowable(lightness, a, b);
  }
  return mask;
}

/** The nearest whole a* and b* towards grey that can be shown. */
export function clamped(lightness, a, b) {
  for (let share = 1; share > 0; share -= 0.01) {
    const [x, y] = [Math.round(share * a), Math.round(share * b)];
    if (Math.abs(x) <= EXTENT && Math.abs(y) <= EXTENT && isShowable(lightness, x, y)) {
      return { a: x, b: y };
    }
  }
  return { a: 0, b: 0 };
}

/** The nearest showable relative of a colour at a given lightness, as a* and b*: the server's snap. */
export function snapped(lightness, samples) {
  let color = lab(...samples);
  for (let round = 0; round < 20; round++) {
    const [, a, b] = color;
    color = measured(...srgb(lightness, a, b).map(expand));
    const change = Math.abs(color[0] - lightness) + Math.abs(color[1] - a) + Math.abs(color[2] - b);
    if (change < 1) break;
  }
  const [, a, b] = lab(...bytes(...color));
  return { a, b };
}

/** 8-bit samples of hue in degrees, saturation and value in 0…1. */
export function fromHSV(hue, saturation, value) {
  const sample = (shift) => {
    const place = (shift + hue / 60) % 6;
    const share = Math.max(0, Math.min(place, 4 - place, 1));
    return Math.round(255 * value * (1 - saturation * share));
  };
  return [sample(5), sample(3), sample(1)];
}

/** Hue in degrees, saturation and value in 0…1 of 8-bit samples. */
export function toHSV([red, green, blue]) {
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range === 0) return [0, 0, most / 255];
  const hue =
    most === red ? (green - blue) / range
    : most === green ? 2 + (blue - red) / range
    : 4 + (red - green) / range;
  return [(60 * hue + 360) % 360, range / most, most / 255];
}
