package dev.rechat.conversations.probe;

import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyProtocolException;
import dev.rechat.dify.DifyRateLimitedException;
import dev.rechat.dify.DifyRejectedException;
import dev.rechat.dify.DifyTimeoutException;
import dev.rechat.dify.DifyUnauthorizedException;
import dev.rechat.dify.DifyUnavailableException;
import dev.rechat.kernel.error.ErrorCode;

/** What a failing Dify means to the administrator who set it up: what to mend, without Dify's own words. */
public final class DifyProblems {

    private static final int FORBIDDEN = 403;
    private static final String SERVICE_API = "a Dify Service API, which usually ends in /v1";

    private DifyProblems() {}

    /** @param asked INFO or PARAMETERS, whichever Dify was asked for */
    public static Finding of(DifyException failure, ProbeStep asked) {
        return switch (failure) {
            case DifyUnauthorizedException refused -> unauthorized(refused, asked);
            case DifyUnavailableException down -> unavailable(down, asked);
            case DifyTimeoutException late ->
                late.phase() == DifyTimeoutException.Phase.CONNECT
                        ? new Finding(
                                ProbeStep.CONNECTION,
                                "connect_timeout",
                                ErrorCode.DIFY_TIMEOUT,
                                "the base URL could not be connected to in time")
                        : silent(asked);
            case DifyRateLimitedException _ ->
                new Finding(asked, "busy", ErrorCode.RATE_LIMITED, "Dify is busy; try again");
            case DifyRejectedException wrong -> rejected(wrong, asked);
            case DifyProtocolException strange -> strange(strange, asked);
        };
    }

    public static Finding silent(ProbeStep asked) {
        return new Finding(asked, "no_answer", ErrorCode.DIFY_TIMEOUT, "Dify did not answer in time");
    }

    private static Finding unauthorized(DifyUnauthorizedException refused, ProbeStep asked) {
        return refused.status() == FORBIDDEN
                ? new Finding(
                        asked,
                        "switched_off",
                        ErrorCode.DIFY_UNAUTHORIZED,
                        "the app or its API is switched off in Dify")
                : new Finding(
                        ProbeStep.KEY, "key_refused", ErrorCode.DIFY_UNAUTHORIZED, "Dify does not accept this API key");
    }

    private static Finding rejected(DifyRejectedException wrong, ProbeStep asked) {
        if ("app_unavailable".equals(wrong.code()) || "agent_not_published".equals(wrong.code())) {
            return new Finding(
                    asked, "not_published", ErrorCode.DIFY_REJECTED, "the app has not been published in Dify yet");
        }
        String message = "the base URL is not that of %s (it answers %d)".formatted(SERVICE_API, wrong.status());
        return new Finding(asked, "not_service_api", ErrorCode.DIFY_REJECTED, message);
    }

    private static Finding strange(DifyProtocolException strange, ProbeStep asked) {
        if (strange.redirect()) {
            String host = strange.redirectHost();
            String message = "the base URL leads on" + (host == null ? "" : " to " + host)
                    + ", which is not followed; give the address that it leads to";
            return new Finding(asked, "redirected", ErrorCode.DIFY_PROTOCOL_ERROR, message);
        }
        return new Finding(
                asked,
                "not_service_api",
                ErrorCode.DIFY_PROTOCOL_ERROR,
                "what answers at the base URL is not " + SERVICE_API);
    }

    private static Finding unavailable(DifyUnavailableException down, ProbeStep asked) {
        return switch (down.reason()) {
            case ADDRESS_FORBIDDEN ->
                unavailable(ProbeStep.ADDRESS, "address_forbidden", "the host is at an address where no Dify may be");
            case ADDRESS_PRIVATE ->
                unavailable(
                        ProbeStep.ADDRESS,
                        "address_private",
                        "the host is in a private network; whoever runs ReChat must name it in RECHAT_DIFY_NETWORKS");
            case ADDRESS_UNENCRYPTED ->
                unavailable(
                        ProbeStep.ADDRESS,
                        "https_required",
                        "must begin with https://, or RECHAT_DIFY_NETWORKS must name the host");
            case NAME_UNKNOWN -> unavailable(ProbeStep.NAME, "name_unknown", "the host's name is not known");
            case NOT_CONNECTED -> unavailable(ProbeStep.CONNECTION, "not_connected", "nothing answers at the base URL");
            case TLS_FAILED ->
                unavailable(
                        ProbeStep.TLS, "tls_failed", "what listens at the base URL does not speak TLS as it should");
            case CERTIFICATE_EXPIRED ->
                unavailable(ProbeStep.TLS, "certificate_expired", "the certificate's time is over or has not begun");
            case CERTIFICATE_OF_ANOTHER ->
                unavailable(ProbeStep.TLS, "certificate_of_another_host", "the certificate is for another host");
            case CERTIFICATE_UNTRUSTED ->
                unavailable(
                        ProbeStep.TLS,
                        "certificate_untrusted",
                        "the certificate signs itself or comes from an authority that is not known here");
            case CUT_OFF -> unavailable(asked, "cut_off", "the connection ended before Dify had answered");
            case FAILED ->
                unavailable(
                        asked, "dify_failed", "Dify answers with an error of its own (%d)".formatted(down.status()));
        };
    }

    private static Finding unavailable(ProbeStep step, String code, String message) {
        return new Finding(step, code, ErrorCode.DIFY_UNAVAILABLE, message);
    }
}
