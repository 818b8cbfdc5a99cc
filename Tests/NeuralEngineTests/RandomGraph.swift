import NeuralEngine

/// A network of chance: layers of every kind between values that were made before.
struct RandomGraph {
  private(set) var twin: TwinGraph
  private var chance: SplitMix64
  private var vector: TwinGraph.Value?
  private var points: TwinGraph.Value?
  private var values: [TwinGraph.Value] = []
  private var isRead: [Bool] = []

  /// - Parameter layers: how many layers are tried.
  init(seed: UInt64, layers: Int = 18, revisions: [String: UInt64] = [:]) {
    chance = SplitMix64(name: "network", seed: seed)
    let batch = 1 + chance.next(below: 2)
    twin = TwinGraph(
      batch: batch, height: 4 + chance.next(below: 12), width: 4 + chance.next(below: 12),
      seed: seed, revisions: revisions)
    let channels = chance.pick([1, 3, 4, 5, 17])
    add(twin.input(channels))
    add(twin.convolution(values[0], 17))
    vector = batch == 1 ? twin.input(9, "vector", size: .vector) : nil
    points = twin.points(9, present: chance.next(below: 10))
    for _ in 0..<layers { grow() }
    // What nobody reads is an output, and so is something that somebody reads.
    let some = chance.next(below: values.count)
    for index in values.indices where !isRead[index] || index == some {
      twin.output("value \(index)", values[index])
    }
  }

  private mutating func add(_ value: TwinGraph.Value) {
    values.append(value)
    isRead.append(false)
  }

  /// Any value, more often a late one.
  private mutating func take(where isWanted: (Images) -> Bool = { _ in true }) -> TwinGraph.Value? {
    let wanted = values.indices.filter { isWanted(values[$0].images) }
    guard !wanted.isEmpty else { return nil }
    let index = chance.pick([chance.pick(wanted), chance.pick(wanted.suffix(3))])
    isRead[index] = true
    return values[index]
  }

  private mutating func grow() {
    guard let value = take() else { return }
    let images = value.images
    switch chance.next(below: 21) {
    case 0, 1: add(convolution(value, chance.pick([2, 5, 16, 17])))
    case 2: add(twin.activated(convolution(value, 17)))
    case 3: add(twin.normalized(value, shift: 3))
    case 4: add(twin.activated(value))
    case 5:
      let functions: [Activation] = [
        .leakyRelu(slope: 0.2), .tanh, .sigmoid, .scaled(by: 0.7), .relu6, .swish,
      ]
      add(twin.activated(value, chance.pick(functions)))
    case 6 where images.height * images.width <= 300:
      let larger = twin.transposed(value, chance.pick([3, 17]))
      add(chance.next(below: 2) == 0 ? larger : twin.upsampled(value))
    case 7 where images.height > 1 && images.width > 1:
      add(chance.next(below: 2) == 0 ? twin.subsampled(value) : twin.maximumPooled(value))
    case 8: add(twin.softmax(value, over: chance.pick([.channels, .pixels])))
    case 9: addDepthwise(value)
    case 10, 11: addConcatenation(value)
    case 12: addProduct(value)
    case 13: addOtherSize(value)
    case 14: add(twin.channelScaled(value))
    case 15: addPointAttention(value)
    default: addSum(value)
    }
  }

  private mutating func convolution(
    _ value: TwinGraph.Value, _ outputs: Int
  ) -> TwinGraph.Value {
    twin.convolution(
      value, outputs, kernel: chance.pick([1, 3, 3, 3, 5]), dilation: chance.pick([1, 1, 1, 2, 3]))
  }

  private mutating func addDepthwise(_ value: TwinGraph.Value) {
    let layer = twin.depthwise(
      value, kernel: chance.pick([1, 3, 5]), stride: chance.pick([1, 1, 2]),
      padding: chance.pick([.centred, .same]))
    let folded = chance.next(below: 2) == 0 ? layer : twin.normalized(layer)
    add(chance.next(below: 2) == 0 ? folded : twin.activated(folded, .relu6))
  }

  private mutating func addConcatenation(_ value: TwinGraph.Value) {
    let images = value.images
    var parts = [value]
    for _ in 0...chance.next(below: 2) {
      let source = take { $0.height == images.height && $0.width == images.width }
      guard let source else { continue }
      let isConvolved = chance.next(below: 2) == 0
      parts.append(isConvolved ? convolution(source, chance.pick([3, 16, 17])) : source)
    }
    // Networks of chance should not grow without limit.
    guard parts.reduce(0, { $0 + $1.images.channels }) <= 80 else { return }
    add(twin.concatenated(parts))
  }

  private mutating func addProduct(_ value: TwinGraph.Value) {
    let images = value.images
    let limited = twin.activated(value, .sigmoid)
    if chance.next(below: 2) == 0 {
      let factors = twin.convolution(twin.globallyPooled(value), images.channels, kernel: 1)
      add(twin.product(value, twin.activated(factors, .sigmoid)))
    } else if let other = take(where: { $0.shape == images.shape }) {
      add(twin.product(other, limited))
    } else {
      add(limited)
    }
  }

  private mutating func addPointAttention(_ value: TwinGraph.Value) {
    guard let points else { return }
    let heads = chance.pick([1, 3])
    // Logits of networks of chance may be far apart.
    let limited = twin.activated(value, .tanh)
    let read = twin.spread(limited, from: points, heads: heads, size: chance.pick([1, 4, 33]))
    add(twin.pointwise(read, chance.pick([3, 17])))
  }

  private mutating func addOtherSize(_ value: TwinGraph.Value) {
    if chance.next(below: 2) == 0 {
      let kind = chance.pick([Graph.Pooling.maximum, .average(countsPadding: false)])
      add(twin.pooled(value, kind, kernel: 3, stride: chance.pick([1, 2]), padding: 1))
    } else if let other = take(where: { $0.height * $0.width <= 600 }) {
      add(twin.resized(value, like: other, chance.pick([.bilinear, .bilinearCorners, .nearest])))
    }
  }

  /// A layer or three of a vector.
  private mutating func branch(_ vector: TwinGraph.Value, _ channels: Int) -> TwinGraph.Value {
    let first = twin.convolution(vector, channels, kernel: 1)
    return chance.next(below: 2) == 0 ? first : twin.normalized(twin.activated(first))
  }

  /// A sum with convolutions, other values of the shape and, sometimes, a vector.
  private mutating func addSum(_ value: TwinGraph.Value) {
    let images = value.images
    var terms = [value]
    for _ in 0...chance.next(below: 3) {
      switch chance.next(below: 3) {
      case 0:
        if let other = take(where: { $0.shape == images.shape }) { terms.append(other) }
      case 1:
        let source = take {
          $0.height == images.height && $0.width == images.width
        }
        if let source { terms.append(convolution(source, images.channels)) }
      default:
        let isDouble = images.height % 2 == 0 && images.width % 2 == 0
        let source = take {
          isDouble && 2 * $0.height == images.height && 2 * $0.width == images.width
        }
        if let source { terms.append(twin.transposed(source, images.channels)) }
      }
    }
    if let vector, chance.next(below: 4) == 0 { terms.append(branch(vector, images.channels)) }
    if chance.next(below: 2) == 0 { terms.swapAt(0, terms.count - 1) }
    // Convolutions among themselves are summed otherwise than with something else.
    if terms.count > 1, chance.next(below: 2) == 0 { terms.removeLast() }
    let sum = twin.sum(terms)
    add(chance.next(below: 2) == 0 ? twin.activated(sum) : sum)
  }
}
