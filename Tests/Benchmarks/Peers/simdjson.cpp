// Parsing into simdjson's DOM, and printing it: `simdjson FOLDER [SIDE ROW]` prints side TAB row TAB CPU ns TAB wall ns.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <simdjson.h>
#include <string>
#include <utility>

static std::string wanted;

static long cpu() {
    timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1000000000L + time.tv_nsec;
}

template <typename Work> void measure(const char *row, Work work) {
    if (!wanted.empty() && wanted != row) return;
    auto timed = [&](long count) {
        auto wall = std::chrono::steady_clock::now();
        long start = cpu();
        for (long i = 0; i < count; i++) work();
        long taken = cpu() - start;
        return std::make_pair(taken, long((std::chrono::steady_clock::now() - wall).count()));
    };
    long count = 1;
    while (timed(count).first < 20000000) count *= 2;
    auto best = timed(count);
    for (int round = 0; round < 9; round++) best = std::min(best, timed(count));
    std::printf("simdjson\t%s\t%ld\t%ld\n", row, best.first / count, best.second / count);
}

int main(int argc, char **argv) {
    if (argc > 3) wanted = argv[3];
    simdjson::padded_string text = simdjson::padded_string::load(std::string(argv[1]) + "/assistants.json");
    simdjson::dom::parser parser;
    size_t sink = 0;
    measure("parse", [&] { sink += simdjson::dom::object(parser.parse(text)).size(); });
    simdjson::dom::element document = parser.parse(text);
    measure("print", [&] { sink += std::string(simdjson::minify(document)).size(); });
    return sink == 42;
}
