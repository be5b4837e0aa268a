package dev.rechat.conversations.dify;

import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyProtocolException;
import dev.rechat.dify.DifyRateLimitedException;
import dev.rechat.dify.DifyRejectedException;
import dev.rechat.dify.DifyTimeoutException;
import dev.rechat.dify.DifyUnauthorizedException;
import dev.rechat.dify.DifyUnavailableException;
import dev.rechat.kernel.error.ErrorCode;

/** Our codes for a failing Dify. */
public final class DifyCodes {

    private DifyCodes() {}

    public static ErrorCode of(DifyException failure) {
        return switch (failure) {
            case DifyUnauthorizedException _ -> ErrorCode.DIFY_UNAUTHORIZED;
            case DifyRateLimitedException _ -> ErrorCode.RATE_LIMITED;
            case DifyRejectedException _ -> ErrorCode.DIFY_REJECTED;
            case DifyUnavailableException _ -> ErrorCode.DIFY_UNAVAILABLE;
            case DifyTimeoutException _ -> ErrorCode.DIFY_TIMEOUT;
            case DifyProtocolException _ -> ErrorCode.DIFY_PROTOCOL_ERROR;
        };
    }
}
