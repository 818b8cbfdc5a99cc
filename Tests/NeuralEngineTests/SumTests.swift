import NeuralEngine
import Testing

/// Sums, whose terms the engine adds in place where it may, and values that several layers read.
@Suite struct SumTests {
  @Test(arguments: [Size(1, 12, 10), Size(2, 6, 8)], [2, 17, 32])
  func shortcutOfAUNet(_ size: Size, _ channels: Int) throws {
    for isReversed in [false, true] {
      var twin = TwinGraph(size)
      let first = twin.normalized(twin.activated(twin.convolution(twin.input(4), 17)), shift: 8)
      let small = twin.normalized(
        twin.activated(twin.convolution(twin.subsampled(first), 20)), shift: 8)
      let large = twin.transposed(small, channels)
      let side = twin.convolution(first, channels)
      let sum = twin.activated(twin.sum(isReversed ? [side, large] : [large, side]))
      let result = twin.normalized(sum, shift: 8)
      twin.output("normalized", result)
      twin.output("convolved", twin.convolution(result, 16))
      try twin.check()
    }
  }

  @Test(arguments: Size.small)
  func convolutionsOfEveryKind(_ size: Size) throws {
    var twin = TwinGraph(size)
    let picture = twin.input(4)
    let hidden = twin.normalized(twin.activated(twin.convolution(picture, 17)), shift: 8)
    func terms(_ twin: inout TwinGraph) -> [TwinGraph.Value] {
      [
        twin.convolution(hidden, 20), twin.convolution(hidden, 20, dilation: 2),
        twin.convolution(picture, 20), twin.convolution(hidden, 20, kernel: 1),
        twin.transposed(hidden, 20, kernel: 3, stride: 1, padding: 1),
        twin.convolution(picture, 20, kernel: 5, dilation: 3),
      ]
    }
    for first in 0..<6 {
      var rotated = terms(&twin)
      rotated = Array(rotated[first...] + rotated[..<first])
      twin.output("first \(first)", twin.sum(rotated))
      twin.output("two from \(first)", twin.sum(Array(terms(&twin)[first...].prefix(2))))
      let rectified = Array(terms(&twin)[first...].prefix(2))
      twin.output("rectified \(first)", twin.activated(twin.sum(rectified)))
      let leaky = Array(terms(&twin)[first...].prefix(3))
      twin.output("leaky \(first)", twin.activated(twin.sum(leaky), .leakyRelu(slope: 0.2)))
    }
    try twin.check()
  }

  @Test(arguments: Size.small)
  func dilatedTerms(_ size: Size) throws {
    var twin = TwinGraph(size)
    let hidden = twin.convolution(twin.input(3), 17)
    for (first, second) in [(2, 1), (1, 2), (2, 2), (2, 3)] {
      let terms = [first, second].map { twin.convolution(hidden, 16, dilation: $0) }
      let sum = twin.activated(twin.sum(terms))
      twin.output("\(first) and \(second)", twin.convolution(sum, 5, dilation: 2))
    }
    let shared = twin.convolution(hidden, 17, dilation: 2)
    twin.output("shared", twin.sum([shared, twin.convolution(hidden, 17), hidden]))
    twin.output("normalized", twin.normalized(shared))
    try twin.check()
  }

  @Test(arguments: Size.small)
  func otherValuesPlusConvolutions(_ size: Size) throws {
    var twin = TwinGraph(size)
    let picture = twin.input(17)
    let hidden = twin.convolution(picture, 17)
    let normalized = twin.normalized(twin.activated(hidden), shift: 8)
    let leaky = twin.activated(hidden, .leakyRelu(slope: 0.2))
    for (name, value) in [
      ("picture", picture), ("hidden", hidden), ("normalized", normalized), ("leakyRelu", leaky),
    ] {
      twin.output("\(name) first", twin.sum([value, twin.convolution(hidden, 17)]))
      let second = twin.sum([twin.convolution(value, 17), value])
      twin.output("\(name) second", twin.activated(second))
      let residual = twin.sum([value, twin.activated(twin.convolution(value, 17)), value])
      twin.output("\(name) twice", twin.normalized(twin.activated(residual)))
      twin.output(name, value)
    }
    try twin.check()
  }

