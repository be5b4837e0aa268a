package dev.rechat.dify;

/** An event in one line, so that a stream can be compared at a glance. */
final class Outline {

    private Outline() {}

    static String of(DifyEvent event) {
        return switch (event) {
            case DifyEvent.Message e -> "message " + e.answer();
            case DifyEvent.MessageRepeated e -> "repeated " + e.answer();
            case DifyEvent.AgentMessage e -> "agent " + e.answer();
            case DifyEvent.AgentThought e -> "thought " + e.thought().id();
            case DifyEvent.MessageFile e -> "file " + e.url();
            case DifyEvent.MessageReplace e -> "replace " + e.answer();
            case DifyEvent.MessageEnd e -> "message end";
            case DifyEvent.TtsMessage e -> "audio " + e.audio();
            case DifyEvent.TtsMessageEnd e -> "audio end";
            case DifyEvent.Error e -> "error " + e.code() + " " + e.status();
            case DifyEvent.WorkflowStarted e -> "run started";
            case DifyEvent.NodeStarted e -> "node " + e.node().nodeId();
            case DifyEvent.NodeFinished e ->
                "node " + e.node().nodeId() + " " + e.node().status();
            case DifyEvent.NodeRetry e -> "node " + e.node().nodeId() + " again";
            case DifyEvent.IterationStarted e -> "iteration";
            case DifyEvent.IterationNext e -> "iteration next";
            case DifyEvent.IterationCompleted e -> "iteration end";
            case DifyEvent.LoopStarted e -> "loop";
            case DifyEvent.LoopNext e -> "loop next";
            case DifyEvent.LoopCompleted e -> "loop end";
            case DifyEvent.TextChunk e -> "text " + e.text();
            case DifyEvent.TextReplace e -> "text replaced " + e.text();
            case DifyEvent.ReasoningChunk e -> "reasoning";
            case DifyEvent.AgentLog e -> "agent log";
            case DifyEvent.HumanInputRequired e -> "form";
            case DifyEvent.HumanInputFormFilled e -> "form filled";
            case DifyEvent.HumanInputFormTimeout e -> "form timeout";
            case DifyEvent.WorkflowPaused e -> "run paused";
            case DifyEvent.WorkflowFinished e -> "run " + e.run().status();
            case DifyEvent.Ping e -> "ping";
            case DifyEvent.Unknown e -> "unknown " + e.name();
        };
    }
}
