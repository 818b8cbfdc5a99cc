import Foundation
import Glibc
import Imaging
import Testing

/// `judge serve`, `simulate` and `withdraw` as a person runs them.
@Suite(.serialized) struct JudgeServeTests {
  /// A small design of 12 cells, made once.
  private static let made = Result {
    let scratch = try Scratch()
    for (name, shift) in [("truth", 0), ("alpha", 40), ("beta", 80)] {
      try scratch.makeFolder(name)
      for index in 0..<24 {
        try scratch.put(
          PNGFile.encode(samplePicture(index + shift)), "\(name)/image\(index).png")
      }
    }
    let outcome = try scratch.run(
      "judge", "design", "--truth", "truth", "--method", "alpha=alpha", "--method", "beta=beta",
      "--judges", "12", "--trials", "6", "--practice", "2", "--vigilance", "2", "--seed", "5",
      "--output", "design")
    try #require(outcome.code == 0, "\(outcome.errors)")
    atexit { JudgeServeTests.remove() }
    return scratch
  }

  /// What is kept to the end of the process must be removed by hand.
  private static func remove() {
    if let path = try? made.get().path { try? FileManager.default.removeItem(atPath: path) }
  }

  /// A scratch folder with the design in `design`.
  private func withDesign() throws -> Scratch {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      atPath: try Self.made.get().file("design"), toPath: scratch.file("design"))
    return scratch
  }

  /// A port that was free a moment ago.
  private func freePort() throws -> Int {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(handle) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(handle, $0, length) == 0 ? getsockname(handle, $0, &length) : -1
      }
    }
    try #require(code == 0)
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private func isListening(_ port: Int) -> Bool {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(handle) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  /// Starts a server and waits until it listens.
  private func serve(_ scratch: Scratch, _ arguments: [String] = [], port: Int) throws -> Child {
    let child = try Program.start(
      ["judge", "serve", "design", "--port", "\(port)"] + arguments, in: scratch.path)
    child.wait { isListening(port) }
    return child
  }

  private func address(_ port: Int) -> String { "http://127.0.0.1:\(port)" }

  @Test func simulatedJudgesOfAServerAreStoredAndTheServerEndsInGoodOrder() throws {
    let scratch = try withDesign()
    let port = try freePort()
    let server = try serve(scratch, ["--rounds", "2"], port: port)
    let outcome = try scratch.run(
      "judge", "simulate", "--server", address(port), "--design", "design", "--judges", "8",
      "--output", "answers.csv", "--rates", "alpha=0.2", "beta=0.4", "--seed", "3")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let lines = try scratch.lines("answers.csv")
    #expect(lines.count == 1 + 8 * 10)
    #expect(lines[0] == "judge,position,kind,image,method,real_first,answer,reaction_ms")
    let ended = server.end(by: SIGTERM)
    #expect(ended.code == 0, "\(ended.errors)")
    #expect(ended.output.contains("Judges: \(address(port))/\n"))
    #expect(ended.output.contains("Experimenter: \(address(port))/experimenter?token="))
    // The journal is moved into the one file.
    #expect(scratch.exists("design/judgements.sqlite"))
    #expect(!scratch.exists("design/judgements.sqlite-wal"))
    let exported = try scratch.run(
      "judge", "import", "design/judgements.sqlite", "--format", "hintbench", "--output",
      "imported.csv")
    #expect(exported.code == 0, "\(exported.errors)")
    #expect(Set(try scratch.lines("imported.csv")) == Set(lines))
  }

  @Test func simulationIsTheSameBytesOnEveryRun() throws {
    let scratch = try withDesign()
    for (name, concurrency) in [("one.csv", "1"), ("two.csv", "16")] {
      let outcome = try scratch.run(
        "judge", "simulate", "design", "--judges", "6", "--output", name, "--seed", "9",
        "--concurrency", concurrency)
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    #expect(try scratch.data("one.csv") == scratch.data("two.csv"))
  }

  @Test func acknowledgedAnswersSurviveSIGKILL() throws {
    let scratch = try withDesign()
    let port = try freePort()
    var server = try serve(scratch, port: port)
    let simulation = try Program.start(
      [
        "judge", "simulate", "design", "--server", address(port), "--judges", "12", "--output",
        "answers.csv", "--pace", "0.02",
      ], in: scratch.path)
    for _ in 0..<4 {
      usleep(300_000)
      _ = server.end(by: SIGKILL)
      server = try serve(scratch, port: port)
    }
    let outcome = simulation.wait()
    #expect(outcome.code == 0, "\(outcome.errors)")
    _ = server.end(by: SIGTERM)
    let exported = try scratch.run(
      "judge", "import", "design/judgements.sqlite", "--format", "hintbench", "--output",
      "imported.csv")
    #expect(exported.code == 0, "\(exported.errors)")
    let imported = try scratch.lines("imported.csv")
    #expect(imported.count == 1 + 12 * 10)
    #expect(imported.sorted() == (try scratch.lines("answers.csv")).sorted())
  }

  @Test func aFullDiskIsAClearRefusalAndNothingIsLost() throws {
    let scratch = try withDesign()
    // The server's files may not grow over 200 KiB (the shell counts in blocks of 512 bytes): the
    // journal soon meets that bound.
    let port = try freePort()
    let program = try #require(Program.path)
    let child = try Child(
      "/bin/sh",
      [
        "-c", "ulimit -f 400; trap '' XFSZ; exec \"$0\" judge serve design --port \(port)", program,
      ], folder: scratch.path, environment: [:])
    child.wait { isListening(port) }
    let outcome = try scratch.run(
      "judge", "simulate", "design", "--server", address(port), "--judges", "12", "--output",
      "answers.csv", "--patience", "1")
    expectError(outcome, 74, "status 503")
    #expect(child.isRunning)
    _ = child.end(by: SIGTERM)
    // With room again the study goes on with what was stored.
    let server = try serve(scratch, port: port)
    let more = try scratch.run(
      "judge", "simulate", "design", "--server", address(port), "--judges", "1", "--output",
      "more.csv")
    #expect(more.code == 0, "\(more.errors)")
    _ = server.end(by: SIGTERM)
  }

  @Test func withdrawalNeedsARealCode() throws {
    let scratch = try withDesign()
    let server = try serve(scratch, port: try freePort())
    _ = server.end(by: SIGTERM)
    expectError(
      try scratch.run("judge", "withdraw", "design/judgements.sqlite", "AAAAA-BBBBB-CCCCC"), 66,
      "withdrawal code")
    expectError(
      try scratch.run("judge", "withdraw", "none.sqlite", "AAAAA-BBBBB-CCCCC"), 66, "none.sqlite")
    try scratch.put("text", "text.sqlite")
    expectError(
      try scratch.run("judge", "withdraw", "text.sqlite", "AAAAA-BBBBB-CCCCC"), 65, "text.sqlite")
  }

  @Test func wrongUsageIsExplained() throws {
    let scratch = try withDesign()
    expectError(try scratch.run("judge", "serve", "nowhere"), 66, "nowhere")
    expectError(
      try scratch.run(
        "judge", "simulate", "design", "--judges", "1", "--output", "a.csv", "--rates",
        "gamma=0.5"), 64, "gamma")
    expectError(
      try scratch.run("judge", "serve", "design", "--database", "/proc/none.sqlite"), 74,
      "/proc/none.sqlite")
    for wrong in [
      [
        "judge", "simulate", "--server", "http://127.0.0.1:1", "--judges", "1", "--output", "a.csv",
      ],
      ["judge", "serve", "design", "--port", "70000"],
      ["judge", "serve", "design", "--origin", "ftp://x"],
    ] {
      #expect(try Program.start(wrong, in: scratch.path).wait().code == 64)
    }
  }

  @Test func aPortInUseIsNamed() throws {
    let scratch = try withDesign()
    let port = try freePort()
    let server = try serve(scratch, port: port)
    expectError(
      try scratch.run(
        "judge", "serve", "design", "--port", "\(port)", "--database", "other.sqlite"), 74,
      "127.0.0.1:\(port)", "--port")
    _ = server.end(by: SIGTERM)
  }
}
