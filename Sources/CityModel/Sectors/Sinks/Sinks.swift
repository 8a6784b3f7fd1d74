/// Placeholder
enum Sinks {}
