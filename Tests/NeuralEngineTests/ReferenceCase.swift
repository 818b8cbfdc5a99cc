import NeuralEngine

/// A small network that `make_reference.py` says, too, for every operator there is.
struct ReferenceCase: Sendable, CustomStringConvertible {
  /// The name in `pytorch.json`.
  let description: String
  let build: @Sendable (inout TwinGraph) -> Void

  private init(_ name: String, _ build: @escaping @Sendable (inout TwinGraph) -> Void) {
    (description, self.build) = (name, build)
  }

  /// Each is two pictures of 6×7 pixels.
  static let (batch, height, width) = (2, 6, 7)

  static let all = convolutions + pointwise + otherSizes + attention + points

  private static let convolutions = [
    ReferenceCase("convolutions") { twin in
      var value = twin.convolution(twin.input(3), 5, stride: 2)
      value = twin.convolution(value, 6, dilation: 2)
      value = twin.convolution(
        value, 4, kernel: 2, padding: .sides(top: 0, left: 1, bottom: 1, right: 0))
      twin.output("result", twin.convolution(value, 3, kernel: 5, isBiased: false))
    },
    ReferenceCase("paddings") { twin in
      var value = twin.convolution(twin.input(3), 4, stride: 2, padding: .same)
      value = twin.convolution(value, 5, kernel: 4, padding: .same)
      twin.output("result", twin.convolution(value, 3, kernel: 5, stride: 3, padding: .same))
    },
    ReferenceCase("groups") { twin in
      let value = twin.convolution(twin.input(6), 4, groups: 2)
      twin.output("result", twin.convolution(value, 8, kernel: 1, groups: 4))
    },
    ReferenceCase("depthwise") { twin in
      var value = twin.depthwise(twin.convolution(twin.input(3), 18, kernel: 1))
      value = twin.depthwise(value, kernel: 5, stride: 2, padding: .same, isBiased: false)
      twin.output("result", twin.convolution(twin.depthwise(value, dilation: 2), 2, kernel: 1))
    },
    ReferenceCase("transposed") { twin in
      let value = twin.transposed(twin.convolution(twin.input(2), 4, stride: 2), 3)
      let same = twin.transposed(value, 3, kernel: 3, stride: 1)
      twin.output("result", twin.convolution(same, 2, kernel: 1))
    },
    ReferenceCase("fullyConnected") { twin in
      let value = twin.fullyConnected(twin.convolution(twin.input(2), 3, stride: 4), 5)
      let rectified = twin.activated(twin.activated(value, .scaled(by: 4)), .relu6)
      twin.output("result", twin.fullyConnected(rectified, 4))
    },
  ]

  private static let pointwise = [
    ReferenceCase("normalization") { twin in
      var value = twin.normalized(twin.convolution(twin.input(3), 6))
      value = twin.normalized(
        twin.activated(twin.depthwise(value)), shift: 4, epsilon: 1e-3)
      twin.output("result", twin.convolution(twin.activated(value, .relu6), 3))
    },
    ReferenceCase("channelScale") { twin in
      let value = twin.activated(twin.channelScaled(twin.convolution(twin.input(3), 6)))
      twin.output("result", twin.convolution(twin.channelScaled(value, isBiased: false), 2))
    },
    ReferenceCase("functions") { twin in
      let value = twin.convolution(twin.input(3), 4)
      let functions: [(String, Activation)] = [
        ("relu", .relu), ("relu6", .relu6), ("leakyRelu", .leakyRelu(slope: 0.2)),
        ("tanh", .tanh), ("sigmoid", .sigmoid), ("swish", .swish), ("scaled", .scaled(by: 3)),
      ]
      for (name, function) in functions {
        let result = twin.activated(twin.activated(value, .scaled(by: 4)), function)
        twin.output(name, twin.convolution(result, 2, kernel: 1))
      }
    },
    ReferenceCase("sums") { twin in
      let value = twin.convolution(twin.input(3), 4)
      let vector = twin.convolution(twin.input(5, "vector", size: .vector), 4, kernel: 1)
      let sum = twin.sum([value, twin.convolution(value, 4), vector])
      twin.output("result", twin.convolution(twin.activated(sum), 2))
    },
    ReferenceCase("products") { twin in
      var value = twin.convolution(twin.input(3), 6)
      let squeezed = twin.activated(
        twin.convolution(twin.globallyPooled(value), 2, kernel: 1), .swish)
      let factors = twin.activated(twin.convolution(squeezed, 6, kernel: 1), .sigmoid)
      value = twin.product(value, factors)
      twin.output(
        "result", twin.convolution(twin.product(value, twin.convolution(value, 6)), 2))
    },
    ReferenceCase("concatenation") { twin in
      let picture = twin.input(3)
      let first = twin.convolution(picture, 5)
      let inner = twin.concatenated([first, twin.convolution(first, 17)])
      let all = twin.concatenated([inner, picture, first])
      twin.output("result", twin.convolution(all, 3, kernel: 1))
    },
  ]

