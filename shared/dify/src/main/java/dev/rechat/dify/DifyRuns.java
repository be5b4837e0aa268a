package dev.rechat.dify;

import dev.rechat.dify.payload.DifyForm;
import dev.rechat.dify.payload.DifyRunDetail;
import dev.rechat.dify.payload.DifyRunLogPage;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Runs of chatflow and workflow apps that are already under way, and the forms they wait for (Dify 1.13+; older ones
 * know {@link #detail} only and answer the rest with {@link DifyRejectedException#notFound()}). Thread-safe, blocking
 * and failing as {@link DifyClient} does.
 *
 * <p>In a Micronaut application it is a bean that shares connections and configuration with {@link DifyClient}.
 */
public interface DifyRuns extends AutoCloseable {

    /**
     * Follows a run; returns when Dify has accepted it. The stream ends at {@link DifyEvent.WorkflowFinished} or {@link
     * DifyEvent.WorkflowPaused} and keeps all other promises of {@link DifyStream}; closing it does not touch the run,
     * which {@link DifyClient#stop} ends. A run that is over gives one event, {@code WorkflowFinished}, whose task id is
     * the run's id.
     *
     * <p>Without a snapshot only what happens from now on is told. To see all that follows a form, follow the paused run
     * first and {@link #submit} then: it begins with another {@link DifyEvent.WorkflowStarted} whose reason is
     * {@code resumption}. A snapshot tells what has happened before: the start, in a chatflow the answer so far as a
     * {@link DifyEvent.MessageReplace} without reason, the nodes without their details, forms that are still open. The
     * answer so far is the one Dify has stored, which lags behind the text already streamed.
     *
     * <p>A run that waits for a person is silent, without so much as a ping, so {@link DifyClientConfiguration#idle()}
     * limits how long it can be followed.
     *
     * @param user the one the run was started for
     * @throws DifyRejectedException with {@link DifyRejectedException#notFound()} when there is no such run of this
     *     user
     */
    DifyStream events(DifyApp app, String runId, String user, boolean snapshot);

    /**
     * State and result of a run, whoever started it.
     *
     * @throws DifyRejectedException with {@link DifyRejectedException#notFound()} when there is no such run
     */
    DifyRunDetail detail(DifyApp app, String runId);

    /**
     * Runs of a workflow app that its users have asked for, newest first; of a chatflow Dify keeps no such log and tells of none.
     *
     * @param after begun then or later; null for no such bound
     * @param before begun then or earlier; null for no such bound
     * @param page from 1
     * @param limit 1 to 100
     * @throws DifyRejectedException when the app is of another mode
     */
    DifyRunLogPage logs(DifyApp app, @Nullable Instant after, @Nullable Instant before, int page, int limit);

    /**
     * A form that waits to be filled in.
     *
     * @param formToken from {@link DifyEvent.HumanInputRequired}
     * @throws DifyRejectedException with {@link DifyRejectedException#notFound()}, {@link
     *     DifyRejectedException#formSubmitted()} or {@link DifyRejectedException#formExpired()}
     */
    DifyForm form(DifyApp app, String formToken);

    /**
     * Fills in a form; the run then goes on by itself. Never sent a second time, so a failure without a response leaves
     * open whether Dify has taken it: ask for {@link #form} to know.
     *
     * @param inputs a JSON object of values by the names of the fields
     * @param action the id of the button
     * @param user the one the run was started for
     * @throws DifyRejectedException as {@link #form} does, and with {@link DifyRejectedException#formInvalid()}
     */
    void submit(DifyApp app, String formToken, JsonNode inputs, String action, String user);

    /** Gives up all connections, those of the {@link DifyClient} bean included; open streams break off. */
    @Override
    void close();
}
