package dev.rechat.dify;

import org.jspecify.annotations.Nullable;

/**
 * The stream broke off before an event that ends it. Dify may still be working: a chatflow or workflow run goes on and
 * can be looked up, the answer of other apps is lost.
 */
public final class DifyStreamCutException extends DifyProtocolException {

    private static final long serialVersionUID = 1L;

    DifyStreamCutException(@Nullable Throwable cause) {
        super("the connection ended before Dify had ended the stream", cause);
    }
}
