import Crypto
import Foundation

/// Seeds from names, so that numbers depend on what they are for and never on the order of execution.
extension SplitMix64 {
  /// A seed for what a text describes: the first 64 bits of its SHA-256, the first byte highest.
  public static func seed(hashing text: String) -> UInt64 {
    SHA256.hash(data: Data(text.utf8)).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The 64-bit FNV-1a hash of a name: fast, for many short names.
  ///
  /// Fowler, Noll and Vo, http://www.isthe.com/chongo/tech/comp/fnv/
  public static func hash(of name: String) -> UInt64 {
    name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
