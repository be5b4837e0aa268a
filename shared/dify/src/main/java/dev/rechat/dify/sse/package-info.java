/** Reads a server-sent event stream from bytes, as the WHATWG HTML text describes it; knows nothing of what the events mean. */
@NullMarked
package dev.rechat.dify.sse;

import org.jspecify.annotations.NullMarked;
