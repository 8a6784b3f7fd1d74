import Foundation
import Testing

/// Reads one file of a reference case's folder.
func referenceCase<Content: Decodable>(
  _ name: String, _ file: String, as type: Content.Type = Content.self
) throws -> Content {
  let url = try #require(
    Bundle.module.url(forResource: file, withExtension: "json", subdirectory: "Cases/\(name)"))
  return try JSONDecoder().decode(type, from: Data(contentsOf: url))
}
