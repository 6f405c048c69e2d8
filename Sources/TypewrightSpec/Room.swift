// TypewrightSpec
