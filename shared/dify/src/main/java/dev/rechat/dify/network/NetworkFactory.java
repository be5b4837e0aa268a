package dev.rechat.dify.network;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Secondary;
import io.netty.resolver.AddressResolverGroup;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The resolvers that Dify's HTTP clients are given by name. */
@Factory
public final class NetworkFactory {

    /** For connections with TLS. */
    public static final String ENCRYPTED = "dify-encrypted";

    /** For connections without. */
    public static final String PLAIN = "dify-plain";

    @Singleton
    DifyNetworks difyNetworks(@Property(name = DifyNetworks.PROPERTY, defaultValue = "") String networks) {
        return DifyNetworks.parse(networks);
    }

    @Singleton
    @Secondary
    NameLookup nameLookup() {
        return InetAddress::getAllByName;
    }

    @Singleton
    @Named(ENCRYPTED)
    AddressResolverGroup<InetSocketAddress> encrypted(DifyNetworks networks, NameLookup names) {
        return new GuardedResolvers(new AddressGuard(networks, names, true));
    }

    @Singleton
    @Named(PLAIN)
    AddressResolverGroup<InetSocketAddress> plain(DifyNetworks networks, NameLookup names) {
        return new GuardedResolvers(new AddressGuard(networks, names, false));
    }
}
