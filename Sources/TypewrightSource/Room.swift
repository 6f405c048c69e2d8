// TypewrightSource
