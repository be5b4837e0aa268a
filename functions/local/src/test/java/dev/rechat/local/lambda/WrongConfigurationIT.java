package dev.rechat.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.testing.gateway.Packaging;
import dev.rechat.testing.lambda.FunctionProcess;
import dev.rechat.testing.lambda.RuntimeApiStub;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongConfigurationIT {

    @ParameterizedTest
    @ValueSource(strings = {"auth", "chat-stream", "conversation", "admin"})
    void isToldWholeAndEndsTheProcessWithCodeTwo(String function) {
        try (RuntimeApiStub lambda = RuntimeApiStub.start();
                FunctionProcess process = Packaging.JVM
                        .process(function)
                        .environment("DATASOURCES_DEFAULT_URL", "jdbc:postgresql://db/rechat")
                        .environment("RECHAT_JWT_KEYS", "k1:short")
                        .environment("RECHAT_SECRETS_KEYS", "k1:c2hvcnQ=")
                        .environment("RECHAT_TLS_CA", "-----BEGIN CERTIFICATE-----\ngarbage")
                        .environment("AWS_LAMBDA_RUNTIME_API", lambda.endpoint())
                        .start()) {
            assertThat(process.awaitExit(RunningFunction.PATIENCE)).isEqualTo(2);
            assertThat(process.log())
                    .contains(
                            "DATASOURCES_DEFAULT_URL must begin with jdbc:mysql://",
                            "DATASOURCES_DEFAULT_USERNAME is missing",
                            "RECHAT_JWT_KEYS holds a secret that is too short",
                            "RECHAT_SECRETS_KEYS holds a key of 5 bytes",
                            "RECHAT_TLS_CA holds something that cannot be read as a certificate")
                    .doesNotContain("c2hvcnQ=", "garbage");
            assertThat(lambda.awaitInitError(RunningFunction.PATIENCE).toString())
                    .contains("RECHAT_JWT_KEYS");
        }
    }
}
