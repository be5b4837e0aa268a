package dev.rechat.dify;

/** Dify does not accept the app's key (401) or has switched the app or its API off (403). */
public final class DifyUnauthorizedException extends DifyException {

    private static final long serialVersionUID = 1L;

    DifyUnauthorizedException(String message, DifyProblem problem) {
        super(message, problem, null);
    }
}
