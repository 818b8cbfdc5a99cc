/// How fast a training is of late, by pixels: steps at other sizes take other times.
struct SpeedMeter {
  private var secondsPerPixel: Double?

  /// How much of the running mean is kept at each step.
  private static let kept = 0.9

  /// Takes the time of a step of a phase.
  mutating func add(_ seconds: Double, of phase: TrainingConfiguration.Phase) {
    let fresh = seconds / Double(phase.batch * phase.size * phase.size)
    secondsPerPixel = secondsPerPixel.map { Self.kept * $0 + (1 - Self.kept) * fresh } ?? fresh
  }

  /// Samples a second in a phase; 0 before the first step.
  func samplesPerSecond(in phase: TrainingConfiguration.Phase) -> Double {
    secondsPerPixel.map { 1 / ($0 * Double(phase.size * phase.size)) } ?? 0
  }

  /// Seconds that the steps from a position on need; nil before the first step.
  func remaining(
    after samples: Int, of phases: [TrainingConfiguration.Phase]
  ) -> Double? {
    guard let secondsPerPixel else { return nil }
    var (passed, pixels) = (0, 0.0)
    for phase in phases {
      let all = phase.steps * phase.batch
      let left = min(all, max(0, passed + all - samples))
      pixels += Double(left) * Double(phase.size * phase.size)
      passed += all
    }
    return pixels * secondsPerPixel
  }
}
