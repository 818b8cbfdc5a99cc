/// What a page learns when it opens, as far as painters need it.
struct EnteredBody: Decodable {
  let isFree: Bool
  let method: String
  let pictures: [PictureBody]
}

/// A picture of a session.
struct PictureBody: Decodable {
  let id: String
  /// What colours are chosen with; nil while it is not the picture's turn.
  let controls: String?
  let isTraining: Bool
}

/// The pictures of a session.
struct PicturesBody: Decodable {
  let pictures: [PictureBody]
}
