// The way of a judge through the study.
import { checkColourVision, checkScreen, instruct, isPhone } from "./checks.js";
import { EventLog } from "./events.js";
import { measureFrames } from "./presenter.js";
import { ask, end, make, paragraph, prose, say, show, step } from "./screens.js";
import { get, isPassing, persist, post, Refused, token } from "./server.js";
import { Trials } from "./trials.js";

/** Whom a recruiting site has sent, if one has. */
function findWorker() {
  const query = new URLSearchParams(location.search);
  const prolific = query.get("PROLIFIC_PID");
  if (prolific) return { source: "prolific", id: prolific };
  const turk = query.get("workerId");
  return turk ? { source: "mturk", id: turk } : undefined;
}

const isPreview =
  new URLSearchParams(location.search).get("assignmentId") === "ASSIGNMENT_ID_NOT_AVAILABLE";

/** This page's own token, kept through a reload; a copied tab gets one of its own. */
async function findTab(channel) {
  const kept = sessionStorage.getItem("hintbench-tab");
  const isTaken = kept !== null && await new Promise((resolve) => {
    channel.addEventListener("message", ({ data }) => { if (data.taken === kept) resolve(true); });
    channel.postMessage({ wants: kept });
    setTimeout(() => resolve(false), 150);
  });
  const tab = kept !== null && !isTaken ? kept : token();
  sessionStorage.setItem("hintbench-tab", tab);
  channel.addEventListener("message", ({ data }) => {
    if (data.wants === tab) channel.postMessage({ taken: tab });
    if (data.goesOnIn !== undefined && data.goesOnIn !== tab) leave();
  });
  return tab;
}

let hasLeft = false;

/** Another tab has taken over: nothing more happens here. */
function leave() {
  hasLeft = true;
  end(
    "The study goes on in another tab",
    paragraph("You can close this one. To go on here instead, load this page again."));
}

/** Enters; where another tab is alive, asks what to do. */
async function enter(tab, worker, channel) {
  try {
    return await post("/api/enter", { tab, worker });
  } catch (error) {
    if (!(error instanceof Refused) || error.reason !== "open_elsewhere") throw error;
    await ask(
      "message", "The study is open in another tab",
      [paragraph("It can go on in one place only. Close the other tab, or go on here.")],
      "Continue here");
    const entered = await post("/api/enter", { tab, worker, takeOver: true });
    channel.postMessage({ goesOnIn: tab });
    return entered;
  }
}

/** Tells the server that this page is open, and hears when it no longer may go on. */
function keepAlive(tab, seconds) {
  setInterval(async () => {
    if (hasLeft) return;
    try {
      await post("/api/alive", { tab });
    } catch (error) {
      if (error.reason === "other_tab") leave();
    }
  }, 1000 * seconds);
}

async function consent(study) {
  step("Consent");
  const chosen = await ask(
    "consent", study.title,
    [prose(study.consent), paragraph(`Version ${study.consentVersion}`, { class: "aside" })],
    "I agree and take part", "I do not agree");
  return chosen === 0;
}

async function begin(study, tab, worker) {
  await instruct(study);
  const plates = await checkColourVision();
  const screen = await checkScreen(study.imageSize);
  const { trials } = await persist(
    "/api/begin", { tab, worker, consent: study.consentHash, screen: { ...screen, ...plates } },
    () => say("No connection. Trying again…", true));
  return { trials, frame: screen.frameMilliseconds };
}

async function close(tab) {
  const closing = await retry(() => get("/api/closing"));
  step("");
  const remark = make("textarea", { id: "remark", rows: "3", maxlength: "1000", dir: "auto" });
  const sent = make("p", { class: "aside", role: "status" });
  const send = make("button", {
    type: "button", class: "quiet",
    onclick: async () => {
      try {
        await post("/api/comment", { tab, text: remark.value });
        sent.textContent = "Thank you: your remark is saved.";
      } catch {
        sent.textContent = "The remark could not be saved. Please try again.";
      }
    },
  }, "Save remark");
  show(
    "closing", "Thank you",
    paragraph("You have judged every pair, and every answer is saved."),
    make(
      "section", { class: "code", "aria-label": "Completion code" },
      make("h2", {}, "Your completion code"), make("output", { id: "completion" }, closing.completionCode),
      ...(closing.returnAddress
        ? [make("p", {}, make("a", { class: "lead", href: closing.returnAddress }, "Hand it in at Prolific"))]
        : [])),
    ...(closing.debriefing ? [prose(closing.debriefing)] : []),
    make(
      "section", {},
      make("h2", {}, "A remark, if you like"), make("label", { for: "remark" }, "What should we know?"),
      remark, make("div", { class: "actions" }, send), sent),
    make(
      "section", {}, make("h2", {}, "Taking it back"),
      make("p", {}, "Keep this code. With it your answers can be deleted at any time: ",
        make("output", { id: "withdrawal" }, closing.withdrawalCode)),
      make("div", { class: "actions" },
        make("button", { type: "button", class: "danger", onclick: () => withdraw(tab, closing) },
          "Delete my answers"))));
}

async function withdraw(tab, closing) {
  const chosen = await ask(
    "message", "Delete all your answers?",
    [paragraph("This cannot be undone. Your completion code stays valid.")],
    "Keep my answers", "Delete them");
  if (chosen === 0) return await close(tab);
  await retry(() => post("/api/withdraw", { code: closing.withdrawalCode }));
  end(
    "Your answers are deleted", paragraph("Nothing that you judged is kept. Thank you for your time."),
    make("p", {}, "Completion code: ", make("output", {}, closing.completionCode)));
}

/** Tries until the network is back. */
async function retry(work) {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error)) throw error;
      say("No connection. Trying again…", true);
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }
  }
}

async function main() {
  if (isPhone()) {
    return end(
      "Please use a larger screen",
      paragraph("The pictures need a computer or a large tablet. Open this address there; nothing has "
        + "been recorded here."));
  }
  if (isPreview) {
    return end("Preview", paragraph("Accept the task to take part. Nothing is recorded in the preview."));
  }
  const worker = findWorker();
  const channel = new BroadcastChannel("hintbench");
  const tab = await findTab(channel);
  const { state, study, trials: rest } = await retry(() => enter(tab, worker, channel));
  document.getElementById("study").textContent = study.title;
  if (state === "complete") return await close(tab);
  let [trials, frame] = [rest, undefined];
  if (state === "new") {
    if (!await consent(study)) {
      return end("Thank you", paragraph("You do not take part. Nothing has been recorded."));
    }
    ({ trials, frame } = await begin(study, tab, worker));
  }
  const log = new EventLog(tab);
  keepAlive(tab, study.heartbeatSeconds);
  if (state !== "new") log.note("resume");
  const session = new Trials(study, tab, log, frame ?? await measureFrames());
  await session.load(trials);
  await session.run(trials);
  await log.send();
  await close(tab);
}

/** Headings over the server's sentence, by its name for the reason. */
const refusals = {
  already_took_part: "You have taken part already",
  begun_elsewhere: "You have begun elsewhere",
  full: "The study is full",
  other_consent: "The consent text has changed",
  withdrawn: "You have withdrawn",
  worker_required: "Please use your invitation",
};

main().catch((error) => {
  if (hasLeft || error.reason === "other_tab") return leave();
  if (error instanceof Refused) {
    return end(refusals[error.reason] ?? "This does not work", paragraph(error.message));
  }
  end(
    "Something went wrong",
    paragraph("Please load the page again. Everything that you have answered is saved."));
  throw error;
});
