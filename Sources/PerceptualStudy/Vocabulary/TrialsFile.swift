import Foundation
import Tables

/// Schedules in `trials.csv`: header `judge,position,kind,image,method,real_first`.
public enum TrialsFile {
  /// The columns, in order.
  public static let header = ["judge", "position", "kind", "image", "method", "real_first"]

  /// The bytes of a file of schedules.
  public static func data(_ schedules: [JudgeSchedule]) -> Data {
    var csv = CSVWriter(header: header)
    for schedule in schedules {
      for trial in schedule.trials { csv.append(["\(schedule.judge)"] + fields(trial)) }
    }
    return csv.data
  }

  /// A trial's fields `position,kind,image,method,real_first`.
  static func fields(_ trial: Trial) -> [String] {
    [
      "\(trial.position)", trial.kind.rawValue, trial.image, trial.method,
      trial.realFirst ? "1" : "0",
    ]
  }

  /// The trial that five fields state.
  static func trial(
    _ fields: ArraySlice<String>, file: String, row: Int
  ) throws(PerceptualStudyError) -> Trial {
    let fields = Array(fields)
    func invalid(_ explanation: String) -> PerceptualStudyError {
      .invalidTable(file: file, row: row, explanation: explanation)
    }
    guard let position = Int(fields[0]), position >= 1 else {
      throw invalid("position '\(fields[0])' should be a whole number from 1")
    }
    guard let kind = TrialKind(rawValue: fields[1]) else {
      throw invalid("kind '\(fields[1])' should be practice, main or vigilance")
    }
    guard !fields[2].isEmpty else { throw invalid("has no image") }
    guard !fields[3].isEmpty else { throw invalid("has no method") }
    guard fields[4] == "0" || fields[4] == "1" else {
      throw invalid("real_first '\(fields[4])' should be 0 or 1")
    }
    return Trial(
      position: position, kind: kind, image: fields[2], method: fields[3],
      realFirst: fields[4] == "1")
  }
}
