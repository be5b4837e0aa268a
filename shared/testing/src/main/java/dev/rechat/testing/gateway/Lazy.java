package dev.rechat.testing.gateway;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first asked for, and by one thread only. */
public final class Lazy<T> {

    private final Supplier<T> making;
    private @Nullable T made;

    public Lazy(Supplier<T> making) {
        this.making = making;
    }

    public synchronized T get() {
        T it = made;
        if (it == null) {
            it = making.get();
            made = it;
        }
        return it;
    }

    /** Does this with it if it was ever made. */
    public synchronized void ifMade(Consumer<T> then) {
        Optional.ofNullable(made).ifPresent(then);
    }
}
