import Foundation

extension MTurkResults {
  /// Reads the pairs of one row after the other, and checks that all agree on the true pictures.
  struct RowReader {
    let file: String
    let columns: MTurkColumns
    let practice: Int
    /// The design's schedules by their fields in the batch; nil without a design.
    let schedules: [[String]: JudgeSchedule]?
    /// The folder of true pictures, as the first row has it.
    private var truthFolder: String?

    init(
      file: String, columns: MTurkColumns, practice: Int, schedules: [[String]: JudgeSchedule]?
    ) {
      self.file = file
      self.columns = columns
      self.practice = practice
      self.schedules = schedules
    }

    /// The pairs of a row.
    mutating func trials(
      _ fields: [String], row: Int
    ) throws(PerceptualStudyError) -> [Answered] {
      func invalid(_ explanation: String) -> PerceptualStudyError {
        .invalidTable(file: file, row: row, explanation: explanation)
      }
      var known: [Trial]?
      if let schedules {
        let inputs =
          columns.side.map { MTurkResults.word(fields[$0]) }
          + (columns.left + columns.right).map { fields[$0] }
        guard let schedule = schedules[inputs] else {
          throw invalid("its pairs are not those of a judge of this design")
        }
        known = schedule.trials
      }
      var answered: [Answered] = []
      for index in 0..<columns.pairs {
        let side = MTurkResults.word(fields[columns.side[index]])
        guard side == "left" || side == "right" else {
          throw invalid(
            "Input.gt_side\(index) '\(fields[columns.side[index]])' should be left or right")
        }
        let trial: Trial
        if let known {
          trial = known[index]
        } else {
          let (left, right) = (fields[columns.left[index]], fields[columns.right[index]])
          let (real, fake) = side == "left" ? (left, right) : (right, left)
          trial = try self.trial(index, real: real, fake: fake, isLeft: side == "left", row: row)
        }
        let selection = fields[columns.selection[index]]
        let answer: NamedFake?
        switch MTurkResults.word(selection) {
        case "left": answer = .first
        case "right": answer = .second
        case "unset", "", "{}": answer = nil
        default: throw invalid("Answer.selection\(index) '\(selection)' should be left or right")
        }
        let reaction = try self.reaction(index, fields, row: row)
        answered.append(Answered(trial: trial, answer: answer, reaction: reaction))
      }
      return answered
    }

    private func reaction(
      _ index: Int, _ fields: [String], row: Int
    ) throws(PerceptualStudyError) -> Double? {
      guard !columns.reaction.isEmpty else { return nil }
      let text = MTurkResults.trimmed(fields[columns.reaction[index]])
      if ["", "{}", "unset"].contains(text.lowercased()) { return nil }
      guard let value = Double(text), value.isFinite, value >= 0 else {
        throw .invalidTable(
          file: file, row: row,
          explanation: "Answer.reaction\(index) '\(text)' should be a number from 0")
      }
      return value
    }

    private mutating func trial(
      _ index: Int, real: String, fake: String, isLeft: Bool, row: Int
    ) throws(PerceptualStudyError) -> Trial {
      func invalid(_ explanation: String) -> PerceptualStudyError {
        .invalidTable(file: file, row: row, explanation: explanation)
      }
      guard let truth = Self.folder(of: real), let method = Self.folder(of: fake) else {
        throw invalid(
          "the pictures of pair \(index), '\(real)' and '\(fake)', should be FOLDER/NAME")
      }
      let expected = truthFolder ?? truth
      truthFolder = expected
      guard truth == expected, method != expected else {
        throw invalid(
          "pair \(index) has '\(real)' as the real picture and '\(fake)' as the fake one, and the "
            + "real ones before were in '\(expected)'")
      }
      let image = ((fake as NSString).lastPathComponent as NSString).deletingPathExtension
      guard !image.isEmpty else { throw invalid("'\(fake)' names no picture") }
      let kind: TrialKind =
        index < practice ? .practice : method == Trial.vigilanceMethod ? .vigilance : .main
      return Trial(
        position: index + 1, kind: kind, image: image, method: method, realFirst: isLeft)
    }

    /// Everything before the last slash.
    private static func folder(of path: String) -> String? {
      guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return nil }
      return String(path[..<slash])
    }
  }
}
