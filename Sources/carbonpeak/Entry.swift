import CommandLine

@main enum Entry {
  static func main() { CarbonpeakCommand.start() }
}
