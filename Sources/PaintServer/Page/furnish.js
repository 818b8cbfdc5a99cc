// Parts of the page that only some painters have. They are fetched when they are needed and taken
// out again: a painter's page holds, and speaks of, nothing that the painter does not have.

import * as server from "./server.js";

/**
 * Puts the elements of a fragment in their places; each says by selectors into what, and before which
 * child of it.
 *
 * Returns what takes them out again.
 */
export async function furnish(name) {
  const template = document.createElement("template");
  template.innerHTML = await server.fragment(name);
  const pieces = [...template.content.children];
  const sheets = pieces.filter((piece) => piece instanceof HTMLLinkElement);
  const styled = sheets.map((sheet) => new Promise((resolve) => {
    sheet.addEventListener("load", resolve);
    sheet.addEventListener("error", resolve);
  }));
  for (const piece of pieces) {
    const { into, before } = piece.dataset;
    const home = document.querySelector(into);
    home.insertBefore(piece, before ? home.querySelector(`:scope > ${before}`) : null);
    delete piece.dataset.into;
    delete piece.dataset.before;
  }
  await Promise.all(styled);
  return () => {
    for (const piece of pieces) piece.remove();
  };
}
