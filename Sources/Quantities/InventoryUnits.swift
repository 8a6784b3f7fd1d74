extension Unit {
  /// stub
  public static func stated(_ words: String) -> Unit? { try? parse(words) }
}
