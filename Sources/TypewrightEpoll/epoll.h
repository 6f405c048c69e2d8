// What Swift's own modules of the C library leave out on Linux; empty where the system has none.
#if __has_include(<sys/epoll.h>)
#include <sys/epoll.h>
#endif
