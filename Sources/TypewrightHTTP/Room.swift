// TypewrightHTTP
