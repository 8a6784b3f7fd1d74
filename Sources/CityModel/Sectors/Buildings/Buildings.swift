/// Placeholder
enum Buildings {}
