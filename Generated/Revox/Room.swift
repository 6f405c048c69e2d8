// Revox
