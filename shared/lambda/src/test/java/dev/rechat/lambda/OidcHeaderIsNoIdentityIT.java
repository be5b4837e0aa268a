package dev.rechat.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.lambda.buffered.BufferedFunction;
import dev.rechat.testing.lambda.ApiGatewayEvents;
import org.junit.jupiter.api.Test;

/** micronaut-aws would take whoever sends this header for whomever it names. */
class OidcHeaderIsNoIdentityIT {

    @Test
    void refusesCallerWhoOnlyNamesHimself() {
        try (RunningFunction function = RunningFunction.start(BufferedFunction.class)) {
            var answer = function.call(ApiGatewayEvents.get("/me").header("x-amzn-oidc-identity", "administrator"));

            assertThat(answer.status()).isEqualTo(401);
        }
    }
}
