/// Weight files that others published, known by their SHA-256.
public struct PublishedFile: Sendable {
  /// The published file's name.
  public let name: String
  /// What it is.
  public let summary: String
  /// Lower-case hexadecimal.
  public let sha256: String

  /// All that are known.
  public static let all = [
    PublishedFile(
      name: "siggraph17-df00044c.pth",
      summary: "Zhang et al. 2017, Local Hints, of the package colorizers",
      sha256: "df00044c0a4d7c3edcecf6f75437ce346a66e7a42612d9b968e1a7e17dbc6f66"),
    PublishedFile(
      name: "colorization_release_v2-9b330a0b.pth",
      summary: "Zhang et al. 2016, automatic, of the package colorizers",
      sha256: "9b330a0bae53f4ded77b1e23defbf78beaa09c10ebc4c4999e8e4f4a160b93f9"),
    PublishedFile(
      name: "colorization_release_v2.caffemodel",
      summary: "Zhang et al. 2016, automatic, the original in Caffe",
      sha256: "f5af1e602646328c792e1094f9876fe9cd4c09ac46fa886e5708a1abc89137b1"),
  ]

  /// The published file with a hash, if it is one.
  public static func known(sha256: String) -> PublishedFile? {
    all.first { $0.sha256 == sha256 }
  }
}
