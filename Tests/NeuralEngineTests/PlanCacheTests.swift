import Foundation
import NeuralEngine
import Testing

/// What was measured, in a file: read again, and never a reason to fail.
@Suite struct PlanCacheTests {
  private let twin = pyramid(Size(1, 8, 16))
  private let options = CompilationOptions(planning: .measured)

  @Test func aSecondCompileReadsTheChoices() throws {
    try withTemporaryFolder { folder in
      // The folder is made where it is missing.
      let path = folder + "/deeper/plans.json"
      let first = try run(PlanCache(path: path, machine: "this one"))
      let kept = try Data(contentsOf: URL(fileURLWithPath: path))
      let second = try run(PlanCache(path: path, machine: "this one"))
      #expect(bits(second) == bits(first))
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == kept)
    }
  }

  @Test(arguments: [
    "", "{", "nothing of the kind", "[]", "{\"machine\": 5}",
    "{\"choices\": {}, \"machine\": \"this one\", \"choices\": 7}", "{\"machine\": \"this one\"}",
  ])
  func aDamagedFileCountsAsEmpty(_ text: String) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/plans.json"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      #expect(try twin.error(run(PlanCache(path: path, machine: "this one"))) < 1e-4)
      let whole = folder + "/whole.json"
      _ = try run(PlanCache(path: whole, machine: "this one"))
      #expect(try Self.choices(path).keys.sorted() == Self.choices(whole).keys.sorted())
    }
  }

  @Test func aFileOfAnotherMachineCountsAsEmpty() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/plans.json"
      _ = try run(PlanCache(path: path, machine: "that one"))
      try Self.rewrite(path) { _ in "of that machine" }
      _ = try run(PlanCache(path: path, machine: "this one"))
      let file = try String(contentsOfFile: path, encoding: .utf8)
      #expect(file.contains("this one") && !file.contains("of that machine"))
    }
  }

  @Test func aPlaceThatCannotBeWrittenOnlyKeepsNothing() throws {
    try withTemporaryFolder { folder in
      // A file where a folder should be: not even an administrator can write below it.
      let file = folder + "/file"
      try Data("kept".utf8).write(to: URL(fileURLWithPath: file))
      #expect(try twin.error(run(PlanCache(path: file + "/plans.json", machine: "m"))) < 1e-4)
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "kept")
      #expect(try twin.error(run(PlanCache(path: folder, machine: "m"))) < 1e-4)
    }
    #expect(try twin.error(run(PlanCache(path: nil, machine: "m"))) < 1e-4)
  }

  /// Every algorithm there is, wherever it applies: a file that says so is as good as a clock.
  @Test(arguments: ["direct", "winograd", "unheard of"])
  func everyChoiceIsRight(_ name: String) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/plans.json"
      for size in [Size(1, 8, 16), Size(2, 5, 7)] {
        let twin = Self.everyKind(size)
        let compile = {
          try twin.run(
            twin.compiled(options, plans: PlanCache(path: path, machine: "this one")))
        }
        _ = try compile()
        try Self.rewrite(path) { _ in name }
        #expect(try twin.error(compile()) < 1e-4)
      }
    }
  }

  /// Only measuring reads what was measured.
  @Test func otherPlanningsLeaveTheFileAlone() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/plans.json"
      for planning in [CompilationOptions.Planning.ruled, .direct] {
        let plans = PlanCache(path: path, machine: "this one")
        let with = try twin.run(
          twin.compiled(CompilationOptions(planning: planning), plans: plans))
        let without = try twin.run(twin.compiled(CompilationOptions(planning: planning)))
        #expect(bits(with) == bits(without))
        #expect(!FileManager.default.fileExists(atPath: path))
      }
    }
  }

  private func run(_ plans: PlanCache) throws -> [String: [Float]] {
    try twin.run(twin.compiled(options, plans: plans))
  }

  /// Convolutions of every kind that is measured, behind a normalization.
  private static func everyKind(_ size: Size) -> TwinGraph {
    var twin = TwinGraph(size)
    let hidden = twin.normalized(twin.activated(twin.convolution(twin.input(4), 17)), shift: 8)
    twin.output("convolved", twin.convolution(hidden, 16))
    let rectified = twin.activated(twin.convolution(hidden, 16))
    twin.output("few", twin.convolution(rectified, 2, kernel: 1))
    let dilated = twin.convolution(twin.convolution(hidden, 16, dilation: 2), 5, dilation: 2)
    twin.output("dilated", dilated)
    for kernel in [4, 5] {
      let result = twin.convolution(hidden, 5, kernel: kernel, dilation: 2)
      twin.output("dilated \(kernel)×\(kernel)", result)
    }
    let large = twin.transposed(hidden, 16)
    let side = twin.convolution(twin.upsampled(hidden), 16)
    twin.output("sum", twin.activated(twin.sum([large, side])))
    twin.output("transposed", twin.activated(twin.transposed(hidden, 5)))
    let two = twin.sum([twin.convolution(rectified, 17), twin.convolution(hidden, 17)])
    twin.output("two", twin.activated(two))
    return twin
  }

  private static func choices(_ path: String) throws -> [String: String] {
    try #require(contents(path)["choices"] as? [String: String])
  }

  private static func contents(_ path: String) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// Puts other choices in the place of those that were measured.
  private static func rewrite(_ path: String, _ choice: (String) -> String) throws {
    var all = try contents(path)
    var choices = try choices(path)
    for key in choices.keys { choices[key] = choice(key) }
    all["choices"] = choices
    try JSONSerialization.data(withJSONObject: all).write(to: URL(fileURLWithPath: path))
  }
}

/// A folder that is gone afterwards.
private func withTemporaryFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("neural-engine-tests-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}
