import Files

/// The pictures of a painting report: the best, the median and the worst image by what points added
/// over none, and others to choose from.
struct PaintGallery {
  /// The best, the median and the worst image, with what they are.
  let chosen: [(rank: String, plate: PaintPlate)]
  /// Others by name, smaller.
  let others: [PaintPlate]
  /// How many images are not in the page.
  let leftOut: Int

  /// The most images besides the chosen ones, to keep the page small.
  private static let limit = 60
  private static let large = PaintPlate.Format(side: 256, quality: 88)
  private static let small = PaintPlate.Format(side: 144, quality: 80)

  /// Renders the images of an analysis anew.
  init(_ analysis: PaintAnalysis) throws(PaintStudyError) {
    let byImage = Dictionary(grouping: analysis.pictures) { ExactName($0.record.task.image) }
    let ranked = byImage.map { (image: $0.key, gain: Self.gain($0.value)) }
      .sorted { $0.gain == $1.gain ? $0.image < $1.image : $0.gain > $1.gain }.map(\.image)
    let ranks = Self.ranks(of: ranked)
    let rest = ranked.filter { image in !ranks.contains { $0.image == image } }
    let shown = Self.spread(rest, atMost: Self.limit)
    leftOut = rest.count - shown.count
    let files = analysis.records.design.picturesByImage
    func plate(
      _ image: ExactName, _ format: PaintPlate.Format
    ) throws(PaintStudyError) -> PaintPlate? {
      guard let file = files[image], let painted = byImage[image] else { return nil }
      let bytes = try PaintStudyFolder.truth(file, in: analysis.records.folder)
      let easel = try PictureEasel(bytes, name: image.text, kit: analysis.kit)
      return try PaintPlate(image.text, easel, painted, format: format)
    }
    var chosen: [(rank: String, plate: PaintPlate)] = []
    for (rank, image) in ranks {
      if let plate = try plate(image, Self.large) { chosen.append((rank, plate)) }
    }
    var others: [PaintPlate] = []
    for image in shown.sorted() {
      if let plate = try plate(image, Self.small) { others.append(plate) }
    }
    (self.chosen, self.others) = (chosen, others)
  }

  /// What the paintings of an image added over no points: the mean, in dB.
  private static func gain(_ pictures: [MeasuredPicture]) -> Double {
    let gains = pictures.compactMap { $0.measures[.psnrGain] }
    return gains.isEmpty ? 0 : gains.reduce(0, +) / Double(gains.count)
  }

  /// The best, the median and the worst; all of them where they are at most four.
  private static func ranks(of ranked: [ExactName]) -> [(rank: String, image: ExactName)] {
    switch ranked.count {
    case 0: return []
    case 1: return [("the only image", ranked[0])]
    case 2...4:
      let between = ranked.dropFirst().dropLast().map { ("between", $0) }
      return [("best", ranked[0])] + between + [("worst", ranked[ranked.count - 1])]
    default:
      return [
        ("best", ranked[0]), ("median", ranked[ranked.count / 2]),
        ("worst", ranked[ranked.count - 1]),
      ]
    }
  }

  /// So many at most, evenly from the first to the last.
  private static func spread(_ images: [ExactName], atMost most: Int) -> [ExactName] {
    guard images.count > most else { return images }
    return (0..<most).map { images[$0 * (images.count - 1) / (most - 1)] }
  }
}

extension PaintGallery {
  /// What the template asks for.
  var context: [String: Any] {
    var context: [String: Any] = [
      "chosen": chosen.map { Self.context($0.plate, rank: $0.rank) },
      "others": others.map { Self.context($0, rank: nil) }, "isChoice": !others.isEmpty,
      "order": "by what points added over none, on average over the paintings",
    ]
    if leftOut > 0 {
      context["leftOut"] =
        "\(leftOut) more images are not in this page, to keep it small; those that are here are "
        + "spread evenly from the best to the worst. 'hintbench paint export' writes all."
    }
    return context
  }

  private static func context(_ plate: PaintPlate, rank: String?) -> [String: Any] {
    func row(
      _ name: String, truth: Any, _ cell: (PaintPlate.Column) -> PaintPlate.Cell
    ) -> [String: Any] {
      [
        "name": name, "truth": truth,
        "cells": plate.columns.map { column in
          let (picture, label) = (cell(column), "\(plate.image), \(column.name), \(name)")
          return [
            "source": picture.source, "caption": picture.caption,
            "label": picture.caption.isEmpty ? label : "\(label): \(picture.caption)",
          ]
        },
      ]
    }
    var names = plate.columns.map(\.name)
    if plate.leftOut > 0 { names[names.count - 1] += " (\(plate.leftOut) more not shown)" }
    return [
      "image": plate.image, "label": rank.map { "\($0): \(plate.image)" } ?? plate.image,
      "columns": names,
      "rows": [
        row("grey and points", truth: plate.truth, \.points), row("result", truth: false, \.result),
      ],
    ]
  }
}
