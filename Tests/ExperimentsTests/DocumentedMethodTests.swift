import Colorimetry
import Colorization
import Experiments
import Foundation
import Imaging
import Testing

/// What CONTRIBUTING and the README show in Swift is compiled, or stands in the sources.
@Suite struct DocumentedMethodTests {
  private typealias Entry = MethodCatalog.Entry

  /// The row of CONTRIBUTING, which the compiler reads here.
  private static let rows: [Entry] = [
    Entry(name: "method2024", summary: "what it is, in one line", source: "Authors 2024, doi:…") {
      Method2024()
    }
  ]

  @Test func theMethodCompilesAndRuns() throws {
    let method = try MethodKit().make(try #require(Self.rows.first))
    #expect(method.identity.key == "method2024@1")
    var session = try method.session(for: Plane(height: 2, width: 3, repeating: 50))
    let hints = Hints([
      HintPoint(row: 0, column: 0, size: 1, a: 10, b: -4),
      HintPoint(row: 1, column: 2, size: 1, a: 20, b: 8),
    ])
    let chrominance = try session.colorize(hints).chrominance
    #expect(chrominance.a == Plane(height: 2, width: 3, repeating: 15))
    #expect(chrominance.b == Plane(height: 2, width: 3, repeating: 2))
    let nothing = try session.colorize(Hints()).chrominance
    #expect(nothing == Chrominance(neutralWithHeight: 2, width: 3))
  }

  @Test func contributingShowsWhatIsCompiled() throws {
    let snippets = try Self.snippets("CONTRIBUTING.md")
    #expect(snippets.count == 3, "a new snippet needs a test")
    let compiled = try [Self.file("Tests/ExperimentsTests/DocumentedMethod.swift"), own()]
    for snippet in [snippets[0], snippets[2]] {
      #expect(compiled.contains { Self.holds($0, snippet) }, "not compiled anywhere: \(snippet)")
    }
    // A target like any other method's.
    let target = snippets[1].joined(separator: " ").replacing("Method2024", with: "Gray")
    let package = Self.lines(try Self.file("Package.swift")).joined(separator: " ")
    #expect(package.contains(target), "no target is like: \(target)")
  }

  @Test func theReadmeShowsTheProtocols() throws {
    let source = Set(Self.lines(try Self.file("Sources/Colorization/Colorizer.swift")))
    let shown = try Self.snippets("README.md").joined().map { line in
      line.replacing(/\s*\/\/.*$/, with: "")
    }
    #expect(shown.count >= 6)
    for line in shown { #expect(source.contains(line), "not in Colorizer.swift: \(line)") }
  }

  private func own() throws -> String { try String(contentsOfFile: #filePath, encoding: .utf8) }

  /// A file of the package.
  private static func file(_ path: String) throws -> String {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// Lines that say something, without their indentation.
  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  /// The lines of each Swift snippet of a document.
  private static func snippets(_ document: String) throws -> [[String]] {
    var snippets: [[String]] = []
    var current: [String]?
    for line in lines(try file(document)) {
      if line.hasPrefix("```") {
        if let current { snippets.append(current) }
        current = current == nil && line == "```swift" ? [] : nil
      } else {
        current?.append(line)
      }
    }
    return snippets
  }

  /// Whether a text holds a snippet, which may be the last item of a list.
  private static func holds(_ text: String, _ snippet: [String]) -> Bool {
    var wanted = snippet.joined(separator: "\n")
    if wanted.hasSuffix(",") { wanted.removeLast() }
    return lines(text).joined(separator: "\n").contains(wanted)
  }
}
