package dev.rechat.runlog.writing;

import dev.rechat.runlog.node.NodeStatus;

/** Which states of an execution are final. */
final class Ended {

    private Ended() {}

    static boolean is(NodeStatus status) {
        return switch (status) {
            case PENDING, RUNNING, PAUSED -> false;
            case SUCCEEDED, FAILED, EXCEPTION, STOPPED, RETRY -> true;
        };
    }
}
