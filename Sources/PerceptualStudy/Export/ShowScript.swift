/// The part of our pages that shows pairs, without anything from another host.
enum ShowScript {
  /// JavaScript that defines `Show`: exposures are counted in frames of `requestAnimationFrame`, and
  /// nothing starts before all pictures are decoded. Has no template literals: on MTurk, `${…}` stands
  /// for a column.
  static let text = #"""
    'use strict';
    const Show = (() => {
      const byId = name => document.getElementById(name);
      const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
      const screens = ['start', 'loading', 'trial', 'pause', 'end', 'failure'];
      let interval = 1000 / 60;

      function screen(name) {
        for (const id of screens) if (byId(id)) byId(id).hidden = id !== name;
        const heading = byId(name).querySelector('h1, h2, button');
        if (heading && name !== 'trial') { heading.tabIndex = heading.tabIndex || -1; heading.focus(); }
      }

      // The middle one of some distances between frames, in milliseconds.
      async function measureFrames() {
        const gaps = [];
        let last = await frame();
        for (let i = 0; i < 21; i++) { const now = await frame(); gaps.push(now - last); last = now; }
        interval = Math.min(50, Math.max(2, gaps.sort((a, b) => a - b)[10]));
      }

      // The time of the frame that is nearest to a time.
      async function at(time) {
        let now = await frame();
        while (now < time - interval / 2) now = await frame();
        return now;
      }

      // Loads and decodes every picture; throws when one is missing.
      async function load(addresses, progress) {
        const pictures = new Map();
        let done = 0;
        const waiting = [...new Set(addresses)];
        const total = waiting.length;
        async function worker() {
          for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
            const picture = new Image();
            picture.alt = '';
            picture.draggable = false;
            picture.src = next;
            try { await picture.decode(); } catch { throw new Error('A picture cannot be loaded.'); }
            pictures.set(next, picture);
            progress(++done, total);
          }
        }
        await Promise.all([worker(), worker(), worker(), worker()]);
        return pictures;
      }

      // Shows a pair; tells the measured exposures and when the second one ended.
      async function pair(first, second, times) {
        const stage = byId('stage');
        let hidden = document.visibilityState !== 'visible';
        const watch = () => { hidden = true; };
        document.addEventListener('visibilitychange', watch);
        stage.replaceChildren(first, second);
        first.className = second.className = 'away';
        const start = await frame();
        const on1 = await at(start + times.before);
        first.className = '';
        const off1 = await at(on1 + times.picture);
        first.className = 'away';
        const on2 = await at(off1 + times.between);
        second.className = '';
        const off2 = await at(on2 + times.picture);
        second.className = 'away';
        document.removeEventListener('visibilitychange', watch);
        return { end: off2, exposures: [off1 - on1, off2 - on2], hidden };
      }

      // Waits for an answer, by pointer or keys.
      function answer(end) {
        return new Promise(resolve => {
          const buttons = { first: byId('first'), second: byId('second') };
          const keys = { ArrowLeft: 'first', ArrowRight: 'second', 1: 'first', 2: 'second' };
          function give(choice) {
            const reaction = Math.max(0, performance.now() - end);
            document.removeEventListener('keydown', press);
            for (const name in buttons) buttons[name].onclick = null;
            byId('question').hidden = true;
            resolve({ choice, reaction });
          }
          function press(event) {
            if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
            if (keys[event.key]) { event.preventDefault(); give(keys[event.key]); }
          }
          for (const name in buttons) buttons[name].onclick = () => give(name);
          document.addEventListener('keydown', press);
          byId('question').hidden = false;
        });
      }

      // In practice: both pictures again, with what they are.
      async function feedback(pictures, fake, choice, milliseconds) {
        const stage = byId('stage');
        const figures = pictures.map((picture, index) => {
          const figure = document.createElement('figure');
          const caption = document.createElement('figcaption');
          const name = index === 0 ? 'first' : 'second';
          caption.textContent = name === fake ? 'Coloured by computer' : 'True colours';
          picture.className = '';
          figure.className = name === choice ? (choice === fake ? 'right' : 'wrong') : '';
          figure.append(picture, caption);
          return figure;
        });
        stage.className = 'both';
        stage.replaceChildren(...figures);
        byId('verdict').textContent = choice === fake ? 'That is right.' : 'That one was real.';
        await new Promise(resolve => setTimeout(resolve, milliseconds));
        byId('verdict').textContent = '';
        stage.className = '';
        stage.replaceChildren();
      }

      function pause(text) {
        byId('pause-text').textContent = text;
        screen('pause');
        return new Promise(resolve => { byId('go-on').onclick = resolve; });
      }

      // Runs trials from one on. A trial has first, second (addresses), fake, kind.
      async function run(trials, from, study, pictures, record) {
        await measureFrames();
        let main = trials.slice(0, from).filter(trial => trial.kind === 'main').length;
        for (let i = from; i < trials.length; i++) {
          const trial = trials[i];
          if (trial.kind !== 'practice' && i > 0 && trials[i - 1].kind === 'practice') {
            await pause('Practice is over. From now on you are not told which one was real.');
          } else if (study.breakEvery && trial.kind === 'main' && main && main % study.breakEvery === 0
              && i > from) {
            await pause('Time for a short rest. Go on when you are ready.');
          }
          screen('trial');
          byId('count').textContent = (i + 1) + ' of ' + trials.length;
          const shown = [pictures.get(trial.first).cloneNode(), pictures.get(trial.second).cloneNode()];
          await Promise.all(shown.map(picture => picture.decode()));
          const seen = await pair(shown[0], shown[1], study.exposure);
          const { choice, reaction } = await answer(seen.end);
          record(i, { choice, reaction, exposures: seen.exposures, hidden: seen.hidden });
          if (trial.kind === 'practice') await feedback(shown, trial.fake, choice, study.feedback);
          if (trial.kind === 'main') main++;
        }
      }

      return { byId, screen, load, run };
    })();
    """#

  /// The look of our pages, light and dark.
  static let style = #"""
    :root { color-scheme: light dark; --ground: #8a8a8a; --paper: #f6f6f4; --ink: #1d1d1b;
      --soft: #5c5c58; --line: #c9c9c4; --accent: #1f5c99; --good: #1b7a43; --bad: #b3261e; }
    @media (prefers-color-scheme: dark) { :root { --paper: #1c1c1b; --ink: #ecece8; --soft: #adada6;
      --line: #4a4a46; --accent: #8ab8e6; --good: #6fcf97; --bad: #f28b82; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 17px/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; }
    main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
    h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.2rem; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
    h1:focus, h2:focus { outline: none; }
    button, .button { font: inherit; padding: .65rem 1.4rem; border-radius: .5rem; cursor: pointer;
      border: 1px solid var(--accent); background: var(--accent); color: var(--paper);
      text-decoration: none; display: inline-block; margin: .25rem .5rem .25rem 0; }
    button:disabled { opacity: .5; cursor: default; }
    label { display: block; margin: 1rem 0; } input[type=number], textarea { font: inherit;
      padding: .4rem .6rem; border: 1px solid var(--line); border-radius: .4rem; color: inherit;
      background: transparent; } textarea { width: 100%; min-height: 6rem; }
    progress { width: 100%; height: .8rem; accent-color: var(--accent); }
    #stage { position: relative; display: grid; place-items: center; background: var(--ground);
      min-height: var(--size); padding: 1rem; border-radius: .5rem; }
    #stage > img { grid-area: 1 / 1; } #stage img { display: block; } .away { visibility: hidden; }
    #stage.both { grid-auto-flow: column; gap: 1rem; } figure { margin: 0; padding: 6px;
      border: 6px solid transparent; color: #fff; text-align: center; }
    figure img { max-width: 100%; height: auto; }
    figure.right { border-color: var(--good); } figure.wrong { border-color: var(--bad); }
    #question, #verdict { min-height: 6.5rem; text-align: center; padding-top: 1rem; }
    #verdict { min-height: 1.6rem; padding: 0; font-weight: 600; }
    #count { color: var(--soft); text-align: end; font-size: .9rem; }
    [hidden] { display: none !important; }
    """#
}
