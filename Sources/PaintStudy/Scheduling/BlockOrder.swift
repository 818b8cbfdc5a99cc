import PaintServer
import SeededChance

/// The order of a subject's arms: A B B A in blocks, and B A A B for the next subject.
///
/// Within a subject both arms then have the same mean position, so that neither practice nor
/// tiredness, as far as they grow evenly, favours one; and the interface changes twice only, which
/// it would at every other picture if arms took turns. What is uneven in their growth cancels over
/// the two orders. Subjects come in pairs with opposite orders; which of a pair begins with which arm
/// is drawn, so that half of all subjects begin with either arm, within one, however many come.
enum BlockOrder {
  /// The arm that a subject begins with.
  ///
  /// - Parameter subject: from 1.
  static func firstArm(of subject: Int, study: String, seed: UInt64) -> PaintingArm {
    let pair = (subject - 1) / 2
    var chance = SplitMix64(seed: seed, study, "first arm", "\(pair)")
    let begins = chance.next(below: 2) == 0 ? PaintingArm.full : .noRecommendation
    return subject % 2 == 1 ? begins : begins.other
  }

  /// The arms by position: half of the first arm's pictures, all of the other's, then the rest. Of an
  /// odd number the larger half comes first.
  ///
  /// - Parameter pictures: of each arm.
  static func arms(beginningWith first: PaintingArm, pictures: Int) -> [PaintingArm] {
    let opening = (pictures + 1) / 2
    return Array(repeating: first, count: opening)
      + Array(repeating: first.other, count: pictures)
      + Array(repeating: first, count: pictures - opening)
  }
}

extension PaintingArm {
  /// The one it is compared with.
  var other: PaintingArm { self == .full ? .noRecommendation : .full }

  /// Whether suggested colours are shown.
  var showsSuggestions: Bool { self == .full }
}
