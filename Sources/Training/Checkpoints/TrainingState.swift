/// How far a training is, besides its arrays.
struct TrainingState: Sendable, Equatable {
  /// Steps done, in all phases.
  var step = 0
  /// The running mean of every loss term; empty before the first step.
  var meanLosses: [Double] = []
  /// Lines of `validation.csv` below its header.
  var validationLines = 0
  /// The samples seen when the network was last judged; 0 before that.
  var validated = 0
  /// Seconds spent so far, for the estimate; not part of any result.
  var seconds = 0.0

  /// How much of a running mean is kept at each step.
  static let kept = 0.98

  /// Takes the losses of a step into the running means.
  mutating func add(_ losses: [Double]) {
    step += 1
    meanLosses =
      meanLosses.isEmpty
      ? losses : zip(meanLosses, losses).map { Self.kept * $0 + (1 - Self.kept) * $1 }
  }

  /// The state as texts for a file; numbers are written so that they are read back exactly.
  var fields: [String: String] {
    [
      "step": "\(step)", "mean_losses": meanLosses.map { "\($0)" }.joined(separator: " "),
      "validation_lines": "\(validationLines)", "validated": "\(validated)",
      "seconds": "\(seconds)",
    ]
  }

  init() {}

  /// Reads the texts; nil where one is missing or no number in its range.
  init?(fields: [String: String]) {
    guard let step = fields["step"].flatMap(Int.init), step >= 0,
      let lines = fields["validation_lines"].flatMap(Int.init), lines >= 0,
      let validated = fields["validated"].flatMap(Int.init), validated >= 0,
      let seconds = fields["seconds"].flatMap(Double.init), seconds.isFinite, seconds >= 0,
      let texts = fields["mean_losses"]?.split(separator: " ")
    else { return nil }
    let losses = texts.compactMap { Double($0) }
    guard losses.count == texts.count, losses.allSatisfy(\.isFinite), losses.count < 100 else {
      return nil
    }
    self.step = step
    meanLosses = losses
    validationLines = lines
    self.validated = validated
    self.seconds = seconds
  }
}
