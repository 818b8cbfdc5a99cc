/// One array of weights of a layer: its shape in files, and its order in memory.
struct ParameterArray: Sendable, Hashable {
  /// How the numbers are ordered in memory, channels padded with zeros to whole blocks.
  enum Order: Sendable, Hashable {
    /// A convolution's weights: outputs×(inputs/groups)×height×width in files,
    /// height×width×inputs×outputs in memory, zeros between groups.
    case convolution(groups: Int)
    /// A transposed convolution's: inputs×outputs×height×width in files, as a convolution's in memory.
    case transposed
    /// A depthwise convolution's: channels×1×height×width in files, height×width×channels in memory.
    case depthwise
    /// One number a channel.
    case channels
  }

  let name: String
  /// As in files.
  let shape: [Int]
  let order: Order
  /// The size along the kernel, for weights that files keep as a matrix.
  var kernel: [Int]?
  /// True for a running mean or variance, which is measured rather than learned.
  var isStatistic = false

  /// One number a channel: `layer.part`.
  static func byChannel(
    _ layer: String, _ part: String, count: Int, isStatistic: Bool = false
  ) -> ParameterArray {
    ParameterArray(
      name: "\(layer).\(part)", shape: [count], order: .channels, isStatistic: isStatistic)
  }

  private var taps: Int { (kernel ?? Array(shape.dropFirst(2))).reduce(1, *) }

  private var groups: Int {
    if case .convolution(let groups) = order { groups } else { 1 }
  }

  /// Inputs of the dense convolution, and its outputs.
  private var sides: (inputs: Int, outputs: Int) {
    switch order {
    case .convolution(let groups):
      (kernel == nil ? shape[1] * groups : shape[1] / taps, shape[0])
    case .transposed: (shape[0], shape[1])
    case .depthwise, .channels: (1, shape[0])
    }
  }

  private func padded(_ channels: Int, _ block: Int) -> Int {
    (channels + block - 1) / block * block
  }

  /// Numbers in memory.
  func count(block: Int) -> Int {
    switch order {
    case .convolution, .transposed:
      padded(sides.inputs, block) * padded(sides.outputs, block) * taps
    case .depthwise: padded(shape[0], block) * taps
    case .channels: padded(shape[0], block)
    }
  }

  /// Calls `body` with every number's place in a file's array and its place in memory.
  func forEach(block: Int, _ body: (_ file: Int, _ memory: Int) -> Void) {
    let (inputs, outputs) = sides
    let wide = padded(outputs, block)
    switch order {
    case .channels:
      for channel in 0..<shape[0] { body(channel, channel) }
    case .depthwise:
      for channel in 0..<shape[0] {
        for tap in 0..<taps { body(channel * taps + tap, tap * wide + channel) }
      }
    case .transposed:
      let plane = padded(inputs, block) * wide
      for input in 0..<inputs {
        for output in 0..<outputs {
          let first = (input * outputs + output) * taps
          for tap in 0..<taps { body(first + tap, tap * plane + input * wide + output) }
        }
      }
    case .convolution:
      let plane = padded(inputs, block) * wide
      let (groupInputs, groupOutputs) = (inputs / groups, outputs / groups)
      for output in 0..<outputs {
        let firstInput = output / groupOutputs * groupInputs
        for input in 0..<groupInputs {
          let first = (output * groupInputs + input) * taps
          let place = (firstInput + input) * wide + output
          for tap in 0..<taps { body(first + tap, tap * plane + place) }
        }
      }
    }
  }

  /// The numbers of a file in memory's order.
  func ordered(_ values: [Float], block: Int) -> [Float] {
    var result = [Float](repeating: 0, count: count(block: block))
    forEach(block: block) { file, memory in result[memory] = values[file] }
    return result
  }
}
