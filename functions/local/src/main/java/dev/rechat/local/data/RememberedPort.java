package dev.rechat.local.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A port that was free once and is asked for again, so that addresses stored elsewhere stay right. */
public record RememberedPort(Path file) {

    private static final int ANY = 0;

    /** The port of last time; 0, any free one, when there is none. */
    public int get() throws IOException {
        String text = Files.exists(file) ? Files.readString(file).strip() : "";
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : ANY;
    }

    public void set(int port) throws IOException {
        Files.writeString(file, port + "\n");
    }
}
