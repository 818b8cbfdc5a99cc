// Shows pictures for exact times, frame by frame.
//
// A picture is changed in the first frame whose time stamp is at least the wished time, less half a
// frame, after the stamp of the change before. So a late frame makes one exposure longer and moves
// none of the others.

/** The trial was broken off: the page was hidden. */
export class Interrupted extends Error {}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? NaN : sorted[sorted.length >> 1];
}

/** The screen's frame interval in milliseconds, over so many frames. */
export function measureFrames(count = 48) {
  return new Promise((resolve) => {
    const intervals = [];
    let previous;
    const tick = (now) => {
      if (previous !== undefined) intervals.push(now - previous);
      previous = now;
      if (intervals.length < count) requestAnimationFrame(tick);
      else resolve(median(intervals));
    };
    requestAnimationFrame(tick);
  });
}

/**
 * Runs steps `{wait, act}`: `act` is called in a frame, `wait` milliseconds after the step before.
 *
 * Resolves with the time stamps of the steps, from the first frame, and what the frames were like.
 */
function run(steps, frame) {
  return new Promise((resolve, reject) => {
    const intervals = [];
    const marks = [];
    let origin, previous, changed;
    let dropped = 0;
    const hide = () => {
      if (document.visibilityState === "hidden") finish(() => reject(new Interrupted()));
    };
    const finish = (settle) => {
      document.removeEventListener("visibilitychange", hide);
      cancelAnimationFrame(request);
      settle();
    };
    const tick = (now) => {
      if (origin === undefined) {
        origin = changed = now;
      } else {
        intervals.push(now - previous);
        if (now - previous > 1.5 * frame) dropped += Math.round((now - previous) / frame) - 1;
      }
      previous = now;
      const step = steps[marks.length];
      if (now - changed >= step.wait - frame / 2) {
        step.act();
        marks.push(now - origin);
        changed = now;
      }
      if (marks.length === steps.length) {
        finish(() => resolve({ marks, origin, dropped, frame: median(intervals) }));
      } else {
        request = requestAnimationFrame(tick);
      }
    };
    document.addEventListener("visibilitychange", hide);
    let request = requestAnimationFrame(tick);
    hide();
  });
}

/** Makes a canvas a square of so many points. */
export function prepareCanvas(canvas, side) {
  canvas.width = side;
  canvas.height = side;
  canvas.style.setProperty("--side", `${side}px`);
  return canvas.getContext("2d");
}

/** Draws a picture in the middle, one of its pixels a point, smaller where it is too large. */
export function drawCentred(context, picture) {
  const side = context.canvas.width;
  const scale = Math.min(1, side / picture.width, side / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  context.drawImage(
    picture, Math.round((side - width) / 2), Math.round((side - height) / 2), width, height);
}

/** Milliseconds from the end of the second picture to the question. */
const QUESTION_AFTER = 100;

/** A square of the page on which pictures appear. */
export class Stage {
  #canvas;
  #context;
  /** The frame interval in milliseconds, as last measured. */
  frame;

  constructor(canvas, side, frame) {
    this.#canvas = canvas;
    this.#context = prepareCanvas(canvas, side);
    this.frame = frame;
  }

  #draw(picture) {
    drawCentred(this.#context, picture);
  }

  clear() {
    this.#context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
  }

  /**
   * Shows two pictures one after the other and then asks.
   *
   * Resolves with the times in milliseconds from the start; `end` is the end of the second picture
   * on the clock of `performance.now()`.
   */
  async show(first, second, exposure, ask) {
    this.clear();
    const clear = () => this.clear();
    try {
      const seen = await run(
        [
          { wait: exposure.before, act: () => this.#draw(first) },
          { wait: exposure.picture, act: clear },
          { wait: exposure.between, act: () => this.#draw(second) },
          { wait: exposure.picture, act: clear },
          { wait: QUESTION_AFTER, act: ask },
        ], this.frame);
      this.frame = seen.frame;
      const [firstOnset, firstOffset, secondOnset, secondOffset] = seen.marks;
      return {
        timing: {
          frameMilliseconds: seen.frame, firstOnset, firstOffset, secondOnset, secondOffset,
          droppedFrames: seen.dropped,
        },
        end: seen.origin + secondOffset,
      };
    } catch (error) {
      this.clear();
      throw error;
    }
  }
}
