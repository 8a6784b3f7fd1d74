import CExpat

/// What follows the steps through an XML text.
protocol XMLHandler: AnyObject {
  /// An element begins; names are without their prefixes.
  func start(_ name: String, _ attributes: XMLAttributes)
  /// An element ends.
  func end(_ name: String)
  /// A part of a text.
  func text(_ text: String)
  /// Whether enough was read.
  var isDone: Bool { get }
}

/// The attributes of an element, by their names without prefixes.
struct XMLAttributes {
  fileprivate var all: [(name: String, value: String)] = []

  /// The value of an attribute.
  subscript(_ name: String) -> String? { all.first { $0.name == name }?.value }
}

/// What is wrong with an XML text.
enum XMLFault: Error {
  /// It breaks the rules of XML, here.
  case malformed(line: Int)
  /// It declares a document type, which could declare entities.
  case documentType
  /// Its elements stand too deep in each other.
  case tooDeep
  /// A text or name in it is too long.
  case tooLong
}

/// The steps through an XML text that comes in pieces: the only face to expat.
///
/// A document type is refused, so there are no entities but those of XML itself, and nothing outside is
/// ever looked at. Not safe to share between threads. Source: expat 2.5, `XML_Parse`.
final class XMLEvents {
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private let limits: TableLimits
  private var depth = 0
  private var fault: XMLFault?

  /// Begins; nothing if memory is short.
  init?(_ handler: any XMLHandler, limits: TableLimits) {
    guard let parser = XML_ParserCreate(nil) else { return nil }
    self.parser = parser
    self.handler = handler
    self.limits = limits
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { XMLEvents.of($0)?.start($1, $2) }, { XMLEvents.of($0)?.end($1) })
    XML_SetCharacterDataHandler(parser) { XMLEvents.of($0)?.text($1, Int($2)) }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      XMLEvents.of(data)?.stop(.documentType)
    }
  }

  deinit { XML_ParserFree(parser) }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLEvents? {
    data.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Takes a piece of the text.
  ///
  /// - Returns: Whether more is wanted.
  func take(_ piece: ArraySlice<UInt8>, isLast: Bool = false) throws(XMLFault) -> Bool {
    let status = piece.withUnsafeBytes { bytes in
      XML_Parse(
        parser, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), isLast ? 1 : 0)
    }
    if let fault { throw fault }
    if handler.isDone { return false }
    guard status == XML_STATUS_OK else {
      throw .malformed(line: Int(XML_GetCurrentLineNumber(parser)))
    }
    return true
  }

  private func stop(_ fault: XMLFault?) {
    self.fault = self.fault ?? fault
    XML_StopParser(parser, 0)
  }

  private func start(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard fault == nil, !handler.isDone, let name else { return }
    depth += 1
    guard depth <= limits.depth else { return stop(.tooDeep) }
    var all = XMLAttributes()
    var place = attributes
    while let key = place?.pointee, let value = place?.advanced(by: 1).pointee {
      guard all.all.count < limits.attributes else { return stop(.tooLong) }
      all.all.append((Self.localName(key), String(cString: value)))
      place = place?.advanced(by: 2)
    }
    handler.start(Self.localName(name), all)
    if handler.isDone { stop(nil) }
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    guard fault == nil, !handler.isDone, let name else { return }
    depth -= 1
    handler.end(Self.localName(name))
    if handler.isDone { stop(nil) }
  }

  private func text(_ text: UnsafePointer<CChar>?, _ length: Int) {
    guard fault == nil, !handler.isDone, let text else { return }
    let bytes = UnsafeRawBufferPointer(start: text, count: length)
    handler.text(String(decoding: bytes, as: UTF8.self))
  }

  /// The part of a name behind its prefix.
  private static func localName(_ name: UnsafePointer<CChar>) -> String {
    let whole = String(cString: name)
    guard let colon = whole.utf8.lastIndex(of: UInt8(ascii: ":")) else { return whole }
    return String(whole[whole.utf8.index(after: colon)...])
  }
}
