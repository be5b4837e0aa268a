package dev.rechat.dify.network;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a Dify may have a private address and may be spoken to without TLS: ranges of addresses, and names of hosts. */
public final class DifyNetworks {

    /** The property that names them, separated by commas. */
    public static final String PROPERTY = "rechat.dify.networks";

    /** Labels of letters, digits, hyphens and underscores; the last one is no number, or it would be an address. */
    private static final Pattern HOST =
            Pattern.compile("(?!-)([a-z0-9_-]{1,63}\\.)*(?![0-9]+$|0x[0-9a-f]*$)[a-z0-9_-]{1,63}");

    private final List<Cidr> ranges;
    private final Set<String> hosts;

    private DifyNetworks(List<Cidr> ranges, Set<String> hosts) {
        this.ranges = List.copyOf(ranges);
        this.hosts = Set.copyOf(hosts);
    }

    /** None, so that only public addresses are left, by HTTPS. */
    public static DifyNetworks none() {
        return new DifyNetworks(List.of(), Set.of());
    }

    /**
     * Reads a list separated by commas. Names are not resolved.
     *
     * @throws IllegalArgumentException whose message names the first entry that is neither range nor name
     */
    public static DifyNetworks parse(String text) {
        List<Cidr> ranges = new ArrayList<>();
        Set<String> hosts = new HashSet<>();
        for (String entry :
                Arrays.stream(text.split(",", -1)).map(String::strip).toList()) {
            String host = normalised(entry);
            if (HOST.matcher(host).matches()) {
                hosts.add(host);
            } else if (!entry.isEmpty()) {
                ranges.add(range(entry));
            }
        }
        return new DifyNetworks(ranges, hosts);
    }

    /** Whether this address of this host is within. */
    boolean include(String host, InetAddress address) {
        byte[] bytes = address.getAddress();
        return hosts.contains(normalised(host))
                || within(bytes)
                || EmbeddedAddress.in(bytes).filter(this::within).isPresent();
    }

    private boolean within(byte[] address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static Cidr range(String entry) {
        try {
            return Cidr.parse(entry);
        } catch (IllegalArgumentException wrong) {
            String hint = entry.contains("/") || NetUtil.isValidIpV4Address(entry) || entry.contains(":")
                    ? wrong.getMessage()
                    : "is neither a range of addresses such as 10.20.0.0/16 nor the name of a host";
            throw new IllegalArgumentException("'" + entry + "' " + hint, wrong);
        }
    }

    private static String normalised(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
