import Painting

/// What the page learns when it opens.
struct EnterReply: Encodable {
  let introduction: Introduction?
  let allowsUploads: Bool
  let isFree: Bool
  /// The first method.
  let method: String
  /// What the painter may choose from; nothing in a study.
  let methods: [MethodList.Entry]
  let pictures: [PictureReply]
  /// See ``PictureList/thanks``.
  let thanks: String?
  let mostPoints: Int
  let mostBytes: Int

  /// What is shown before the first picture, without what is told after the last.
  struct Introduction: Encodable {
    let title: String
    let consent: [String]
    let goal: String
  }

  init(_ desk: PaintDesk, _ paintings: [LoggedPainting]) {
    introduction = desk.policy.introduction.map {
      Introduction(title: $0.title, consent: $0.consent, goal: $0.goal)
    }
    allowsUploads = desk.policy.allowsUploads
    isFree = desk.policy.isFree
    method = desk.methods.first
    methods = desk.policy.isFree ? desk.methods.entries : []
    let list = PictureList(paintings, desk.policy)
    (pictures, thanks) = (list.pictures, list.thanks)
    mostPoints = PaintingState.mostPoints
    mostBytes = OpenPicture.mostBytes
  }
}
