// Practice, main trials and breaks.
import { loadPictures } from "./pictures.js";
import { drawCentred, Interrupted, prepareCanvas, Stage } from "./presenter.js";
import { ask, make, pairs, paragraph, say, show, step } from "./screens.js";
import { persist, Refused, token } from "./server.js";

const FEEDBACK_MILLISECONDS = 2400;

/** Remembers that a trial has begun, also through a reload: it is shown again and marked. */
const begun = {
  read(trial) {
    const [name, count] = (localStorage.getItem("hintbench-trial") ?? "").split(" ");
    return name === trial ? Number(count) : 0;
  },
  write(trial, count) { localStorage.setItem("hintbench-trial", `${trial} ${count}`); },
  clear() { localStorage.removeItem("hintbench-trial"); },
};

const untilVisible = () =>
  new Promise((resolve) => {
    const look = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", look);
      resolve();
    };
    document.addEventListener("visibilitychange", look);
    look();
  });

export class Trials {
  #study;
  #tab;
  #log;
  #frame;
  #pictures = new Map();
  #stage;

  constructor(study, tab, log, frame) {
    this.#study = study;
    this.#tab = tab;
    this.#log = log;
    this.#frame = frame;
  }

  /** Loads every picture of the trials; fails closed, with another try on the judge's wish. */
  async load(trials) {
    step("Loading");
    for (;;) {
      const bar = make("progress", { max: "1", value: "0", "aria-label": "Pictures loaded" });
      const count = paragraph("");
      show(
        "loading", "Loading the pictures",
        paragraph("All pictures are loaded before the start, so that nothing has to wait later."),
        bar, count);
      try {
        this.#pictures = await loadPictures(trials, (done, all) => {
          bar.max = all;
          bar.value = done;
          count.textContent = `${done} of ${all} pictures`;
        });
        return;
      } catch (error) {
        if (error instanceof Refused && error.status === 401) throw error;
        await ask(
          "message", "Some pictures could not be loaded",
          [paragraph("The study cannot begin without all of its pictures. Please check your connection.")],
          "Try again");
      }
    }
  }

  /** Runs the trials that are left, in order. */
  async run(trials) {
    const practice = trials.filter((trial) => trial.isPractice);
    const main = trials.filter((trial) => !trial.isPractice);
    if (practice.length > 0) {
      await this.#pause(
        "First, some practice",
        practice.length === 1
          ? "1 pair, with the answer after it. It does not count."
          : `${practice.length} pairs with the answer after each. They do not count.`,
        "Start practice");
      for (const trial of practice) await this.#trial(trial);
    }
    if (main.length === 0) return;
    const done = this.#study.mainTrials - main.length;
    const beginning = this.#study.practiceTrials > 0 ? "Now it counts" : "Ready?";
    await this.#pause(
      done === 0 ? beginning : "Ready to go on?",
      done === 0
        ? `${pairs(main.length)} ${main.length === 1 ? "follows" : "follow"}. You will not be told `
          + "whether you were right."
        : `${main.length} of ${pairs(this.#study.mainTrials)} ${main.length === 1 ? "is" : "are"} left.`,
      done === 0 ? "Start" : "Go on");
    for (const [index, trial] of main.entries()) {
      await this.#trial(trial);
      const answered = done + index + 1;
      const every = this.#study.breakEvery;
      if (every > 0 && answered % every === 0 && index + 1 < main.length) {
        await this.#pause(
          "Time for a break",
          `${answered} of ${this.#study.mainTrials} pairs ${answered === 1 ? "is" : "are"} done. Rest your eyes; go on when you like.`,
          "Go on");
      }
    }
  }

  async #pause(title, text, button) {
    this.#stage = undefined;
    this.#log.position = 0;
    this.#log.send();
    step("");
    await ask("pause", title, [paragraph(text)], button);
  }

  /** Lays out the stage: it stays until the next pause, so that nothing moves between trials. */
  #prepareStage() {
    if (this.#stage?.canvas.isConnected) return this.#stage;
    const canvas = make("canvas", { class: "stimulus", "aria-hidden": "true" });
    const feedback = make("div", { class: "feedback" });
    const question = make("div", { class: "question" });
    show("stage", "Which picture had fake colours?", canvas, feedback, question);
    const stage = new Stage(canvas, this.#study.imageSize, this.#frame);
    this.#stage = { canvas, feedback, question, stage };
    return this.#stage;
  }

  async #trial(trial) {
    const { canvas, feedback, question, stage } = this.#prepareStage();
    this.#log.position = trial.position;
    const total = trial.isPractice ? this.#study.practiceTrials : this.#study.mainTrials;
    const number = trial.isPractice ? trial.position : trial.position - this.#study.practiceTrials;
    step(`${trial.isPractice ? "Practice" : "Pair"} ${number} of ${total}`);
    const [first, second] = [this.#pictures.get(trial.first), this.#pictures.get(trial.second)];
    let interruptions = begun.read(trial.trial);
    let seen, answer;
    while (seen === undefined) {
      await untilVisible();
      begun.write(trial.trial, interruptions + 1);
      try {
        question.replaceChildren();
        say(`${trial.isPractice ? "Practice pair" : "Pair"} ${number}: two pictures follow.`);
        seen = await stage.show(first, second, this.#study.exposure, () => {
          answer = this.#question(question);
        });
      } catch (error) {
        if (!(error instanceof Interrupted)) throw error;
        interruptions += 1;
      }
    }
    this.#frame = stage.frame;
    const given = await answer;
    question.replaceChildren();
    const reply = await this.#save(trial, given, seen, interruptions);
    begun.clear();
    if (reply.fake) await this.#feedback(feedback, canvas, first, second, given.answer, reply.fake);
    first.close();
    second.close();
  }

  async #save(trial, given, seen, interruptions) {
    const body = {
      tab: this.#tab, key: token(), position: trial.position, trial: trial.trial,
      answer: given.answer, input: given.input,
      reactionMilliseconds: Math.max(given.time - seen.end, 0),
      timing: { ...seen.timing, interruptions },
    };
    const reply = await persist("/api/answer", body, () => {
      this.#log.note("retry");
      say("Not saved yet. Trying again…", true);
    });
    say("");
    return reply;
  }

  /** Asks, and resolves with the answer, how it was given and when. */
  #question(place) {
    return new Promise((resolve) => {
      const settle = (answer, input, time) => {
        document.removeEventListener("keydown", press);
        resolve({ answer, input, time });
      };
      const press = (event) => {
        if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
        const isLeftFirst = getComputedStyle(place).direction === "ltr";
        const answer = {
          1: "first", 2: "second",
          ArrowLeft: isLeftFirst ? "first" : "second", ArrowRight: isLeftFirst ? "second" : "first",
        }[event.key];
        if (answer === undefined) return;
        event.preventDefault();
        settle(answer, "key", event.timeStamp);
      };
      const button = (answer, label, key) =>
        make(
          "button", {
            type: "button", class: "answer", "data-answer": answer,
            onclick: (event) => settle(answer, event.detail === 0 ? "key" : "pointer", event.timeStamp),
          },
          make("kbd", { "aria-hidden": "true" }, key), label);
      place.replaceChildren(
        make("h2", {}, "Which picture had fake colours?"),
        make(
          "div", { class: "answers" }, button("first", "First", "1"), button("second", "Second", "2")));
      document.addEventListener("keydown", press);
      say("Which picture had fake colours? Press 1 for the first, 2 for the second.");
    });
  }

  /** Shows both pictures with what they were; in practice only. */
  async #feedback(place, canvas, first, second, answer, fake) {
    const isRight = answer === fake;
    const one = (picture, name) => {
      const copy = make("canvas", { "aria-hidden": "true" });
      drawCentred(prepareCanvas(copy, this.#study.imageSize), picture);
      const isChosen = answer === name;
      return make(
        "figure", { class: isChosen ? (isRight ? "chosen right" : "chosen wrong") : "" }, copy,
        make("figcaption", {}, name === fake ? "Fake" : "Real", ...(isChosen ? [" · your choice"] : [])));
    };
    const verdict = isRight
      ? `Right: the ${fake} picture was fake.`
      : `Not this time: the ${answer} picture was real.`;
    canvas.hidden = true;
    place.replaceChildren(
      make("p", { class: "verdict" }, make("span", { "aria-hidden": "true" }, isRight ? "✓ " : "✗ "), verdict),
      make("div", { class: "pair" }, one(first, "first"), one(second, "second")));
    say(verdict);
    await new Promise((resolve) => setTimeout(resolve, FEEDBACK_MILLISECONDS));
    place.replaceChildren();
    canvas.hidden = false;
  }
}
