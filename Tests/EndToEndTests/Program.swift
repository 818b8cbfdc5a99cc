import Foundation
import Glibc
import Testing

/// The built program, run as a child process.
enum Program {
  /// How a child ended and what it said.
  struct Outcome: Sendable {
    /// The exit code; nil when a signal ended it.
    let code: Int32?
    /// The signal that ended it.
    let signal: Int32?
    let output: String
    let errors: String

    /// The lines of standard error.
    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  /// Where the program is: `HINTBENCH_BINARY`, or beside the test bundle.
  static let path: String? = {
    if let named = ProcessInfo.processInfo.environment["HINTBENCH_BINARY"] { return named }
    let starts = ["/proc/self/exe", Bundle.main.bundlePath] + CommandLine.arguments
    for start in starts where start.hasPrefix("/") {
      var folder = URL(fileURLWithPath: start).resolvingSymlinksInPath()
      while folder.path != "/" {
        folder.deleteLastPathComponent()
        let candidate = folder.appendingPathComponent("hintbench").path
        if isProgram(candidate) { return candidate }
      }
    }
    return nil
  }()

  /// Runs the program to its end.
  static func run(
    _ arguments: String..., in folder: String, environment: [String: String] = [:]
  ) throws -> Outcome {
    try start(arguments, in: folder, environment: environment).wait()
  }

  /// Starts the program.
  static func start(
    _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) throws -> Child {
    let program = try #require(
      path, "no hintbench beside the tests: build the package, or set HINTBENCH_BINARY")
    return try Child(program, arguments, folder: folder, environment: environment)
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue && access(path, X_OK) == 0
  }
}

/// A child process whose standard output and error go to files.
final class Child {
  private let process: pid_t
  private let outputFile: String
  private let errorFile: String
  private var outcome: Program.Outcome?

  /// A child that has not ended after so many seconds hangs; it is killed and its test fails.
  private static let patience = 60

  init(
    _ program: String, _ arguments: [String], folder: String, environment: [String: String]
  ) throws {
    let scratch = FileManager.default.temporaryDirectory.path + "/hintbench-\(UUID().uuidString)"
    (outputFile, errorFile) = (scratch + ".out", scratch + ".err")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, outputFile, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errorFile, flags, 0o600)
    // Threads of the test process block signals; the child must hear them.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    // Slurm's variables would choose a shard.
    var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("SLURM") }
    variables.merge(environment) { $1 }
    // `env` changes the folder and then becomes the program, in the same process.
    let line = ["env", "--chdir=\(folder)", program] + arguments
    let argv = line.map { strdup($0) } + [nil]
    let envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for string in argv + envp { free(string) } }
    var started: pid_t = 0
    let code = posix_spawn(&started, "/usr/bin/env", &actions, &attributes, argv, envp)
    process = started
    try #require(code == 0, "cannot start env: \(String(cString: strerror(code)))")
  }

  deinit {
    if outcome == nil { _ = end(by: SIGKILL) }
  }

  /// Sends a signal.
  func send(_ signal: Int32) { if outcome == nil { kill(process, signal) } }

  /// Sends a signal and waits for the end.
  func end(by signal: Int32) -> Program.Outcome {
    send(signal)
    return wait()
  }

  /// True while the child runs.
  var isRunning: Bool {
    poll()
    return outcome == nil
  }

  /// Waits for the end.
  func wait() -> Program.Outcome {
    for _ in 0..<(Self.patience * 500) {
      poll()
      if let outcome { return outcome }
      usleep(2000)
    }
    Issue.record("hintbench did not end")
    kill(process, SIGKILL)
    while true {
      poll()
      if let outcome { return outcome }
      usleep(2000)
    }
  }

  /// Waits until something has come about, or the child has ended.
  func wait(until condition: () -> Bool) {
    for _ in 0..<(Self.patience * 500) where isRunning {
      if condition() { return }
      usleep(2000)
    }
  }

  private func poll() {
    var status: Int32 = 0
    guard outcome == nil, waitpid(process, &status, WNOHANG) == process else { return }
    let signal = status & 0x7F
    outcome = Program.Outcome(
      code: signal == 0 ? (status >> 8) & 0xFF : nil, signal: signal == 0 ? nil : signal,
      output: Self.take(outputFile), errors: Self.take(errorFile))
  }

  private static func take(_ file: String) -> String {
    defer { unlink(file) }
    return String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
  }
}
