import Colorimetry
import Colorization
import Experiments
import Files
import Foundation
import Imaging

/// One image in pictures: the truth, the grey input with the points, and every method, a column a
/// number of points.
struct GalleryPlate: Sendable {
  let image: String
  /// A JPEG as a data URI.
  let truth: String
  let rows: [Row]
  /// What could not be shown and why, one line each.
  let notes: [String]

  struct Row: Sendable {
    let name: String
    let cells: [Cell]
  }

  /// One place of a row.
  enum Cell: Sendable {
    /// A JPEG as a data URI, and what is said below it.
    case picture(String, caption: String)
    /// The same picture as at the left, and what is said instead.
    case same(caption: String)
    /// Nothing was judged.
    case none
  }

  /// How pictures are kept in a page.
  struct Format: Sendable {
    /// The longer side at most, in pixels.
    let side: Int
    /// Of JPEG.
    let quality: Int
  }

  /// Draws an image of results.
  ///
  /// - Parameter steps: the columns.
  /// - Throws: what reading the truth throws; methods that cannot be shown are left out with a note.
  init(
    image: String, of results: ResultSet, steps: [(condition: ResultSet.Condition, points: Int)],
    from source: any PictureSource, format: Format
  ) throws {
    self.image = image
    let picture = try source.truth(of: image)
    let lab = LabImage(picture)
    truth = try Self.uri(picture, format)
    var rows: [Row] = []
    var notes: [String] = []
    var shown: [[Hints]] = []
    for method in results.methods where method != results.floor {
      do {
        let scores = steps.map {
          results.score(of: image, method: method, oracle: $0.condition.oracle, points: $0.points)
        }
        guard scores.contains(where: { $0 != nil }) else { continue }
        let hints = try zip(steps, scores).map { step, score in
          score == nil
            ? Hints()
            : try source.hints(
              of: image, method: method, oracle: step.condition.oracle, points: step.points)
        }
        let pictures = try Self.pictures(of: image, method, steps, from: source)
        if !shown.contains(hints) {
          let inputs = try hints.map { Optional(try Self.uri(Self.drawing($0, over: lab), format)) }
          let name = shown.isEmpty ? "input and points" : "points of \(method)"
          rows.append(
            Row(name: name, cells: Self.cells(inputs, hints.map { Self.caption($0) })))
          shown.append(hints)
        }
        let kept = try pictures.map { try $0.map { try Self.uri($0, format) } }
        rows.append(
          Row(
            name: MethodCatalog.title(of: method),
            cells: Self.cells(kept, scores.map { results.caption($0) })))
      } catch {
        notes.append("no pictures by \(method) in the report: \(describe(error))")
      }
    }
    self.rows = rows
    self.notes = notes
  }

  /// The results of a method, a number of points after the other, each oracle in one go.
  private static func pictures(
    of image: String, _ method: String,
    _ steps: [(condition: ResultSet.Condition, points: Int)], from source: any PictureSource
  ) throws -> [RGBImage?] {
    var found: [RGBImage?] = []
    while found.count < steps.count {
      let oracle = steps[found.count].condition.oracle
      let run = steps[found.count...].prefix { $0.condition.oracle == oracle }.map(\.points)
      let pictures = try source.pictures(of: image, method: method, oracle: oracle, points: run)
      found += run.indices.map { pictures.indices.contains($0) ? pictures[$0] : nil }
    }
    return found
  }

  private static func cells(_ uris: [String?], _ captions: [String]) -> [Cell] {
    var last: String?
    return zip(uris, captions).map { uri, caption in
      guard let uri else { return .none }
      if uri == last { return .same(caption: caption) }
      last = uri
      return .picture(uri, caption: caption)
    }
  }

  private static func caption(_ hints: Hints) -> String {
    switch hints.points.count {
    case 0: ""
    case 1: "1 point"
    default: "\(hints.points.count) points"
    }
  }

  /// The grey picture with every hint's patch in its colour, framed in white.
  private static func drawing(_ hints: Hints, over truth: LabImage) -> RGBImage {
    let (height, width) = (truth.height, truth.width)
    let neutral = Chrominance(neutralWithHeight: height, width: width)
    var colored = LabImage(lightness: truth.lightness, chrominance: neutral)
    for point in hints.points {
      let (rows, columns) = point.extent(height: height, width: width)
      for row in rows {
        for column in columns {
          colored.chrominance.a[row, column] = point.a
          colored.chrominance.b[row, column] = point.b
        }
      }
    }
    var picture = colored.truncated()
    for point in hints.points where point.size > 1 {
      let (rows, columns) = point.extent(height: height, width: width)
      let frame = (rows.lowerBound - 1...rows.upperBound).flatMap { row in
        (columns.lowerBound - 1...columns.upperBound).map { (row, $0) }
      }
      for (row, column) in frame where !(rows.contains(row) && columns.contains(column)) {
        guard row >= 0, row < height, column >= 0, column < width else { continue }
        let start = 3 * (row * width + column)
        for channel in 0..<3 { picture.pixels[start + channel] = 255 }
      }
    }
    return picture
  }

  private static func uri(_ picture: RGBImage, _ format: Format) throws -> String {
    let longer = max(picture.height, picture.width)
    let shown =
      longer <= format.side
      ? picture
      : picture.resized(
        height: max(1, picture.height * format.side / longer),
        width: max(1, picture.width * format.side / longer))
    let bytes = try PictureFile.jpeg(shown, name: "a picture", quality: format.quality)
    return "data:image/jpeg;base64," + Data(bytes).base64EncodedString()
  }
}

extension ResultSet {
  /// One image's value of the main metric; nil where it was not judged.
  fileprivate func score(
    of image: String, method: String, oracle: String, points: Int
  ) -> Double? {
    values(metric: main, method: method, oracle: oracle, points: points)
      .first { $0.image == ExactName(image) }?.value
  }

  /// A value with its unit; empty for none.
  fileprivate func caption(_ value: Double?) -> String {
    guard let value else { return "" }
    let display = mainMetric.display
    return [display.number(value), display.unit].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
