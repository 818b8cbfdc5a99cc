import Foundation
import NeuralEngine

extension Trainer {
  func isCheckpointDue(_ session: Session) -> Bool {
    switch configuration.checkpoint {
    case .steps(let count): state.step % count == 0
    case .seconds(let count): (ContinuousClock.now - session.saved) / .seconds(1) >= Double(count)
    }
  }

  /// Writes everything down: first the tables, which a checkpoint relies on.
  func save(_ session: inout Session) throws {
    guard session.savedStep != state.step else { return }
    state.seconds = session.seconds
    try steps.flush(durably: true)
    try judgements.flush(durably: true)
    try folder.checkpoints.write(Checkpoint(learner, state: state, settings: settings))
    (session.saved, session.savedStep) = (.now, state.step)
  }

  /// True where the network should be judged before the next step.
  var isJudgementDue: Bool {
    guard let validation = configuration.validation else { return false }
    let passed = samples / validation.every > state.validated / validation.every
    return passed || (samples == configuration.samples && state.validated < samples)
  }

  /// Judges the averaged weights and notes the result, unless told to stop on the way.
  func judge(shouldStop: () -> Bool) throws {
    guard let validator else { return }
    let ways = try network.judgements(
      of: learner.averaged, options: CompilationOptions(threads: threads))
    guard let rows = try validator.judge(ways, shouldStop: shouldStop) else { return }
    for row in rows {
      try judgements.append(
        [
          "\(samples)", row.method, "\(row.points)", "\(validator.count)",
          String(format: "%.4f", row.psnr),
        ])
    }
    try judgements.flush(durably: false)
    state.validationLines += rows.count
    state.validated = samples
    let byPoints = Set(ways.filter(\.takesPoints).map(\.method))
    judgement = rows.map { row in
      let points = byPoints.contains(row.method) ? " \(row.points)" : ""
      return "\(row.method)\(points): " + String(format: "%.2f dB", row.psnr)
    }.joined(separator: ", ")
  }

  /// Writes the learned weights.
  func finish() throws {
    var metadata = network.metadata
    let pictures = zip(data.sources, data.counts).map { source, count in
      let name = (source.name as NSString).lastPathComponent
      return "\(count) of \(name) (share \(source.share))"
    }
    metadata.merge([
      "format": "pt", "network": network.summary, "training": configuration.name,
      "title": configuration.title, "licence": configuration.licence,
      "samples": "\(configuration.samples)", "steps": "\(configuration.steps)",
      "data": pictures.joined(separator: ", "), "data_sha256": data.identity,
      "recipe": settings.text, "hintbench": options.program,
    ]) { mine, _ in mine }
    try LearnedWeights.write(
      network.arrays(learned: learner.averaged), metadata: metadata,
      to: folder.file(TrainingFolder.weightsName))
  }
}
