import Foundation
import Testing

/// Run folders whose files were damaged.
@Suite struct DamagedRunTests {
  /// Ways to damage a ledger.
  private static let ledgers: [(name: String, damage: @Sendable (Data) -> Data)] = [
    ("text", { _ in Data("no ledger\n".utf8) }),
    ("zeros", { Data(count: $0.count) }),
    ("50 bytes", { $0.prefix(50) }),
    ("2000 bytes", { $0.prefix(2000) }),
    ("one page", { $0.prefix(4096) }),
    ("half", { $0.prefix($0.count / 2) }),
    ("all but a page", { $0.dropLast(4096) }),
    ("another program's", { overwritten($0, at: 68, [1, 2, 3, 4]) }),
    ("another layout", { overwritten($0, at: 60, [0, 0, 0, 9]) }),
    ("a broken root page", { overwritten($0, at: 4096, [UInt8](repeating: 0xA5, count: 900)) }),
    ("a broken schema", { overwritten($0, at: 100, [UInt8](repeating: 0xA5, count: 60)) }),
  ]

  @Test(arguments: ledgers.map(\.name)) func ledger(_ name: String) throws {
    let damage = try #require(Self.ledgers.first { $0.name == name }).damage
    let scratch = try run()
    let damaged = damage(try scratch.data("run/ledger.sqlite"))
    try scratch.put(damaged, "run/ledger.sqlite")
    for arguments in [
      ["report", "run"], ["run", "tiny.yaml", "--output", "run"],
      ["merge", "run", "--output", "x"],
    ] {
      let outcome = try Program.start(arguments, in: scratch.path).wait()
      expectError(outcome, 65, "run/ledger.sqlite: the ledger is damaged (")
      #expect(outcome.errorLines.filter { $0.hasPrefix("hintbench: error:") }.count == 1)
    }
    #expect(try scratch.data("run/ledger.sqlite") == damaged && !scratch.exists("x"))
  }

  @Test func aMissingLedgerIsAnEmptyOne() throws {
    let scratch = try run()
    let tables = try scratch.tables("run")
    try FileManager.default.removeItem(atPath: scratch.file("run/ledger.sqlite"))
    expectError(try scratch.run("merge", "run", "--output", "x"), 66, "run/ledger.sqlite")
    expectError(try scratch.run("report", "run"), 65, "12 of 12 units are in none of these runs")
    #expect(try scratch.run("run", "tiny.yaml", "--output", "run").code == 0)
    #expect(try scratch.tables("run") == tables)
  }

  /// Texts to be replaced in a manifest, and by what.
  private static let manifests: [(name: String, old: String, new: String)] = [
    ("no text", "*", ""), ("no JSON", "*", "hello"), ("another JSON", "*", "{\"a\": 1}\n"),
    ("a list", "*", "[]"), ("deep lists", "*", String(repeating: "[", count: 100_000)),
    ("half", "\"environment\"", "\u{0}"), ("an unknown state", "\"complete\"", "\"perhaps\""),
    ("a seed of text", "\"seed\" : 7", "\"seed\" : \"7\""),
    ("a seed below 0", "\"seed\" : 7", "\"seed\" : -7"),
    ("a seed with a fraction", "\"seed\" : 7", "\"seed\" : 7.5"),
    ("a large seed", "\"seed\" : 7", "\"seed\" : 1e300"),
    ("no shard", "\"shard\"", "\"sherd\""),
    ("a shard of none", "\"count\" : 1", "\"count\" : 0"),
    ("a shard beyond", "\"index\" : 1", "\"index\" : 5"),
    ("a shard below", "\"index\" : 1", "\"index\" : -5"),
    ("no images", "\"images\"", "\"pictures\""),
    ("an empty list of images", "\"images\" : [", "\"images\" : [], \"others\" : ["),
    ("another study's hash", "\"sha256\" : \"HASH\"", "\"sha256\" : \"0\""),
  ]

  @Test(arguments: manifests.map(\.name)) func manifest(_ name: String) throws {
    let change = try #require(Self.manifests.first { $0.name == name })
    let scratch = try run()
    var text = try scratch.text("run/manifest.json")
    var old = change.old
    if name == "another study's hash" {
      let hash = try #require(text.components(separatedBy: "\"study\" : {").last)
        .components(separatedBy: "\"sha256\" : \"")[1].prefix(64)
      old = "\"sha256\" : \"\(hash)\""
    }
    try #require(old == "*" || text.contains(old))
    text = old == "*" ? change.new : text.replacingOccurrences(of: old, with: change.new)
    try scratch.put(text, "run/manifest.json")
    for arguments in [["report", "run"], ["merge", "run", "--output", "x"]] {
      let outcome = try Program.start(arguments, in: scratch.path).wait()
      expectError(outcome, 65, "is this a run folder?")
      #expect(outcome.errorLines.filter { $0.hasPrefix("hintbench: error:") }.count == 1)
    }
    #expect(try scratch.text("run/manifest.json") == text && !scratch.exists("x"))
  }

  @Test func otherDamageToAFolder() throws {
    let scratch = try run()
    try FileManager.default.removeItem(atPath: scratch.file("run/manifest.json"))
    expectError(try scratch.run("report", "run"), 65, "run/manifest.json: there is no such file")
    let changed = try run()
    try changed.put(tinyStudy + "# more\n", "run/study.yaml")
    expectError(try changed.run("report", "run"), 65, "was changed after the run")
    try FileManager.default.removeItem(atPath: changed.file("run/study.yaml"))
    expectError(try changed.run("report", "run"), 66, "run/study.yaml")
    try changed.put("study: [", "run/study.yaml")
    expectError(try changed.run("report", "run"), 65, "run/study.yaml:2: is not YAML")
  }

  @Test func aFolderOfAnotherStudyIsNotTaken() throws {
    let scratch = try run()
    expectError(
      try scratch.run("run", "long.yaml", "--output", "run"), 65,
      "holds another run (study tiny, not long)")
    #expect(try scratch.tables("run") == TinyRun.scratch().tables("run"))
  }

  /// A copy of a finished run to be damaged.
  private func run() throws -> Scratch {
    let scratch = try Scratch.withStudies()
    try FileManager.default.copyItem(
      atPath: TinyRun.scratch().file("run"), toPath: scratch.file("run"))
    return scratch
  }

  private static func overwritten(_ data: Data, at offset: Int, _ bytes: [UInt8]) -> Data {
    var data = data
    data.replaceSubrange(offset..<(offset + bytes.count), with: bytes)
    return data
  }
}
