/// Where one array of weights lies among a network's flat numbers, and how.
struct LearnedArray: Sendable {
  /// How its numbers are ordered.
  enum Order: Sendable, Hashable {
    /// A convolution's weights: outputs×inputs×k×k in files, k×k×inputs×outputs here.
    case convolution
    /// A transposed convolution's: inputs×outputs×k×k in files, k×k×inputs×outputs here.
    case transposed
    /// One number a channel.
    case channels
  }

  let name: String
  /// As in files.
  let shape: [Int]
  let order: Order
  /// Of the first number.
  let offset: Int
  /// True for a running mean or variance, which is measured rather than learned.
  let isStatistic: Bool

  /// Numbers with padding.
  var count: Int {
    switch order {
    case .convolution, .transposed:
      Stack.padded(shape[0]) * Stack.padded(shape[1]) * shape[2] * shape[3]
    case .channels: Stack.padded(shape[0])
    }
  }

  /// Calls `body` with every number's place in a file's array and its place here.
  func forEach(_ body: (_ file: Int, _ here: Int) -> Void) {
    guard order != .channels else {
      for channel in 0..<shape[0] { body(channel, offset + channel) }
      return
    }
    let isTransposed = order == .transposed
    let (inputs, outputs) = isTransposed ? (shape[0], shape[1]) : (shape[1], shape[0])
    let (taps, wide) = (shape[2] * shape[3], Stack.padded(outputs))
    let plane = Stack.padded(inputs) * wide
    for input in 0..<inputs {
      for output in 0..<outputs {
        let first = (isTransposed ? input * outputs + output : output * inputs + input) * taps
        let place = offset + input * wide + output
        for tap in 0..<taps { body(first + tap, place + tap * plane) }
      }
    }
  }
}
