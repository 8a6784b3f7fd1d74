/// Placeholder
enum Transport {}
