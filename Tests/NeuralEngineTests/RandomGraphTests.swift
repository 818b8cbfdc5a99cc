import Testing

/// Networks of chance in every way of compiling.
@Suite struct RandomGraphTests {
  @Test(arguments: 1...60)
  func agreesWithTheNaiveNetwork(_ seed: Int) throws {
    let random = RandomGraph(seed: UInt64(seed))
    // Rounding adds up from layer to layer.
    try random.twin.check(slack: 3)
  }
}
