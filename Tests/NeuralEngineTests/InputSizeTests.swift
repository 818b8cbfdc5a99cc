import NeuralEngine
import Testing

/// Several inputs of different sizes.
@Suite struct InputSizeTests {
  @Test(arguments: Size.some + [Size(1, 1, 1), Size(1, 2, 15)])
  func fractions(_ size: Size) throws {
    var twin = TwinGraph(size)
    let picture = twin.convolution(twin.input(3), 18)
    var terms = [picture]
    for part in [1, 2, 3, 8] {
      let small = twin.input(5, "part \(part)", size: .fraction(part))
      let value = twin.activated(twin.convolution(small, 18))
      twin.output("part \(part)", value)
      terms.append(twin.resized(value, like: picture))
    }
    twin.output("sum", twin.convolution(twin.sum(terms), 4))
    try twin.check()
  }

  /// A strided convolution of a picture is as large as an input of that fraction.
  @Test(arguments: Size.small)
  func fractionsMeetStrides(_ size: Size) throws {
    var twin = TwinGraph(size)
    let half = twin.convolution(twin.input(3), 18, stride: 2, padding: .same)
    let quarter = twin.convolution(half, 18, stride: 2, padding: .same)
    let other = twin.input(18, "half", size: .fraction(2))
    let small = twin.input(4, "quarter", size: .fraction(4))
    twin.output("half", twin.activated(twin.sum([half, other])))
    twin.output("quarter", twin.convolution(twin.concatenated([quarter, small]), 5))
    try twin.check()
  }

  @Test func fixedSizesDoNotDependOnThePicture() throws {
    for size in Size.some {
      var twin = TwinGraph(size)
      let fixed = twin.input(17, "fixed", size: .fixed(height: 3, width: 5))
      let points = twin.input(4, "points", size: .fixed(height: 1, width: 1))
      let value = twin.convolution(fixed, 18)
      twin.output("fixed", twin.activated(value))
      twin.output("pooled", twin.fullyConnected(value, 6))
      let vector = twin.convolution(points, 18, kernel: 1)
      twin.output("picture", twin.sum([twin.convolution(twin.input(3), 18), vector]))
      try twin.check()
    }
  }

  @Test func fractionsAreRoundedUp() throws {
    var twin = TwinGraph(height: 7, width: 9)
    let half = twin.input(2, "half", size: .fraction(2))
    twin.output("result", twin.convolution(half, 3))
    let context = try twin.compiled().makeContext()
    #expect(context.input("half")?.count == 2 * 4 * 5)
    #expect(context.output("result")?.count == 3 * 4 * 5)
  }
}
