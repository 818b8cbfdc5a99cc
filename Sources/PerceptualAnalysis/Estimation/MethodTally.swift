/// Answers to one method, counted.
struct MethodTally: Sendable, Equatable {
  /// Answered main trials.
  var trials = 0
  /// Those in which the real picture was named as the fake.
  var fooled = 0

  /// The fooling rate, 0…1; 0 without a trial.
  var rate: Double { trials > 0 ? Double(fooled) / Double(trials) : 0 }

  /// Counts answers, by the place of the method.
  static func tallies(_ answers: MainAnswers) -> [MethodTally] {
    var tallies = [MethodTally](repeating: MethodTally(), count: answers.methods.count)
    for answer in answers.answers { tallies[answer.method].count(answer) }
    return tallies
  }

  /// Counts one more answer.
  mutating func count(_ answer: MainAnswer) {
    trials += 1
    if answer.isFooled { fooled += 1 }
  }
}
