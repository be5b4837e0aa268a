package dev.rechat.maintenance.runlog.command;

import java.io.Console;

/** Whether somebody sits before it: a console may also be there when nobody does. */
final class Terminal {

    private Terminal() {}

    static boolean attached() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
