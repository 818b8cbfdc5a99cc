import SeededChance

/// Splits elements into two halves that are equal within one in every group of two families of
/// nested groups.
///
/// In each family elements are paired inside the smallest groups; the one left over in a group is
/// paired in the next larger group, and so on. Two families of pairs make paths and even cycles,
/// along which the halves take turns: so each pair is split, and a group holds one unpaired element
/// at most.
enum Halving {
  /// An element's groups of one family, from the largest inwards.
  typealias Groups = SIMD3<Int32>

  /// Which half each element belongs to.
  ///
  /// - Parameters:
  ///   - left: groups of the first family; pairs are drawn.
  ///   - right: groups of the second family; neighbours in the order of the elements are paired, so
  ///     that the first elements of a group are balanced, too.
  static func halves(left: [Groups], right: [Groups], chance: SplitMix64) -> [Bool] {
    var chance = chance
    let order = Array(left.indices).shuffled(by: &chance)
    let partners = [pairs(of: left, order), pairs(of: right, Array(right.indices))]
    var halves = [Bool?](repeating: nil, count: left.count)
    for start in order where halves[start] == nil {
      let half = chance.next(below: 2) == 0
      halves[start] = half
      for first in 0...1 {
        var (element, family, side) = (start, first, half)
        while true {
          element = partners[family][element]
          guard element >= 0, halves[element] == nil else { break }
          side.toggle()
          halves[element] = side
          family = 1 - family
        }
      }
    }
    return halves.map { $0 ?? false }
  }

  /// Each element's partner; -1 for the one that is left over in the end.
  private static func pairs(of groups: [Groups], _ order: [Int]) -> [Int] {
    var partners = Array(repeating: -1, count: groups.count)
    var pending = order
    for level in (0...3).reversed() {
      var open: [Groups: Int] = [:]
      for element in pending {
        var group = groups[element]
        for lane in level..<3 { group[lane] = -1 }
        if let other = open.removeValue(forKey: group) {
          (partners[element], partners[other]) = (other, element)
        } else {
          open[group] = element
        }
      }
      pending = pending.filter { partners[$0] < 0 }
    }
    return partners
  }
}
