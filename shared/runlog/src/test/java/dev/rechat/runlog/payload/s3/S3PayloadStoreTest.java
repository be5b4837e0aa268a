package dev.rechat.runlog.payload.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.testing.http.Exchange;
import dev.rechat.testing.http.IncomingRequest;
import dev.rechat.testing.s3.S3Emulator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Every request is signed, what may pass is tried again, and nothing of an error tells content or secrets. */
final class S3PayloadStoreTest {

    private static final String KEY = "acme/nodes/x1_inputs.json";
    private static final String CONTENT = "{\"query\":\"What did 猫 say? 😀\"}";

    private final S3Emulator bucket = S3Emulator.start();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final S3PayloadStore payloads = store(S3Emulator.BUCKET, own(S3Emulator.SECRET_KEY));

    @AfterEach
    void close() {
        payloads.close();
        bucket.close();
    }

    private static AwsCredentialsProvider own(String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(S3Emulator.ACCESS_KEY, secret));
    }

    private S3PayloadStore store(String name, AwsCredentialsProvider credentials) {
        return store(name, bucket.address(), credentials);
    }

    private S3PayloadStore store(String name, URI address, AwsCredentialsProvider credentials) {
        String objects = S3Location.of("s3://" + name + "/rechat/logs").address(address.toString(), S3Emulator.REGION);
        return new S3PayloadStore(
                new S3Client(objects, S3Emulator.REGION, credentials, Duration.ofSeconds(5), pauses::add));
    }

    @Test
    void keepsReplacesAndRemoves() {
        payloads.put(KEY, "{\"old\":true}");
        payloads.put(KEY, CONTENT);

        assertThat(bucket.names()).containsExactly("rechat/logs/" + KEY);
        assertThat(payloads.find(KEY)).contains(CONTENT);
        payloads.delete(KEY);
        assertThat(payloads.find(KEY)).isEmpty();
        assertThat(bucket.names()).isEmpty();
        payloads.delete(KEY);
    }

    @Test
    void keepsWhatIsLarge() {
        String large = "\"" + "猫".repeat(3_000_000) + "\"";

        payloads.put(KEY, large);

        assertThat(payloads.find(KEY)).contains(large);
    }

    @Test
    void signsWithTheTokenOfASession() {
        try (S3PayloadStore session = store(
                S3Emulator.BUCKET,
                StaticCredentialsProvider.create(AwsSessionCredentials.create(
                        S3Emulator.ACCESS_KEY, S3Emulator.SECRET_KEY, "token-only-for-tests")))) {
            session.put(KEY, CONTENT);
        }

        IncomingRequest request = bucket.requests().getLast();
        assertThat(request.header("x-amz-security-token")).contains("token-only-for-tests");
        assertThat(request.header("authorization").orElseThrow()).contains("x-amz-security-token");
        assertThat(bucket.text("rechat/logs/" + KEY)).contains(CONTENT);
    }

    @Test
    void saysThatWhoAsksIsNotAccepted() {
        try (S3PayloadStore stranger = store(S3Emulator.BUCKET, own("another-secret"))) {
            assertThatExceptionOfType(RunLogUnavailableException.class)
                    .isThrownBy(() -> stranger.put(KEY, CONTENT))
                    .withMessage("the store of payloads denies a right, or does not accept who asks"
                            + " (403 SignatureDoesNotMatch)");
        }
        assertThat(bucket.names()).isEmpty();
        assertThat(bucket.requests()).hasSize(1);
    }

    @Test
    void saysThatThereIsNoBucket() {
        try (S3PayloadStore elsewhere = store("another", own(S3Emulator.SECRET_KEY))) {
            assertThatExceptionOfType(RunLogUnavailableException.class)
                    .isThrownBy(() -> elsewhere.find(KEY))
                    .withMessage("the bucket of payloads is not there (404 NoSuchBucket)");
            assertThatExceptionOfType(RunLogUnavailableException.class).isThrownBy(() -> elsewhere.delete(KEY));
        }
    }

    @Test
    void saysThatThereAreNoCredentials() {
        try (S3PayloadStore nobody = store(S3Emulator.BUCKET, AwsCredentialsProviderChain.of(() -> {
            throw software.amazon.awssdk.core.exception.SdkClientException.create("none here");
        }))) {
            assertThatExceptionOfType(RunLogUnavailableException.class)
                    .isThrownBy(() -> nobody.find(KEY))
                    .withMessage("there are no credentials for the store of payloads");
        }
        assertThat(bucket.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"503, SlowDown", "500, InternalError", "429, TooManyRequests", "400, RequestTimeout"})
    void triesAgainWhatMayPass(int status, String code) {
        bucket.refuseNext(2, status, code);

        payloads.put(KEY, CONTENT);

        assertThat(payloads.find(KEY)).contains(CONTENT);
        assertThat(pauses).hasSize(2).allMatch(pause -> pause.compareTo(Duration.ofSeconds(1)) < 0);
    }

    @Test
    void givesUpAfterThreeTimes() {
        bucket.refuseNext(4, 503, "SlowDown");

        assertThatExceptionOfType(RunLogUnavailableException.class)
                .isThrownBy(() -> payloads.put(KEY, CONTENT))
                .withMessage("the store of payloads does not do what it is asked (503 SlowDown)");
        assertThat(bucket.requests()).hasSize(3);
    }

    @Test
    void triesAgainWhereTheConnectionBreaks() {
        bucket.failNext(Exchange::cut);
        payloads.put(KEY, CONTENT);
        bucket.failNext(Exchange::cut);
        payloads.delete(KEY);

        assertThat(bucket.names()).isEmpty();
        assertThat(payloads.find(KEY)).isEmpty();
    }

    @Test
    void readsAgainWhatBreaksOff() {
        payloads.put(KEY, CONTENT);
        bucket.cutNext();

        assertThat(payloads.find(KEY)).contains(CONTENT);
    }

    @Test
    void takesNoHalfForAWhole() {
        payloads.put(KEY, CONTENT);
        bucket.cutNext().cutNext().cutNext();

        assertThatExceptionOfType(RunLogUnavailableException.class)
                .isThrownBy(() -> payloads.find(KEY))
                .withMessageStartingWith("the store of payloads does not answer: ");
    }

    @Test
    void saysThatNobodyAnswers() {
        bucket.close();

        assertThatExceptionOfType(RunLogUnavailableException.class)
                .isThrownBy(() -> payloads.delete(KEY))
                .withMessage("the store of payloads does not answer: ConnectException");
        assertThatExceptionOfType(RunLogUnavailableException.class)
                .isThrownBy(() -> payloads.put(KEY, CONTENT))
                .withMessage("the store of payloads does not answer: ConnectException");
        assertThat(pauses).hasSize(4);
    }

    @Test
    void waitsNoLongerThanItIsTold() {
        bucket.failNext(exchange -> exchange.ended().join());
        String objects = S3Location.of("s3://" + S3Emulator.BUCKET)
                .address(bucket.address().toString(), S3Emulator.REGION);
        try (S3PayloadStore impatient = new S3PayloadStore(new S3Client(
                objects, S3Emulator.REGION, own(S3Emulator.SECRET_KEY), Duration.ofMillis(200), pauses::add))) {
            assertThatExceptionOfType(RunLogUnavailableException.class)
                    .isThrownBy(() -> impatient.find(KEY))
                    .withMessage("the store of payloads does not answer: SocketTimeoutException");
        }
        assertThat(bucket.requests()).hasSize(1);
    }

    @Test
    void asksForNothingOutsideItsPrefix() {
        assertThatIllegalArgumentException().isThrownBy(() -> payloads.find("../other/key.json"));
        assertThat(bucket.requests()).isEmpty();
    }
}
