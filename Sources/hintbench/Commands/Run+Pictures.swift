import ArgumentParser
import Experiments
import Foundation

extension Run {
  /// Images that a judge of Table 2 sees, and of its small preset.
  private static let judgedImages = (whole: 60, small: 8)

  /// Says where the pictures of a run are, and which commands take them.
  ///
  /// - Parameter folder: the run's.
  func tell(_ pictures: ResultPictures, of plan: Plan, shard: Shard, folder: String) {
    let differing = pictures.differing
    if !differing.isEmpty {
      Console.note(
        "Note: drawn again, some pictures differ from what another processor's arithmetic made and "
          + "was judged: \(Console.some(of: differing))")
    }
    let strangers = pictures.strangers
    if !strangers.isEmpty {
      Console.note(
        "Note: \(pictures.folder) holds pictures of images that are not in this run: "
          + Console.some(of: strangers))
    }
    let truth = "\(pictures.folder)/\(ResultPictures.truthName)"
    Console.result("Pictures: \(truth), …")
    guard shard == .whole else { return }
    let scoring = ["score", truth, pictures.folder, "--output", "\(folder)-scores"]
    NextSteps.tell(
      [judging(pictures, of: plan, truth, "\(folder)-judging"), scoring].compactMap { $0 })
  }

  /// The command that lets people judge the pictures; nil where there are too few of them.
  private func judging(
    _ pictures: ResultPictures, of plan: Plan, _ truth: String, _ output: String
  ) -> [String]? {
    let count = plan.images.images.count
    guard count >= Self.judgedImages.small, let folders = pictures.judgingFolders(of: plan) else {
      return nil
    }
    let study = count >= Self.judgedImages.whole ? "table2" : "table2-small"
    return ["judge", "design", study, "--truth", truth]
      + folders.flatMap { ["--method", "\($0.method)=\($0.folder)"] } + ["--output", output]
  }
}

/// The value of `--save-pictures`, as it was written: the parser would take the option for one without
/// a value if it could not read the value.
struct PicturePoints: ExpressibleByArgument, CustomStringConvertible {
  /// What the option means without a value.
  static let all = PicturePoints(argument: PointSelection.all.description)

  let description: String

  init(argument: String) { description = argument }

  /// The numbers of points.
  ///
  /// - Throws: `ValidationError` for what are none.
  func selection() throws -> PointSelection {
    guard let selection = PointSelection(description) else {
      throw ValidationError(
        "--save-pictures \(description): should be 'all', or numbers of points such as 10 or "
          + "0,10,100; without a value it stands behind the study")
    }
    return selection
  }
}
