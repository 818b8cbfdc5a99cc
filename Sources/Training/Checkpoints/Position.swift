/// Where a step stands in the phases of a training.
struct Position: Sendable, Equatable {
  /// The index of the phase.
  let phase: Int
  /// The number of the step's first sample in the run.
  let firstSample: Int

  /// The place of a step; nil past the last one.
  ///
  /// - Parameter step: from 0.
  init?(step: Int, phases: [TrainingConfiguration.Phase]) {
    var (steps, samples) = (0, 0)
    for (index, phase) in phases.enumerated() {
      if step < steps + phase.steps {
        self.phase = index
        firstSample = samples + (step - steps) * phase.batch
        return
      }
      steps += phase.steps
      samples += phase.steps * phase.batch
    }
    return nil
  }
}
