package dev.rechat.dify.network;

import dev.rechat.dify.network.BlockedAddressException.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address of a host that a key may be sent to. What it returns is what is connected to: nobody resolves the
 * name a second time, so another answer a moment later changes nothing.
 */
public final class AddressGuard {

    private final DifyNetworks networks;
    private final NameLookup names;
    private final boolean encrypted;

    /** @param encrypted whether the connection will be */
    public AddressGuard(DifyNetworks networks, NameLookup names, boolean encrypted) {
        this.networks = networks;
        this.names = names;
        this.encrypted = encrypted;
    }

    /**
     * The first of the host's addresses that is allowed; may block.
     *
     * @throws UnknownHostException when it has none
     * @throws BlockedAddressException when none is allowed
     */
    public InetAddress find(String host) throws UnknownHostException, BlockedAddressException {
        return firstAllowed(host, names.addresses(host));
    }

    /** As {@link #find}, of an address that is known already. */
    InetAddress require(String host, InetAddress address) throws BlockedAddressException {
        return firstAllowed(host, address);
    }

    private InetAddress firstAllowed(String host, InetAddress... addresses) throws BlockedAddressException {
        @Nullable Reason first = null;
        for (InetAddress address : addresses) {
            @Nullable Reason reason = objection(host, address);
            if (reason == null) {
                return address;
            }
            first = first == null ? reason : first;
        }
        throw new BlockedAddressException(Objects.requireNonNullElse(first, Reason.FORBIDDEN));
    }

    private @Nullable Reason objection(String host, InetAddress address) {
        AddressKind kind = AddressKind.of(address);
        if (kind == AddressKind.FORBIDDEN) {
            return Reason.FORBIDDEN;
        }
        if (networks.include(host, address)) {
            return null;
        }
        if (kind == AddressKind.PRIVATE) {
            return Reason.PRIVATE;
        }
        return encrypted ? null : Reason.UNENCRYPTED;
    }
}
