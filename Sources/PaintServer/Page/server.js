// Talks to the server.

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
  if (response.ok) return response;
  const isJSON = (response.headers.get("content-type") ?? "").startsWith("application/json");
  const body = isJSON ? await response.json() : {};
  throw new Refused(response.status, body.error ?? "unknown", body.message ?? "");
}

const post = (path, body, options = {}) =>
  ask(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    ...options,
  });

const sendFile = (path, file) =>
  ask(path, {
    method: "POST",
    headers: {
      "content-type": "application/octet-stream",
      "x-picture-name": encodeURIComponent(file.name || "picture"),
    },
    body: file,
  });

const one = (id) => `/api/pictures/${id}`;

/** Whether another try may succeed: the network or the server's disk fails, not the request. */
export const isPassing = (error) =>
  !(error instanceof Refused) || (error.status >= 500 && error.reason !== "method_failed");

/** A part of the page. */
export const fragment = async (name) => (await ask(`/page/${name}.html`, {})).text();

export const enter = async (subject) =>
  (await post("/api/enter", subject === null ? {} : { subject })).json();
export const pictures = async () => (await ask("/api/pictures", {})).json();
export const upload = async (file) => (await sendFile("/api/pictures", file)).json();
export const openDocument = async (file) => (await sendFile("/api/documents", file)).json();
export const measure = async (id, file) => (await sendFile(`${one(id)}/reference`, file)).json();
export const events = async (id) => (await (await ask(`${one(id)}/events`, {})).json()).events;

/** Stores events. The request outlives the page where it is small: browsers bound such bodies. */
export async function keep(id, list) {
  const isSmall = list.length === 1 && list[0].state.points.length < 500;
  return (await post(`${one(id)}/events`, { events: list }, { keepalive: isSmall })).json();
}

/** The grey picture, decoded, and its lightness at the working size. */
export async function picture(id) {
  const [gray, lightness] = await Promise.all([
    ask(`${one(id)}/gray.png`, {}).then((response) => response.blob()).then(createImageBitmap),
    ask(`${one(id)}/lightness`, {}).then((response) => response.arrayBuffer()),
  ]);
  return { gray, lightness: new Float32Array(lightness) };
}

/** A result: what was said about it, and its pixels, red, green, blue. */
export async function paint(id, version, state, selected) {
  const wish = selected === null ? { version, state } : { version, state, selected };
  const bytes = await (await post(`${one(id)}/paint`, wish)).arrayBuffer();
  const length = new DataView(bytes).getUint32(0, true);
  const facts = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length)));
  return { ...facts, pixels: new Uint8Array(bytes, 4 + length) };
}

/** A file made of a state: `full`, `working`, `points` or `document`. */
export async function file(id, kind, state) {
  const response = await post(`${one(id)}/${kind}`, { state });
  const said = response.headers.get("content-disposition") ?? "";
  return { blob: await response.blob(), name: /filename="([^"]+)"/.exec(said)?.[1] ?? kind };
}
