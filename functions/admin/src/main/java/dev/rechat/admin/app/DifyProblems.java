package dev.rechat.admin.app;

import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyProtocolException;
import dev.rechat.dify.DifyRateLimitedException;
import dev.rechat.dify.DifyRejectedException;
import dev.rechat.dify.DifyTimeoutException;
import dev.rechat.dify.DifyUnauthorizedException;
import dev.rechat.dify.DifyUnavailableException;
import dev.rechat.kernel.error.DependencyException;
import dev.rechat.kernel.error.ErrorCode;

/** What a failing Dify means to the administrator who set it up: what to mend, without Dify's own words. */
final class DifyProblems {

    static final String SILENT = "Dify did not answer in time";

    private static final int FORBIDDEN = 403;

    private DifyProblems() {}

    static DependencyException of(DifyException failure) {
        return switch (failure) {
            case DifyUnauthorizedException refused ->
                problem(
                        ErrorCode.DIFY_UNAUTHORIZED,
                        refused.status() == FORBIDDEN
                                ? "the app or its API is switched off in Dify"
                                : "Dify does not accept this API key",
                        failure);
            case DifyUnavailableException down ->
                problem(
                        ErrorCode.DIFY_UNAVAILABLE,
                        down.status() == 0
                                ? "nothing answers at the base URL"
                                : "Dify answers with an error of its own (" + down.status() + ")",
                        failure);
            case DifyTimeoutException late ->
                problem(
                        ErrorCode.DIFY_TIMEOUT,
                        late.phase() == DifyTimeoutException.Phase.CONNECT
                                ? "the base URL could not be connected to in time"
                                : SILENT,
                        failure);
            case DifyRateLimitedException _ -> problem(ErrorCode.RATE_LIMITED, "Dify is busy; try again", failure);
            case DifyRejectedException wrong ->
                problem(
                        ErrorCode.DIFY_REJECTED,
                        "the base URL is not that of a Dify Service API, which usually ends in /v1 (it answers "
                                + wrong.status() + ")",
                        failure);
            case DifyProtocolException _ ->
                problem(
                        ErrorCode.DIFY_PROTOCOL_ERROR,
                        "what answers at the base URL is not a Dify Service API, which usually ends in /v1",
                        failure);
        };
    }

    private static DependencyException problem(ErrorCode code, String message, DifyException cause) {
        return new DependencyException(code, message, cause, null);
    }
}
