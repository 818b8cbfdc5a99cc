import SeededChance

/// Deals images to judges from shuffled decks, so that at every moment each image has been dealt
/// equally often within one, and no judge gets an image twice.
struct ImageDeck {
  private let count: Int
  private var chance: SplitMix64
  /// Images of the deck that are still to be dealt, the next one last.
  private var rest: [Int] = []
  /// All images, the least recently used for vigilance first.
  private var queue: [Int]

  /// A deck of the images `0..<count`.
  init(count: Int, chance: SplitMix64) {
    self.count = count
    self.chance = chance
    queue = Array(0..<count).shuffled(by: &self.chance)
  }

  /// The next judge's images, at most `count` of them, all different.
  mutating func deal(_ wanted: Int) -> [Int] {
    var hand: [Int] = []
    while hand.count < wanted {
      if rest.isEmpty { shuffle(keepingBack: hand, for: wanted - hand.count) }
      hand.append(rest.removeLast())
    }
    return hand
  }

  /// Further images for a judge, none of them in the hand; those that waited longest.
  mutating func dealVigilance(_ wanted: Int, beside hand: [Int]) -> [Int] {
    let held = Set(hand)
    var dealt: [Int] = []
    for image in queue where dealt.count < wanted && !held.contains(image) { dealt.append(image) }
    let gone = Set(dealt)
    queue = queue.filter { !gone.contains($0) } + dealt
    return dealt
  }

  /// A new deck whose first `needed` images are not in the hand.
  private mutating func shuffle(keepingBack hand: [Int], for needed: Int) {
    let held = Set(hand)
    let order = Array(0..<count).shuffled(by: &chance)
    let first = Array(order.lazy.filter { !held.contains($0) }.prefix(needed))
    let chosen = Set(first)
    rest = (first + order.filter { !chosen.contains($0) }).reversed()
  }
}
