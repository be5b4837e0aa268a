package dev.rechat.web.origin;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Stands for the routes that take or give cookies. */
@Controller("/api/v1/auth/cookie")
@Secured(SecurityRule.IS_ANONYMOUS)
class CookieRouteController {

    @Post
    String change() {
        return "ok";
    }

    @Get
    String read() {
        return "ok";
    }
}
