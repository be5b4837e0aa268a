package dev.rechat.lambda.streaming;

/** What the thread that writes an answer is told, in order. */
sealed interface Signal {

    /** A piece of the body; no record, because two arrays are never equal. */
    final class Item implements Signal {

        private final byte[] bytes;

        Item(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /** The body is complete. */
    record Complete() implements Signal {}

    /** The body failed after its head was out. */
    record Failed(Throwable cause) implements Signal {}

    /** There is no more time: by the deadline, or because the process is to end. */
    record TimeIsUp(String why) implements Signal {}
}
