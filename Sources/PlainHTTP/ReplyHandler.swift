import Foundation
import NIOCore
import NIOHTTP1

/// Turns a request into its parts, and the parts of its answer into one.
final class ReplyHandler: ChannelDuplexHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundIn = Request
  typealias OutboundOut = HTTPClientRequestPart

  /// A request, and who waits for its answer.
  struct Request: Sendable {
    let head: HTTPRequestHead
    let body: ByteBuffer?
    let promise: EventLoopPromise<PlainReply>
    let longest: Int
  }

  private var request: Request?
  private var head: HTTPResponseHead?
  private var body = ByteBuffer()

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let request = unwrapOutboundIn(data)
    guard context.channel.isActive else {
      request.promise.fail(PlainHTTPError.closed)
      return
    }
    self.request = request
    context.write(wrapOutboundOut(.head(request.head)), promise: nil)
    if let body = request.body {
      context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    }
    context.write(wrapOutboundOut(.end(nil)), promise: promise)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      body.clear()
    case .body(var part):
      guard let request, body.readableBytes + part.readableBytes <= request.longest else {
        return fail(PlainHTTPError.tooLong, context)
      }
      body.writeBuffer(&part)
    case .end:
      guard let head, let request else { return }
      self.request = nil
      request.promise.succeed(
        PlainReply(
          status: Int(head.status.code), headers: head.headers,
          body: Data(body.readableBytesView)))
      if !head.isKeepAlive { context.close(promise: nil) }
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    fail(PlainHTTPError.closed, context)
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    fail(error, context)
  }

  private func fail(_ error: any Error, _ context: ChannelHandlerContext) {
    request?.promise.fail(error)
    request = nil
    context.close(promise: nil)
  }
}
