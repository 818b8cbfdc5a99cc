import ArgumentParser

/// Painting in the browser, and the studies of it.
struct Paint: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paint",
    abstract: "Colorize pictures in the browser; study how people do it.",
    discussion: """
        hintbench paint photo.jpg                   one picture, or a folder of them

      The other commands are for studies of painting, from their design to their tables.
      """,
    subcommands: [
      PaintOpen.self, PaintDesign.self, PaintStudyServe.self, PaintExport.self, PaintReplay.self,
      PaintAnalyze.self, PaintSimulate.self,
    ],
    defaultSubcommand: PaintOpen.self)
}
