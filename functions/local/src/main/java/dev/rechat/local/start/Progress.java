package dev.rechat.local.start;

/** Where a step that takes a while says that it has begun. */
@FunctionalInterface
public interface Progress {

    void tell(String line);
}