  @Test(arguments: Size.small)
  func nestedSums(_ size: Size) throws {
    var twin = TwinGraph(size)
    let picture = twin.input(4)
    let inner = twin.sum([twin.convolution(picture, 17), twin.convolution(picture, 17)])
    let middle = twin.sum([inner, twin.convolution(picture, 17), inner])
    let alone = twin.sum([twin.sum([twin.convolution(inner, 17), middle]), twin.sum([inner])])
    twin.output("outer", twin.sum([twin.activated(middle), alone]))
    twin.output("middle", middle)
    twin.output("inner", twin.normalized(inner))
    twin.output("leakyRelu", twin.activated(twin.sum([middle, inner]), .leakyRelu(slope: 0.2)))
    try twin.check()
  }

  @Test(arguments: Size.small)
  func rectifiedSumsOfPendingValues(_ size: Size) throws {
    for slope in [0.2, -0.5, 0] as [Float] {
      var twin = TwinGraph(size)
      let value = twin.activated(twin.convolution(twin.input(4), 17), .leakyRelu(slope: slope))
      twin.output("single", twin.activated(twin.sum([value])))
      twin.output("normalized", twin.activated(twin.sum([twin.normalized(value)])))
      let two = twin.sum([value, twin.normalized(value)])
      twin.output("two", twin.activated(two))
      try twin.check()
    }
  }

  @Test func vectorBranchAddedToAnImage() throws {
    for (height, width) in [(13, 9), (1, 1), (1, 6)] {
      var twin = TwinGraph(height: height, width: width)
      let picture = twin.input(4)
      let hidden = twin.normalized(twin.activated(twin.convolution(picture, 20)), shift: 8)
      let histogram = twin.input(33, "histogram", size: .vector)
      let saturation = twin.input(2, "saturation", size: .vector)
      var branch = twin.sum([
        twin.convolution(histogram, 20, kernel: 1), twin.convolution(saturation, 20, kernel: 1),
      ])
      branch = twin.normalized(twin.activated(branch))
      branch = twin.normalized(twin.activated(twin.convolution(branch, 20, kernel: 1)))
      let sum = twin.sum([hidden, branch])
      twin.output("convolved", twin.convolution(sum, 16))
      twin.output("dilated", twin.convolution(sum, 16, dilation: 2))
      twin.output("few", twin.convolution(sum, 2, kernel: 1))
      twin.output("relu", twin.activated(sum))
      twin.output("normalized", twin.normalized(sum))
      twin.output("subsampled", twin.subsampled(twin.sum([branch, hidden, branch])))
      twin.output("leakyRelu", twin.activated(twin.sum([hidden, branch]), .leakyRelu(slope: 0.2)))
      twin.output("alone", twin.activated(twin.sum([hidden, branch])))
      twin.output("again", twin.sum([sum, hidden, twin.convolution(picture, 20)]))
      twin.output("sum", sum)
      twin.output("branch", branch)
      try twin.check()
    }
  }

  @Test func convolvedVectorAddedToAnImage() throws {
    for isFirst in [true, false] {
      var twin = TwinGraph(height: 7, width: 5)
      let hidden = twin.activated(twin.convolution(twin.input(4), 20))
      let vector = twin.input(33, "vector", size: .vector)
      let added = twin.convolution(vector, 20, kernel: 1)
      twin.output("sum", twin.sum(isFirst ? [added, hidden] : [hidden, added]))
      let side = twin.convolution(hidden, 20)
      let other = twin.convolution(vector, 20, kernel: 1)
      let two = twin.sum(isFirst ? [other, side] : [side, other])
      twin.output("convolutions", twin.activated(two))
      try twin.check()
    }
  }

  @Test(arguments: [1, 2])
  func imagesOfOnePixelAreNoVectors(_ batch: Int) throws {
    var twin = TwinGraph(batch: batch, height: 2, width: 2)
    let picture = twin.input(4)
    let hidden = twin.activated(twin.convolution(twin.subsampled(picture), 17))
    twin.output("with convolution", twin.sum([hidden, twin.convolution(hidden, 17)]))
    twin.output("with itself", twin.sum([hidden, twin.normalized(hidden)]))
    try twin.check()
  }
}
