import Foundation
import Hummingbird

/// What goes with a request: nothing but what the router needs. No address is kept.
public struct WebContext: RequestContext {
  /// What the router needs.
  public var coreContext: CoreRequestContextStorage

  /// Makes the context of a request.
  public init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
  }
}
