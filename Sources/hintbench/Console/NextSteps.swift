/// What a person does after a command: whole commands, to be copied.
enum NextSteps {
  /// Tells them on standard error, one a line; the first is the usual one.
  static func tell(_ commands: [[String]]) {
    for (index, command) in commands.enumerated() {
      Console.note((index == 0 ? "next: " : "      ") + line(command))
    }
  }

  /// A command as a shell takes it.
  static func line(_ words: [String]) -> String {
    (["hintbench"] + words).map(quoted).joined(separator: " ")
  }

  /// A word in single quotes, where a shell would make something else of it.
  private static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      byte >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
        || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "_-./:=@%+,".utf8.contains(byte)
    }
    return plain && !word.isEmpty
      ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
