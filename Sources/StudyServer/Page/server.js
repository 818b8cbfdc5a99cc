// Talks to the study's server.

/** What the server refuses, with its name for the reason and a sentence for people. */
export class Refused extends Error {
  constructor(status, reason, message) {
    super(message);
    this.status = status;
    this.reason = reason;
  }
}

async function ask(path, options) {
  const response = await fetch(path, { credentials: "same-origin", cache: "no-store", ...options });
  if (response.status === 204) return null;
  const type = response.headers.get("content-type") ?? "";
  const body = type.startsWith("application/json") ? await response.json() : {};
  if (!response.ok) {
    throw new Refused(response.status, body.error ?? "unknown", body.message ?? "");
  }
  return body;
}

export const get = (path) => ask(path, {});

export const post = (path, body, options = {}) =>
  ask(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    ...options,
  });

/** Whether another try may succeed: the network or the server's disk fails, not the request. */
export const isPassing = (error) => !(error instanceof Refused) || error.status >= 500;

/**
 * Posts until the server has stored it. The body must be one that counts once, however often sent.
 * `onTrouble` hears of each failed try.
 */
export async function persist(path, body, onTrouble) {
  for (let pause = 500; ; pause = Math.min(2 * pause, 8000)) {
    try {
      return await post(path, body);
    } catch (error) {
      if (!isPassing(error)) throw error;
      onTrouble(error);
      await wakeAfter(pause);
    }
  }
}

/** Waits, but no longer than until the network is back. */
function wakeAfter(milliseconds) {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      removeEventListener("online", wake);
      resolve();
    };
    const timer = setTimeout(wake, milliseconds);
    addEventListener("online", wake);
  });
}

/** 128 random bits in base64url. */
export function token() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
