package dev.rechat.dify.network;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an address is for, by the special-purpose registries of IANA (RFC 6890 and what came after). An IPv6 address
 * that stands for an IPv4 one is what both are at worst.
 */
enum AddressKind {
    /** On the internet. */
    PUBLIC,
    /** Of this machine, of somebody's own network, or of nobody. */
    PRIVATE,
    /** Never a Dify, wherever it runs: metadata of clouds, link-local, multicast, unspecified, reserved. */
    FORBIDDEN;

    private static final List<Cidr> FORBIDDEN_RANGES = ranges(
            "0.0.0.0/8", // unspecified, this network
            "169.254.0.0/16", // link-local, and the metadata of most clouds
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, broadcast
            "100.100.100.200", // metadata of Alibaba's cloud
            "168.63.129.16", // what Azure talks to its machines by
            "192.0.0.192", // metadata of Oracle's older cloud
            "::", // unspecified
            "fe80::/10", // link-local
            "ff00::/8", // multicast
            "fd00:ec2::/32", // metadata, names and credentials of AWS
            "fd20:ce::254"); // metadata of Google's cloud

    private static final List<Cidr> PRIVATE_RANGES = ranges(
            "127.0.0.0/8", // loopback
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10", // behind a carrier's NAT
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "198.18.0.0/15", // benchmarks
            "192.88.99.0/24", // relays of 6to4, given up
            "2001::/23", // protocol assignments, Teredo, benchmarks and ORCHID among them
            "2001:db8::/32", // documentation
            "3fff::/20"); // documentation

    /** All that is given to anybody; beside it lie loopback, unique local, site-local, translation and what is to come. */
    private static final Cidr GLOBAL_UNICAST = Cidr.parse("2000::/3");

    private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");

    static AddressKind of(InetAddress address) {
        return of(address.getAddress());
    }

    static AddressKind of(byte[] address) {
        Optional<byte[]> embedded = EmbeddedAddress.in(address);
        AddressKind outer = plain(address);
        if (embedded.isEmpty()) {
            return outer;
        }
        AddressKind inner = plain(embedded.get());
        return inner.compareTo(outer) > 0 ? inner : outer;
    }

    private static AddressKind plain(byte[] address) {
        if (in(FORBIDDEN_RANGES, address)) {
            return FORBIDDEN;
        }
        boolean global = address.length == 4 || GLOBAL_UNICAST.contains(address) || NAT64.contains(address);
        return !global || in(PRIVATE_RANGES, address) ? PRIVATE : PUBLIC;
    }

    private static boolean in(List<Cidr> ranges, byte[] address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<Cidr> ranges(String... ranges) {
        return Arrays.stream(ranges).map(Cidr::parse).toList();
    }
}
