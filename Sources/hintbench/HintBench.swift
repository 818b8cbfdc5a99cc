import ArgumentParser
import Experiments

/// The command line: parsing and printing only.
struct HintBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hintbench",
    abstract: "A reproducible benchmark of user-guided image colorization.",
    discussion: """
      A study asks methods to colorize images; an oracle reveals hints; metrics judge; a ledger \
      remembers; a report tells.

        hintbench run quick                     a few minutes on embedded scenes
        hintbench run figure6 --images PHOTOS   the paper's Figure 6 on a folder
        hintbench paint photo.jpg               paint it in the browser
        hintbench colorize photo.jpg --output out.png
        hintbench prepare PHOTOS --study figure6 --output IN   for programs of any language
        hintbench score IN/truth RESULTS --output SCORES       judge what they made of it

      Exit codes: 0 all is well, 64 wrong usage, 65 bad input data, 66 missing input, 70 our own \
      fault, 74 input or output failed, 130 interrupted (the same command resumes; 'train' with \
      --resume). Results go to standard output, all else to standard error, which --quiet silences but \
      for errors.
      """,
    version: HintBenchVersion.current,
    subcommands: [
      Run.self, Merge.self, Report.self, Colorize.self, Suggest.self, Measure.self, Prepare.self,
      Score.self, DrawScenes.self, Methods.self, Weights.self, Train.self, Paint.self, Judge.self,
      Studies.self, Validate.self, Doctor.self, Bench.self,
    ])
}
