import Foundation
import Testing
import Training

/// The learning rate of every step.
@Suite struct ScheduleTests {
  private func schedule(_ phases: String, warmup: Int = 4) throws -> LearningRate {
    LearningRate(
      try configuration(
        tinyText([
          "phases": "phases: \(phases)",
          "optimizer": "optimizer: {rate: 0.1, warmup_steps: \(warmup)}",
        ])))
  }

  @Test func warmsUpAndFallsAsHalfACosine() throws {
    let schedule = try schedule("[{size: 16, batch: 10, samples: 1000}]")
    #expect(abs(schedule.rate(step: 0, samples: 0, phase: 0) - 0.025) < 1e-12)
    let second = 0.05 * (0.5 + 0.5 * cos(Double.pi * 0.01))
    #expect(abs(schedule.rate(step: 1, samples: 10, phase: 0) - second) < 1e-12)
    #expect(abs(schedule.rate(step: 50, samples: 500, phase: 0) - 0.05) < 1e-12)
    let last = schedule.rate(step: 99, samples: 990, phase: 0)
    #expect(last > 0 && last < 0.0001)
  }

  @Test func noWarmup() throws {
    let schedule = try schedule("[{size: 16, batch: 10, samples: 1000}]", warmup: 0)
    #expect(schedule.rate(step: 0, samples: 0, phase: 0) == 0.1)
  }

  @Test func oneCurveOverAllPhases() throws {
    let schedule = try schedule(
      "[{size: 16, batch: 10, samples: 500}, {size: 32, batch: 5, samples: 500, rate: 0.02}]")
    #expect(abs(schedule.rate(step: 50, samples: 500, phase: 0) - 0.05) < 1e-12)
    // The second phase's own rate, half way down the same curve.
    #expect(abs(schedule.rate(step: 50, samples: 500, phase: 1) - 0.01) < 1e-12)
  }
}
