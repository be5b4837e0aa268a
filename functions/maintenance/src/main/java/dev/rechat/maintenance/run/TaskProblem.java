package dev.rechat.maintenance.run;

/** Something that an operator has to look at. The message is written down and told: it holds nothing that people wrote. */
public final class TaskProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TaskProblem(String message) {
        super(message);
    }
}
