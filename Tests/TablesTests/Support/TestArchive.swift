/// A ZIP archive made by tests, of files as they are or packed.
struct TestArchive {
  private var content: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a file as it is.
  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  /// Adds a file as it is.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - bytes: What it holds.
  ///   - flags: The general flags; 1 stands for a password.
  ///   - method: How it says it is packed.
  mutating func add(_ name: String, _ bytes: [UInt8], flags: Int = 0, method: Int = 0) {
    add(name, packed: bytes, size: bytes.count, sum: checksum(bytes), flags, method)
  }

  /// Adds a file of one byte, repeated so often, packed as well as fixed codes allow (RFC 1951).
  mutating func add(_ name: String, repeating byte: UInt8, blocks: Int) {
    var bits = BitWriter()
    bits.add(1, 1)
    bits.add(1, 2)
    bits.addCode(0x30 + Int(byte), 8)
    for _ in 0..<blocks {
      bits.addCode(0xC5, 8)
      bits.addCode(0, 5)
    }
    bits.addCode(0, 7)
    let size = 1 + 258 * blocks
    add(
      name, packed: bits.bytes, size: size,
      sum: checksum([UInt8](repeating: byte, count: size)), 0, 8)
  }

  private mutating func add(
    _ name: String, packed: [UInt8], size: Int, sum: UInt32, _ flags: Int, _ method: Int
  ) {
    let path = Array(name.utf8)
    let shared =
      little(20, 2) + little(flags, 2) + little(method, 2) + little(0, 2) + little(0x21, 2)
      + little(Int(sum), 4) + little(packed.count, 4) + little(size, 4) + little(path.count, 2)
      + little(0, 2)
    directory +=
      little(0x0201_4B50, 4) + little(20, 2) + shared + little(0, 2) + little(0, 2) + little(0, 2)
      + little(0, 4) + little(content.count, 4) + path
    content += little(0x0403_4B50, 4) + shared + path + packed
    count += 1
  }

  /// The archive.
  var bytes: [UInt8] {
    content + directory + little(0x0605_4B50, 4) + little(0, 4) + little(count, 2)
      + little(count, 2) + little(directory.count, 4) + little(content.count, 4) + little(0, 2)
  }
}

private func little(_ number: Int, _ size: Int) -> [UInt8] {
  (0..<size).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}

private func checksum(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~0) { sum, byte in sumTable[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
}

private let sumTable: [UInt32] = (0..<256).map { start in
  (0..<8).reduce(UInt32(start)) { sum, _ in
    sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1
  }
}

/// Bits in the order of DEFLATE.
private struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var used = 8

  mutating func add(_ value: Int, _ count: Int) {
    for place in 0..<count {
      if used == 8 {
        bytes.append(0)
        used = 0
      }
      bytes[bytes.count - 1] |= UInt8((value >> place) & 1) << UInt8(used)
      used += 1
    }
  }

  mutating func addCode(_ code: Int, _ count: Int) {
    for place in (0..<count).reversed() { add(code >> place, 1) }
  }
}
