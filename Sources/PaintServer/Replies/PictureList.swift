/// The pictures of a session.
struct PictureList: Encodable {
  let pictures: [PictureReply]
}