  private static let otherSizes = [
    ReferenceCase("maximumPools") { twin in
      let value = twin.convolution(twin.input(3), 4)
      twin.output("plain", twin.convolution(twin.maximumPooled(value), 2))
      let padded = twin.pooled(value, .maximum, kernel: 3, stride: 2, padding: 1)
      twin.output("padded", twin.convolution(padded, 2))
      let rounded = twin.pooled(value, .maximum, kernel: 3, stride: 2, roundsUp: true)
      twin.output("rounded up", twin.convolution(rounded, 2))
    },
    ReferenceCase("averagePools") { twin in
      let value = twin.convolution(twin.input(3), 4)
      for (name, counts) in [("inside", false), ("everywhere", true)] {
        let kind = Graph.Pooling.average(countsPadding: counts)
        let pool = twin.pooled(value, kind, kernel: 3, stride: 2, padding: 1)
        twin.output(name, twin.convolution(pool, 2))
        let rounded = twin.pooled(
          value, kind, kernel: 4, stride: 3, padding: 1, roundsUp: true)
        twin.output(name + ", rounded up", twin.convolution(rounded, 2))
      }
      twin.output("global", twin.convolution(twin.globallyPooled(value), 2, kernel: 1))
    },
    ReferenceCase("resizing") { twin in
      let value = twin.convolution(twin.input(2), 3, stride: 2)
      let kinds: [(String, Graph.Resizing)] = [
        ("bilinear", .bilinear), ("corners", .bilinearCorners), ("nearest", .nearest),
      ]
      for (name, kind) in kinds {
        let larger = twin.resized(value, by: 2, kind)
        twin.output(name, twin.convolution(larger, 2, kernel: 1))
        let smaller = twin.resized(value, to: (3, 2), kind)
        twin.output(name + " smaller", twin.convolution(smaller, 2, kernel: 1))
        let odd = twin.resized(value, to: (5, 9), kind)
        twin.output(name + " odd", twin.convolution(odd, 2, kernel: 1))
      }
    },
    ReferenceCase("subsampling") { twin in
      let value = twin.convolution(twin.input(2), 3)
      twin.output("result", twin.convolution(twin.subsampled(value, by: 3), 2))
    },
    ReferenceCase("inputSizes") { twin in
      let value = twin.convolution(twin.input(3), 4)
      let half = twin.convolution(twin.input(2, "half", size: .fraction(2)), 4)
      let sum = twin.sum([value, twin.resized(half, like: value)])
      twin.output("result", twin.convolution(sum, 2))
      let fixed = twin.input(2, "fixed", size: .fixed(height: 3, width: 5))
      twin.output("fixed", twin.convolution(fixed, 2))
    },
  ]

  private static let attention = [
    ReferenceCase("layerNormalization") { twin in
      let value = twin.layerNormalized(twin.convolution(twin.input(3), 18))
      twin.output("result", twin.convolution(value, 2))
    },
    ReferenceCase("softmax") { twin in
      let value = twin.convolution(twin.input(3), 6)
      twin.output("channels", twin.convolution(twin.softmax(value), 2, kernel: 1))
      twin.output("groups", twin.convolution(twin.softmax(value, groups: 3), 2, kernel: 1))
      let pixels = twin.softmax(value, over: .pixels)
      twin.output("pixels", twin.convolution(pixels, 2, kernel: 1))
    },
    ReferenceCase("matrixProducts") { twin in
      let first = twin.convolution(twin.input(3), 6)
      let second = twin.convolution(twin.input(4, "other"), 6)
      let gram = twin.matrixProduct(
        first, second, transposesSecond: true, heads: 2, factor: 0.25)
      twin.output("gram", twin.convolution(gram, 2, kernel: 1))
      let product = twin.matrixProduct(gram, second, heads: 2)
      twin.output("product", twin.convolution(product, 2))
      let transposed = twin.matrixProduct(gram, second, transposesFirst: true, heads: 2)
      twin.output("transposed", twin.activated(transposed, .swish))
    },
    ReferenceCase("attention") { twin in
      let queries = twin.convolution(twin.input(3), 6, stride: 2)
      let points = twin.input(4, "points", size: .fixed(height: 1, width: 3))
      let keys = twin.convolution(points, 6, kernel: 1)
      let values = twin.convolution(points, 10, kernel: 1)
      let mask = twin.input(6, "mask", size: .vector)
      let read = twin.attention(
        queries: queries, keys: keys, values: values, heads: 2, mask: mask)
      twin.output(
        "result", twin.convolution(twin.concatenated([read, queries]), 2, kernel: 1))
    },
  ]

  private static let points =
    [
      ReferenceCase("sampling") { twin in
        let value = twin.convolution(twin.input(3), 18)
        let samples = twin.sampled(value, at: twin.points(40, present: 33))
        twin.output("samples", samples)
        twin.output("result", twin.pointwise(samples, 3))
        let places = twin.input(2, "places", size: .fixed(height: 1, width: 7))
        twin.output("places", twin.pointwise(twin.sampled(value, at: places), 3))
      }
    ]
    + [0, 1, 3, 33].map { present in
      ReferenceCase("attention to \(present) points") { twin in
        let value = twin.convolution(twin.input(3), 18)
        let points = twin.points(40, present: present)
        let read = twin.spread(value, from: points, heads: 2, size: 5)
        // A scale for errors needs a number that is not 0.
        if present > 0 { twin.output("read", read) }
        twin.output("result", twin.convolution(twin.concatenated([value, read]), 2, kernel: 1))
      }
    }
}
