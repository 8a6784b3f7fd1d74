/// Decodes GB18030, the encoding in which Chinese Excel writes CSV; GBK and GB2312 are parts of it.
///
/// Its own table stands here, since `iconv` loads its tables at run time, which a program that is linked
/// statically cannot. Characters for private use become U+FFFD.
///
/// Source: GB 18030-2000. Its four-byte characters of the basic plane are, in order, those that have
/// no form of one or two bytes.
enum GB18030 {
  /// A text, and how much speaks for it.
  struct Decoded {
    /// The text.
    let text: String
    /// The characters of two bytes.
    let pairs: Int
    /// Those of which both bytes lie where GB2312 has its characters: nearly all of Chinese texts.
    let common: Int
  }

  /// The text; nothing where a byte does not fit.
  static func decode(_ bytes: ArraySlice<UInt8>) -> Decoded? {
    var text = String.UnicodeScalarView()
    var place = bytes.startIndex
    var pairs = 0
    var common = 0
    while place < bytes.endIndex {
      let lead = bytes[place]
      if lead < 0x80 {
        text.append(Unicode.Scalar(lead))
        place += 1
      } else if let scalar = pair(bytes, at: place) {
        text.append(scalar)
        pairs += 1
        if lead >= 0xA1, bytes[place + 1] >= 0xA1 { common += 1 }
        place += 2
      } else if let scalar = quadruple(bytes, at: place) {
        text.append(scalar)
        place += 4
      } else {
        return nil
      }
    }
    return Decoded(text: String(text), pairs: pairs, common: common)
  }

  private static func pair(_ bytes: ArraySlice<UInt8>, at place: Int) -> Unicode.Scalar? {
    let lead = Int(bytes[place])
    guard (0x81...0xFE).contains(lead), place + 1 < bytes.endIndex else { return nil }
    let trail = Int(bytes[place + 1])
    guard (0x40...0xFE).contains(trail), trail != 0x7F else { return nil }
    let scalar = twoBytes[(lead - 0x81) * 190 + trail - (trail < 0x7F ? 0x40 : 0x41)]
    return scalar == " " ? "\u{FFFD}" : scalar
  }

  private static func quadruple(_ bytes: ArraySlice<UInt8>, at place: Int) -> Unicode.Scalar? {
    guard place + 3 < bytes.endIndex else { return nil }
    let parts = (0..<4).map { Int(bytes[place + $0]) }
    guard (0x81...0xFE).contains(parts[0]), (0x30...0x39).contains(parts[1]),
      (0x81...0xFE).contains(parts[2]), (0x30...0x39).contains(parts[3])
    else { return nil }
    let upper = (parts[0] - 0x81) * 10 + parts[1] - 0x30
    let index = (upper * 126 + parts[2] - 0x81) * 10 + parts[3] - 0x30
    let firstBeyondPlane = 189_000
    if index >= firstBeyondPlane {
      return Unicode.Scalar(UInt32(index - firstBeyondPlane) + 0x10000)
    }
    return fourBytes.indices.contains(index) ? fourBytes[index] : nil
  }

  private static let twoBytes = Array(twoByteCharacters.unicodeScalars)

  /// The characters of the basic plane without a shorter form.
  private static let fourBytes: [Unicode.Scalar] = {
    let short = Set(twoBytes.map(\.value))
    return (UInt32(0x80)...0xFFFF).filter { value in
      !short.contains(value) && !privatePairs.contains { $0.contains(value) }
    }.compactMap { Unicode.Scalar($0) }
  }()

  /// The characters for private use that have a form of two bytes.
  private static let privatePairs: [ClosedRange<UInt32>] = [
    0xE000...0xE76B, 0xE76D...0xE7C7, 0xE7C9...0xE7E6, 0xE7F4...0xE814, 0xE816...0xE818,
    0xE81E...0xE81E, 0xE826...0xE826, 0xE82B...0xE82C, 0xE831...0xE832, 0xE83B...0xE83B,
    0xE843...0xE843, 0xE854...0xE855, 0xE864...0xE864,
  ]
}
