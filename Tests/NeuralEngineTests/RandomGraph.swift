import NeuralEngine

/// A network of chance: layers of every kind between values that were made before.
struct RandomGraph {
  private(set) var twin: TwinGraph
  private var chance: SplitMix64
  private var vector: TwinGraph.Value?
  private var values: [TwinGraph.Value] = []
  private var isRead: [Bool] = []

  /// - Parameter layers: how many layers are tried.
  init(seed: UInt64, layers: Int = 14, revisions: [String: UInt64] = [:]) {
    chance = SplitMix64(name: "network", seed: seed)
    let batch = 1 + chance.next(below: 2)
    twin = TwinGraph(
      batch: batch, height: 4 + chance.next(below: 12), width: 4 + chance.next(below: 12),
      seed: seed, revisions: revisions)
    let channels = chance.pick([1, 3, 4, 5, 17])
    add(twin.input(channels))
    add(twin.convolution(values[0], 17))
    vector = batch == 1 ? twin.input(9, "vector", isVector: true) : nil
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
    switch chance.next(below: 12) {
    case 0, 1: add(convolution(value, chance.pick([2, 5, 16, 17])))
    case 2: add(twin.activated(convolution(value, 17)))
    case 3: add(twin.normalized(value, shift: 3))
    case 4: add(twin.activated(value))
    case 5:
      let functions: [Activation] = [.leaky(slope: 0.2), .tanh, .sigmoid, .scaled(by: 0.7)]
      add(twin.activated(value, chance.pick(functions)))
    case 6 where images.height * images.width <= 300:
      let larger = twin.transposed(value, chance.pick([3, 17]))
      add(chance.next(below: 2) == 0 ? larger : twin.enlarged(value))
    case 7 where images.height > 1 && images.width > 1:
      add(chance.next(below: 2) == 0 ? twin.subsampled(value) : twin.maximumPooled(value))
    case 8: add(twin.softmax(value))
    default: addSum(value)
    }
  }

  private mutating func convolution(
    _ value: TwinGraph.Value, _ outputs: Int
  ) -> TwinGraph.Value {
    twin.convolution(
      value, outputs, kernel: chance.pick([1, 3, 3, 3, 5]), dilation: chance.pick([1, 1, 1, 2, 3]))
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
