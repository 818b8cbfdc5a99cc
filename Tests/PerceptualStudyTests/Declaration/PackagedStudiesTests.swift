import Foundation
import PerceptualStudy
import Testing

/// The studies of judges that come with the package.
@Suite struct PackagedStudiesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../Studies").standardizedFileURL.path

  @Test(arguments: ["table2", "table2-small"])
  func theyAreCorrect(_ name: String) throws {
    let study = try StudyDeclarationFile.read("\(Self.folder)/\(name).yaml")
    #expect(study.study == name && study.methods.count > 1)
  }

  /// Eight photographs are enough for the small one, and its design keeps every promise.
  @Test func theSmallOneTakesEightPhotographs() throws {
    let scratch = try Scratch()
    try scratch.makePictures(8)
    var study = try StudyDeclarationFile.read("\(Self.folder)/table2-small.yaml")
    study.truth = scratch.file("truth")
    for (index, folder) in ["pale", "swapped"].enumerated() {
      study.methods[index].folder = scratch.file(folder)
    }
    study.imageSize = 48
    let report = try StudyDesigner(study).write(into: scratch.file("design"))
    #expect(report.balance.broken.isEmpty && report.unjudged == 0 && report.leftOut.isEmpty)
    #expect(report.design.pictures.count == 8 && report.design.schedules.count == 12)
    for judge in report.balance.judges {
      #expect(judge.trials == [.practice: 1, .main: 6, .vigilance: 1])
      #expect(judge.methods == [3, 3])
    }
  }
}
