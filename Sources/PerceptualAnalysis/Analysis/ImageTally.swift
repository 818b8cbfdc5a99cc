/// Answers to one method on one image, counted.
public struct ImageTally: Sendable, Equatable {
  /// The image's file stem.
  public let image: String
  /// The method's name.
  public let method: String
  /// Answered main trials, at least 1.
  public let trials: Int
  /// Those in which the real picture was named as the fake.
  public let fooled: Int

  /// The fooling rate, 0…1.
  public var rate: Double { Double(fooled) / Double(trials) }

  /// Counts answers by image and method, in their order; pairs without an answer are left out.
  static func tallies(_ answers: MainAnswers) -> [ImageTally] {
    let methods = answers.methods.count
    var counts = [MethodTally](repeating: MethodTally(), count: answers.images.count * methods)
    for answer in answers.answers { counts[answer.image * methods + answer.method].count(answer) }
    return counts.enumerated().filter { $1.trials > 0 }.map { place, count in
      ImageTally(
        image: answers.images[place / methods], method: answers.methods[place % methods],
        trials: count.trials, fooled: count.fooled)
    }
  }
}
