import Experiments
import Foundation
import Testing

/// The ledger keeps what is done, and trusts nothing that was damaged.
@Suite struct LedgerTests {
  @Test func keepsResultsToTheLastBit() throws {
    try withFolder { folder in
      let path = folder + "/ledger.sqlite"
      let kept = try result([0: .infinity, 1: 0.1 + 0.2, 3: 25.123456789012345], hints: 3)
      try Ledger(path: path).record(kept, key: "key-one", name: "a")
      for _ in 0..<2 { #expect(try Ledger(path: path).result(of: "key-one") == kept) }
      #expect(try Ledger(reading: path).result(of: "key-one") == kept)
      #expect(try Ledger(path: path).result(of: "key-two") == nil)
      #expect(kept.psnr(at: 0) == .infinity && kept.psnr(at: 2) == nil)
    }
  }

  @Test func theLastResultOfAKeyCounts() throws {
    try withFolder { folder in
      let ledger = try Ledger(path: folder + "/ledger.sqlite")
      try ledger.record(result([0: 20]), key: "key-one", name: "a")
      try ledger.record(result([0: 21]), key: "key-one", name: "a")
      #expect(try ledger.result(of: "key-one")?.psnr(at: 0) == 21)
    }
  }

  @Test func aDamagedRowIsNotDone() throws {
    try withFolder { folder in
      let path = try filled(folder)
      try replaceInFile(path, "\"points\":3", "\"points\":4")
      let ledger = try Ledger(path: path)
      #expect(try ledger.result(of: "key-one") == nil)
      #expect(try ledger.result(of: "key-two") != nil)
      // It can be done again.
      try ledger.record(result([3: 30]), key: "key-one", name: "a")
      #expect(try ledger.result(of: "key-one")?.psnr(at: 3) == 30)
    }
  }

  @Test func aRowUnderAnotherKeyIsNotDone() throws {
    try withFolder { folder in
      let path = try filled(folder)
      try replaceInFile(path, "key-one", "key-ons")
      let ledger = try Ledger(path: path)
      #expect(try ledger.result(of: "key-ons") == nil)
      #expect(try ledger.result(of: "key-one") == nil)
    }
  }

  /// Ways to damage a ledger of a few pages.
  private static let damages: [(name: String, damage: @Sendable (Data) -> Data)] = [
    ("text", { _ in Data("this is no ledger, only some text\n".utf8) }),
    ("zeros", { Data(count: $0.count) }),
    ("two bytes", { $0.prefix(2) }),
    ("half the header", { $0.prefix(50) }),
    ("the header alone", { $0.prefix(100) }),
    ("half a page", { $0.prefix(2048) }),
    ("one page", { $0.prefix(4096) }),
    ("all but the last page", { $0.dropLast(4096) }),
    ("another program's mark", { overwritten($0, at: 68, [1, 2, 3, 4]) }),
    ("no mark", { overwritten($0, at: 68, [0, 0, 0, 0]) }),
    ("another layout", { overwritten($0, at: 60, [0, 0, 0, 9]) }),
    ("a broken signature", { overwritten($0, at: 0, Array("SQLite formal".utf8)) }),
    ("a broken page size", { overwritten($0, at: 16, [0x12, 0x34]) }),
    ("a broken table page", { overwritten($0, at: 4096, [UInt8](repeating: 0xA5, count: 600)) }),
    ("a broken schema", { overwritten($0, at: 100, [UInt8](repeating: 0xA5, count: 60)) }),
  ]

  @Test(arguments: damages.map(\.name)) func damagedFilesAreNamed(_ name: String) throws {
    let damage = try #require(Self.damages.first { $0.name == name }).damage
    try withFolder { folder in
      let path = try filled(folder)
      let damaged = damage(try Data(contentsOf: URL(fileURLWithPath: path)))
      try damaged.write(to: URL(fileURLWithPath: path))
      for readOnly in [false, true] {
        let error = #expect(throws: ExperimentError.self) {
          _ = readOnly ? try Ledger(reading: path) : try Ledger(path: path)
        }
        guard case .damagedLedger(path, let reason)? = error else {
          Issue.record("\(String(describing: error))")
          continue
        }
        #expect(!reason.isEmpty && error?.exitCode == 65)
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == damaged, "left as it was")
    }
  }

  @Test func missingAndImpossiblePlaces() throws {
    try withFolder { folder in
      let none = folder + "/none.sqlite"
      #expect(throws: ExperimentError.missing(none)) { _ = try Ledger(reading: none) }
      let error = #expect(throws: ExperimentError.self) {
        _ = try Ledger(path: folder + "/no/such/folder.sqlite")
      }
      #expect(error?.exitCode == 74)
    }
  }

  /// A ledger of two results.
  private func filled(_ folder: String) throws -> String {
    let path = folder + "/ledger.sqlite"
    let ledger = try Ledger(path: path)
    try ledger.record(result([0: 20, 3: 25]), key: "key-one", name: "a")
    try ledger.record(result([0: 20, 1: 25]), key: "key-two", name: "b")
    return path
  }

  private func replaceInFile(_ path: String, _ old: String, _ new: String) throws {
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    var found = 0
    while let range = data.range(of: Data(old.utf8)) {
      data.replaceSubrange(range, with: Data(new.utf8))
      found += 1
    }
    try #require(found > 0)
    try data.write(to: URL(fileURLWithPath: path))
  }

  private static func overwritten(_ data: Data, at offset: Int, _ bytes: [UInt8]) -> Data {
    var data = data
    data.replaceSubrange(offset..<(offset + bytes.count), with: bytes)
    return data
  }
}
