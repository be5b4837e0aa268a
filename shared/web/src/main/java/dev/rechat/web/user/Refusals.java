package dev.rechat.web.user;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.web.error.Problem;
import dev.rechat.web.error.Problems;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells who lacks a right what is in the way, where they can do something about it. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
@Produces(Problem.MEDIA_TYPE)
final class Refusals implements ExceptionHandler<AuthorizationException, HttpResponse<?>> {

    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest raw, AuthorizationException failure) {
        HttpRequest<?> request = raw;
        RefusedException refusal = refusal(request, failure);
        var answer = Problems.answer(request, refusal);
        return refusal.code() == ErrorCode.UNAUTHENTICATED
                ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                : answer;
    }

    private static RefusedException refusal(HttpRequest<?> request, AuthorizationException failure) {
        Optional<Rights> rights =
                request.getUserPrincipal(BearerAuthentication.class).map(BearerAuthentication::rights);
        if (!failure.isForbidden() || rights.isEmpty()) {
            return CurrentUser.unauthenticated();
        }
        ErrorCode obstacle = rights.get().obstacle();
        if (obstacle == null) {
            return new RefusedException(ErrorCode.FORBIDDEN, plain(rights.get().user()));
        }
        return new RefusedException(
                obstacle,
                switch (obstacle) {
                    case ACCOUNT_PENDING -> "an administrator has yet to approve this account";
                    case EMAIL_UNVERIFIED -> "the e-mail address of this account has yet to be confirmed";
                    case TOTP_ENROLLMENT_REQUIRED -> "administrators need a second factor here: set one up first";
                    case PERSON_PROTECTED -> "an administrator's account is acted for by keys of its own only";
                    default -> "this account may not do that";
                });
    }

    private static String plain(CurrentUser user) {
        if (user.keyId() == null) {
            return "this account may not do that";
        }
        return user.key().reachesAllApps()
                ? "this API key may not do that"
                : "this API key is for some apps only: it opens what is below /v1 and nothing else";
    }
}
