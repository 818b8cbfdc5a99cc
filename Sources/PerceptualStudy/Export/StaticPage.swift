/// The page of a study that is nothing but files.
struct StaticPage {
  let design: StudyDesign
  let consent: String
  let debriefing: String

  /// `index.html`.
  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; \
    style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; \
    form-action 'none'">
    <title>\(Markup.escaped(design.title))</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="style.css">
    </head>
    <body>
    <main>
    <section id="start">
    <h1>\(Markup.escaped(design.title))</h1>
    \(PageBody.instructions(design))
    \(Markup.html(markdown: consent))
    <label>Your number <input type="number" id="judge" min="1" max="\(design.schedules.count)"></label>
    <button type="button" id="begin">I agree. Begin</button>
    <p id="again" role="status"></p>
    </section>
    \(PageBody.screens(size: design.imageSize))
    <section id="end" hidden>
    <h2>You are done</h2>
    <p>Save your answers now, and send the file to the researcher who sent you here.</p>
    <p><a class="button" id="save" href="#">Save my answers</a></p>
    \(Markup.html(markdown: debriefing))
    </section>
    <noscript><p>This study needs JavaScript.</p></noscript>
    </main>
    <script src="show.js"></script>
    <script src="study.js"></script>
    </body>
    </html>

    """
  }

  /// `study.js`: keeps answers in the browser and gives them as CSV.
  static let script = #"""
    'use strict';
    (async () => {
      const { byId, screen, load, run } = Show;
      function fail(text) { byId('failure-text').textContent = text; screen('failure'); }
      async function read(name) {
        const answer = await fetch(name);
        if (!answer.ok) throw new Error(`${name} cannot be loaded.`);
        return answer.json();
      }
      let study;
      try { study = await read('study.json'); } catch (error) { fail(error.message); return; }
      const asked = Number(new URLSearchParams(location.search).get('judge'));
      const isJudge = number => Number.isInteger(number) && number >= 1 && number <= study.judges;
      if (isJudge(asked)) { byId('judge').value = asked; byId('judge').readOnly = true; }

      // What this browser knows of a judge: a name of its own and the answers so far.
      const place = judge => `hintbench-${study.hash.slice(0, 16)}-${judge}`;
      function recall(judge) {
        try {
          const kept = JSON.parse(localStorage.getItem(place(judge)));
          if (kept && typeof kept.name === 'string' && Array.isArray(kept.answers)) return kept;
        } catch { /* nothing usable is kept */ }
        const letters = crypto.getRandomValues(new Uint8Array(4));
        const hex = Array.from(letters, value => value.toString(16).padStart(2, '0')).join('');
        return { name: `${judge}-${hex}`, answers: [] };
      }
      const field = value => /[",\r\n]/.test(value) || value.startsWith(' ')
        ? '"' + value.replaceAll('"', '""') + '"' : value;
      function table(trials, kept) {
        const lines = kept.answers.map((given, index) => {
          const trial = trials[index];
          return [kept.name, trial.position, trial.kind, trial.image, trial.method,
            trial.realFirst ? 1 : 0, given.choice, given.reaction.toFixed(1)]
            .map(value => field(String(value))).join(',');
        });
        return [study.header.join(','), ...lines].join('\n') + '\n';
      }
      function finish(judge, trials, kept) {
        const file = new Blob([table(trials, kept)], { type: 'text/csv' });
        byId('save').href = URL.createObjectURL(file);
        byId('save').download = `${study.study}-${kept.name}.csv`;
        screen('end');
      }

      byId('begin').onclick = async () => {
        const judge = Number(byId('judge').value);
        if (!isJudge(judge)) {
          byId('again').textContent = `Your number is a whole number from 1 to ${study.judges}.`;
          byId('judge').focus();
          return;
        }
        const kept = recall(judge);
        try {
          localStorage.setItem(place(judge), JSON.stringify(kept));
        } catch { fail('This browser keeps nothing, so answers would be lost.'); return; }
        screen('loading');
        try {
          const trials = (await read(`schedules/${judge}.json`)).map(trial =>
            ({ ...trial, fake: trial.realFirst ? 'second' : 'first' }));
          if (kept.answers.length < trials.length) {
            const rest = trials.slice(kept.answers.length);
            const pictures = await load(rest.flatMap(trial => [trial.first, trial.second]),
              (done, all) => { byId('progress').value = done / all; });
            await run(trials, kept.answers.length, study, pictures, (index, given) => {
              kept.answers[index] = given;
              localStorage.setItem(place(judge), JSON.stringify(kept));
            });
          }
          finish(judge, trials, kept);
        } catch (error) { fail(error.message + ' Reload the page to try again.'); }
      };
    })();
    """#
}
