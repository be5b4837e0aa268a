package dev.rechat.dify.network;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks for the addresses of a host; may block. */
@FunctionalInterface
public interface NameLookup {

    /** At least one, the preferred one first. */
    InetAddress[] addresses(String host) throws UnknownHostException;
}
