package dev.rechat.web.offence;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One class for each thing that is not done. */
public final class Offences {

    private Offences() {}

    public static final class WallClock {
        Instant time() {
            return Instant.now();
        }
    }

    public static final class Millis {
        long time() {
            return System.currentTimeMillis();
        }
    }

    public static final class Environment {
        String home() {
            return String.valueOf(System.getenv("HOME"));
        }
    }

    public static final class Printer {
        void print() {
            System.out.println();
        }
    }

    public static final class StackPrinter {
        void print(Exception failure) {
            failure.printStackTrace();
        }
    }

    public static final class Injected {
        @Inject
        @Nullable
        Clock clock;
    }

    /** Never a bean: only its bytes are looked at. */
    @Requires(property = "offences")
    @Controller("/open")
    public static final class OpenController {
        @Get
        String get() {
            return "";
        }
    }

    /** As the one before it, and right. */
    @Requires(property = "offences")
    @Controller("/closed")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    public static final class ClosedController {
        @Get
        String get() {
            return "";
        }
    }
}
