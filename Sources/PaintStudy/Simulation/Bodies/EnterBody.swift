/// What a page sends when it opens.
struct EnterBody: Encodable {
  let subject: String?
}
