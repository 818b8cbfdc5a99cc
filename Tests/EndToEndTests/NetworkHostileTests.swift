import Foundation
import Imaging
import Testing

/// Weights files that are damaged or meant to do harm end every command with one line.
@Suite struct NetworkHostileTests {
  private static let good = WeightsNetwork.local.safetensors()

  /// Pickles that a careless reader would run.
  private static let pickles: [(String, [UInt8])] = [
    ("os.system", [0x80, 2] + Array("cos\nsystem\n(X\u{0E}\0\0\0touch executedtR.".utf8)),
    ("posix.system", [0x80, 2] + Array("cposix\nsystem\n(X\u{0E}\0\0\0touch executedtR.".utf8)),
    ("builtins.exec", [0x80, 2] + Array("cbuiltins\nexec\n(X\u{04}\0\0\0passtR.".utf8)),
    ("a global behind the magic number", magic + [0x80, 2] + Array("cos\nsystem\n.".utf8)),
  ]

  /// How a file of `torch.save` began before PyTorch 1.6.
  private static let magic: [UInt8] = [
    0x80, 2, 0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19, 0x2E,
  ]

  private static let damaged: [(String, [UInt8])] = [
    ("nothing", []), ("half a file", Array(good.prefix(good.count / 2))),
    ("half a header", Array(good.prefix(1000))), ("one byte less", good.dropLast()),
    ("one byte more", good + [0]), ("a length beyond the file", [0xFF] + good.dropFirst()),
    ("an enormous length", [UInt8](repeating: 0xFF, count: 8) + good.dropFirst(8)),
    ("an infinite number", Array(good.dropLast(4)) + [0, 0, 0x80, 0x7F]),
    ("a web page", Array("<!doctype html><title>404</title>".utf8)),
    ("a pointer", Array("version https://git-lfs.github.com/spec/v1\noid sha256:0\n".utf8)),
    ("zeros", [UInt8](repeating: 0, count: 4096)), ("a bare ZIP", Array("PK\u{5}\u{6}".utf8)),
    ("a Caffe message cut off", [0x0A, 0x7F, 0x41]),
    ("two names", metadata("\"a\":1,\"a\":2")),
    ("deep JSON", metadata(String(repeating: "[", count: 5000))),
  ]

  private static func metadata(_ text: String) -> [UInt8] {
    let header = Array("{\(text)}".utf8)
    return withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) } + header
  }

  @Test(arguments: pickles.map(\.0) + damaged.map(\.0)) func areRefused(_ name: String) throws {
    let bytes = try #require((Self.pickles + Self.damaged).first { $0.0 == name }).1
    let scratch = try Scratch.withNetworks()
    try scratch.put(tinyStudy, "tiny.yaml")
    try scratch.put(bytes, "bad.pth")
    for line in [
      "weights inspect bad.pth",
      "colorize in.png --method local-hints --weights bad.pth --size 48 --output o",
      "run tiny.yaml --output o --weights bad.pth",
    ] {
      let outcome = try scratch.command(line)
      expectError(outcome, 65, "bad.pth")
      #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
      #expect(!scratch.exists("executed") && !scratch.exists("o"))
    }
  }

  @Test func callsAreNamedAndNotMade() throws {
    let scratch = try Scratch.withNetworks()
    try scratch.put(Self.magic + Self.pickles[0].1, "bad.pth")
    try scratch.put(Self.pickles[0].1, "short.pth")
    for name in ["bad.pth", "short.pth"] {
      let outcome = try scratch.command("weights inspect \(name)")
      expectError(outcome, 65, name, "os.system", "never executes")
    }
    #expect(!scratch.exists("executed"))
  }

  @Test func foldersAndMissingFiles() throws {
    let scratch = try Scratch.withNetworks()
    try scratch.makeFolder("folder")
    for command in ["weights inspect", "weights convert", "weights check"] {
      let rest = command.hasSuffix("inspect") ? "" : " o"
      expectError(try scratch.command("\(command) folder\(rest)"), 74, "folder")
      expectError(try scratch.command("\(command) none\(rest)"), 66, "none")
    }
    #expect(!scratch.exists("o"))
  }

  /// Texts of a file cannot pass for lines of the program.
  @Test func textsOfAFileStayInTheirLine() throws {
    let scratch = try Scratch.withNetworks()
    var network = WeightsNetwork.local
    network.tensors.append(
      .init(name: "x\\nhintbench: error: all is well\\u001b[2J", shape: [1], values: [1]))
    try scratch.put(network.safetensors(metadata: ["a\\nnetwork": "b\\nsha256: c"]), "bad")
    let outcome = try scratch.command("weights convert bad o")
    expectError(outcome, 65, "bad")
    #expect(
      outcome.errorLines.count == 1 && !outcome.errors.contains("\u{1B}"), "\(outcome.errors)")
    let inspected = try scratch.command("weights inspect bad")
    let lines = inspected.output.split(separator: "\n")
    #expect(inspected.code == 0 && lines.filter { $0.hasPrefix("sha256: ") }.count == 1)
    #expect(!inspected.output.contains("\u{1B}"))
    #expect(!lines.contains { $0.hasPrefix("hintbench: error") })
  }
}
