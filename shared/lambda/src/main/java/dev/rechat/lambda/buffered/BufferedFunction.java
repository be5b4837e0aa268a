package dev.rechat.lambda.buffered;

import dev.rechat.lambda.gateway.Gateway;
import dev.rechat.lambda.runtime.FunctionRuntime;

/** Main class of functions that answer with one finished body: auth, admin. */
public final class BufferedFunction {

    private BufferedFunction() {}

    /** Runs until Lambda ends the process; exit codes as in {@link FunctionRuntime#run}. */
    public static void main(String[] args) {
        System.exit(FunctionRuntime.run(context -> new BufferedHandler(new Gateway(context)), args));
    }
}
