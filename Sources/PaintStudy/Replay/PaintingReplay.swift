import Experiments
import Files
import Foundation
import Imaging
import PaintServer
import Painting
import Tables

/// Renders sessions anew from their events, by the method that painted them or by any other.
///
/// Pictures of a study are rendered from the grey ones that were painted on: with the study's method and
/// weights they are what the painter saw.
public struct PaintingReplay: Sendable {
  /// How results are rendered.
  public struct Options: Sendable {
    /// The method in place of the one that was painted with; nil to keep it.
    public var method: String?
    /// Whether every event is rendered, or only the last.
    public var rendersSteps: Bool
    /// Whether pictures keep their own size, or have the working size.
    public var isFullSize: Bool
    /// Only pictures of this painter; nil for all.
    public var painter: String?

    /// Makes options; by default the last result of everything, as it was seen.
    public init(
      method: String? = nil, rendersSteps: Bool = false, isFullSize: Bool = false,
      painter: String? = nil
    ) {
      self.method = method
      self.rendersSteps = rendersSteps
      self.isFullSize = isFullSize
      self.painter = painter
    }
  }

  /// What was written.
  public struct Report: Sendable, Equatable {
    /// Pictures of sessions.
    public let paintings: Int
    /// Results rendered.
    public let results: Int
    /// Pictures that are not at hand.
    public let missing: [String]
  }

  private let items: [ReplayItem]
  private let log: PaintingLog?

  /// Reads the log of a study.
  public init(_ records: StudyRecords) {
    let pictures = records.design.picturesByImage
    items = records.pictures.map { record in
      ReplayItem(
        painter: record.subject.description, position: record.task.position,
        image: record.task.image, events: record.events,
        source: pictures[ExactName(record.task.image)].map { .design($0, folder: records.folder) }
          ?? .unknown)
    }
    log = nil
  }

  /// Reads a log of free painting.
  ///
  /// - Parameter images: the folder that was painted from; nil where painters brought their pictures.
  public init(log: PaintingLog, images: String?) throws(PaintStudyError) {
    self.log = log
    var files: [ExactName: String] = [:]
    if let images {
      for path in try StudyImages.list(images).pictures {
        files[ExactName(FilePath.name(of: path))] = path
      }
    }
    items = try PaintStudyError.wrapping { () throws(PaintServerError) in
      var items: [ReplayItem] = []
      for session in try log.sessions() {
        for painting in try log.paintings(of: session.id) {
          let events = try log.events(of: painting.id).map(\.event)
          guard !events.isEmpty else { continue }
          items.append(
            ReplayItem(
              painter: "\(session.id)", position: painting.position, image: painting.title,
              events: events,
              source: painting.key == LoggedPainting.uploadKey
                ? .upload(sha256: painting.sha256)
                : files[ExactName(painting.key)].map { .file($0) } ?? .unknown))
        }
      }
      return items
    }
    guard !items.isEmpty else { throw .noPaintings(file: log.path) }
  }

  /// Writes pictures and `replay.csv` into a folder, whole or not at all.
  public func write(
    into folder: String, kit: MethodKit, options: Options = Options()
  ) throws(PaintStudyError) -> Report {
    let chosen = items.filter { options.painter == nil || $0.painter == options.painter }
    guard !chosen.isEmpty else {
      throw .invalidOption(
        name: "--session", explanation: "names '\(options.painter ?? "")', who painted nothing")
    }
    let output = try WholeFolder(folder)
    var csv = CSVWriter(header: [
      "session", "position", "image", "sequence", "milliseconds", "action", "points", "method",
      "file",
    ])
    var missing: [String] = []
    var results = 0
    for item in chosen {
      guard let bytes = try bytes(of: item) else {
        missing.append(item.image)
        continue
      }
      let easel = try PictureEasel(bytes, name: item.image, kit: kit)
      for event in options.rendersSteps ? item.events : item.events.suffix(1) {
        var state = event.state
        state.method = options.method ?? state.method
        let file =
          "\(item.painter)-\(item.position)"
          + (options.rendersSteps ? "-\(event.sequence)" : "") + ".png"
        let result = try options.isFullSize ? easel.fullSize(state) : easel.result(state)
        try output.write(PNGFile.encode(result), to: file)
        results += 1
        csv.append([
          item.painter, "\(item.position)", item.image, "\(event.sequence)",
          String(format: "%.1f", event.milliseconds), event.action.rawValue,
          "\(state.points.count)", state.method, file,
        ])
      }
    }
    guard results > 0 else {
      throw .missing("picture of these sessions; name their folder with --images")
    }
    try output.write(csv.data, to: "replay.csv")
    try output.finish()
    return Report(paintings: chosen.count - missing.count, results: results, missing: missing)
  }

  private func bytes(of item: ReplayItem) throws(PaintStudyError) -> [UInt8]? {
    switch item.source {
    case .design(let picture, let folder): return try PaintStudyFolder.gray(picture, in: folder)
    case .upload(let sha256):
      guard let log else { return nil }
      return try PaintStudyError.wrapping { () throws(PaintServerError) in
        try log.upload(sha256)
      }
    case .file(let path):
      do { return try ImageFile.bytes(path) } catch { throw .unreadable(path) }
    case .unknown: return nil
    }
  }
}
