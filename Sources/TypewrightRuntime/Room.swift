// TypewrightRuntime
