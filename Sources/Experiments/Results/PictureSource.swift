import Colorization
import Files
import ImageMetrics
import Imaging

/// Where a report gets pictures of results from.
public protocol PictureSource: Sendable {
  /// The true picture as results are compared with it, H×W.
  func truth(of image: String) throws -> RGBImage

  /// The points that led to a result, oldest first; empty where none were revealed one by one, or where
  /// nobody knows them.
  func hints(of image: String, method: String, oracle: String, points: Int) throws -> Hints

  /// Results at numbers of points, ascending: one for each number, of the truth's size; nil where
  /// there is none.
  func pictures(
    of image: String, method: String, oracle: String, points: [Int]
  ) throws -> [RGBImage?]
}

/// The pictures of a run, made again from its ledger: the methods colorize once more.
public struct RunPictureSource: PictureSource {
  private let units: [Key: (unit: StudyUnit, result: UnitResult)]
  private let images: [ExactName: StudyUnit]

  private struct Key: Hashable {
    let image: ExactName
    let method: String
    let oracle: String
  }

  /// The pictures of a run's units.
  public init(_ tables: RunTables) {
    units = Dictionary(
      tables.finished.map { unit, result in
        let key = Key(
          image: ExactName(unit.image.name), method: unit.method.identity.name,
          oracle: unit.revealer.name)
        return (key, (unit, result))
      }, uniquingKeysWith: { first, _ in first })
    images = Dictionary(
      tables.finished.map { (ExactName($0.unit.image.name), $0.unit) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The true picture as results are compared with it, H×W.
  public func truth(of image: String) throws -> RGBImage {
    guard let unit = images[ExactName(image)] else { throw ExperimentError.missing(image) }
    return try Truth(unit.picture()).picture
  }

  /// The points of the ledger; empty where nothing or everything was revealed.
  public func hints(of image: String, method: String, oracle: String, points: Int) -> Hints {
    let found = units[Key(image: ExactName(image), method: method, oracle: oracle)]
    return Hints((found?.result.hints ?? []).prefix(points).map(\.hintPoint))
  }

  /// The results, colorized once more.
  public func pictures(
    of image: String, method: String, oracle: String, points: [Int]
  ) throws -> [RGBImage?] {
    guard let (unit, result) = units[Key(image: ExactName(image), method: method, oracle: oracle)]
    else { return points.map { _ in nil } }
    var pictures: [Int: RGBImage] = [:]
    try unit.redraw(result, at: points.filter(unit.points.contains)) {
      pictures[$0] = $1.picture
    }
    return points.map { pictures[$0] }
  }
}
