package dev.rechat.dify;

import io.micronaut.context.ApplicationContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What lies beside {@link DifyClient}, as an application gets it: from beans. */
final class Features implements AutoCloseable {

    static final String USER = "user-1";

    private final ApplicationContext context = ApplicationContext.run(Map.of(
            "rechat.dify.networks", "127.0.0.1",
            "rechat.dify.retries", 1,
            "rechat.dify.idle", "500ms",
            "rechat.dify.first-byte", "2s"));

    final DifyClient client = context.getBean(DifyClient.class);
    final DifyFiles files = context.getBean(DifyFiles.class);
    final DifyMessages messages = context.getBean(DifyMessages.class);
    final DifyAudio audio = context.getBean(DifyAudio.class);

    static DifyUpload upload(String name, String mediaType, String content) {
        return new DifyUpload(name, mediaType, ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        context.close();
    }
}
