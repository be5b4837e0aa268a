package dev.rechat.chat.runlog;

import dev.rechat.dify.DifyEvent;

/** What a turn's producer tells of the run behind it. Nothing of it blocks or fails. */
public interface Recording {

    /** Of a turn that has no run, or that is not to be recorded. */
    Recording NONE = new Recording() {
        @Override
        public void take(DifyEvent event) {}

        @Override
        public void followed() {}

        @Override
        public void left() {}

        @Override
        public void ended(RunEnd how) {}
    };

    /** The next event. Pieces of text cost nothing. */
    void take(DifyEvent event);

    /** The connection broke; what comes next begins with a snapshot. */
    void followed();

    /** The turn goes on elsewhere, or is gone: nothing more comes from here. */
    void left();

    /** The turn has ended. @param how it did, if the run has not told its own end */
    void ended(RunEnd how);
}
