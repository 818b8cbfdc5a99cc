/// The README of each export.
enum ExportNotes {
  /// Of the requester's CSV.
  static func mturk(_ design: StudyDesign) -> String {
    """
    # \(design.study): files for the authors' tool and for MTurk's requester site

    - `\(MTurkBatch.fileName)`: one row a judge, with the columns `gt_side0…`, `images_left0…`,
      `images_right0…`.\(practice(design))
    - `\(MTurkBatch.truthFolder)/` and a folder for each method: the pictures that the rows name. Put
      them where the page looks for them.

    An image whose name is more than letters, digits, dots, hyphens and underscores has another name
    here, so that it cannot break out of a page; `judge import --design` finds it back.

    \(warning)
    """
  }

  /// Of the batch page.
  static func html(_ design: StudyDesign, address: String) -> String {
    """
    # \(design.study): a page for MTurk

    - `batch.html`: paste it into the requester site as the design of a batch, and upload
      `\(MTurkBatch.fileName)` as its input.
    - `questions/`: the same with everything filled in, an HTMLQuestion for each judge, for the API.

    Pictures are asked for at `\(address)/`. Put the tree of `--format mturk` there. Export again
    with `--url` if that is not the place.

    A results file holds `Answer.selection0…` as the authors' tool reads it, and `Answer.reaction0…`,
    measured exposures and whether the page was hidden. Read it with
    `hintbench judge import RESULTS.csv --format mturk --design DIR --output answers.csv`.

    \(warning)
    """
  }

  /// Of the links.
  static func external(_ design: StudyDesign, address: String) -> String {
    """
    # \(design.study): links to a server of your own

    Run the study with `hintbench judge serve` behind an https proxy at `\(address)/`. Export again
    with `--url` if that is not the place.

    - `external_question.xml`: an ExternalQuestion for MTurk's API.
    - `prolific_link.txt`: the study's link on Prolific, which fills in the three names.

    """
  }

  /// Of the static folder.
  static func pages(_ design: StudyDesign) -> String {
    """
    # \(design.study): the study as a folder of files

    Put this folder on any web server and send each judge a link of their own:
    `index.html?judge=1` to `index.html?judge=\(design.schedules.count)`. Answers stay in the judge's
    browser; a reload goes on where it was. At the end the judge saves a CSV file and sends it to you.
    Gather the files in a folder and read it with
    `hintbench judge import FOLDER --format hintbench --design DIR --output answers.csv`.

    Nothing is loaded from another host, and nothing is sent anywhere.

    \(warning)
    """
  }

  private static let warning = """
    **What this cannot do.** The browser is told which picture is real, because there is no server to
    keep it. A judge who reads the page's source or its network traffic can find out. Where that
    matters, use `hintbench judge serve`.

    """

  /// That practice comes first; nothing where there is none.
  private static func practice(_ design: StudyDesign) -> String {
    let trials = design.schedules.first?.trials ?? []
    switch trials.count(where: { $0.kind == .practice }) {
    case 0: return ""
    case 1: return " Practice comes first: 1 pair of \(trials.count)."
    case let practice: return " Practice comes first: \(practice) pairs of \(trials.count)."
    }
  }
}
