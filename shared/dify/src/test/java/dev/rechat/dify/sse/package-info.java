/** Tests of the reader of server-sent events. */
@NullMarked
package dev.rechat.dify.sse;

import org.jspecify.annotations.NullMarked;
