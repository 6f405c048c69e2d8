#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// The sockets a server listens on: one for each address of its host, as `localhost` is often two.
struct Listeners {
    let sockets: [Int32]
    let port: Int

    private enum Failure: Error {
        /// The machine has no such address, or no such kind of addresses.
        case absent
        case told(ServerError)
    }

    static func open(host: String, port: Int) throws(ServerError) -> Listeners {
        // A free port of the first address may be taken on the second.
        for _ in 0..<(port == 0 ? 20 : 1) {
            do {
                return try openAll(host: host, port: port)
            } catch {
                guard case .busy = error, port == 0 else { throw error }
            }
        }
        throw .busy(host: host, port: port)
    }

    private static func openAll(host: String, port: Int) throws(ServerError) -> Listeners {
        guard let port = UInt16(exactly: port) else {
            throw .system(what: "no port \(port)", reason: "ports are numbers from 0 to 65535")
        }
        let addresses = try addresses(of: host)
        var sockets: [Int32] = []
        var chosen = port
        for address in addresses {
            do {
                let socket = try listen(on: address, port: chosen, host: host, isOneOfSeveral: addresses.count > 1)
                sockets.append(socket)
                if chosen == 0 { chosen = self.port(of: socket) }
            } catch {
                guard case .told(let fault) = error else { continue }
                for socket in sockets { close(socket) }
                throw fault
            }
        }
        guard !sockets.isEmpty else { throw .unknownHost(host) }
        return Listeners(sockets: sockets, port: Int(chosen))
    }

    private typealias Address = (family: Int32, bytes: sockaddr_storage, size: socklen_t)

    private static func addresses(of host: String) throws(ServerError) -> [Address] {
        var hints = addrinfo()
        hints.ai_socktype = Sockets.stream
        hints.ai_flags = AI_PASSIVE
        var list: UnsafeMutablePointer<addrinfo>?
        guard !host.isEmpty, getaddrinfo(host, nil, &hints, &list) == 0 else { throw .unknownHost(host) }
        defer { freeaddrinfo(list) }
        var found: [Address] = []
        var next = list
        while let entry = next?.pointee {
            next = entry.ai_next
            guard let bytes = entry.ai_addr, entry.ai_family == AF_INET || entry.ai_family == AF_INET6 else { continue }
            // Name services list an address once for each of the names that it has.
            if found.contains(where: { $0.family == entry.ai_family }) && host == "localhost" { continue }
            var copy = sockaddr_storage()
            guard Int(entry.ai_addrlen) <= MemoryLayout<sockaddr_storage>.size else { continue }
            withUnsafeMutableBytes(of: &copy) { $0.copyMemory(from: UnsafeRawBufferPointer(start: bytes, count: Int(entry.ai_addrlen))) }
            found.append((entry.ai_family, copy, entry.ai_addrlen))
        }
        if host == "localhost" { found.sort { $0.family == AF_INET && $1.family != AF_INET } }
        return found
    }

    private static func listen(on address: Address, port: UInt16, host: String, isOneOfSeveral: Bool) throws(Failure) -> Int32 {
        let socket = socket(address.family, Sockets.stream, 0)
        guard socket >= 0 else {
            if errno == EAFNOSUPPORT { throw .absent }
            throw .told(.system(what: "no socket can be opened", reason: Sockets.reason))
        }
        Sockets.prepare(socket)
        Sockets.set(socket, SOL_SOCKET, SO_REUSEADDR, 1)
        if address.family == AF_INET6, isOneOfSeveral { Sockets.set(socket, Int32(IPPROTO_IPV6), IPV6_V6ONLY, 1) }
        var bytes = address.bytes
        withUnsafeMutableBytes(of: &bytes) { raw in
            // In both kinds of address the port follows the family.
            raw.storeBytes(of: port.bigEndian, toByteOffset: 2, as: UInt16.self)
        }
        let isBound = Sockets.withUnsafeSockaddr(&bytes) { bind(socket, $0, address.size) } == 0
        #if canImport(Darwin)
        let isListening = isBound && Darwin.listen(socket, SOMAXCONN) == 0
        #elseif canImport(Glibc)
        let isListening = isBound && Glibc.listen(socket, SOMAXCONN) == 0
        #elseif canImport(Musl)
        let isListening = isBound && Musl.listen(socket, SOMAXCONN) == 0
        #elseif canImport(Android)
        let isListening = isBound && Android.listen(socket, SOMAXCONN) == 0
        #endif
        if isListening { return socket }
        let fault = errno
        close(socket)
        switch fault {
        case EADDRINUSE: throw .told(.busy(host: host, port: Int(port)))
        case EACCES, EPERM: throw .told(.forbidden(host: host, port: Int(port)))
        case EADDRNOTAVAIL where isOneOfSeveral: throw .absent
        case EADDRNOTAVAIL: throw .told(.unknownHost(host))
        default: throw .told(.system(what: "cannot listen on port \(port) of \(host)", reason: String(cString: strerror(fault))))
        }
    }

    private static func port(of socket: Int32) -> UInt16 {
        var address = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &size) }
        }
        guard status == 0 else { return 0 }
        return withUnsafeBytes(of: &address) { UInt16(bigEndian: $0.loadUnaligned(fromByteOffset: 2, as: UInt16.self)) }
    }
}
