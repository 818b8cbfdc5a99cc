import PerceptualAnalysis
import PerceptualStudy
import Testing

/// Studies at the edge: nothing is infinite, not-a-number, or a crash.
@Suite struct ExtremeAnswersTests {
  private func judgement(
    _ judge: String, _ position: Int, image: String, method: String, fooled: Bool?
  ) -> Judgement {
    Judgement(
      judge: judge,
      trial: Trial(
        position: position, kind: .main, image: image, method: method,
        realFirst: position % 2 == 0),
      answer: fooled.map { $0 == (position % 2 == 0) ? .first : .second },
      reactionMilliseconds: nil)
  }

  private func expectFinite(_ analysis: StudyAnalysis) {
    for method in analysis.methods {
      for interval in [method.wilson, method.pooled, method.cluster, method.pigeonhole] {
        #expect(interval.low.isFinite && interval.high.isFinite)
        #expect(interval.low <= interval.high)
      }
      #expect(method.cluster.contains(method.rate) && method.wilson.contains(method.rate))
      #expect(method.detection.sensitivity.isFinite && method.detection.criterion.isFinite)
      #expect(method.designEffect.isFinite)
      #expect(method.reactions.all == nil)
    }
    for pair in analysis.pairs {
      #expect(pair.interval.contains(pair.difference))
      #expect(pair.interval.low >= -1 && pair.interval.high <= 1)
      #expect((0...1).contains(pair.pHolm) && (0...1).contains(pair.probabilityAbove))
    }
  }

  @Test func noAnswers() {
    for judgements in [[], [judgement("1", 1, image: "a", method: "m", fooled: nil)]] {
      let analysis = StudyAnalysis(judgements)
      #expect(analysis.methods.isEmpty && analysis.pairs.isEmpty && analysis.images.isEmpty)
      #expect(analysis.checks.firstAnswers == nil && analysis.checks.drift == nil)
    }
  }

  @Test func oneAnswer() {
    let analysis = StudyAnalysis([judgement("1", 1, image: "a", method: "m", fooled: true)])
    expectFinite(analysis)
    #expect(analysis.methods[0].cluster == Interval(low: 0, high: 1))
    #expect(analysis.checks.firstAnswers == nil)
  }

  /// One judge tells nothing of other judges.
  @Test func oneJudge() {
    let analysis = StudyAnalysis(
      (1...40).map {
        judgement("1", $0, image: "\($0)", method: "m\($0 % 2)", fooled: $0 % 5 == 0)
      })
    expectFinite(analysis)
    #expect(analysis.methods.allSatisfy { $0.cluster == Interval(low: 0, high: 1) })
    #expect(analysis.pairs[0].p == 1)
    #expect(analysis.pairs[0].interval == Interval(low: -1, high: 1))
  }

  /// Everybody fooled by one method, nobody by the other.
  @Test func allEqual() {
    let analysis = StudyAnalysis(
      (1...20).flatMap { judge in
        (1...20).map { position in
          judgement(
            "\(judge)", position, image: "\((position + judge) % 30)",
            method: position <= 10 ? "always" : "never", fooled: position <= 10)
        }
      }, draws: 500)
    expectFinite(analysis)
    let (always, never) = (analysis.methods[0], analysis.methods[1])
    #expect(always.rate == 1 && never.rate == 0)
    #expect(always.cluster.low > 0.95 && never.cluster.high < 0.05)
    #expect(analysis.pairs[0].probabilityAbove == 1 && analysis.pairs[0].pHolm < 1e-6)
    #expect(analysis.pairs[0].interval.low > 0.9)
  }

  @Test func equalMethodsAreTied() {
    let analysis = StudyAnalysis(
      (1...6).flatMap { judge in
        (1...10).map {
          judgement("\(judge)", $0, image: "\($0)", method: "m\($0 % 2)", fooled: false)
        }
      }, draws: 100)
    expectFinite(analysis)
    #expect(analysis.pairs[0].probabilityAbove == 0.5 && analysis.pairs[0].p == 1)
  }
}
