import Foundation
import GRDB
import PerceptualStudy
import ScratchFolders
import StudyFixtures
import StudyServer
import Testing

/// The file that keeps the answers.
@Suite struct DatabaseTests {
  private func open(_ path: String) throws -> StudyServer {
    var options = ServerOptions(port: 0)
    options.database = path
    return try StudyServer(try SharedDesign.folder(), options: options)
  }

  @Test func aLockedDatabaseIsRefusedClearlyAndTheAnswerIsTakenLater() async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      let begun = trials(try await judge.begin())
      var configuration = Configuration()
      configuration.allowsUnsafeTransactions = true
      let lock = try DatabaseQueue(path: server.database, configuration: configuration)
      try lock.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
      let key: [String: JSONValue] = ["key": .string(Visitor.token())]
      let refused = try await judge.answer(begun[0], key)
      #expect(refused.status == 503)
      #expect(refused.refusal == "not_saved")
      #expect(refused.headers.contains(name: "retry-after"))
      try lock.inDatabase { try $0.execute(sql: "ROLLBACK") }
      #expect(try await judge.answer(begun[0], key).status == 200)
      #expect(try Records.count("answers", server.database) == 1)
    }
  }

  @Test func aDatabaseThatWasMovedAwayIsNotWrittenAnyMore() async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      let begun = trials(try await judge.begin())
      try FileManager.default.moveItem(atPath: server.database, toPath: server.database + ".moved")
      #expect(try await judge.answer(begun[0]).refusal == "not_saved")
      try FileManager.default.moveItem(atPath: server.database + ".moved", toPath: server.database)
      #expect(try await judge.answer(begun[0]).status == 200)
    }
  }

  @Test func answersTokenAndCodesSurviveARestart() async throws {
    let scratch = try ScratchFolder()
    var options = ServerOptions(port: 0)
    options.database = scratch.path + "/answers.sqlite"
    let folder = try SharedDesign.folder()
    let first = try await RunningServer.start(folder, options: options)
    var judge = Visitor(first.address)
    let begun = trials(try await judge.begin())
    _ = try await judge.answer(begun[0])
    try await first.stop()
    let second = try await RunningServer.start(folder, options: options)
    var again = Visitor(second.address, tab: judge.tab)
    again.cookie = judge.cookie
    #expect(trials(try await again.enter()) == Array(begun.dropFirst()))
    #expect(try await again.answer(begun[1]).status == 200)
    #expect(
      first.experimenterAddress.split(separator: "=").last
        == second.experimenterAddress.split(separator: "=").last)
    try await second.stop()
  }

  @Test func theFileIsTheOwnersOnly() throws {
    let scratch = try ScratchFolder()
    let server = try open(scratch.path + "/answers.sqlite")
    for name in try FileManager.default.contentsOfDirectory(atPath: scratch.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path + "/" + name)
      #expect((attributes[.posixPermissions] as? Int) == 0o600, "\(name)")
    }
    server.database.close()
  }

  @Test func foreignAndDamagedFilesAreRefused() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/other.sqlite"
    let foreign = try DatabaseQueue(path: path)
    try foreign.write { try $0.execute(sql: "CREATE TABLE other (x)") }
    try foreign.close()
    #expect(
      throws: StudyServerError.damagedDatabase(
        path: path, reason: "it is another program's database")
    ) { try open(path) }
    let text = scratch.path + "/text.sqlite"
    try Data(repeating: 0x41, count: 9000).write(to: URL(fileURLWithPath: text))
    #expect { try open(text) } throws: {
      if case .damagedDatabase = $0 as? StudyServerError { true } else { false }
    }
    let nowhere = scratch.path + "/none/answers.sqlite"
    #expect(throws: StudyServerError.unwritable(path: nowhere, reason: "it cannot be made")) {
      try open(nowhere)
    }
  }

  /// An answer that is none, such as one to an unknown kind of trial, is never taken for another.
  @Test func answersThatCannotBeReadAreRefused() async throws {
    let scratch = try ScratchFolder()
    var options = ServerOptions(port: 0)
    options.database = scratch.path + "/answers.sqlite"
    let server = try await RunningServer.start(try SharedDesign.folder(), options: options)
    var judge = Visitor(server.address)
    let begun = trials(try await judge.begin())
    for trial in begun.prefix(3) { #expect(try await judge.answer(trial).status == 200) }
    try await server.stop()
    let queue = try DatabaseQueue(path: server.database)
    for (change, part) in [
      ("kind = 'mian'", "kind 'mian' should be practice, main or vigilance"),
      ("kind = 'practice', real_first = 7", "real_first '7' should be 0 or 1"),
      ("real_first = 1, answer = 'third'", "answer 'third' should be first, second or empty"),
    ] {
      try await queue.write {
        try $0.execute(sql: "UPDATE answers SET \(change) WHERE position = 2")
      }
      #expect(
        throws: StudyServerError.damagedDatabase(
          path: server.database, reason: "row 2 of its answers: \(part)")
      ) { try open(server.database) }
    }
    try queue.close()
  }

  @Test func answersToAnotherDesignAreRefused() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/answers.sqlite"
    try open(path).database.close()
    var other = FixtureDesign()
    other.declaration.seed = 8
    try other.write(scratch.path + "/other")
    var options = ServerOptions(port: 0)
    options.database = path
    #expect(
      throws: StudyServerError.damagedDatabase(
        path: path, reason: "it holds answers to another design")
    ) { try StudyServer(scratch.path + "/other", options: options) }
  }

  @Test func aCutDatabaseNeverCrashes() async throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/answers.sqlite"
    try open(path).database.close()
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for cut in [0, 1, 100, 4096, whole.count / 2, whole.count - 4096] {
      try whole.prefix(cut).write(to: URL(fileURLWithPath: path))
      do {
        try open(path).database.close()
        // Only an empty file is a new database.
        #expect(cut == 0)
      } catch {
        #expect(error is StudyServerError)
      }
    }
  }

  @Test func aChangedPictureIsRefused() throws {
    let scratch = try ScratchFolder()
    let design = try FixtureDesign().write(scratch.path)
    let picture = scratch.path + "/" + design.pictures[0].real
    var bytes = try Data(contentsOf: URL(fileURLWithPath: picture))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: picture))
    #expect { try StudyServer(scratch.path, options: ServerOptions(port: 0)) } throws: {
      if case .design(.damagedDesign) = $0 as? StudyServerError { true } else { false }
    }
  }
}
