import Files
import Foundation
import Imaging

#if canImport(Glibc)
  import Glibc
#endif

/// The pictures of a batch: files, and all those of folders.
public struct BatchPictures: Sendable {
  /// Their paths, in the order of their bytes.
  public let paths: [String]
  /// What looks like a picture in one of the folders and cannot be used as one.
  public let leftOut: [ImageFolder.LeftOut]
  private let folders: [String]

  /// Finds pictures.
  ///
  /// - Parameter arguments: files, which need not be pictures (that shows when they are read), and
  ///   folders, of whose pictures each is taken.
  /// - Throws: `ImagingError` for a folder that cannot be read, ``ExperimentError/missing(_:)``,
  ///   ``ExperimentError/noImages(folder:skipped:)``.
  public init(_ arguments: [String]) throws {
    var found: Set<ExactName> = []
    var folders: [String] = []
    var leftOut: [ImageFolder.LeftOut] = []
    for argument in arguments {
      guard FileManager.default.fileExists(atPath: argument) else {
        throw ExperimentError.missing(argument)
      }
      guard Self.isFolder(argument) else {
        found.insert(ExactName(argument))
        continue
      }
      let listing = try ImageFolder.list(argument)
      guard !listing.pictures.isEmpty else {
        throw ExperimentError.noImages(
          folder: argument, skipped: listing.leftOut.map(\.message))
      }
      folders.append(argument)
      leftOut += listing.leftOut
      found.formUnion(listing.pictures.map { ExactName($0) })
    }
    self.leftOut = leftOut
    paths = found.sorted().map(\.text)
    self.folders = folders
  }

  /// Whether a path is that of a folder, through links.
  public static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Whether two paths lead to one file or folder.
  static func isSame(_ first: String, _ second: String) -> Bool {
    FileIdentity(first).map { $0 == FileIdentity(second) } ?? false
  }

  /// Makes sure that results spoil none of the pictures.
  ///
  /// - Parameters:
  ///   - outputs: folders that results are written into.
  ///   - files: the results' paths.
  /// - Throws: ``BatchError/ownFolder(_:)``.
  func check(outputs: [String], files: [String]) throws(BatchError) {
    let sources = Set(folders.compactMap(FileIdentity.init))
    for output in outputs {
      if let identity = FileIdentity(output), sources.contains(identity) {
        throw .ownFolder(output)
      }
    }
    let pictures = Set(paths.compactMap(FileIdentity.init))
    for file in files {
      if let identity = FileIdentity(file), pictures.contains(identity) {
        throw .ownFolder((file as NSString).deletingLastPathComponent)
      }
    }
  }
}

/// Which file a path leads to, whatever the path; nil where there is none.
private struct FileIdentity: Hashable {
  let device: UInt64
  let number: UInt64

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }
}
