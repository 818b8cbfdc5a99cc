import NeuralEngine
import Testing

/// Prepared inputs: what depends on them alone is kept from run to run.
@Suite struct PreparedTests {
  /// How two inputs meet.
  enum Meeting: CaseIterable {
    case vectorPlusImage, convolutions, transposed, plainPlusConvolution, convolutionPlusPlain
    case normalizedTerms, rectifiedTerms, plainSum, apart
  }

  @Test(arguments: Meeting.allCases, ["left", "right"])
  func aChangeOfTheOtherInputIsSeen(_ meeting: Meeting, _ prepared: String) throws {
    let other = prepared == "left" ? "right" : "left"
    try checkChanges(prepared: [prepared], other: [other]) { Self.twin(meeting, $0) }
  }

  @Test func bothPrepared() throws {
    for meeting in Meeting.allCases {
      let twin = Self.twin(meeting, [:])
      let context = try twin.compiled(CompilationOptions(prepared: ["left", "right"]))
        .makeContext()
      twin.fill(context)
      try context.run()
      try context.run()
      #expect(twin.error(twin.results(context)) < 1e-4)
      let next = Self.twin(meeting, ["left": 1, "right": 1])
      next.fill(context)
      context.invalidate()
      try context.run()
      #expect(next.error(next.results(context)) < 1e-4)
    }
  }

  @Test(arguments: ["picture", "vector"])
  func wholeNetwork(_ prepared: String) throws {
    let other = prepared == "picture" ? "vector" : "picture"
    try checkChanges(prepared: [prepared], other: [other]) {
      pyramid(Size(1, 16, 8), revisions: $0)
    }
  }

  @Test(arguments: 101...115)
  func networksOfChance(_ seed: Int) throws {
    for prepared in ["picture", "vector"] {
      try checkChanges(
        prepared: [prepared], other: [prepared == "picture" ? "vector" : "picture"]
      ) { RandomGraph(seed: UInt64(seed), layers: 8, revisions: $0).twin }
    }
  }

  @Test func anUnknownNamePreparesNothing() throws {
    try checkChanges(prepared: ["nobody"], other: ["left", "right"]) {
      Self.twin(.convolutions, $0)
    }
  }

  /// Compiled once, run with changed inputs: always what a fresh twin says.
  private func checkChanges(
    prepared: Set<String>, other: Set<String>,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ make: ([String: UInt64]) -> TwinGraph
  ) throws {
    let first = make([:])
    let compiled = try first.compiled(CompilationOptions(prepared: prepared))
    let context = try compiled.makeContext()
    func expectFullRun(_ twin: TwinGraph, _ moment: Comment) throws {
      try context.run()
      let results = twin.results(context)
      #expect(twin.error(results) < 1e-4, moment, sourceLocation: sourceLocation)
      #expect(
        try bits(results) == bits(twin.run(compiled)), moment, sourceLocation: sourceLocation)
    }
    first.fill(context)
    try expectFullRun(first, "first run")
    try expectFullRun(first, "nothing changed")
    for revision in [1, 2] as [UInt64] {
      let changed = make(Dictionary(uniqueKeysWithValues: other.map { ($0, revision) }))
      changed.fill(context, other)
      try expectFullRun(changed, "the other input changed")
    }
    let all = make(Dictionary(uniqueKeysWithValues: other.union(prepared).map { ($0, 3) }))
    all.fill(context)
    context.invalidate()
    try expectFullRun(all, "invalidated")
    try expectFullRun(all, "nothing changed since")
  }

  private static func twin(_ meeting: Meeting, _ revisions: [String: UInt64]) -> TwinGraph {
    var twin = TwinGraph(height: 8, width: 6, revisions: revisions)
    let left = twin.input(17, "left")
    let right = twin.input(17, "right", size: meeting == .vectorPlusImage ? .vector : .picture)
    let sum: TwinGraph.Value
    switch meeting {
    case .vectorPlusImage:
      let branch = twin.normalized(twin.activated(twin.convolution(right, 16, kernel: 1)))
      sum = twin.sum([twin.normalized(twin.convolution(left, 16)), branch])
    case .convolutions:
      sum = twin.sum([twin.convolution(left, 16), twin.convolution(right, 16)])
    case .transposed:
      let large = twin.transposed(twin.subsampled(left), 16)
      sum = twin.activated(twin.sum([large, twin.convolution(right, 16)]))
    case .plainPlusConvolution: sum = twin.sum([left, twin.convolution(right, 17)])
    case .convolutionPlusPlain: sum = twin.sum([twin.convolution(left, 17), right])
    case .normalizedTerms:
      let terms = [left, right].map { twin.normalized(twin.convolution($0, 17), shift: 8) }
      sum = twin.sum(terms.map { twin.convolution($0, 16) })
    case .rectifiedTerms:
      let terms = [left, right].map { twin.activated(twin.convolution($0, 17)) }
      sum = twin.sum(terms + [twin.convolution(left, 17), twin.convolution(right, 17)])
    case .plainSum: sum = twin.activated(twin.sum([left, right, left]))
    case .apart:
      sum = twin.convolution(left, 8, dilation: 2)
      twin.output("right", twin.normalized(twin.convolution(right, 8, dilation: 2)))
    }
    twin.output("sum", sum)
    twin.output("convolved", twin.convolution(twin.normalized(sum), 5))
    return twin
  }
}
