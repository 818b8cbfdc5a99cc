import Foundation
import Prose

/// An argument that is not UTF-8, such as the name of a file that an old system has written.
///
/// Swift replaces what is no UTF-8, so that no such file could be found; and no table could name it.
struct ArgumentEncoding: ExplainedError {
  /// The argument, with what is no UTF-8 as `\xE9`.
  let argument: String

  /// Looks for such an argument; nil where there is none.
  init?() {
    for case let argument? in UnsafeBufferPointer(
      start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
    {
      let bytes = UnsafeRawBufferPointer(start: argument, count: strlen(argument))
      guard String(validating: bytes, as: UTF8.self) == nil else { continue }
      self.argument = String(escapingInvalidUTF8: bytes)
      return
    }
    return nil
  }

  var message: String {
    "\(argument.onOneLine): this argument is not UTF-8; rename the file, such as with convmv"
  }

  var exitCode: Int32 { 65 }
}
