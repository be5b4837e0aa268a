package dev.rechat.testing.dify;

/** What goes wrong when somebody follows a run; the run itself does not notice. */
public sealed interface EventsFault {

    /** Dify says that there is no such run. */
    static EventsFault notFound() {
        return error(404, "not_found", "Workflow run not found.");
    }

    /** An error in Dify's envelope in place of the events. */
    static EventsFault error(int status, String code, String message) {
        return new Refused(Refusal.of(new DifyError(status, code, message)));
    }

    /** The connection breaks in place of the event after that many. */
    static EventsFault cutAfter(int events) {
        return new Cut(events);
    }

    /** Nothing more is sent after that many events, not even pings, and the connection stays open. */
    static EventsFault stallAfter(int events) {
        return new Stalled(events);
    }

    /** Whether it is time for it once that many events were sent. */
    boolean strikesAfter(int events);

    /** An answer in place of the stream. */
    record Refused(Refusal refusal) implements EventsFault {
        @Override
        public boolean strikesAfter(int events) {
            return false;
        }
    }

    /** A connection that breaks. */
    record Cut(int after) implements EventsFault {
        @Override
        public boolean strikesAfter(int events) {
            return events >= after;
        }
    }

    /** A connection that falls silent. */
    record Stalled(int after) implements EventsFault {
        @Override
        public boolean strikesAfter(int events) {
            return events >= after;
        }
    }
}
