package dev.rechat.local.doctor.site;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A compressed stream as it comes: one that always says there is more makes its reader wait for more than is there. */
final class InflatedEvents extends GZIPInputStream {

    InflatedEvents(InputStream compressed) throws IOException {
        super(compressed);
    }

    /** Nothing that is known to come without waiting. */
    @Override
    public int available() {
        return 0;
    }
}
