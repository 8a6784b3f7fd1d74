import CMinizip

/// The files of a ZIP archive that is held in memory: the only face to minizip.
///
/// Names are compared as packages do: without regard to capital letters, `\` being `/`. Nothing is
/// unpacked before it is asked for, and then in pieces, so that what claims to be small cannot fill the
/// memory.
///
/// Not safe to share between threads. Source: minizip 1.1, `unzip.h`.
final class ZIPContents {
  /// What is wrong with an archive.
  enum Fault: Error {
    /// It is no archive, or a broken one.
    case damaged
    /// It names more files than are taken.
    case tooMany(Int)
    /// Two of its files have one name.
    case nameTwice(String)
    /// A file in it needs a password.
    case encrypted(String)
    /// A file in it is packed in a way that is not known.
    case unknownPacking(String)
    /// A file in it unpacks to more than is taken.
    case tooLarge(String)
    /// A file in it unpacks to many times its size, as a bomb does.
    case tooDense(String)
  }

  /// The names of the files, as they are compared.
  let names: Set<String>
  private let archive: unzFile
  private let places: [String: unz64_file_pos]
  private let limits: TableLimits
  private var unpacked = 0

  /// Reads the list of the files.
  init(_ bytes: [UInt8], limits: TableLimits) throws(Fault) {
    let memory = Unmanaged.passRetained(ArchiveMemory(bytes)).toOpaque()
    var functions = ArchiveMemory.functions(over: memory)
    // The archive gives the memory back when it is closed, and when it cannot be opened.
    guard let archive = unzOpen2_64("", &functions) else { throw .damaged }
    self.limits = limits
    self.archive = archive
    do throws(Fault) {
      places = try Self.places(in: archive, limits)
    } catch {
      unzClose(archive)
      throw error
    }
    names = Set(places.keys)
  }

  deinit { unzClose(archive) }

  private static func places(
    in archive: unzFile, _ limits: TableLimits
  ) throws(Fault) -> [String: unz64_file_pos] {
    var places: [String: unz64_file_pos] = [:]
    var status = unzGoToFirstFile(archive)
    var count = 0
    while status == UNZ_OK {
      count += 1
      guard count <= limits.parts else { throw .tooMany(limits.parts) }
      var name = [CChar](repeating: 0, count: 1024)
      var about = unz_file_info64()
      var place = unz64_file_pos()
      guard
        unzGetCurrentFileInfo64(archive, &about, &name, UInt(name.count - 1), nil, 0, nil, 0)
          == UNZ_OK, unzGetFilePos64(archive, &place) == UNZ_OK
      else { throw .damaged }
      let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      let key = partName(String(decoding: bytes, as: UTF8.self))
      if places.updateValue(place, forKey: key) != nil { throw .nameTwice(key) }
      status = unzGoToNextFile(archive)
    }
    guard status == UNZ_END_OF_LIST_OF_FILE else { throw .damaged }
    return places
  }

  /// A name of a file as names are compared.
  static func partName(_ name: String) -> String {
    let plain = name.replacing("\\", with: "/").lowercased()
    return plain.hasPrefix("/") ? String(plain.dropFirst()) : plain
  }

  /// Unpacks a file piece by piece.
  ///
  /// - Parameters:
  ///   - name: Its name, as ``partName(_:)`` gives it.
  ///   - take: Takes a piece; `false` ends the unpacking.
  /// - Returns: Whether there is such a file.
  /// - Throws: ``Fault`` where it is broken, or holds more than is taken.
  func unpack(_ name: String, _ take: (ArraySlice<UInt8>) -> Bool) throws(Fault) -> Bool {
    guard var place = places[name] else { return false }
    var about = unz_file_info64()
    guard unzGoToFilePos64(archive, &place) == UNZ_OK,
      unzGetCurrentFileInfo64(archive, &about, nil, 0, nil, 0, nil, 0) == UNZ_OK
    else { throw .damaged }
    guard about.flag & 1 == 0 else { throw .encrypted(name) }
    guard [0, 8].contains(about.compression_method) else { throw .unknownPacking(name) }
    guard unzOpenCurrentFile(archive) == UNZ_OK else { throw .damaged }
    var isOpen = true
    defer { if isOpen { unzCloseCurrentFile(archive) } }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var size = 0
    while true {
      let count = Int(unzReadCurrentFile(archive, &piece, UInt32(piece.count)))
      guard count >= 0 else { throw .damaged }
      if count == 0 { break }
      size += count
      unpacked += count
      guard unpacked <= limits.unpackedBytes else { throw .tooLarge(name) }
      guard size <= limits.bytesBeforeRatio || size / limits.ratio <= about.compressed_size else {
        throw .tooDense(name)
      }
      if !take(piece[..<count]) { return true }
    }
    isOpen = false
    guard unzCloseCurrentFile(archive) == UNZ_OK else { throw .damaged }
    return true
  }
}

/// The bytes of an archive, which minizip reads as if they were a file.
private final class ArchiveMemory {
  let bytes: [UInt8]
  var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func of(_ memory: UnsafeMutableRawPointer?) -> ArchiveMemory? {
    memory.map { Unmanaged<ArchiveMemory>.fromOpaque($0).takeUnretainedValue() }
  }

  func read(to target: UnsafeMutableRawPointer?, _ wanted: Int) -> Int {
    let count = min(wanted, bytes.count - position)
    guard count > 0, let target else { return 0 }
    bytes.withUnsafeBytes { source in
      let start = source.baseAddress?.advanced(by: position)
      if let start { target.copyMemory(from: start, byteCount: count) }
    }
    position += count
    return count
  }

  /// Goes to a place; -1 where there is none.
  func seek(_ offset: UInt64, from origin: Int32) -> Int {
    let start =
      switch origin {
      case ZLIB_FILEFUNC_SEEK_SET: 0
      case ZLIB_FILEFUNC_SEEK_CUR: position
      default: bytes.count
      }
    guard offset <= UInt64(bytes.count - start) else { return -1 }
    position = start + Int(offset)
    return 0
  }

  /// What minizip calls to read.
  static func functions(over memory: UnsafeMutableRawPointer) -> zlib_filefunc64_def {
    zlib_filefunc64_def(
      zopen64_file: { memory, _, _ in memory },
      zread_file: { _, stream, target, size in
        UInt(ArchiveMemory.of(stream)?.read(to: target, Int(clamping: size)) ?? 0)
      },
      zwrite_file: { _, _, _, _ in 0 },
      ztell64_file: { _, stream in UInt64(ArchiveMemory.of(stream)?.position ?? 0) },
      zseek64_file: { _, stream, offset, origin in
        ArchiveMemory.of(stream)?.seek(offset, from: origin) ?? -1
      },
      zclose_file: { _, stream in
        if let stream { Unmanaged<ArchiveMemory>.fromOpaque(stream).release() }
        return 0
      },
      zerror_file: { _, _ in 0 }, opaque: memory)
  }
}
