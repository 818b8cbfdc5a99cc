import Files
import PerceptualStudy

/// Whether answers belong to a design.
struct DesignMatch {
  private let design: StudyDesign
  /// The schedules that have a trial, by the trial.
  private let schedules: [Key: [Int]]

  /// A trial as far as it tells schedules apart.
  private struct Key: Hashable {
    let position: Int
    let kind: TrialKind
    let image: ExactName
    let method: ExactName
    let realFirst: Bool

    init(_ trial: Trial) {
      (position, kind, image) = (trial.position, trial.kind, ExactName(trial.image))
      (method, realFirst) = (ExactName(trial.method), trial.realFirst)
    }
  }

  /// Prepares checks against a design.
  init(_ design: StudyDesign) {
    self.design = design
    var schedules: [Key: [Int]] = [:]
    for (index, schedule) in design.schedules.enumerated() {
      for trial in schedule.trials { schedules[Key(trial), default: []].append(index) }
    }
    self.schedules = schedules
  }

  /// Checks that every judge's trials all stand in one schedule, at the same positions.
  ///
  /// Judges are named by the design's numbers or by salted hashes, and a replaced judge gets a
  /// schedule that another had before; so which schedule it is follows from the trials alone.
  ///
  /// - Parameter file: for errors.
  func check(_ judgements: [Judgement], file: String) throws(PerceptualAnalysisError) {
    let byJudge = Dictionary(grouping: judgements) { ExactName($0.judge) }
    for judge in byJudge.keys.map(\.text).sorted(by: MainAnswers.judgeOrder) {
      let trials = (byJudge[ExactName(judge)] ?? []).map(\.trial).sorted {
        $0.position < $1.position
      }
      var fits: Set<Int>?
      for trial in trials {
        let having = Set(schedules[Key(trial)] ?? [])
        let remaining = fits.map { $0.intersection(having) } ?? having
        guard !remaining.isEmpty else {
          throw .foreignAnswer(
            file: file, judge: judge, explanation: explanation(of: trial, isKnown: !having.isEmpty))
        }
        fits = remaining
      }
    }
  }

  private func explanation(of trial: Trial, isKnown: Bool) -> String {
    let shown =
      "position \(trial.position) (\(trial.kind.rawValue), image '\(trial.image)', method "
      + "'\(trial.method)', real \(trial.realFirst ? "first" : "second"))"
    return isKnown
      ? "\(shown) and the positions before it stand in no one schedule of '\(design.study)'"
      : "\(shown) stands in no schedule of '\(design.study)'"
        + (design.normalFormRemark(on: trial).map { "; \($0)" } ?? "")
  }
}
