package dev.rechat.runlog.search.client;

import dev.rechat.runlog.RunLogUnavailableException;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ContentTooLongException;
import org.jspecify.annotations.Nullable;

/** What failures mean, in words for operators: kinds of errors, never what a server or a library says about content. */
public final class Refusals {

    private static final String DISK =
            "the search server takes no writes: its disk is nearly full (cluster_block_exception, read_only_allow_delete)";

    private Refusals() {}

    /** An answer that is no success and will not become one. */
    static RuntimeException of(Answer answer, Json json) {
        String type = type(answer, json);
        int status = answer.status();
        if (isBlock(type)) {
            return new RunLogUnavailableException(DISK, null);
        }
        return switch (status) {
            case 401 -> new RunLogUnavailableException("the search server does not accept who asks (401)", null);
            case 403 -> new RunLogUnavailableException(told("the search server denies a right (403)", type), null);
            case 400, 404, 409, 413 ->
                new RefusedRequestException(
                        status, type, told("the search server refused a request (" + status + ")", type));
            default -> new RunLogUnavailableException(told("the search server answered " + status, type), null);
        };
    }

    static RunLogUnavailableException of(IOException failure) {
        return new RunLogUnavailableException(words(failure), failure);
    }

    /** Who cannot prove who they are will not be able to a moment later; an answer that is too large stays so. */
    static boolean mayPass(IOException failure) {
        return !has(failure, SSLException.class)
                && !has(failure, GeneralSecurityException.class)
                && !isTooLong(failure);
    }

    static RunLogUnavailableException interrupted(InterruptedException interrupted) {
        return new RunLogUnavailableException("interrupted while waiting for the search server", interrupted);
    }

    /** Whether the whole answer was more than the client keeps. */
    public static boolean isTooLong(Throwable failure) {
        return has(failure, ContentTooLongException.class);
    }

    /** Part of a bulk request that may go well a little later. */
    public static boolean mayPass(int status, String type) {
        return (status == 429 || status == 503 || status == 502 || status == 504) && !isBlock(type);
    }

    /** Part of a bulk request that the server did not write. */
    public static RunLogUnavailableException ofPart(int status, String type) {
        return new RunLogUnavailableException(
                isBlock(type) ? DISK : told("the search server did not write (" + status + ")", type), null);
    }

    public static boolean isBlock(String type) {
        return "cluster_block_exception".equals(type);
    }

    private static String type(Answer answer, Json json) {
        if (answer.body().length == 0) {
            return "";
        }
        try {
            JsonNode error = json.read(answer.body()).get("error");
            JsonNode type = error != null && error.isObject() ? error.get("type") : null;
            return type != null && type.isString() ? word(type.getStringValue()) : "";
        } catch (RunLogUnavailableException noJson) {
            return "";
        }
    }

    /** A kind of error as it may stand in a message: a word, nothing that a proxy made up. */
    public static String word(String type) {
        return type.matches("[a-z0-9_]{1,80}") ? type : "";
    }

    private static String told(String what, String type) {
        return type.isEmpty() ? what : what + ": " + type;
    }

    private static String words(IOException failure) {
        if (has(failure, SSLException.class) || has(failure, GeneralSecurityException.class)) {
            return "the search server could not be trusted: TLS failed; see RUNLOG_ELASTICSEARCH_CA";
        }
        if (has(failure, UnknownHostException.class)) {
            return "the search server's name is not known";
        }
        if (has(failure, SocketTimeoutException.class)) {
            return "the search server did not answer in time";
        }
        return isTooLong(failure)
                ? "the search server's answer is too large"
                : "the search server cannot be reached: " + failure.getClass().getSimpleName();
    }

    private static boolean has(@Nullable Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(type::isInstance);
    }
}
