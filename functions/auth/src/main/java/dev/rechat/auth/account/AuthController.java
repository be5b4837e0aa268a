package dev.rechat.auth.account;

import dev.rechat.accounts.device.DeviceCookie;
import dev.rechat.auth.session.RefreshCookie;
import dev.rechat.auth.session.SessionGrant;
import dev.rechat.auth.session.Sessions;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** The doors: what works without an access token. */
@Controller("/api/v1/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
class AuthController {

    private final Entrance entrance;
    private final Sessions sessions;
    private final RefreshCookie cookie;
    private final UserViews views;

    AuthController(Entrance entrance, Sessions sessions, RefreshCookie cookie, UserViews views) {
        this.entrance = entrance;
        this.sessions = sessions;
        this.cookie = cookie;
        this.views = views;
    }

    /** Opens an account and signs it in; the first account of the house becomes its administrator. */
    @Post("/register")
    @Status(HttpStatus.CREATED)
    HttpResponse<TokenView> register(
            @Valid @Body Register request, @CookieValue(DeviceCookie.NAME) @Nullable String device) {
        return answer(HttpStatus.CREATED, entrance.register(request, device));
    }

    /** Signs in with e-mail and password. */
    @Post("/login")
    HttpResponse<TokenView> login(
            @Valid @Body SignIn request, @CookieValue(DeviceCookie.NAME) @Nullable String device) {
        return answer(HttpStatus.OK, entrance.signIn(request, device));
    }

    /** Exchanges the refresh cookie for a new one and an access token. Each cookie works once. */
    @Post("/refresh")
    HttpResponse<TokenView> refresh(@CookieValue(RefreshCookie.NAME) @Nullable String refreshToken) {
        return answer(HttpStatus.OK, null, sessions.renew(refreshToken));
    }

    /** Ends the session of the refresh cookie; also when the access token has expired. */
    @Post("/logout")
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> logout(@CookieValue(RefreshCookie.NAME) @Nullable String refreshToken) {
        sessions.end(refreshToken);
        return HttpResponse.<Void>noContent().header(HttpHeaders.SET_COOKIE, cookie.cleared());
    }

    private HttpResponse<TokenView> answer(HttpStatus status, Entered entered) {
        SignedIn signedIn = entered.signedIn();
        return answer(status, views.of(signedIn), signedIn.grant())
                .header(HttpHeaders.SET_COOKIE, entered.deviceCookie());
    }

    private MutableHttpResponse<TokenView> answer(HttpStatus status, @Nullable UserView user, SessionGrant grant) {
        return HttpResponse.<TokenView>status(status)
                .header(HttpHeaders.SET_COOKIE, cookie.of(grant))
                .body(TokenView.of(user, grant));
    }
}
