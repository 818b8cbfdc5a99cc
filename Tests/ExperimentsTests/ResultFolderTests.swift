import Experiments
import Testing

/// How folders of results are named.
@Suite struct ResultFolderTests {
  @Test(arguments: [
    ("mine", "mine", "random", 0), ("mine-10", "mine", "random", 10),
    ("local-hints", "local-hints", "random", 0),
    ("local-hints-random-10", "local-hints", "random", 10),
    ("levin2004-ab-max-error-501", "levin2004-ab", "max-error", 501),
    ("automatic-none-0", "automatic", "none", 0),
    ("levin2004-everything-65536", "levin2004", "everything", 65536),
    ("gray-marked-2", "gray", "marked", 2), ("10", "10", "random", 0),
    ("-10", "-10", "random", 0), ("a--10", "a-", "random", 10),
  ])
  func foldersTellTheirMethod(
    _ name: String, _ method: String, _ oracle: String, _ points: Int
  ) {
    let folder = ResultFolder(path: "somewhere/\(name)", oracle: "random")
    #expect(folder.method == method && folder.oracle == oracle && folder.points == points)
  }

  @Test(arguments: [
    ("mine@10=out", "mine", "random", 10, "out"), ("mine=out", "mine", "random", 0, "out"),
    ("mine@max-error-5=a=b", "mine", "max-error", 5, "a=b"),
    ("resnet-50@1=out/x", "resnet-50", "random", 1, "out/x"),
  ])
  func optionsTellTheirMethod(
    _ text: String, _ method: String, _ oracle: String, _ points: Int, _ path: String
  ) throws {
    let folder = try #require(ResultFolder(parsing: text, oracle: "random"))
    #expect(
      folder
        == ResultFolder(method: method, oracle: oracle, points: points, path: path))
  }

  @Test(arguments: ["mine", "=out", "mine@=out", "mine@ten=out", "mine@-1=out", "@1=out", "mine="])
  func otherOptionsAreNone(_ text: String) {
    #expect(ResultFolder(parsing: text, oracle: "random") == nil)
  }

  /// What `run --save-pictures` calls a folder is read back as it was meant.
  @Test func savedFoldersAreReadBack() {
    for method in MethodCatalog.names {
      for revealer in Revealer.all {
        let name = ResultPictures.folderName(method: method, oracle: revealer.name, points: 20)
        let folder = ResultFolder(path: name, oracle: "none")
        #expect(
          folder.method == method && folder.oracle == revealer.name && folder.points == 20)
      }
    }
  }

  @Test func metricsThatNeedMoreThanPicturesAreLeftOut() {
    #expect(Scorer.metrics.map(\.name) == ["psnr", "ssim", "ciede2000", "ab_rmse"])
  }
}
