// Loads and decodes every picture before the study begins.
import { isPassing, Refused } from "./server.js";

const TRIES = 4;
const AT_ONCE = 4;

/** Puts a list into an order that says nothing. */
function shuffled(list) {
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    const j = crypto.getRandomValues(new Uint32Array(1))[0] % (i + 1);
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}

async function load(name) {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(`/stimulus/${name}`, { credentials: "same-origin" });
      if (!response.ok) throw new Refused(response.status, "picture", "");
      // Resolves when the picture is decoded: nothing is left to do when it is drawn.
      return await createImageBitmap(await response.blob());
    } catch (error) {
      if (attempt === TRIES || !isPassing(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 400 * 2 ** attempt));
    }
  }
}

/**
 * All pictures of some trials by name, decoded. Fails when one picture fails.
 */
export async function loadPictures(trials, onProgress) {
  const names = shuffled(trials.flatMap((trial) => [trial.first, trial.second]));
  const pictures = new Map();
  const rest = [...names];
  const worker = async () => {
    for (let name = rest.pop(); name !== undefined; name = rest.pop()) {
      pictures.set(name, await load(name));
      onProgress(pictures.size, names.length);
    }
  };
  onProgress(0, names.length);
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  } catch (error) {
    rest.length = 0;
    throw error;
  }
  return pictures;
}
