package dev.rechat.testing.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A form with files, read from a request. */
public final class Multipart {

    private final Map<String, String> fields = new HashMap<>();
    private final List<Part> files = new ArrayList<>();

    /** One file of the form. A missing content type or filename is an empty one. */
    public static final class Part {

        private final String name;
        private final String filename;
        private final String contentType;
        private final byte[] bytes;

        Part(String name, String filename, String contentType, byte[] bytes) {
            this.name = name;
            this.filename = filename;
            this.contentType = contentType;
            this.bytes = bytes;
        }

        public String name() {
            return name;
        }

        public String filename() {
            return filename;
        }

        public String contentType() {
            return contentType;
        }

        public byte[] bytes() {
            return bytes.clone();
        }
    }

    private Multipart() {}

    /** Everything is held in memory. */
    public static Multipart parse(IncomingRequest request) {
        DefaultFullHttpRequest full = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.POST,
                request.path(),
                Unpooled.wrappedBuffer(request.body().bytes()));
        full.headers().set("Content-Type", request.header("content-type").orElse(""));
        HttpPostRequestDecoder decoder = new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), full);
        try {
            Multipart form = new Multipart();
            for (InterfaceHttpData data : decoder.getBodyHttpDatas()) {
                form.add(data);
            }
            return form;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            decoder.destroy();
        }
    }

    private void add(InterfaceHttpData data) throws IOException {
        if (data instanceof FileUpload file) {
            files.add(new Part(
                    file.getName(),
                    file.getFilename(),
                    Objects.requireNonNullElse(file.getContentType(), ""),
                    file.get()));
        } else if (data instanceof Attribute attribute) {
            fields.put(attribute.getName(), attribute.getValue());
        }
    }

    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    public List<Part> files() {
        return List.copyOf(files);
    }
}
