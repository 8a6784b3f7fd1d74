/// Placeholder
enum Waste {}
