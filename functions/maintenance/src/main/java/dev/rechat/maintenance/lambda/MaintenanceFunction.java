package dev.rechat.maintenance.lambda;

import dev.rechat.lambda.runtime.FunctionRuntime;
import dev.rechat.maintenance.settings.MaintenanceNeeds;

/** Main class of the function. */
public final class MaintenanceFunction {

    private MaintenanceFunction() {}

    /** Runs until Lambda ends the process; exit codes as in {@link FunctionRuntime#run}. */
    public static void main(String[] args) {
        System.exit(FunctionRuntime.run(MaintenanceHandler::new, MaintenanceNeeds::check, args));
    }
}
