package dev.rechat.accounts.audit;

import org.jspecify.annotations.Nullable;

/** What one transaction sealed. @param head the newest seal; null when nothing was to be sealed */
record SealedBatch(int events, @Nullable AuditHead head) {

    static final SealedBatch NONE = new SealedBatch(0, null);
}
