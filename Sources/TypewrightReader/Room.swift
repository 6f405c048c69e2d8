// TypewrightReader
