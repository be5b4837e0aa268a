package dev.rechat.lambda.streaming;

import dev.rechat.lambda.gateway.Gateway;
import dev.rechat.lambda.runtime.FunctionRuntime;

/** Main class of functions whose answers reach the client while they are produced: chat-stream, conversation. */
public final class StreamingFunction {

    private StreamingFunction() {}

    /** Runs until Lambda ends the process; exit codes as in {@link FunctionRuntime#run}. */
    public static void main(String[] args) {
        System.exit(FunctionRuntime.run(context -> new StreamingHandler(new Gateway(context)), args));
    }
}
