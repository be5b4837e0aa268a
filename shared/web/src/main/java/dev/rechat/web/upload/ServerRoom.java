package dev.rechat.web.upload;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;

/**
 * Lets the server pass bodies as large as a file or a document. What is read as a whole, which is everything else, keeps the
 * server's limit of buffers.
 */
@Singleton
final class ServerRoom implements BeanCreatedEventListener<HttpServerConfiguration> {

    private final UploadLimit limit;

    ServerRoom(UploadLimit limit) {
        this.limit = limit;
    }

    @Override
    public HttpServerConfiguration onCreated(BeanCreatedEvent<HttpServerConfiguration> event) {
        HttpServerConfiguration server = event.getBean();
        server.setMaxRequestSize(
                Math.max(server.getMaxRequestSize(), Math.max(limit.maxBodyBytes(), TakesDocument.MAX_BYTES)));
        return server;
    }
}
