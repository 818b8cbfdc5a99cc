/// The screens that our pages share, as HTML.
enum PageBody {
  /// Loading, trial, pause and failure; `size` is the pictures' longer side in CSS pixels.
  static func screens(size: Int) -> String {
    """
    <section id="loading" hidden>
    <h2>Loading the pictures</h2>
    <p>They are all loaded before you begin, so that none comes late.</p>
    <progress id="progress" max="1" value="0" aria-label="Pictures loaded"></progress>
    </section>
    <section id="trial" aria-label="Pair of pictures" style="--size: \(size + 32)px" hidden>
    <p id="count"></p>
    <div id="stage" aria-hidden="true"></div>
    <p id="verdict" role="status"></p>
    <div id="question" hidden>
    <p>Which picture was coloured by a computer?</p>
    <button type="button" id="first">First picture</button>
    <button type="button" id="second">Second picture</button>
    </div>
    </section>
    <section id="pause" hidden>
    <h2>A moment, please</h2>
    <p id="pause-text"></p>
    <button type="button" id="go-on">Go on</button>
    </section>
    <section id="failure" role="alert" hidden>
    <h2>This does not work here</h2>
    <p id="failure-text"></p>
    </section>
    """
  }

  /// What to do, as HTML.
  static func instructions(_ design: StudyDesign) -> String {
    let trials = design.schedules.first?.trials ?? []
    let practice = trials.count { $0.kind == .practice }
    let first =
      switch practice {
      case 0: ""
      case 1: " The first one is for practice: you are told at once which one was real."
      default: " The first \(practice) are for practice: you are told at once which one was real."
      }
    return """
      <h2>What you do</h2>
      <p>You see \(trials.count == 1 ? "1 pair" : "\(trials.count) pairs") of pictures. Look at the grey field. The first picture appears
      for a moment, then the second. One of them has its true colours; the other was coloured by a
      computer. Say which one was coloured by the computer: press a button, or the left arrow key for
      the first picture and the right arrow key for the second. Take your time to answer.\(first)</p>
      """
  }

  /// Milliseconds for which practice tells what was real; the authors' tool.
  static let feedbackMilliseconds = 2400
}
