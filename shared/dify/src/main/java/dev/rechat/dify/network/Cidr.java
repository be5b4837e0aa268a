package dev.rechat.dify.network;

import io.netty.util.NetUtil;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A range of addresses, of one family. */
final class Cidr {

    private static final String SYNTAX = "is no range of addresses such as 10.20.0.0/16";

    private final byte[] start;
    private final int prefix;

    private Cidr(byte[] start, int prefix) {
        this.start = start;
        this.prefix = prefix;
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code fd12::/16}, or one address. Asks no name server.
     *
     * @throws IllegalArgumentException which says what is wrong about it
     */
    static Cidr parse(String text) {
        int slash = text.indexOf('/');
        byte[] start = bytes(slash < 0 ? text : text.substring(0, slash));
        if (start == null) {
            throw new IllegalArgumentException(SYNTAX);
        }
        int prefix = slash < 0 ? start.length * 8 : number(text.substring(slash + 1));
        if (prefix < 0 || prefix > start.length * 8) {
            throw new IllegalArgumentException(SYNTAX);
        }
        Cidr range = new Cidr(start, prefix);
        if (!Arrays.equals(range.masked(start), start)) {
            throw new IllegalArgumentException("does not begin where a range of that size does");
        }
        return range;
    }

    boolean contains(byte[] address) {
        return address.length == start.length && Arrays.equals(masked(address), start);
    }

    private byte[] masked(byte[] address) {
        byte[] masked = address.clone();
        for (int bit = prefix; bit < masked.length * 8; bit++) {
            masked[bit / 8] &= (byte) ~(0x80 >>> bit % 8);
        }
        return masked;
    }

    /** Null for what is no address in its usual spelling; one with a zone is none, since ranges have no zones. */
    private static byte @Nullable [] bytes(String text) {
        return text.indexOf('%') >= 0 || text.indexOf('[') >= 0
                ? null
                : NetUtil.createByteArrayFromIpAddressString(text);
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
    }
}
