import Foundation

/// ChromeDriver with all that it starts; ends with this process, however that ends.
final class DriverProcess: @unchecked Sendable {
  /// Where it listens.
  let port: Int

  private let process = Process()
  private let life = Pipe()
  private let folder: URL

  /// Debian's places of the two programs; the browser itself, not its wrapper, which phones home.
  static let driver = "/usr/bin/chromedriver"
  static let browser = "/usr/lib/chromium/chromium"

  /// Whether both programs are there.
  static let isInstalled = [driver, browser].allSatisfy(FileManager.default.isExecutableFile)

  /// Starts it and waits for its port.
  init() throws {
    // A short name: the browser makes a socket in it, whose path may have 107 bytes.
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hb-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let output = Pipe()
    // The shell ends its whole group when the pipe that only we hold is closed. `env` undoes the
    // signals that a thread of ours has blocked.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "--default-signal", "/usr/bin/setsid", "/bin/sh", "-c",
      "exec 3<&0; \"$@\" </dev/null 3<&- & cat >/dev/null <&3; kill -s KILL 0", "webdriver",
      Self.driver, "--port=0", "--log-path=\(folder.path)/log",
    ]
    var environment = ProcessInfo.processInfo.environment
    (environment["TMPDIR"], environment["HOME"]) = (folder.path, folder.path)
    process.environment = environment
    process.standardInput = life
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    port = try Self.port(in: output)
    Thread.detachNewThread {
      while !output.fileHandleForReading.availableData.isEmpty {}
    }
  }

  /// Ends the driver and its browsers.
  func stop() {
    try? life.fileHandleForWriting.close()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  private static func port(in output: Pipe) throws -> Int {
    var text = ""
    while true {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { throw LoopbackHTTP.Failure(reason: "no port in: \(text)") }
      text += String(decoding: data, as: UTF8.self)
      if let match = text.firstMatch(of: /successfully on port (\d+)/), let port = Int(match.1) {
        return port
      }
    }
  }
}
