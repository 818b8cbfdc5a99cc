import NeuralEngine
import Testing

/// Deferred outputs: a run leaves out what they alone need, until they are asked for.
@Suite struct DeferredTests {
  /// Each output in turn is left out; the others are there at once, and it is there when asked for.
  @Test(arguments: 201...215)
  func networksOfChance(_ seed: Int) throws {
    let twin = RandomGraph(seed: UInt64(seed), layers: 8, revisions: [:]).twin
    try check(twin) { RandomGraph(seed: UInt64(seed), layers: 8, revisions: $0).twin }
  }

  @Test func wholeNetwork() throws {
    try check(pyramid(Size(1, 16, 8), revisions: [:])) {
      pyramid(Size(1, 16, 8), revisions: $0)
    }
  }

  /// What depends on a prepared input, too, and two outputs of which one is on the way to the other.
  @Test func anOutputOnTheWay() throws {
    let graph = Self.chain()
    for prepared in [[], ["picture"]] as [Set<String>] {
      let compiled = try graph.compiled(CompilationOptions(prepared: prepared, deferred: ["late"]))
      let context = try compiled.makeContext()
      graph.fill(context)
      try context.run()
      let early = try #require(context.output("early"))
      #expect(early.contains { $0 != 0 })
      try context.runDeferred()
      #expect(graph.error(graph.results(context)) < 1e-4)
    }
  }

  /// A deferred output costs nothing in a run.
  @Test func isNotComputed() throws {
    let graph = Self.chain()
    let context = try graph.compiled(CompilationOptions(deferred: ["late"])).makeContext()
    graph.fill(context)
    try context.run()
    let before = Array(try #require(context.output("late")))
    #expect(before.allSatisfy { $0 == 0 })
    try context.runDeferred()
    #expect(Array(try #require(context.output("late"))) != before)
  }

  private static func chain() -> TwinGraph {
    var twin = TwinGraph(height: 8, width: 6)
    let first = twin.activated(twin.convolution(twin.input(17, "picture"), 16))
    twin.output("early", first)
    twin.output("late", twin.convolution(first, 5))
    return twin
  }

  private func check(_ first: TwinGraph, _ make: ([String: UInt64]) -> TwinGraph) throws {
    for name in first.outputs.keys {
      let compiled = try first.compiled(CompilationOptions(deferred: [name]))
      let context = try compiled.makeContext()
      first.fill(context)
      // A run that nobody asks for the rest, and one that somebody does.
      try context.run()
      let inputs = ["picture", "vector"]
      let next = make(Dictionary(uniqueKeysWithValues: inputs.map { ($0, 1) }))
      next.fill(context)
      try context.run()
      try context.runDeferred()
      let results = next.results(context)
      #expect(next.error(results) < 1e-4, "\(name) deferred")
      #expect(try bits(results) == bits(next.run(next.compiled(CompilationOptions()))))
    }
  }
}
