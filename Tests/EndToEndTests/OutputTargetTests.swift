import Foundation
import Glibc
import Imaging
import Testing

/// Outputs that are devices, pipes, links and standard output: written into, never replaced.
@Suite struct OutputTargetTests {
  private func folder() throws -> Scratch {
    let scratch = try Scratch()
    try PNGFile.write(samplePicture(), to: scratch.file("in.png"))
    try scratch.makeFolder("real")
    return scratch
  }

  private func kind(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  /// Runs a line of bash, in which `$H` is the program.
  private func shell(_ line: String, in scratch: Scratch) throws -> Program.Outcome {
    try Child(
      "/bin/bash", ["-c", line], folder: scratch.path,
      environment: ["H": try #require(Program.path)]
    ).wait()
  }

  private static let colorize = "\"$H\" colorize in.png --method gray --size 32"

  @Test func aLinkIsFollowedAndTheModeKept() throws {
    let scratch = try folder()
    try scratch.put("old", "real/t.png")
    #expect(chmod(scratch.file("real/t.png"), 0o640) == 0)
    let outcome = try shell(
      "ln -s real/t.png link.png; ln -s real/new.jpg new.jpg; "
        + "\(Self.colorize) --output link.png && \(Self.colorize) --output new.jpg", in: scratch)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(kind(scratch.file("link.png")) == S_IFLNK && kind(scratch.file("new.jpg")) == S_IFLNK)
    #expect(try scratch.data("real/t.png").starts(with: [0x89, 0x50]))
    #expect(try scratch.data("real/new.jpg").starts(with: [0xFF, 0xD8, 0xFF]))
    var status = stat()
    #expect(stat(scratch.file("real/t.png"), &status) == 0 && status.st_mode & 0o777 == 0o640)
  }

  @Test func pipesDevicesAndStandardOutputTakeTheBytes() throws {
    let scratch = try folder()
    let outcome = try shell(
      """
      set -e; \(Self.colorize) --output file.png
      mkfifo pipe; cat pipe > pipe.png & \(Self.colorize) --output pipe; wait
      ln -s /proc/self/fd/1 out; \(Self.colorize) --output out > redirected.png
      \(Self.colorize) --output /dev/stdout | cat > piped.png
      \(Self.colorize) --output >(cat > substituted.png); wait $!
      { printf before; \(Self.colorize) --output /dev/stdout; printf behind; } > middle
      \(Self.colorize) --output /dev/null --ab /dev/null
      \(Self.colorize) --ab /dev/stdout > ab.npy
      """, in: scratch)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let bytes = try scratch.data("file.png")
    for name in ["pipe.png", "redirected.png", "piped.png", "substituted.png"] {
      #expect(try scratch.data(name) == bytes, "\(name)")
    }
    #expect(try scratch.data("middle") == Data("before".utf8) + bytes + Data("behind".utf8))
    #expect(try scratch.data("ab.npy").count == 128 + 2 * 32 * 32 * 4)
    #expect(kind(scratch.file("pipe")) == S_IFIFO && kind(scratch.file("out")) == S_IFLNK)
    #expect(kind("/dev/null") == S_IFCHR)
  }

  @Test func failuresAreToldAndKeepWhatWasThere() throws {
    let scratch = try folder()
    try scratch.put("old", "old.png")
    for (line, code, reason) in [
      // No file may grow beyond a kilobyte: as on a full disk.
      (
        "trap '' XFSZ; ulimit -f 1; exec \(Self.colorize) --ab old.png", Int32(74), "too large"
      ),
      ("exec \(Self.colorize) --output /dev/full", 74, "no space left"),
      ("ln -s loop.png loop.png; exec \(Self.colorize) --output loop.png", 74, "in a circle"),
      ("exec \(Self.colorize) --output real", 74, "is a folder"),
      ("exec \(Self.colorize) --output none/a.png", 74, "no such file"),
    ] {
      let outcome = try shell(line, in: scratch)
      #expect(outcome.signal == nil && outcome.code == code, "\(line): \(outcome.errors)")
      #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    }
    #expect(try scratch.text("old.png") == "old")
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
    #expect(names == ["in.png", "loop.png", "old.png", "real"])
  }

  @Test func theEndingIsAskedBeforeTheWork() throws {
    let scratch = try folder()
    expectError(
      try scratch.run("colorize", "none.png", "--method", "gray", "--output", "o.webp"), 64,
      "o.webp", ".png or .jpg")
  }
}
