package dev.rechat.runlog.run;

/** A run that is named is not there, or not this tenant's, or not among those that were asked for. */
public final class UnknownRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownRunException(String message) {
        super(message);
    }

    /** A page was to begin after a run that the same question does not find: Dify's words. */
    public static UnknownRunException lastRun() {
        return new UnknownRunException("Last workflow run not exists");
    }
}
