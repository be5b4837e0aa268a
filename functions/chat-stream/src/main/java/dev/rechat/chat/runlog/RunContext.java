package dev.rechat.chat.runlog;

import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.run.RunType;

/**
 * What a run belongs to.
 *
 * @param source how it was asked for
 * @param continued whether its beginning was another turn's or another process's to record
 */
record RunContext(Tenant tenant, Turn turn, App app, RunType type, AppLogSource source, boolean continued) {

    String user() {
        return turn.userId().toString();
    }
}
