package dev.rechat.dify;

/**
 * Knows how far a stream has come. Which event is the last depends on the app, on Dify's version and on what came
 * before:
 *
 * <ul>
 *   <li>{@code error} and {@code workflow_paused} are always last; the server may hold the connection for minutes after.
 *   <li>In a workflow app, {@code workflow_finished} is.
 *   <li>{@code message_end} without a {@code workflow_started} before it is: in chat, agent and completion apps, and in a
 *       chatflow answered by an annotation or by moderation, after which the server idles.
 *   <li>In a chatflow, {@code message_end} and {@code workflow_finished} come in this order since Dify 1.13, in the other
 *       one before. A failed or stopped run may lack the former. So after either the outcome is known and an end of the
 *       connection is orderly however it comes; after both it is over.
 *   <li>Who follows a run may have missed its start and its {@code message_end}, or get nothing but {@code
 *       workflow_finished}; Dify 1.13+ closes after that, so it is last whatever was seen.
 *   <li>Spoken audio may follow what would be last. It is waited for only when some has come already, since then the app
 *       speaks, or when {@link DifyClientConfiguration#audioTail()} says so.
 * </ul>
 */
final class StreamProgress {

    enum State {
        /** The outcome is unknown; an end of the connection now is a cut. */
        OPEN,
        /** The outcome is known, more events may come. */
        SETTLED,
        /** Nothing but audio may come. */
        AUDIO,
        /** Nothing more is to be read. */
        OVER
    }

    /** What is streamed. */
    enum Kind {
        MESSAGE,
        WORKFLOW,
        RUN;

        static Kind of(DifyRequest request) {
            return request instanceof DifyRequest.Workflow ? WORKFLOW : MESSAGE;
        }
    }

    private final boolean endsWithRun;
    private final boolean waitForAudio;
    private State state = State.OPEN;
    private boolean workflowStarted;
    private boolean workflowFinished;
    private boolean messageEnded;
    private boolean agentSpoke;
    private boolean audioCame;
    private boolean audioEnded;

    StreamProgress(Kind kind, boolean waitForAudio) {
        this.endsWithRun = kind != Kind.MESSAGE;
        this.workflowStarted = kind == Kind.RUN;
        this.waitForAudio = waitForAudio && kind != Kind.RUN;
    }

    State state() {
        return state;
    }

    /** Whether audio has come, so that the end of it is worth waiting for. */
    boolean audioCame() {
        return audioCame;
    }

    /** Notes the event and returns it as it is to be delivered. */
    DifyEvent accept(DifyEvent event) {
        switch (event) {
            case DifyEvent.Message message
            when agentSpoke -> {
                return new DifyEvent.MessageRepeated(message.context(), message.answer());
            }
            case DifyEvent.AgentMessage ignored -> agentSpoke = true;
            case DifyEvent.WorkflowStarted ignored -> workflowStarted = true;
            case DifyEvent.WorkflowFinished ignored -> {
                workflowFinished = true;
                settle(endsWithRun || messageEnded);
            }
            case DifyEvent.MessageEnd ignored -> {
                messageEnded = true;
                settle(workflowFinished || !workflowStarted);
            }
            case DifyEvent.TtsMessage ignored -> audioCame = true;
            case DifyEvent.TtsMessageEnd ignored -> {
                audioEnded = true;
                if (state == State.AUDIO) {
                    state = State.OVER;
                }
            }
            case DifyEvent.Error ignored -> state = State.OVER;
            case DifyEvent.WorkflowPaused ignored -> state = State.OVER;
            default -> {}
        }
        return event;
    }

    private void settle(boolean last) {
        if (!last) {
            state = State.SETTLED;
        } else if (!audioEnded && (audioCame || waitForAudio)) {
            state = State.AUDIO;
        } else {
            state = State.OVER;
        }
    }
}
