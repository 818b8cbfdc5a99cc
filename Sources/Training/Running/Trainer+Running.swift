import Foundation
import NeuralEngine

extension Trainer {
  /// Trains to the end.
  ///
  /// - Parameters:
  ///   - shouldStop: asked between two steps; then everything is written down.
  ///   - report: called after every step and judgement.
  /// - Throws: ``TrainingError/interrupted(step:steps:folder:)`` when told to stop,
  ///   ``TrainingError/notFinite(what:step:phase:checkpoint:)``, and what data and engine throw.
  public func run(
    shouldStop: () -> Bool, report: (TrainingProgress) -> Void
  ) throws {
    guard !isFinished else { return }
    try trace?.begin(learner)
    var session = Session(before: state.seconds)
    while true {
      if isJudgementDue {
        try judge(shouldStop: shouldStop)
        // What the last checkpoint of this step does not know.
        session.savedStep = -1
      }
      if shouldStop() {
        try save(&session)
        throw TrainingError.interrupted(
          step: state.step, steps: configuration.steps, folder: folder.path)
      }
      guard let position = Position(step: state.step, phases: configuration.phases) else { break }
      try step(at: position, &session)
      report(progress(at: position, session))
      if isCheckpointDue(session) { try save(&session) }
    }
    try note(&session)
    try save(&session)
    try finish()
  }

  /// What one process keeps while it trains.
  struct Session {
    let start = ContinuousClock.now
    let before: Double
    var saved = ContinuousClock.now
    var savedStep = -1
    var source: BatchSource?
    var phase = -1
    var times = StepTimes()
    var timedSamples = 0
    var meter = SpeedMeter()
    var rate = 0.0

    init(before: Double) { self.before = before }

    var seconds: Double { before + (ContinuousClock.now - start) / .seconds(1) }
  }

  /// Steps between two lines of `timings.csv`.
  private static let timedSteps = 100

  private func step(at position: Position, _ session: inout Session) throws {
    let began = ContinuousClock.now
    let phase = configuration.phases[position.phase]
    let source: BatchSource
    if let open = session.source, session.phase == position.phase {
      source = open
    } else {
      // One phase's threads end before the next one's begin.
      session.source = nil
      let plan = configuration.plan(
        phase: position.phase, firstSample: position.firstSample, for: network)
      source = BatchSource(data, plan: plan, threads: max(1, threads / 2))
      (session.source, session.phase) = (source, position.phase)
    }
    let waited = source.waitedSeconds
    let batch = try source.next()
    try trace?.record(batch, step: state.step)
    session.rate = schedule.rate(
      step: state.step, samples: position.firstSample, phase: position.phase)
    var result = try learner.step(batch, rate: session.rate)
    if let fault = result.fault {
      try steps.flush(durably: true)
      throw TrainingError.notFinite(
        what: fault, step: state.step + 1, phase: position.phase + 1,
        checkpoint: folder.checkpoints.last)
    }
    try trace?.record(result, step: state.step, rate: session.rate, learner: learner)
    state.add(result.losses)
    let samples = position.firstSample + phase.batch
    let numbers = [session.rate] + result.losses + [result.gradientNorm]
    try steps.append(
      ["\(state.step)", "\(samples)", "\(position.phase + 1)", "\(phase.size)"]
        + numbers.map(Self.short))
    result.times.data += source.waitedSeconds - waited
    session.times += result.times
    session.timedSamples += phase.batch
    session.meter.add((ContinuousClock.now - began) / .seconds(1), of: phase)
    if state.step % Self.timedSteps == 0 { try note(&session) }
  }

  /// Seven digits: what a float32 holds.
  static func short(_ value: Double) -> String { String(format: "%.7g", value) }

  /// Samples seen.
  var samples: Int {
    Position(step: state.step, phases: configuration.phases)?.firstSample ?? configuration.samples
  }

  /// A line of `timings.csv` for the steps since the last one.
  private func note(_ session: inout Session) throws {
    let times = session.times
    guard session.timedSamples > 0 else { return }
    let shares = [times.data, times.forward, times.loss, times.backward, times.optimizer].map {
      String(format: "%.4f", $0 / times.total)
    }
    try timings.append(
      [
        "\(state.step)", "\(samples)", String(format: "%.1f", session.seconds),
        String(format: "%.3f", Double(session.timedSamples) / times.total),
      ] + shares)
    try timings.flush(durably: false)
    try steps.flush(durably: false)
    (session.times, session.timedSamples) = (StepTimes(), 0)
  }

  private func progress(at position: Position, _ session: Session) -> TrainingProgress {
    let phase = configuration.phases[position.phase]
    return TrainingProgress(
      step: state.step, steps: configuration.steps, samples: samples,
      phase: (position.phase + 1, configuration.phases.count),
      losses: zip(network.losses, state.meanLosses).map { ($0.name, $1) }, rate: session.rate,
      samplesPerSecond: session.meter.samplesPerSecond(in: phase), elapsed: session.seconds,
      remaining: session.meter.remaining(after: samples, of: configuration.phases),
      judgement: judgement)
  }
}
