// Placeholder until the first file of Reporting lands.
