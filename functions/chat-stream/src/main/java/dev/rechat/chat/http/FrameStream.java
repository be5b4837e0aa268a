package dev.rechat.chat.http;

import org.reactivestreams.Publisher;

/**
 * Frames that are bytes already. A type of its own, because a {@code Publisher} as the body of a controller's answer is
 * handed from thread to thread and through an encoder for each element, which costs more than all that we do with it.
 */
public record FrameStream(Publisher<byte[]> frames) {}
