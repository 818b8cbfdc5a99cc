import Foundation
import Testing

/// Files of one kind given to the command of another.
@Suite struct DeclarationKindTests {
  /// A correct file of each kind, what it is called, and the command for it.
  private static let kinds: [(kind: String, text: String, phrase: String, command: String)] = [
    ("run", tinyStudy, "a study of methods", "run"),
    (
      "judge",
      """
      study: judged
      title: Judged
      truth: truth
      methods: [{name: a, folder: a}, {name: b, folder: b}]
      judges: 4

      """, "a study of judges", "judge design"
    ),
    (
      "paint", "study: painted\nscenes: 8\nsubjects: 4\npictures: 2\n", "a study of painters",
      "paint design"
    ),
    (
      "training",
      """
      training: learned
      network: {variant: local, width: 4}
      data: {scenes: {count: 8, size: 48}}
      phases: [{size: 16, batch: 2, samples: 60}]

      """, "a training configuration", "train"
    ),
  ]

  private static let names = ["run": "tiny", "judge": "judged", "paint": "painted"]

  private static func scratch() throws -> Scratch {
    let scratch = try Scratch()
    for kind in kinds { try scratch.put(kind.text, "\(kind.kind).yaml") }
    return scratch
  }

  @Test(arguments: kinds.map(\.kind)) func eachCommandTakesItsOwnKind(_ kind: String) throws {
    let scratch = try Self.scratch()
    let own = try #require(Self.kinds.first { $0.kind == kind })
    for other in Self.kinds where other.kind != kind {
      let outcome = try scratch.command("\(other.command) \(kind).yaml --output o")
      expectError(
        outcome, 64,
        "\(kind).yaml: this is \(own.phrase); use 'hintbench \(own.command) \(kind).yaml'")
      #expect(outcome.errorLines.count == 1 && !scratch.exists("o"))
    }
  }

  @Test(arguments: kinds.map(\.kind)) func validateTakesEveryKind(_ kind: String) throws {
    let scratch = try Self.scratch()
    let own = try #require(Self.kinds.first { $0.kind == kind })
    let name = Self.names[kind] ?? "learned"
    let outcome = try scratch.command("validate \(kind).yaml")
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(
      outcome.output.hasPrefix(
        "\(kind).yaml: fine, \(own.phrase) for 'hintbench \(own.command)' (\(name)"))
    let json = try scratch.command("validate \(kind).yaml --json")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["kind"] as? String == kind && object["name"] as? String == name)
    #expect(object["file"] as? String == "\(kind).yaml")
    #expect(object["version"] as? Int == (kind == "run" ? 1 : nil))
  }

  /// Mistakes are told in the words of the kind that a file is of.
  @Test(
    arguments: [
      ("judge", "judges: 4", "judges: many", "judge.yaml:5: judges: "),
      (
        "paint", "pictures: 2", "picturs: 2",
        "paint.yaml:4: picturs: unknown key; did you mean 'pictures'?"
      ),
      ("training", "size: 16", "size: 17", "training.yaml:4: phases[0].size"),
      ("run", "seed: 7", "judges: 7", "run.yaml:6: judges: unknown key"),
    ])
  func mistakesAreNamed(_ kind: String, _ old: String, _ new: String, _ message: String) throws {
    let scratch = try Self.scratch()
    let text = try scratch.text("\(kind).yaml")
    try #require(text.contains(old))
    try scratch.put(text.replacing(old, with: new), "\(kind).yaml")
    expectError(try scratch.command("validate \(kind).yaml"), 65, message)
  }
}
