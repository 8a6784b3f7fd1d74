import CMD

/// The SHA-256 of bytes, as 64 hexadecimal digits: what tells one input file from another.
///
/// Source: NIST, *Secure Hash Standard*, FIPS PUB 180-4 (2015), computed by libmd. This is the one
/// place that calls it.
///
/// - Parameter bytes: What to digest; none is allowed.
/// - Returns: 64 lower-case hexadecimal digits.
func sha256(_ bytes: [UInt8]) -> String {
  var context = SHA2_CTX()
  SHA256Init(&context)
  SHA256Update(&context, bytes, bytes.count)
  var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
  SHA256Final(&digest, &context)
  return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
