package dev.rechat.admin.app;

import dev.rechat.conversations.probe.Finding;
import org.jspecify.annotations.Nullable;

/** Dify did not tell what it was asked. */
final class ProbeFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    ProbeFailedException(Finding finding, @Nullable Throwable cause) {
        super(finding.code(), cause);
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
