import ArgumentParser
import Experiments
import Foundation
import NeuralEngine
import PaintServer

/// Opens pictures for painting in a browser.
struct PaintOpen: AsyncParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Colorize pictures by hand, in a browser.",
    discussion: """
      Prints an address; open it in a browser on this machine. IMAGE is a picture or a folder of \
      pictures; without it, bring one along by drop. Every change is on the disk before the page \
      calls it kept; with --database the same command goes on where it was left. Without --public \
      only this machine is served; with it the address holds a token that others need.
      """)

  @Argument(help: "A PNG or JPEG picture, or a folder of them.")
  var image: String?

  @Option(
    help: """
      The method to begin with; see 'hintbench methods' (default: affinity-hints; with --weights the \
      method of those).
      """)
  var method: String?

  @Option(help: "Weights of a learned method: .safetensors, .pth or .caffemodel; may be repeated.")
  var weights: [String] = []

  @Option(help: "The port to listen on; 0 for any free one.")
  var port = 8080

  @Option(help: "The database (default: a private one that is removed at the end).")
  var database: String?

  @Flag(name: .customLong("public"), help: "Let other machines connect, with the token.")
  var isPublic = false

  @Option(help: "The address that painters use, such as https://paint.example.org.")
  var origin: String?

  @OptionGroup var precision: PrecisionOption

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port should be 0 to 65535") }
    if let origin {
      let url = URL(string: origin)
      guard let url, ["http", "https"].contains(url.scheme), url.host != nil, url.path.isEmpty
      else {
        throw ValidationError("--origin should be like https://paint.example.org, without a path")
      }
    }
  }

  func run() async throws {
    if let method { _ = try MethodCatalog.entry(named: method) }
    let kit = try MethodKit(
      weights: weights,
      options: CompilationOptions(
        precision: precision.resolved, threads: Threads.byDefault))
    let method = method ?? kit.defaultMethod()
    let policy = try FreePainting(image, method: method)
    for file in policy.leftOut { Console.note("Left out: \(file.message)") }
    let scratch = try database == nil ? PrivateFolder() : nil
    defer { scratch?.remove() }
    let path = database ?? (scratch?.path ?? ".") + "/" + PaintingLog.fileName
    let server = try PaintServer(
      policy: policy, kit: kit,
      options: PaintServerOptions(
        port: port, isPublic: isPublic, origin: origin, database: path))
    if server.firstMethod != method {
      Console.note("There is no \(method) here; painting begins with \(server.firstMethod).")
    }
    let task = Task {
      try await server.run { port in
        guard let address = try? server.address(port: port) else { return }
        Console.result("Open \(address)")
      }
    }
    let interrupts = Interrupts(cancelling: task)
    defer { interrupts.stop() }
    try await task.value
  }
}
