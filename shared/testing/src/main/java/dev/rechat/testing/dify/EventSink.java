package dev.rechat.testing.dify;

import dev.rechat.testing.http.Exchange;

/** Where the events of an answer go. */
sealed interface EventSink {

    void send(byte[] bytes);

    /** Sends without waiting until it is sent, unless very much is waiting already. */
    void sendAhead(byte[] bytes);

    /** A stream to a client. */
    record ToClient(Exchange exchange) implements EventSink {
        @Override
        public void send(byte[] bytes) {
            exchange.chunk(bytes);
        }

        @Override
        public void sendAhead(byte[] bytes) {
            exchange.chunkAhead(bytes);
        }
    }

    /** Blocking mode: only the result is sent. */
    record Nowhere() implements EventSink {
        @Override
        public void send(byte[] bytes) {
            // The answer is assembled by the run itself.
        }

        @Override
        public void sendAhead(byte[] bytes) {
            // As above.
        }
    }
}
