/// An answered main trial, with judge, image and method as places in ``MainAnswers``.
struct MainAnswer: Sendable, Equatable {
  /// The judge's place.
  let judge: Int
  /// The image's place.
  let image: Int
  /// The method's place.
  let method: Int
  /// The place among the judge's main trials, from 0, unanswered ones counted.
  let rank: Int
  /// Whether the real picture was shown first.
  let isRealFirst: Bool
  /// Whether the real picture was named as the fake.
  let isFooled: Bool
  /// Milliseconds; nil where it was not taken.
  let reaction: Double?

  /// Whether the picture shown first was named.
  var isFirstNamed: Bool { isRealFirst == isFooled }
}
