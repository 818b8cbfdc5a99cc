/// Who may paint which pictures, and how: the free mode, or a study.
///
/// Whatever the policy, a page gets grey pictures only, under names that nobody can guess, and a
/// session reaches no picture but its own.
public protocol PaintingPolicy: Sendable {
  /// What the page shows before the first picture; nil where painting begins at once.
  var introduction: PaintingIntroduction? { get }

  /// Whether painters may bring pictures of their own.
  var allowsUploads: Bool { get }

  /// Whether painters may choose the method, and save pictures, points and sessions. Where they may
  /// not, pictures are painted one after the other, in their order, each until it is finished.
  var isFree: Bool { get }

  /// The method that pictures are painted with at first.
  var method: String { get }

  /// Who a new session is, such as the next subject of a design.
  ///
  /// - Parameters:
  ///   - wish: what the address said after `?subject=`, at most 64 bytes; nil for nothing.
  ///   - taken: subjects of earlier sessions, oldest first.
  /// - Throws: ``PaintRefusal/full`` where there is room for nobody else, and
  ///   ``PaintRefusal/unknownSubject`` for a wish that is nobody's.
  func subject(wish: String?, taken: [String]) throws(PaintRefusal) -> String

  /// The pictures of a subject in their order; the same whenever asked.
  func pictures(of subject: String) -> [OfferedPicture]
}
