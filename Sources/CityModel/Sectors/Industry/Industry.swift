/// Placeholder
enum Industry {}
