package dev.rechat.dify.network;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Gives Netty the addresses to connect to, and no others: an address that it has already is looked at, too. */
final class GuardedResolvers extends AddressResolverGroup<InetSocketAddress> {

    private final AddressGuard guard;

    GuardedResolvers(AddressGuard guard) {
        this.guard = guard;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new GuardedResolver(executor, guard);
    }

    private static final class GuardedResolver extends AbstractAddressResolver<InetSocketAddress> {

        private final AddressGuard guard;

        GuardedResolver(EventExecutor executor, AddressGuard guard) {
            super(executor, InetSocketAddress.class);
            this.guard = guard;
        }

        /** Never, or Netty would connect to it without asking. */
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress wanted, Promise<InetSocketAddress> promise) {
            // name servers may keep one waiting, and the event loop carries everybody's streams
            Thread.ofVirtual().name("dify-names").start(() -> {
                try {
                    promise.trySuccess(new InetSocketAddress(allowed(wanted), wanted.getPort()));
                } catch (IOException | RuntimeException failed) {
                    promise.tryFailure(failed);
                }
            });
        }

        @Override
        protected void doResolveAll(InetSocketAddress wanted, Promise<List<InetSocketAddress>> promise) {
            resolve(wanted).addListener(found -> {
                if (found.isSuccess()) {
                    promise.trySuccess(List.of((InetSocketAddress) found.getNow()));
                } else {
                    promise.tryFailure(found.cause());
                }
            });
        }

        private InetAddress allowed(InetSocketAddress wanted) throws IOException {
            String host = wanted.getHostString();
            return wanted.isUnresolved() ? guard.find(host) : guard.require(host, wanted.getAddress());
        }
    }
}
