import PaintServer

/// A picture, or what a design wants of one, that an export does not hand to judges; and why.
public struct LeftOutPainting: Sendable, Equatable {
  /// Who painted it, and which of the own pictures it was; nil where nobody has.
  public let painter: Painter?
  /// The image.
  public let image: String
  /// The arm.
  public let arm: PaintingArm
  /// Why.
  public let reason: Reason

  /// A subject's picture.
  public struct Painter: Sendable, Equatable {
    /// The subject.
    public let subject: SubjectName
    /// The place among the subject's pictures, from 1.
    public let position: Int
  }

  /// Why something is not handed to judges.
  public enum Reason: String, Sendable, Equatable, CaseIterable {
    /// It was painted to learn how it is done; training is never judged.
    case training
    /// It was begun and not finished.
    case unfinished
    /// It is in the folder `all`, but of several results of the image in this arm another was drawn.
    case anotherDrawn = "another-drawn"
    /// Nobody has finished the image in this arm, though the design wants it.
    case notPainted = "not-painted"

    /// For people, to be read after a number and "results" or "pairs of image and arm".
    public var explanation: String {
      switch self {
      case .training: "painted for training"
      case .unfinished: "begun and not finished"
      case .anotherDrawn: "another result of the image in this arm was drawn; kept in all/"
      case .notPainted: "nobody has finished the image in this arm"
      }
    }
  }

  /// What it is, in a few words: `'lake' full, subject 3, picture 5`.
  public var description: String {
    let who = painter.map { ", subject \($0.subject), picture \($0.position)" } ?? ""
    return "'\(image)' \(arm.rawValue)\(who)"
  }

  init(_ record: PaintedPicture, _ reason: Reason) {
    painter = Painter(subject: record.subject, position: record.task.position)
    (image, arm) = (record.task.image, record.task.arm)
    self.reason = reason
  }

  init(unpainted image: String, _ arm: PaintingArm) {
    painter = nil
    (self.image, self.arm) = (image, arm)
    reason = .notPainted
  }
}
