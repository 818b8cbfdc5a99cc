/// Addresses in one arena: buffers whose lifetimes do not meet share memory.
struct MemoryPlan {
  /// Where each buffer starts.
  private(set) var offsets: [Int]
  /// The arena's size.
  private(set) var byteCount = 0

  private static let alignment = 64

  init(_ program: Program) {
    let count = program.bufferBytes.count
    var first = [Int](repeating: Int.max, count: count)
    var last = [Int](repeating: -1, count: count)
    for (index, step) in program.steps.enumerated() {
      for buffer in step.reads + step.writes {
        first[buffer] = min(first[buffer], index)
        last[buffer] = max(last[buffer], index)
      }
      // What prepared steps leave for the others lives as long as the context.
      if index >= program.preparedSteps {
        for buffer in step.reads where first[buffer] < program.preparedSteps {
          last[buffer] = Int.max
        }
      }
    }
    for port in program.inputs + program.outputs {
      (first[port.tensor.buffer], last[port.tensor.buffer]) = (-1, Int.max)
    }
    offsets = [Int](repeating: 0, count: count)
    var placed: [(range: Range<Int>, first: Int, last: Int)] = []
    // The largest first; each at the lowest place that is free throughout its life.
    let sizes = program.bufferBytes
    let order = (0..<count).filter { last[$0] >= 0 }
      .sorted { (sizes[$0], $1) > (sizes[$1], $0) }
    for buffer in order {
      let size =
        (max(program.bufferBytes[buffer], 1) + Self.alignment - 1) / Self.alignment
        * Self.alignment
      let (from, to) = (first[buffer], last[buffer])
      var offset = 0
      let rivals = placed.filter { $0.first <= to && from <= $0.last }
        .sorted { $0.range.lowerBound < $1.range.lowerBound }
      for rival in rivals where rival.range.lowerBound < offset + size {
        offset = max(offset, rival.range.upperBound)
      }
      offsets[buffer] = offset
      placed.append((offset..<offset + size, from, to))
      byteCount = max(byteCount, offset + size)
    }
  }
}
