package dev.rechat.dify;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.RawHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends one request and returns with the head of its response, whatever its status. Thread-safe. */
final class HttpTransport implements AutoCloseable {

    private final RawHttpClient encrypted;
    private final RawHttpClient plain;
    private final Duration connect;

    /**
     * @param encrypted for HTTPS
     * @param plain for HTTP, which is allowed to fewer addresses
     */
    HttpTransport(RawHttpClient encrypted, RawHttpClient plain, Duration connect) {
        this.encrypted = encrypted;
        this.plain = plain;
        this.connect = connect;
    }

    /**
     * @param key null where the address alone is enough
     * @param body null for none
     * @param headLimit longest wait for the head, after the time allowed to connect
     * @throws DifyUnavailableException when there is no connection or it ends without a response
     * @throws DifyTimeoutException in phase connect or first byte
     * @throws DifyProtocolException when the answer is no HTTP
     */
    HttpAnswer send(
            HttpMethod method,
            URI uri,
            @Nullable DifyApiKey key,
            String accept,
            @Nullable RequestBody body,
            Duration headLimit) {
        MutableHttpRequest<?> request =
                HttpRequest.create(method, uri.toString()).header(HttpHeaders.ACCEPT, accept);
        if (key != null) {
            request.header(HttpHeaders.AUTHORIZATION, "Bearer " + key.value());
        }
        if (body != null) {
            request.header(HttpHeaders.CONTENT_TYPE, body.contentType());
        }
        Connection connection = new Connection(request);
        HeadSubscriber head = new HeadSubscriber(connection);
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        RawHttpClient client = secure ? encrypted : plain;
        client.exchange(request, body == null ? null : body.bytes(), null).subscribe(head);
        return await(head, connection, secure, headLimit);
    }

    private HttpAnswer await(HeadSubscriber head, Connection connection, boolean secure, Duration headLimit) {
        boolean received = false;
        try {
            HttpResponse<?> response =
                    head.response().get(connect.plus(headLimit).toNanos(), TimeUnit.NANOSECONDS);
            HttpAnswer answer = HttpAnswer.of(response, connection);
            received = true;
            return answer;
        } catch (ExecutionException e) {
            boolean handshaking = secure && !connection.established();
            throw TransportFailure.of(e.getCause() == null ? e : e.getCause(), handshaking, connect);
        } catch (TimeoutException e) {
            throw connection.established()
                    ? new DifyTimeoutException(DifyTimeoutException.Phase.FIRST_BYTE, headLimit)
                    : new DifyTimeoutException(DifyTimeoutException.Phase.CONNECT, connect);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for Dify");
        } finally {
            if (!received) {
                head.abandon();
            }
        }
    }

    @Override
    public void close() {
        try {
            encrypted.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            closePlain();
        }
    }

    private void closePlain() {
        try {
            plain.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
