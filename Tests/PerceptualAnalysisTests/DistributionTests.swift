import PerceptualAnalysis
import Testing

/// Closed-form statistics against SciPy; the numbers are in Reference.swift, made by
/// make_reference.py.
@Suite struct DistributionTests {
  /// Equal to a share of the value, or of 1 where it is smaller.
  private func isClose(_ value: Double, _ expected: Double, _ tolerance: Double) -> Bool {
    abs(value - expected) <= tolerance * max(abs(expected), 1)
  }

  @Test func normalQuantiles() {
    for row in Reference.normal {
      #expect(isClose(NormalDistribution.quantile(row[0]), row[1], 1e-12), "\(row)")
      #expect(isClose(NormalDistribution.cumulative(row[1]), row[0], 1e-14), "\(row)")
    }
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
  }

  @Test func studentQuantiles() {
    for row in Reference.student {
      let student = StudentDistribution(freedom: row[0])
      #expect(isClose(student.quantile(row[1]), row[2], 1e-10), "\(row)")
      #expect(isClose(student.cumulative(row[2]), row[1], 1e-10), "\(row)")
    }
  }

  @Test func studentTails() {
    for row in Reference.studentTails {
      let tail = StudentDistribution(freedom: row[0]).beyond(row[1])
      // Small p-values keep their digits.
      #expect(abs(tail - row[2]) <= 1e-9 * row[2], "\(row): \(tail)")
    }
  }

  @Test func wilsonIntervals() {
    for row in Reference.wilson {
      let interval = Interval.wilson(successes: Int(row[0]), trials: Int(row[1]))
      #expect(isClose(interval.low, row[2], 1e-10) && isClose(interval.high, row[3], 1e-10))
    }
  }

  @Test func pooledIntervals() {
    for row in Reference.pooled {
      let interval = Interval.pooled(successes: Int(row[0]), trials: Int(row[1]))
      #expect(isClose(interval.low, row[2], 1e-10) && isClose(interval.high, row[3], 1e-10))
    }
    #expect(Interval.pooled(successes: 1, trials: 1) == Interval(low: 0, high: 1))
  }

  /// Shares and differences of shares over clusters, near the ends of their range and away from them.
  @Test func boundedMeans() {
    for place in stride(from: 0, to: Reference.bounded.count, by: 2) {
      let (values, expected) = (Reference.bounded[place], Reference.bounded[place + 1])
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let bounded = BoundedMean(
        mean, standardError: (squares / (count - 1) / count).squareRoot(),
        clusters: values.count, in: expected[0]...expected[1])
      #expect(isClose(bounded.interval.low, expected[3], 1e-9), "\(values)")
      #expect(isClose(bounded.interval.high, expected[4], 1e-9), "\(values)")
      #expect(isClose(bounded.p(of: expected[2]), expected[5], 1e-9), "\(values)")
    }
  }

  /// No share's interval leaves 0…1, however few trials there are.
  @Test func intervalsOfSharesStayInside() {
    for trials in 1...40 {
      for successes in 0...trials {
        let rate = Double(successes) / Double(trials)
        for interval in [
          Interval.pooled(successes: successes, trials: trials),
          Interval.wilson(successes: successes, trials: trials),
          BoundedMean(
            rate, standardError: (rate * (1 - rate) / Double(trials)).squareRoot(),
            clusters: trials + 1
          ).interval,
        ] {
          #expect(interval.low >= 0 && interval.high <= 1, "\(successes) of \(trials)")
          #expect(interval.contains(rate), "\(successes) of \(trials)")
        }
      }
    }
  }

  /// Zhang et al. 2017 give 18.58 ±1.09, 26.98 ±1.76 and 30.04 ±1.80 %: the pooled interval of about
  /// 4,890, 2,440 and 2,490 trials, as follows from p(1 − p)/n.
  @Test(arguments: [(0.1858, 4890, 0.0109), (0.2698, 2440, 0.0176), (0.3004, 2490, 0.0180)])
  func pooledIntervalsOfThePaper(rate: Double, trials: Int, half: Double) {
    let interval = Interval.pooled(
      successes: Int((rate * Double(trials)).rounded()), trials: trials)
    #expect(abs((interval.high - interval.low) / 2 - half) < 0.00006)
  }

  @Test func holmSteps() {
    for place in stride(from: 0, to: Reference.holm.count, by: 2) {
      let adjusted = Holm.adjusted(Reference.holm[place])
      for (value, expected) in zip(adjusted, Reference.holm[place + 1]) {
        #expect(isClose(value, expected, 1e-12))
      }
    }
    #expect(Holm.adjusted([]) == [])
  }

  @Test func spreadNeedsTwoClustersAndARepeat() {
    #expect(ClusterSpread(clusters: [(5, 2)]) == nil)
    #expect(ClusterSpread(clusters: [(1, 1), (1, 0)]) == nil)
    #expect(ClusterSpread(clusters: [(5, 5), (5, 5)])?.intraclassCorrelation == 0)
    #expect(ClusterSpread(clusters: [(5, 5), (5, 0), (0, 0)])?.intraclassCorrelation == 1)
  }
}
