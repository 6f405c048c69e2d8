extension ClientCore {
    /// How long to wait before the next attempt, or `nil` if there should be none.
    func pause(after failure: APIError, retries: Int) -> Duration? {
        let policy = configuration.retries
        switch failure {
        case .connection, .timeout:
            return policy.pause(retries: retries)
        default:
            guard let answer = failure.failure, shouldRetry(answer) else { return nil }
            return requestedPause(answer.headers) ?? policy.pause(retries: retries)
        }
    }

    private func shouldRetry(_ answer: StatusFailure) -> Bool {
        switch answer.headers["x-should-retry"] {
        case "true": true
        case "false": false
        default: [408, 409, 429].contains(answer.status) || answer.status >= 500
        }
    }

    /// `retry-after-ms`, then `Retry-After` in seconds or as a date.
    private func requestedPause(_ headers: HeaderFields) -> Duration? {
        var pause: Duration?
        if let text = headers["retry-after-ms"], let milliseconds = Double(text), milliseconds.isFinite {
            pause = .milliseconds(min(max(milliseconds, 0), 1e12))
        } else if let text = headers["retry-after"] {
            if let seconds = Double(text), seconds.isFinite {
                pause = .seconds(min(max(seconds, 0), 1e9))
            } else if let date = secondsSince1970(httpDate: text) {
                // The server's own clock, where it tells: ours may be off.
                let now = headers["date"].flatMap(secondsSince1970(httpDate:)) ?? configuration.secondsSince1970()
                pause = .seconds(max(0, date - now))
            }
        }
        guard let pause, pause <= configuration.retries.longestRequestedPause else { return nil }
        return pause
    }
}

extension RetryPolicy {
    func pause(retries: Int) -> Duration {
        var pause = firstPause
        for _ in 0..<min(retries, 30) where pause < longestPause { pause = pause * 2 }
        let share = 1 - min(max(jitter, 0), 1) * min(max(random(), 0), 1)
        return min(pause, longestPause) * share
    }
}
