package dev.rechat.testing.dify;

/** Tells an answer in the events of one kind of app. An instance tells one answer. */
sealed interface Narrator permits PlainNarrator, AgentNarrator, GraphNarrator {

    /** What comes before the first piece of text. */
    void open();

    /** A piece of text as the bytes of one event, not yet sent. */
    byte[] text(String delta);

    /** Other text instead of all so far. */
    void replace(String answer);

    /** A thought with its tool call; ignored by apps that do not think aloud. */
    void thought(Step.Thought thought);

    /** Nodes starting and finishing; ignored by apps without a graph. */
    void nodes(int count);

    /** Whether a person can be asked to fill in a form. */
    boolean asksPeople();

    /** What comes first after a form. */
    void resume(OpenForm form, FormAnswer answer);

    /** What comes after the last piece of text. The answer is stored already. */
    void close(Outcome outcome);

    static Narrator of(Run run, Script script) {
        if (script.answersWithoutGraph()) {
            return new PlainNarrator(run);
        }
        return switch (run.mode()) {
            case CHAT, COMPLETION -> new PlainNarrator(run);
            case AGENT_CHAT -> new AgentNarrator(run);
            case ADVANCED_CHAT, WORKFLOW -> new GraphNarrator(run);
        };
    }
}
