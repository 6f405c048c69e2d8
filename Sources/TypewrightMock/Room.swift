// TypewrightMock
