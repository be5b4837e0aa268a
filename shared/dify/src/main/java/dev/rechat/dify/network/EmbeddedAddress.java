package dev.rechat.dify.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The IPv4 address that an IPv6 address leads to or names. */
final class EmbeddedAddress {

    /** Where to find it behind a prefix. */
    private record Form(Cidr prefix, int offset, boolean inverted) {

        static Form of(String prefix, int offset) {
            return new Form(Cidr.parse(prefix), offset, false);
        }
    }

    private static final List<Form> FORMS = List.of(
            Form.of("::ffff:0:0:0/96", 12), // translated, RFC 2765
            Form.of("64:ff9b::/96", 12), // NAT64, RFC 6052
            Form.of("64:ff9b:1::/48", 12), // NAT64 of one's own, RFC 8215
            Form.of("2002::/16", 2), // 6to4, RFC 3056
            new Form(Cidr.parse("2001::/32"), 12, true)); // Teredo, RFC 4380

    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xFF, (byte) 0xFF};
    private static final byte[] COMPATIBLE = new byte[12];

    private EmbeddedAddress() {}

    static Optional<byte[]> in(byte[] address) {
        if (address.length != 16) {
            return Optional.empty();
        }
        if (begins(address, MAPPED) || begins(address, COMPATIBLE) && !isLow(address) || isatap(address)) {
            return Optional.of(Arrays.copyOfRange(address, 12, 16));
        }
        return FORMS.stream()
                .filter(form -> form.prefix().contains(address))
                .findFirst()
                .map(form -> taken(address, form));
    }

    private static byte[] taken(byte[] address, Form form) {
        byte[] taken = Arrays.copyOfRange(address, form.offset(), form.offset() + 4);
        for (int i = 0; form.inverted() && i < taken.length; i++) {
            taken[i] = (byte) ~taken[i];
        }
        return taken;
    }

    private static boolean begins(byte[] address, byte[] prefix) {
        return Arrays.equals(address, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** :: and ::1 mean what they are. */
    private static boolean isLow(byte[] address) {
        return address[12] == 0 && address[13] == 0 && address[14] == 0 && (address[15] & 0xFE) == 0;
    }

    /** RFC 5214: the interface identifier says so, below whatever prefix. */
    private static boolean isatap(byte[] address) {
        return (address[8] & 0xFD) == 0 && address[9] == 0 && address[10] == 0x5E && address[11] == (byte) 0xFE;
    }
}
