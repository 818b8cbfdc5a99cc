import Colorimetry
import Foundation
import Imaging
import PaintServer
import Painting
import Prose

/// One image of a study in pictures: the truth, and a column for the result without points and for each
/// painting, with the points on the grey picture above the result.
struct PaintPlate {
  let image: String
  /// A JPEG as a data URI.
  let truth: String
  let columns: [Column]
  /// Paintings that are not shown, for there are many.
  let leftOut: Int

  struct Column {
    let name: String
    /// The grey picture with the points, and how many there are.
    let points: Cell
    /// The result, and its PSNR.
    let result: Cell
  }

  /// A picture as a data URI, and what is said below it.
  struct Cell {
    let source: String
    let caption: String
  }

  /// How pictures are kept in a page.
  struct Format {
    /// The longer side, in pixels.
    let side: Int
    /// Of JPEG, 1 to 100 as libjpeg counts it.
    let quality: Int
  }

  /// The most paintings of an arm that are shown.
  private static let paintings = 6

  /// Renders.
  ///
  /// - Parameters:
  ///   - easel: of the true picture.
  ///   - pictures: what was painted of it, and measured.
  init(
    _ image: String, _ easel: PictureEasel, _ pictures: [MeasuredPicture], format: Format
  ) throws(PaintStudyError) {
    let drawing = Drawing(easel.picture, format: format)
    self.image = image
    truth = try drawing.uri(easel.picture.original)
    let start = PaintingState(method: pictures[0].record.events[0].state.method)
    var columns = [
      Column(
        name: "no points", points: Cell(source: try drawing.uri(of: []), caption: ""),
        result: Cell(
          source: try drawing.uri(easel.result(start)), caption: Self.psnr(pictures[0].untouched)))
    ]
    var leftOut = 0
    for arm in PaintingArm.allCases {
      let painted = pictures.filter { $0.record.task.arm == arm }
      leftOut += max(painted.count - Self.paintings, 0)
      for picture in painted.prefix(Self.paintings) {
        columns.append(try Self.column(picture, easel, drawing))
      }
    }
    self.columns = columns
    self.leftOut = leftOut
  }

  private static func column(
    _ picture: MeasuredPicture, _ easel: PictureEasel, _ drawing: Drawing
  ) throws(PaintStudyError) -> Column {
    let (record, state) = (picture.record, picture.record.result)
    let count = state.points.count
    var caption = psnr(picture.measures[.psnr] ?? picture.untouched)
    if let gain = picture.measures[.psnrGain] { caption += String(format: " (%+.2f)", gain) }
    return Column(
      name: PSNRFigure.title(record.task.arm),
      points: Cell(
        source: try drawing.uri(of: state.points),
        caption: "subject \(record.subject), " + (count == 1 ? "1 point" : "\(count) points")),
      result: Cell(source: try drawing.uri(easel.result(state)), caption: caption))
  }

  private static func psnr(_ value: Double) -> String { String(format: "%.2f dB", value) }
}

extension PaintPlate {
  /// Makes the small pictures of one image, all of one size in the image's own proportions.
  private struct Drawing {
    private let lightness: Plane
    private let gray: RGBImage
    private let (width, height): (Int, Int)
    private let name: String
    private let quality: Int

    init(_ picture: OpenPicture, format: Format) {
      let original = picture.original
      let longer = max(original.width, original.height)
      func scaled(_ length: Int) -> Int {
        max(1, Int((Double(length * format.side) / Double(longer)).rounded()))
      }
      (width, height) = (scaled(original.width), scaled(original.height))
      lightness = picture.lightness
      (name, quality) = (picture.name, format.quality)
      let neutral = Chrominance(neutralWithHeight: lightness.height, width: lightness.width)
      gray = LabImage(lightness: lightness, chrominance: neutral).truncated()
        .resized(height: height, width: width)
    }

    /// A picture, made small.
    func uri(_ picture: RGBImage) throws(PaintStudyError) -> String {
      try encoded(picture.resized(height: height, width: width))
    }

    /// The grey picture with points: discs of their colours in a light and a dark ring.
    func uri(of points: [PaintedPoint]) throws(PaintStudyError) -> String {
      var picture = gray
      let radius = max(2.0, 0.018 * Double(max(width, height)))
      for point in points {
        let scale = Double(OpenPicture.side)
        let x = (Double(point.column) + 0.5) / scale * Double(width)
        let y = (Double(point.row) + 0.5) / scale * Double(height)
        let color = shown(point)
        let reach = radius + 2.5
        for row in Int(y - reach)...Int(y + reach) where (0..<height).contains(row) {
          for column in Int(x - reach)...Int(x + reach) where (0..<width).contains(column) {
            let distance = hypot(Double(column) + 0.5 - x, Double(row) + 0.5 - y)
            guard distance <= reach else { continue }
            let samples: [UInt8] =
              distance <= radius
              ? color : [UInt8](repeating: distance <= radius + 1.5 ? 255 : 30, count: 3)
            let start = 3 * (row * width + column)
            for channel in 0..<3 { picture.pixels[start + channel] = samples[channel] }
          }
        }
      }
      return try encoded(picture)
    }

    /// A point's colour at the lightness under it, 8-bit.
    private func shown(_ point: PaintedPoint) -> [UInt8] {
      let color = LabColor(
        lightness: lightness[point.row, point.column], a: point.a, b: point.b
      ).srgb
      return [color.red, color.green, color.blue].map {
        UInt8(clamping: Int((255 * $0).rounded()))
      }
    }

    private func encoded(_ picture: RGBImage) throws(PaintStudyError) -> String {
      do throws(ImagingError) {
        let bytes = try PictureFile.jpeg(picture, name: name, quality: quality)
        return "data:image/jpeg;base64," + Data(bytes).base64EncodedString()
      } catch {
        throw .unusable(file: name, explanation: error.message)
      }
    }
  }
}
