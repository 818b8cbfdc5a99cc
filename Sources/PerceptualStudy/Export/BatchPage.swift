import Foundation

/// The page that shows a batch's pairs on MTurk, where the site fills in `${…}` from the CSV.
struct BatchPage {
  /// Largest HTMLQuestion, in bytes.
  static let questionLimit = 65_535

  let design: StudyDesign
  let consent: String
  /// Where the tree of pictures will be.
  let address: String

  /// The page for the requester's site, which adds the form and its button.
  var template: String {
    let count = design.schedules.first?.trials.count ?? 0
    let rows = (0..<count).map { index in
      "[\"${gt_side\(index)}\",\"${images_left\(index)}\",\"${images_right\(index)}\"]"
    }
    return page(rows: rows, count: count, form: ("", ""))
  }

  /// A judge's page with everything filled in, as the XML of an HTMLQuestion.
  func question(_ schedule: JudgeSchedule) -> String {
    let rows = schedule.trials.map { trial in
      let (left, right) = MTurkBatch.leftAndRight(trial)
      return "[\"\(trial.realFirst ? "left" : "right")\",\"\(left)\",\"\(right)\"]"
    }
    let form = (
      open: """
      <form name="mturk_form" id="mturk_form" method="post" \
      action="https://www.mturk.com/mturk/externalSubmit">
      <input type="hidden" name="assignmentId" id="assignmentId" value="">
      """,
      close: "<p><button type=\"submit\" id=\"submit\" hidden>Submit</button></p>\n</form>"
    )
    let html = page(rows: rows, count: schedule.trials.count, form: form)
    let namespace =
      "http://mechanicalturk.amazonaws.com/AWSMechanicalTurkDataSchemas/2011-11-11/HTMLQuestion.xsd"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <HTMLQuestion xmlns="\(namespace)">
        <HTMLContent>\(Markup.characterData(html))</HTMLContent>
        <FrameHeight>0</FrameHeight>
      </HTMLQuestion>

      """
  }

  private func page(rows: [String], count: Int, form: (open: String, close: String)) -> String {
    let practice = design.schedules.first?.trials.count { $0.kind == .practice } ?? 0
    let exposure = design.exposure
    let settings = """
      {"base":"\(address)/","practice":\(practice),"breakEvery":\(design.breakEvery),\
      "feedback":\(PageBody.feedbackMilliseconds),"exposure":{"before":\(exposure.before),\
      "picture":\(exposure.picture),"between":\(exposure.between)}}
      """
    let selections = (0..<count).map {
      "<input type=\"hidden\" name=\"selection\($0)\" id=\"selection\($0)\" value=\"unset\">"
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Markup.escaped(design.title))</title>
      <link rel="icon" href="data:,">
      <style>
      \(ShowScript.style)
      </style>
      </head>
      <body>
      <main>
      \(form.open)
      <section id="start">
      <h1>\(Markup.escaped(design.title))</h1>
      \(PageBody.instructions(design))
      \(Markup.html(markdown: consent))
      <button type="button" id="begin">I agree. Begin</button>
      <p id="preview" hidden>This is a preview. Accept the task to begin.</p>
      </section>
      \(PageBody.screens(size: design.imageSize))
      <section id="end" hidden>
      <h2>Thank you</h2>
      <p id="score"></p>
      <label>Would you like to tell us something?
      <textarea name="comments" id="comments"></textarea></label>
      <p>Now submit the task.</p>
      </section>
      \(selections.joined(separator: "\n"))
      <div id="more"></div>
      \(form.close)
      </main>
      <script type="application/json" id="pairs">[\(rows.joined(separator: ",\n"))]</script>
      <script type="application/json" id="settings">\(Markup.inScript(settings))</script>
      <script>
      \(ShowScript.text)
      \(Self.script)
      </script>
      </body>
      </html>

      """
  }

  /// Takes the pairs as the authors' page does: the real one is on `gt_side`, left is first, and the
  /// answer is the side named as the fake.
  private static let script = #"""
    (() => {
      const { byId, screen, load, run } = Show;
      const settings = JSON.parse(byId('settings').textContent);
      const trials = JSON.parse(byId('pairs').textContent).map(([real, left, right], index) => ({
        first: settings.base + left, second: settings.base + right,
        fake: real === 'left' ? 'second' : 'first',
        kind: index < settings.practice ? 'practice' : 'main' }));
      const assignment = new URLSearchParams(location.search).get('assignmentId');
      if (byId('assignmentId') && assignment) byId('assignmentId').value = assignment;
      if (assignment === 'ASSIGNMENT_ID_NOT_AVAILABLE') {
        byId('begin').disabled = true;
        byId('preview').hidden = false;
      }
      function keep(name, value) {
        const field = document.createElement('input');
        Object.assign(field, { type: 'hidden', name, value: String(value) });
        byId('more').append(field);
      }
      byId('begin').onclick = async () => {
        screen('loading');
        let right = 0;
        try {
          const pictures = await load(trials.flatMap(trial => [trial.first, trial.second]),
            (done, all) => { byId('progress').value = done / all; });
          await run(trials, 0, settings, pictures, (index, given) => {
            byId('selection' + index).value = given.choice === 'first' ? 'left' : 'right';
            keep('reaction' + index, given.reaction.toFixed(1));
            keep('exposure_first' + index, given.exposures[0].toFixed(1));
            keep('exposure_second' + index, given.exposures[1].toFixed(1));
            keep('hidden' + index, given.hidden ? 1 : 0);
            const trial = trials[index];
            if (trial.kind === 'main' && given.choice === trial.fake) right++;
          });
        } catch (error) {
          byId('failure-text').textContent = error.message + ' Please return the task.';
          screen('failure');
          return;
        }
        const main = trials.filter(trial => trial.kind === 'main').length;
        byId('score').textContent =
          'You were right in ' + right + ' of ' + main + (main === 1 ? ' pair.' : ' pairs.');
        if (byId('submit')) byId('submit').hidden = false;
        screen('end');
      };
    })();
    """#
}
