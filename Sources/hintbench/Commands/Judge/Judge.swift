import ArgumentParser

/// Real-vs-fake studies, from their design to their tables.
struct Judge: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge",
    abstract: "Real-vs-fake studies: design, serve, import, analyse.",
    subcommands: [
      JudgeDesign.self, JudgeExport.self, JudgeServe.self, JudgeImport.self, JudgeAnalyze.self,
      JudgePower.self, JudgeSimulate.self, JudgeArchive.self, JudgeWithdraw.self,
    ])
}
