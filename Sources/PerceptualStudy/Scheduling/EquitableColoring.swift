import SeededChance

/// Colours the edges of a bipartite graph so that every vertex sees all colours equally often within
/// one, and so does the graph as a whole.
///
/// Such a colouring always exists: de Werra 1971, "Balanced schedules", INFOR 9:3. Each vertex is
/// cut into vertices of as many edges as there are colours; these are coloured properly by
/// alternating paths (Kőnig 1916, https://doi.org/10.1007/BF01456961), which give each part every
/// colour once. Edges are taken in their order, so the first edges of a vertex stay balanced, too.
struct EquitableColoring {
  /// The colour of each edge, in `0..<colors`.
  private(set) var result: [Int]

  private let colors: Int
  /// The parts at both ends of each edge; right parts are numbered after the left ones.
  private var ends: [(left: Int, right: Int)] = []
  /// The edge of each colour at each part; -1 for none.
  private var edgeAt: [Int] = []

  /// Colours edges; `left` and `right` are vertex numbers from 0.
  init(_ edges: [(left: Int, right: Int)], colors: Int, chance: SplitMix64) {
    self.colors = colors
    result = Array(repeating: -1, count: edges.count)
    guard !edges.isEmpty else { return }
    let left = Self.parts(edges.map(\.left), size: colors)
    let right = Self.parts(edges.map(\.right), size: colors)
    ends = zip(left.numbers, right.numbers).map { ($0, $1 + left.count) }
    edgeAt = Array(repeating: -1, count: (left.count + right.count) * colors)
    var chance = chance
    for edge in edges.indices { color(edge, &chance) }
    levelTotals(&chance)
  }

  /// Cuts vertices into parts of `size` edges each.
  private static func parts(_ vertices: [Int], size: Int) -> (numbers: [Int], count: Int) {
    let most = (vertices.max() ?? -1) + 1
    var (taken, open) = (Array(repeating: 0, count: most), Array(repeating: 0, count: most))
    var count = 0
    let numbers = vertices.map { vertex in
      if taken[vertex] % size == 0 {
        open[vertex] = count
        count += 1
      }
      taken[vertex] += 1
      return open[vertex]
    }
    return (numbers, count)
  }

  private func free(at part: Int) -> [Int] {
    (0..<colors).filter { edgeAt[part * colors + $0] < 0 }
  }

  private mutating func color(_ edge: Int, _ chance: inout SplitMix64) {
    let (left, right) = ends[edge]
    let (freeLeft, freeRight) = (free(at: left), free(at: right))
    let common = freeLeft.filter(freeRight.contains)
    if !common.isEmpty {
      set(edge, to: common[chance.next(in: 0...(common.count - 1))])
      return
    }
    let wanted = freeLeft[chance.next(in: 0...(freeLeft.count - 1))]
    let other = freeRight[chance.next(in: 0...(freeRight.count - 1))]
    swap(path(from: right, wanted, other), wanted, other)
    set(edge, to: wanted)
  }

  private mutating func set(_ edge: Int, to color: Int) {
    result[edge] = color
    edgeAt[ends[edge].left * colors + color] = edge
    edgeAt[ends[edge].right * colors + color] = edge
  }

  /// The edges of the path that begins at a part with one colour and goes on in turn.
  private func path(from start: Int, _ first: Int, _ second: Int) -> [Int] {
    var path: [Int] = []
    var (part, color) = (start, first)
    while true {
      let edge = edgeAt[part * colors + color]
      guard edge >= 0 else { return path }
      path.append(edge)
      part = ends[edge].left == part ? ends[edge].right : ends[edge].left
      color = color == first ? second : first
    }
  }

  /// Exchanges two colours along a path.
  private mutating func swap(_ path: [Int], _ first: Int, _ second: Int) {
    for edge in path {
      edgeAt[ends[edge].left * colors + result[edge]] = -1
      edgeAt[ends[edge].right * colors + result[edge]] = -1
    }
    for edge in path { set(edge, to: result[edge] == first ? second : first) }
  }

  /// Exchanges colours along paths that hold one more edge of the commonest than of the rarest
  /// colour, until all colours are equally common within one.
  private mutating func levelTotals(_ chance: inout SplitMix64) {
    while true {
      var totals = Array(repeating: 0, count: colors)
      for color in result { totals[color] += 1 }
      let order = totals.indices.sorted { (totals[$0], $0) < (totals[$1], $1) }
      guard let rarest = order.first, let commonest = order.last,
        totals[commonest] - totals[rarest] > 1
      else { return }
      var surplus = (totals[commonest] - totals[rarest]) / 2
      for part in Array(0..<(edgeAt.count / colors)).shuffled(by: &chance) where surplus > 0 {
        guard edgeAt[part * colors + commonest] >= 0, edgeAt[part * colors + rarest] < 0 else {
          continue
        }
        let path = path(from: part, commonest, rarest)
        guard path.count % 2 == 1 else { continue }
        swap(path, commonest, rarest)
        surplus -= 1
      }
    }
  }
}
