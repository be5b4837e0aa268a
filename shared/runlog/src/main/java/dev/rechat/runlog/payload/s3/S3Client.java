package dev.rechat.runlog.payload.s3;

import dev.rechat.runlog.RunLogUnavailableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Asks a store of objects, by the parts of AWS's SDK that know credentials and signatures; its client for S3 would add megabytes
 * to each executable for three requests. All of them may be sent again, for each is about one whole object. Thread-safe, blocking.
 *
 * <p>Every method fails with {@link RunLogUnavailableException} when the store does not answer, answers nonsense or refuses.
 */
final class S3Client implements AutoCloseable {

    private static final int ATTEMPTS = 3;
    private static final long FIRST_PAUSE_MILLIS = 200;

    /** More than any event that a payload is made of may hold. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final String address;
    private final String region;
    private final AwsCredentialsProvider credentials;
    private final Duration timeout;
    private final Sleeper sleeper;
    private final SdkHttpClient http;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    /** How it waits between attempts; tests do not. */
    interface Sleeper {
        void sleep(Duration pause) throws InterruptedException;
    }

    /** @param address what the addresses of all objects begin with */
    S3Client(String address, String region, AwsCredentialsProvider credentials, Duration timeout, Sleeper sleeper) {
        this.address = address;
        this.region = region;
        this.credentials = credentials;
        this.timeout = timeout;
        this.sleeper = sleeper;
        this.http = UrlConnectionHttpClient.builder()
                .connectionTimeout(timeout)
                .socketTimeout(timeout)
                .build();
    }

    void put(String key, byte[] json) {
        S3Answer answer = send(SdkHttpMethod.PUT, key, json);
        if (!answer.isSuccess()) {
            throw answer.refusal();
        }
    }

    Optional<byte[]> get(String key) {
        S3Answer answer = send(SdkHttpMethod.GET, key, new byte[0]);
        if (answer.isMissing()) {
            return Optional.empty();
        }
        if (!answer.isSuccess()) {
            throw answer.refusal();
        }
        return Optional.of(answer.body());
    }

    void delete(String key) {
        S3Answer answer = send(SdkHttpMethod.DELETE, key, new byte[0]);
        if (!answer.isSuccess() && !answer.isMissing()) {
            throw answer.refusal();
        }
    }

    private S3Answer send(SdkHttpMethod method, String key, byte[] body) {
        long begun = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                S3Answer answer = once(method, key, body);
                if (!answer.mayPass() || isLast(attempt, begun)) {
                    return answer;
                }
            } catch (IOException failure) {
                if (!mayPass(failure) || isLast(attempt, begun)) {
                    throw unavailable(failure);
                }
            }
            pause(attempt);
        }
    }

    private boolean isLast(int attempt, long begun) {
        return attempt == ATTEMPTS || System.nanoTime() - begun >= timeout.toNanos();
    }

    private S3Answer once(SdkHttpMethod method, String key, byte[] body) throws IOException {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder().method(method).uri(URI.create(address + key));
        if (method == SdkHttpMethod.PUT) {
            request.putHeader("Content-Type", "application/json")
                    .putHeader("Content-Length", Integer.toString(body.length));
        }
        SignedRequest signed = signed(request.build(), body);
        HttpExecuteRequest.Builder execution = HttpExecuteRequest.builder().request(signed.request());
        if (method == SdkHttpMethod.PUT) {
            execution.contentStreamProvider(ContentStreamProvider.fromByteArray(body));
        }
        HttpExecuteResponse response = call(execution.build());
        try (InputStream answer = response.responseBody()
                .<InputStream>map(stream -> stream)
                .orElse(new ByteArrayInputStream(new byte[0]))) {
            byte[] bytes = answer.readNBytes(MOST_BYTES);
            checkWhole(response, bytes.length);
            return new S3Answer(response.httpResponse().statusCode(), bytes);
        }
    }

    private HttpExecuteResponse call(HttpExecuteRequest request) throws IOException {
        try {
            return http.prepareRequest(request).call();
        } catch (UncheckedIOException wrapped) { // by the SDK, in some places and not in others
            throw wrapped.getCause();
        }
    }

    /** Java's client takes an answer that breaks off for a whole one. */
    private static void checkWhole(HttpExecuteResponse response, int read) throws IOException {
        Optional<String> told = response.httpResponse().firstMatchingHeader("Content-Length");
        if (told.isPresent() && response.responseBody().isPresent() && Long.parseLong(told.get()) != read) {
            throw new IOException("an answer of " + told.get() + " bytes had " + read);
        }
    }

    private SignedRequest signed(SdkHttpRequest request, byte[] body) {
        return signer.sign(signing -> signing.identity(identity())
                .request(request)
                .payload(ContentStreamProvider.fromByteArray(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true));
    }

    private AwsCredentials identity() {
        try {
            return credentials.resolveCredentials();
        } catch (SdkException none) {
            throw new RunLogUnavailableException("there are no credentials for the store of payloads", none);
        }
    }

    /** Who cannot prove who they are will not be able to a moment later. */
    private static boolean mayPass(IOException failure) {
        return !(failure instanceof SSLException) && !(failure.getCause() instanceof GeneralSecurityException);
    }

    private static RunLogUnavailableException unavailable(IOException failure) {
        return new RunLogUnavailableException(
                "the store of payloads does not answer: " + failure.getClass().getSimpleName(), failure);
    }

    /** Twice as long each time, with chance in it lest all come back at once. */
    private void pause(int attempt) {
        long most = FIRST_PAUSE_MILLIS << attempt;
        try {
            sleeper.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RunLogUnavailableException("interrupted while waiting for the store of payloads", interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
        if (credentials instanceof SdkAutoCloseable held) {
            held.close();
        }
    }
}
