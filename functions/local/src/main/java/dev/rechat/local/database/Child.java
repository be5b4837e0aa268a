package dev.rechat.local.database;

import java.io.IOException;

/** A process of ours with whatever it has started itself. */
interface Child {

    /** Ends all of it and returns when it has ended; nothing happens when it has ended already. */
    void stop() throws IOException;
}
