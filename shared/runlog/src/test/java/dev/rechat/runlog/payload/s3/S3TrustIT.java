package dev.rechat.runlog.payload.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rechat.kernel.tls.PrivateAuthorities;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.testing.s3.S3Emulator;
import dev.rechat.testing.tls.TestAuthority;
import dev.rechat.testing.tls.TlsFront;
import io.micronaut.core.value.MapPropertyResolver;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A store of objects of one's own may have a certificate of one's own. */
final class S3TrustIT {

    private final Properties before = (Properties) System.getProperties().clone();

    @AfterEach
    void forget() {
        System.setProperties(before);
    }

    private static S3PayloadStore store(TlsFront front) {
        String address = "https://127.0.0.1:" + front.port() + "/" + S3Emulator.BUCKET + "/";
        return new S3PayloadStore(new S3Client(
                address,
                S3Emulator.REGION,
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(S3Emulator.ACCESS_KEY, S3Emulator.SECRET_KEY)),
                Duration.ofSeconds(5),
                pause -> {
                    throw new AssertionError("who cannot prove who they are is not asked again");
                }));
    }

    @Test
    void trustsTheAuthoritiesOfTheHouseAndNobodyUnknown() {
        TestAuthority authority = TestAuthority.create();
        try (S3Emulator bucket = S3Emulator.start();
                TlsFront front = TlsFront.before(bucket.port(), authority.issue("ip:127.0.0.1"));
                S3PayloadStore distrustful = store(front)) {
            assertThatExceptionOfType(RunLogUnavailableException.class)
                    .isThrownBy(() -> distrustful.find("acme/one.json"))
                    .withMessageStartingWith("the store of payloads does not answer: SSL");
            assertThat(bucket.requests()).isEmpty();

            PrivateAuthorities.trust(new MapPropertyResolver(Map.of("rechat.tls.ca", authority.pem())));
            try (S3PayloadStore trusting = store(front)) {
                trusting.put("acme/one.json", "{}");
                assertThat(trusting.find("acme/one.json")).contains("{}");
            }
        }
    }
}
