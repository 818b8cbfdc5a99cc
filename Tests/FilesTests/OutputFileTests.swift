import Files
import Foundation
import ScratchFolders
import Testing

@Suite struct OutputFileTests {
  private let folder: ScratchFolder
  private let manager = FileManager.default

  init() throws { folder = try ScratchFolder() }

  private func mode(_ name: String) -> mode_t {
    var status = stat()
    return lstat(folder.file(name), &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  private func kind(_ name: String) -> mode_t {
    var status = stat()
    return lstat(folder.file(name), &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  private func link(_ name: String, to target: String) throws {
    try manager.createSymbolicLink(atPath: folder.file(name), withDestinationPath: target)
  }

  private func write(_ text: String, _ name: String) throws {
    try OutputFile.write(Data(text.utf8), to: folder.file(name))
  }

  private func failure(_ name: String) -> FileError? {
    do throws(FileError) {
      try OutputFile.write(Data("new".utf8), to: folder.file(name))
      return nil
    } catch {
      return error
    }
  }

  /// The names in the folder, temporary ones included.
  private func names() throws -> [String] {
    try manager.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func aNewFileGetsWhatTheMaskLeaves() throws {
    let file = open(folder.file("masked"), O_CREAT | O_WRONLY, 0o666)
    #expect(file >= 0 && close(file) == 0)
    try write("new", "a.txt")
    #expect(try folder.text("a.txt") == "new")
    #expect(mode("a.txt") == mode("masked"))
    #expect(try names() == ["a.txt", "masked"])
  }

  @Test func aFileIsReplacedAndKeepsItsMode() throws {
    try folder.put("old", "a.txt")
    #expect(chmod(folder.file("a.txt"), 0o640) == 0)
    // Whoever has it open reads the old bytes to the end: it was replaced, not written over.
    let reader = try #require(FileHandle(forReadingAtPath: folder.file("a.txt")))
    try write("new", "a.txt")
    #expect(try reader.readToEnd() == Data("old".utf8))
    #expect(try folder.text("a.txt") == "new")
    #expect(mode("a.txt") == 0o640)
    #expect(try names() == ["a.txt"])
  }

  @Test(.enabled(if: geteuid() == 0, "only the superuser gives files away"))
  func aFileKeepsItsOwner() throws {
    try folder.put("old", "a.txt")
    #expect(chown(folder.file("a.txt"), 1234, 4321) == 0)
    try write("new", "a.txt")
    var status = stat()
    #expect(stat(folder.file("a.txt"), &status) == 0)
    #expect(status.st_uid == 1234 && status.st_gid == 4321)
  }

  @Test func linksAreFollowed() throws {
    try manager.createDirectory(
      atPath: folder.file("real"), withIntermediateDirectories: false)
    try folder.put("old", "real/a.txt")
    #expect(chmod(folder.file("real/a.txt"), 0o600) == 0)
    try link("one", to: "real/a.txt")
    try link("two", to: folder.file("one"))
    try link("folder", to: "real")
    try write("first", "two")
    #expect(try folder.text("real/a.txt") == "first" && mode("real/a.txt") == 0o600)
    #expect(kind("one") == S_IFLNK && kind("two") == S_IFLNK)
    try link("dangling", to: "real/new.txt")
    try write("second", "dangling")
    #expect(try folder.text("real/new.txt") == "second" && kind("dangling") == S_IFLNK)
    try write("third", "folder/a.txt")
    #expect(try folder.text("real/a.txt") == "third")
    #expect(try manager.contentsOfDirectory(atPath: folder.file("real")).count == 2)
  }

  @Test func pipesAreWrittenInto() throws {
    #expect(mkfifo(folder.file("pipe"), 0o600) == 0)
    let reader = open(folder.file("pipe"), O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try write("through", "pipe")
    var buffer = [UInt8](repeating: 0, count: 16)
    #expect(read(reader, &buffer, 16) == 7)
    #expect(String(decoding: buffer.prefix(7), as: UTF8.self) == "through")
    #expect(kind("pipe") == S_IFIFO)
    #expect(OutputFile.isStream(folder.file("pipe")))
  }

  @Test func socketsAreWrittenInto() throws {
    // In the temporary folder itself: the path of a socket has 107 bytes at most.
    let path = "/tmp/hb-\(UInt32.random(in: 0...UInt32.max)).sock"
    let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    try #require(isBound && listen(listener, 1) == 0)
    defer { unlink(path) }
    // So few bytes wait until they are fetched.
    try OutputFile.write(Data("through".utf8), to: path)
    #expect(OutputFile.isStream(path))
    let peer = accept(listener, nil, nil)
    var buffer = [UInt8](repeating: 0, count: 16)
    #expect(read(peer, &buffer, 16) == 7 && read(peer, &buffer, 16) == 0)
    #expect(String(decoding: buffer.prefix(7), as: UTF8.self) == "through")
    close(peer)
    close(listener)
    let error = #expect(throws: FileError.self) { try OutputFile.write(Data(), to: path) }
    #expect(error == .unwritable(path: path, systemError: ECONNREFUSED))
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK)
  }

  /// A pipe takes 64 KiB at a time; the rest waits for the reader.
  @Test func aPipeTakesMoreThanItHolds() throws {
    #expect(mkfifo(folder.file("pipe"), 0o600) == 0)
    let reader = Process()
    reader.executableURL = URL(fileURLWithPath: "/bin/sh")
    reader.arguments = ["-c", "cat pipe > copy"]
    reader.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    try reader.run()
    let bytes = Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
    try OutputFile.write(bytes, to: folder.file("pipe"))
    reader.waitUntilExit()
    #expect(try folder.data("copy") == bytes)
  }

  @Test func aReaderWhoHasGoneIsAnError() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let path = "/dev/fd/\(ends[1])"
    let error = #expect(throws: FileError.self) {
      try OutputFile.write(Data("lost".utf8), to: path)
    }
    #expect(error == .unwritable(path: path, systemError: EPIPE))
    #expect(error?.exitCode == 74 && error?.message.contains("has gone") == true)
  }

  @Test func anOpenFileIsWrittenOn() throws {
    let file = open(folder.file("log"), O_CREAT | O_WRONLY, 0o600)
    defer { close(file) }
    #expect(Glibc.write(file, "one ", 4) == 4)
    try link("link", to: "/proc/self/fd/\(file)")
    try write("two ", "link")
    try OutputFile.write(Data("three".utf8), to: "/dev/fd/\(file)")
    #expect(try folder.text("log") == "one two three")
    #expect(kind("link") == S_IFLNK)
    #expect(!OutputFile.isStandardOutput("/dev/fd/\(file)"))
    #expect(OutputFile.isStandardOutput("/dev/stdout"))
    #expect(OutputFile.isStandardOutput("/proc/self/fd/1"))
  }

  @Test func aDeviceStaysOne() throws {
    try OutputFile.write(Data("nothing".utf8), to: "/dev/null")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    try link("null", to: "/dev/null")
    try write("nothing", "null")
    #expect(kind("null") == S_IFLNK)
  }

  @Test func aFullDeviceIsAnError() throws {
    let error = #expect(throws: FileError.self) {
      try OutputFile.write(Data("much".utf8), to: "/dev/full")
    }
    #expect(error == .unwritable(path: "/dev/full", systemError: ENOSPC))
  }

  @Test func whatCannotBeWrittenIsSaid() throws {
    try manager.createDirectory(
      atPath: folder.file("folder"), withIntermediateDirectories: false)
    try folder.put("old", "file")
    try link("loop", to: "loop")
    try link("away", to: "none/file")
    let cases: [(String, Int32)] = [
      ("folder", EISDIR), ("folder/", EISDIR), ("none/", EISDIR), ("none/file", ENOENT),
      ("file/under", ENOTDIR), ("loop", ELOOP), ("away", ENOENT), ("a\0b", EINVAL),
      (String(repeating: "n", count: 300), ENAMETOOLONG),
    ]
    for (name, code) in cases {
      let error = failure(name)
      #expect(error == .unwritable(path: folder.file(name), systemError: code), "\(name)")
      #expect(error?.exitCode == 74)
      #expect(error?.message.contains(where: \.isNewline) == false)
    }
    #expect(failure("loop")?.message.contains("circle") == true)
    #expect(failure("folder")?.message.contains("is a folder") == true)
    #expect(try folder.text("file") == "old")
    #expect(try names() == ["away", "file", "folder", "loop"])
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everything"))
  func permissionsAreKept() throws {
    try folder.put("old", "fixed")
    #expect(chmod(folder.file("fixed"), 0o400) == 0)
    #expect(failure("fixed")?.systemError == EACCES)
    try manager.createDirectory(
      atPath: folder.file("closed"), withIntermediateDirectories: false)
    try folder.put("old", "closed/a.txt")
    #expect(chmod(folder.file("closed"), 0o500) == 0)
    // No file can be made beside it, so it is written itself.
    try write("new", "closed/a.txt")
    #expect(try folder.text("closed/a.txt") == "new")
    #expect(failure("closed/b.txt")?.systemError == EACCES)
    #expect(chmod(folder.file("closed"), 0o700) == 0)
  }

  @Test func aLongNameHasRoomForATemporaryOne() throws {
    let name = String(repeating: "n", count: 255)
    try write("new", name)
    try write("newer", name)
    #expect(try folder.text(name) == "newer")
  }
}
