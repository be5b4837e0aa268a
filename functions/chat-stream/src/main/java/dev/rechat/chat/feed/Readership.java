package dev.rechat.chat.feed;

/** Told of readers, which it may {@linkplain FeedSubscription#cut() cut off} between their beginning and their end. */
public interface Readership {

    /** Lets everybody read to the end. */
    Readership OPEN = new Readership() {
        @Override
        public void begin(FeedSubscription reader) {}

        @Override
        public void end(FeedSubscription reader) {}
    };

    void begin(FeedSubscription reader);

    void end(FeedSubscription reader);
}
