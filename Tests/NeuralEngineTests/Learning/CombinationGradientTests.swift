import NeuralEngine
import Testing

/// The way back of concatenations, products, scales and layers of vectors.
@Suite struct CombinationGradientTests {
  @Test(arguments: [[16, 16], [17, 15, 3], [4, 32], [32, 12], [40, 28, 3]])
  func concatenations(channels: [Int]) throws {
    try checkGradients { twin in
      let picture = twin.input(4)
      let parts = channels.map { twin.activated(twin.convolution(picture, $0)) }
      let all = twin.concatenated(parts)
      twin.output("result", twin.convolution(all, 5))
      twin.output("first", twin.convolution(parts[0], 3, kernel: 1))
      twin.output("picture", twin.convolution(twin.concatenated([parts[0], picture]), 3))
    }
  }

  @Test(arguments: [6, 16])
  func concatenationsOfEverythingSoFar(channels: Int) throws {
    try checkGradients(batch: 3) { twin in
      var value = twin.convolution(twin.input(3), channels)
      for _ in 0..<2 {
        let next = twin.convolution(twin.activated(twin.normalized(value)), channels)
        value = twin.concatenated([value, next])
      }
      let inner = twin.concatenated([value, twin.normalized(value)])
      let outer = twin.concatenated([inner, twin.depthwise(inner), value])
      twin.output("result", twin.convolution(outer, 3, kernel: 1))
      twin.output("value", value)
    }
  }

  @Test func products() throws {
    try checkGradients { twin in
      let first = twin.convolution(twin.input(4), 18)
      let second = twin.convolution(first, 18, kernel: 1)
      let vector = twin.convolution(twin.input(5, "vector", size: .vector), 18, kernel: 1)
      twin.output("maps", twin.convolution(twin.product(first, second), 3))
      twin.output("square", twin.convolution(twin.product(second, second), 3))
      twin.output("spread", twin.convolution(twin.product(first, vector), 3))
      twin.output("vectors", twin.convolution(twin.product(vector, vector), 3, kernel: 1))
    }
  }

  @Test(arguments: [Activation.swish, .relu])
  func squeezeAndExcitation(function: Activation) throws {
    try checkGradients(batch: 3) { twin in
      let value = twin.activated(twin.normalized(twin.convolution(twin.input(4), 18)), function)
      var factors = twin.convolution(twin.globallyPooled(value), 5, kernel: 1)
      factors = twin.convolution(twin.activated(factors, function), 18, kernel: 1)
      let excited = twin.product(value, twin.activated(factors, .sigmoid))
      twin.output("result", twin.convolution(twin.sum([excited, value]), 3))
    }
  }

  @Test func scalesByChannel() throws {
    try checkGradients { twin in
      let first = twin.channelScaled(twin.convolution(twin.input(4), 18))
      let second = twin.channelScaled(twin.activated(first), isBiased: false)
      twin.output("result", twin.convolution(second, 3))
      let folded = twin.channelScaled(twin.normalized(twin.convolution(first, 17)))
      twin.output("folded", twin.convolution(folded, 3))
      twin.output("first", first)
    }
  }

  @Test(arguments: [2, 18])
  func fullyConnectedLayers(channels: Int) throws {
    try checkGradients(batch: 3, height: 4, width: 5) { twin in
      let first = twin.convolution(twin.input(4), channels)
      let vector = twin.activated(twin.fullyConnected(first, 20))
      let next = twin.fullyConnected(twin.normalized(vector), 17, isBiased: false)
      twin.output("result", twin.fullyConnected(twin.activated(next, .swish), 5))
      let pooled = twin.fullyConnected(twin.globallyPooled(first), 6)
      twin.output("spread", twin.convolution(twin.sum([twin.convolution(first, 6), pooled]), 3))
    }
  }

  @Test func inputsOfSeveralSizes() throws {
    try checkGradients(height: 7, width: 9) { twin in
      let first = twin.convolution(twin.input(4), 18)
      let half = twin.convolution(twin.input(3, "half", size: .fraction(2)), 18)
      let fixed = twin.convolution(twin.input(2, "f", size: .fixed(height: 3, width: 2)), 18)
      let sum = twin.sum([
        first, twin.resized(half, like: first), twin.resized(fixed, like: first, .nearest),
      ])
      twin.output("result", twin.convolution(twin.activated(sum), 3))
    }
  }
}
