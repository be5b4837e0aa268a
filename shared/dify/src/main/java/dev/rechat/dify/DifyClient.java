package dev.rechat.dify;

import org.jspecify.annotations.Nullable;

/**
 * Dify's Service API. Thread-safe. All calls block and are made for virtual threads; they throw a {@link DifyException}
 * and, when the thread is interrupted, {@link java.util.concurrent.CancellationException} with the interrupt kept.
 *
 * <p>In a Micronaut application it is a bean, configured under {@code rechat.dify}.
 */
public interface DifyClient extends AutoCloseable {

    /**
     * Starts a generation and returns when Dify has accepted it; a refusal is thrown from here. The caller closes the
     * stream. Never sent a second time.
     */
    default DifyStream stream(DifyApp app, DifyRequest request) {
        return stream(app, request, null);
    }

    /**
     * As {@link #stream(DifyApp, DifyRequest)}.
     *
     * @param traceId under which Dify is to tell of it where it is traced, 1 to 128 letters, digits, dashes and underscores; an
     *     older Dify does not know it. Null for none
     */
    DifyStream stream(DifyApp app, DifyRequest request, @Nullable String traceId);

    /**
     * Runs a generation in blocking mode and waits for all of it, at most for {@link DifyClientConfiguration#total()}.
     * Dify refuses this for the modes agent-chat and agent. Never sent a second time.
     */
    DifyAnswer ask(DifyApp app, DifyRequest request);

    /**
     * Asks Dify to stop a generation, which takes effect within about a second and ends the stream in the usual way.
     * Dify reports success for unknown and finished tasks too.
     *
     * @param taskId from any event of the stream
     * @param user the one the generation was started for
     * @throws IllegalArgumentException for {@link DifyMode#UNKNOWN}
     */
    void stop(DifyApp app, DifyMode mode, String taskId, String user);

    /** What the app offers its users: opening words, input form, file upload. */
    DifyParameters parameters(DifyApp app);

    /** Name and mode of the app. */
    DifyAppDescription info(DifyApp app);

    /** Gives up all connections; open streams break off. */
    @Override
    void close();
}
