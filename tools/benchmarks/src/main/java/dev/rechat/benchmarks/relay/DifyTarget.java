package dev.rechat.benchmarks.relay;

import java.net.URI;

/** An app at a Dify. */
record DifyTarget(URI url, String key) {

    /** Without the key. */
    @Override
    public String toString() {
        return url.toString();
    }
}
