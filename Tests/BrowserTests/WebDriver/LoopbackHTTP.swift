import Foundation
import Glibc

/// One HTTP request to a port of this machine. ChromeDriver leaves out the space after a header's
/// colon, which URLSession does not understand.
enum LoopbackHTTP {
  struct Failure: Error {
    let reason: String
  }

  /// Longest wait for an answer, in seconds.
  private static let patience = 400

  /// Sends a request and reads the body of its answer.
  static func send(_ method: String, port: Int, path: String, body: Data?) async throws -> Data {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(
          with: Result { try exchange(method, port: port, path: path, body: body) })
      }
    }
  }

  private static func exchange(
    _ method: String, port: Int, path: String, body: Data?
  ) throws -> Data {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard handle >= 0 else { throw Failure(reason: "no socket") }
    defer { close(handle) }
    var wait = timeval(tv_sec: patience, tv_usec: 0)
    setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw Failure(reason: "cannot connect to port \(port)") }
    let head =
      "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
      + "Content-Type: application/json\r\nContent-Length: \(body?.count ?? 0)\r\n\r\n"
    try write(Array(Data(head.utf8) + (body ?? Data())), to: handle)
    return try read(from: handle)
  }

  private static func write(_ bytes: [UInt8], to handle: Int32) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.send(
          handle, buffer.baseAddress?.advanced(by: sent), bytes.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Failure(reason: "cannot send") }
      sent += count
    }
  }

  private static func read(from handle: Int32) throws -> Data {
    var received = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let body = try complete(received) { return body }
      let count = recv(handle, &buffer, buffer.count, 0)
      guard count > 0 else { throw Failure(reason: "the answer ends early") }
      received.append(contentsOf: buffer.prefix(count))
    }
  }

  /// The body, once all of it is there.
  private static func complete(_ received: Data) throws -> Data? {
    guard let end = received.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: received[..<end.lowerBound], as: UTF8.self).split(
      separator: "\r\n")
    let length = lines.lazy.compactMap { line -> Int? in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { return nil }
      return Int(parts[1].trimmingCharacters(in: .whitespaces))
    }.first
    guard let length else { throw Failure(reason: "the answer has no length") }
    let body = received[end.upperBound...]
    return body.count >= length ? Data(body.prefix(length)) : nil
  }
}
