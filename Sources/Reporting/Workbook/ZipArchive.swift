/// A ZIP archive of files that are stored as they are.
///
/// Without compression it needs no library, and without times the same files give the same bytes.
///
/// Source: PKWARE, .ZIP File Format Specification 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
struct ZipArchive {
  private var content: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// Adds a file; the archive stays below 4 GiB and 65,536 files.
  mutating func add(_ name: String, _ bytes: [UInt8]) {
    let offset = UInt32(content.count)
    let path = Array(name.utf8)
    // Version 2.0, names in UTF-8, stored, 1 January 1980.
    let shared =
      little(20, 2) + little(0x0800, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
      + little(Int(crc32(bytes)), 4) + little(bytes.count, 4) + little(bytes.count, 4)
      + little(path.count, 2) + little(0, 2)
    content += little(0x0403_4B50, 4) + shared + path + bytes
    directory +=
      little(0x0201_4B50, 4) + little(20, 2) + shared + little(0, 2) + little(0, 2) + little(0, 2)
      + little(0, 4) + little(Int(offset), 4) + path
    count += 1
  }

  /// The archive with its list of files at the end.
  var bytes: [UInt8] {
    content + directory + little(0x0605_4B50, 4) + little(0, 2) + little(0, 2)
      + little(Int(count), 2) + little(Int(count), 2) + little(directory.count, 4)
      + little(content.count, 4) + little(0, 2)
  }

  /// A number in so many bytes, the least first.
  private func little(_ number: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}

/// The cyclic redundancy check of ZIP and PNG (ISO 3309, polynomial EDB88320).
func crc32(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~0) { sum, byte in
    crcTable[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8)
  }
}

private let crcTable: [UInt32] = (0..<256).map { start in
  (0..<8).reduce(UInt32(start)) { sum, _ in
    sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1
  }
}
