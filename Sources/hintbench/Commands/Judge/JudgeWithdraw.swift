import ArgumentParser
import StudyServer

/// Deletes a judge's answers.
struct JudgeWithdraw: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Delete the answers of a judge who takes them back.",
    discussion: """
      The code is the one that the judge was given at the end. A server may run meanwhile. That \
      there was such a judge, and when, is kept; nothing that was judged is.
      """)

  @Argument(help: "The study's database.")
  var database: String

  @Argument(help: "The judge's withdrawal code.")
  var code: String

  func run() async throws {
    let study = try StudyDatabase(existing: database)
    defer { study.close() }
    let count = try await study.withdraw(code: code)
    Console.result("\(count) answers deleted from \(database)")
  }
}
