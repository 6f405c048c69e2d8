// TypewrightPattern
