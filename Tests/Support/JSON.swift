package import Foundation
import Testing

/// The object that a text in JSON holds.
package func jsonObject(_ text: String) throws -> [String: Any] {
  try jsonObject(Data(text.utf8))
}

/// The object that bytes in JSON hold.
package func jsonObject(_ bytes: some Sequence<UInt8>) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
}

/// The object that a file in JSON holds.
package func jsonObject(of file: URL) throws -> [String: Any] {
  try jsonObject(Data(contentsOf: file))
}
