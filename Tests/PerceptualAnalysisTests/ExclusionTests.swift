import PerceptualAnalysis
import PerceptualStudy
import Testing

/// Who is left out, and why.
@Suite struct ExclusionTests {
  /// A judge's answers: main trials, then vigilance ones.
  private func judgements(
    answered: Int = 20, unanswered: Int = 0, vigilance: Int = 4, missed: Int = 0,
    reaction: Double? = 500, judge: String = "1"
  ) -> [Judgement] {
    (1...(answered + unanswered + vigilance)).map { position in
      let isMain = position <= answered + unanswered
      let isWrong = position > answered + unanswered + vigilance - missed
      return Judgement(
        judge: judge,
        trial: Trial(
          position: position, kind: isMain ? .main : .vigilance, image: "image-\(position)",
          method: isMain ? "m" : Trial.vigilanceMethod, realFirst: true),
        answer: isMain && position > answered ? nil : isWrong ? .first : .second,
        reactionMilliseconds: reaction)
    }
  }

  private func reasons(
    _ judgements: [Judgement], expected: Int? = nil
  ) -> [JudgeRecord.Reason] {
    JudgeRecord(
      judge: "1", judgements: judgements, rule: ExclusionRule(), expected: expected
    ).breaches.map(\.reason)
  }

  @Test func diligentJudgesCount() {
    #expect(reasons(judgements()) == [])
    // The limits themselves are kept: a quarter missed, nine tenths answered, 150 ms.
    #expect(reasons(judgements(answered: 18, unanswered: 2, missed: 1, reaction: 150)) == [])
  }

  @Test func limitsAreApplied() {
    #expect(reasons(judgements(missed: 2)) == [.missedVigilance])
    #expect(reasons(judgements(answered: 17, unanswered: 3)) == [.answeredMain])
    #expect(reasons(judgements(reaction: 149.9)) == [.medianReaction])
    #expect(
      reasons(judgements(answered: 1, unanswered: 3, missed: 4, reaction: 10))
        == [.missedVigilance, .answeredMain, .medianReaction])
  }

  /// An unanswered vigilance trial is a missed one.
  @Test func unansweredVigilanceIsMissed() {
    let silent = judgements().map { judgement in
      judgement.trial.kind == .vigilance
        ? Judgement(
          judge: "1", trial: judgement.trial, answer: nil, reactionMilliseconds: nil) : judgement
    }
    #expect(reasons(silent) == [.missedVigilance])
  }

  @Test func limitsWithoutDataAreNotApplied() {
    #expect(reasons(judgements(vigilance: 0, reaction: nil)) == [])
  }

  @Test func whoLeavesEarlyHasNotAnswered() {
    #expect(reasons(judgements(answered: 10), expected: 20) == [.answeredMain])
  }

  @Test func recordsAreSortedAndCounted() {
    let records = JudgeRecord.records(
      ["10", "b", "9", "a"].flatMap { judgements(missed: 1, judge: $0) }, rule: ExclusionRule())
    #expect(records.map(\.judge) == ["9", "10", "a", "b"])
    #expect(records.allSatisfy { $0.trials == 20 && $0.answered == 20 && $0.fooled == 0 })
    #expect(records.allSatisfy { $0.vigilance == 4 && $0.vigilanceMissed == 1 })
    #expect(records.allSatisfy { $0.medianReaction == 500 && !$0.isExcluded })
  }
}
