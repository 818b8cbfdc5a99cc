/// How pictures are served to painters.
public struct PaintServerOptions: Sendable {
  /// The port to listen on; 0 for any free one.
  public var port: Int
  /// Whether other machines may connect; they need the token.
  public var isPublic: Bool
  /// The address that painters use, such as `https://paint.example.org`, where it is another than the
  /// server's own; nil otherwise.
  public var origin: String?
  /// The log's file.
  public var database: String
  /// Decoded pictures are kept up to so many bytes together.
  public var pictureMemory: Int
  /// Uploaded files are kept up to so many bytes together.
  public var uploadStorage: Int
  /// Uploaded pictures of one session.
  public var uploadsPerSession: Int

  /// Makes options; by default for this machine only.
  public init(
    port: Int = 8080, isPublic: Bool = false, origin: String? = nil, database: String,
    pictureMemory: Int = 768 << 20, uploadStorage: Int = 1 << 30, uploadsPerSession: Int = 16
  ) {
    self.port = port
    self.isPublic = isPublic
    self.origin = origin
    self.database = database
    self.pictureMemory = pictureMemory
    self.uploadStorage = uploadStorage
    self.uploadsPerSession = uploadsPerSession
  }
}
